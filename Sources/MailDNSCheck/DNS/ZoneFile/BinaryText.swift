import FoundationEssentials

/// Octets written as hexadecimal digits or in Base 64, over any number of tokens (RFC 4034 §2.2, §5.3).
enum BinaryText {
  static func hexadecimal(_ tokens: ArraySlice<MasterFileToken>) throws(ZoneFileError.Fault) -> [UInt8] {
    var octets: [UInt8] = []
    var high: UInt8?
    for token in tokens {
      try token.requireBare()
      for octet in token.text {
        guard let digit = hexadecimalDigit(octet) else { throw token.fault(.badHexadecimal(token.shown)) }
        if let first = high {
          octets.append(first << 4 | digit)
          high = nil
        } else {
          high = digit
        }
      }
    }
    if high != nil, let last = tokens.last { throw last.fault(.badHexadecimal(last.shown)) }
    return octets
  }

  /// RFC 4648 §4, padding included.
  static func base64(_ tokens: ArraySlice<MasterFileToken>) throws(ZoneFileError.Fault) -> [UInt8] {
    var text: [UInt8] = []
    for token in tokens {
      try token.requireBare()
      guard token.text.allSatisfy(\.isBase64) else { throw token.fault(.badBase64(token.shown)) }
      text += token.text
    }
    guard let data = Data(base64Encoded: Data(text)) else {
      guard let last = tokens.last else { return [] }
      throw last.fault(.badBase64(last.shown))
    }
    return Array(data)
  }

  private static func hexadecimalDigit(_ octet: UInt8) -> UInt8? {
    switch octet.asciiLowercased {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): octet.asciiLowercased - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}

extension UInt8 {
  fileprivate var isBase64: Bool {
    isLetter || isDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: "/") || self == UInt8(ascii: "=")
  }
}
