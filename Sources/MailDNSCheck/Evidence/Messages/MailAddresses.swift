/// The addresses in a field such as `From` or `To` (RFC 5322 §3.4), without names and comments.
enum MailAddresses {
  private static let maximumLength = 16 << 10
  private static let maximumCount = 100

  static func list(_ value: [UInt8]) -> [String] {
    var found: [String] = []
    var current: [UInt8] = []
    var bracketed: [UInt8]?
    var isInBrackets = false
    var isQuoted = false
    var depth = 0
    func close() {
      let octets = bracketed ?? current
      let text = String(decoding: octets.trimmingWhitespace, as: UTF8.self)
      let isOne = text.utf8.contains(UInt8(ascii: "@")) && !text.utf8.contains(where: \.isWhitespace)
      if isOne, found.count < maximumCount { found.append(text) }
      current = []
      bracketed = nil
      isInBrackets = false
    }
    var isEscaped = false
    var shift = ISO2022Shift()
    for octet in value.prefix(maximumLength) {
      // `<` in a name of raw ISO-2022-JP is half a sign.
      if shift.takes(octet) {
        if depth == 0, bracketed == nil { current.append(octet) }
        continue
      }
      if isEscaped {
        isEscaped = false
        current.append(octet)
        continue
      }
      switch octet {
      case UInt8(ascii: "\\") where isQuoted || depth > 0: isEscaped = true
      case UInt8(ascii: "\"") where depth == 0:
        isQuoted.toggle()
        if isInBrackets { bracketed?.append(octet) } else { current.append(octet) }
      case UInt8(ascii: "(") where !isQuoted: depth += 1
      case UInt8(ascii: ")") where !isQuoted && depth > 0: depth -= 1
      case UInt8(ascii: "<") where !isQuoted && depth == 0:
        bracketed = []
        isInBrackets = true
      case UInt8(ascii: ">") where !isQuoted && depth == 0: isInBrackets = false
      case UInt8(ascii: ",") where !isQuoted && depth == 0, UInt8(ascii: ";") where !isQuoted && depth == 0:
        close()
      default:
        guard depth == 0 else { break }
        if isInBrackets { bracketed?.append(octet) } else if bracketed == nil { current.append(octet) }
      }
    }
    close()
    return found
  }

  /// The domain of `address`; nil where it can be none.
  static func domain(_ address: String) -> DomainName? {
    guard let at = address.lastIndex(of: "@") else { return nil }
    let text = String(address[address.index(after: at)...])
    guard text.utf8.count <= 255, let name = DomainName(text.asciiLowercased), !name.isRoot else {
      return nil
    }
    return name
  }
}
