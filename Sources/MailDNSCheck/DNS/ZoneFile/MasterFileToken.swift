/// One field of a master file as written, escapes and all (RFC 1035 §5.1). It never spans lines.
struct MasterFileToken: Sendable {
  /// Without the quotation marks.
  let text: ArraySlice<UInt8>
  let isQuoted: Bool
  let position: ZoneFilePosition

  /// The text to quote in a message: safe and not too long.
  var shown: String { Self.shown(text) }

  static func shown(_ text: ArraySlice<UInt8>, atMost maximum: Int = 60) -> String {
    VisibleText(text.prefix(maximum)).description + (text.count > maximum ? "…" : "")
  }

  /// The place of the octet `offset` octets into the text.
  func position(at offset: Int) -> ZoneFilePosition {
    let characters = text.prefix(offset).count { !$0.isContinuation }
    return ZoneFilePosition(line: position.line, column: position.column + (isQuoted ? 1 : 0) + characters)
  }

  func fault(_ reason: ZoneFileError.Reason) -> ZoneFileError.Fault {
    ZoneFileError.Fault(reason, at: position)
  }

  /// Throws where the token is quoted: only character-strings may be.
  func requireBare() throws(ZoneFileError.Fault) {
    guard !isQuoted else { throw fault(.unexpectedQuotes(shown)) }
  }

  /// The text with `\X` and `\DDD` replaced by what they stand for.
  func unescaped() throws(ZoneFileError.Fault) -> [UInt8] {
    guard text.contains(UInt8(ascii: "\\")) else { return Array(text) }
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var rest = text
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "\\") else {
        result.append(octet)
        continue
      }
      let offset = text.count - rest.count - 1
      guard let value = Self.escapedOctet(&rest) else {
        throw ZoneFileError.Fault(.badEscape, at: position(at: offset))
      }
      result.append(value)
    }
    return result
  }

  /// Takes what follows a backslash off the front of `rest`.
  private static func escapedOctet(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    guard let first = rest.popFirst() else { return nil }
    guard let hundreds = first.decimalDigit else { return first }
    guard let tens = rest.popFirst()?.decimalDigit, let ones = rest.popFirst()?.decimalDigit else {
      return nil
    }
    return UInt8(exactly: hundreds * 100 + tens * 10 + ones)
  }

  /// The name that the token spells: absolute with a final dot, else relative to `origin`, which `@` alone stands for.
  func name(relativeTo origin: DomainName?) throws(ZoneFileError.Fault) -> DomainName {
    try requireBare()
    let name: DomainName?
    if text.elementsEqual([UInt8(ascii: "@")]) {
      name = nil
    } else {
      do { name = try DomainName(presentation: text) } catch { throw fault(of: error) }
    }
    if let name, isAbsolute { return name }
    guard let origin else { throw fault(.noOrigin(shown)) }
    guard let name else { return origin }
    guard let whole = DomainName(wire: name.wire.dropLast() + origin.wire) else {
      throw fault(.badName(shown, .nameTooLong))
    }
    return whole
  }

  private func fault(of error: DomainNameError) -> ZoneFileError.Fault {
    switch error {
    case .emptyLabel(let offset): ZoneFileError.Fault(.badName(shown, error), at: position(at: offset))
    case .badEscape(let offset): ZoneFileError.Fault(.badEscape, at: position(at: offset))
    case .empty, .labelTooLong, .nameTooLong: fault(.badName(shown, error))
    }
  }

  /// Whether the last octet is a dot that no backslash escapes.
  var isAbsolute: Bool {
    guard text.last == UInt8(ascii: ".") else { return false }
    let backslashes = text.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }
    return backslashes.count.isMultiple(of: 2)
  }
}

extension UInt8 {
  /// Whether it continues a UTF-8 sequence, so that it is no character of its own.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}
