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

  /// The same for a text that no token holds; nil where it is something else.
  static func hexadecimal(_ text: some Collection<UInt8>) -> [UInt8]? {
    let digits = text.compactMap(hexadecimalDigit)
    guard digits.count == text.count, digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  /// RFC 4648 §4, padding included.
  static func base64(_ tokens: ArraySlice<MasterFileToken>) throws(ZoneFileError.Fault) -> [UInt8] {
    var text: [UInt8] = []
    for token in tokens {
      try token.requireBare()
      guard token.text.allSatisfy(\.isBase64) else { throw token.fault(.badBase64(token.shown)) }
      text += token.text
    }
    guard let octets = base64(text) else {
      guard let last = tokens.last else { return [] }
      throw last.fault(.badBase64(last.shown))
    }
    return octets
  }

  /// The same for a text that no token holds; nil where it is something else.
  static func base64(_ text: [UInt8]) -> [UInt8]? {
    guard text.allSatisfy(\.isBase64) else { return nil }
    return Data(base64Encoded: Data(text)).map { Array($0) }
  }

  /// The extended hex alphabet without padding (RFC 5155 §3.3); nil where bits are left over that are not zero.
  static func base32Hex(_ text: some Collection<UInt8>) -> [UInt8]? {
    var octets: [UInt8] = []
    var pending = 0
    var bits = 0
    for octet in text {
      let digit: UInt8
      switch octet.asciiLowercased {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = octet - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "v"): digit = octet.asciiLowercased - UInt8(ascii: "a") + 10
      default: return nil
      }
      pending = (pending << 5 | Int(digit)) & 0xFFF
      bits += 5
      if bits >= 8 {
        bits -= 8
        octets.append(UInt8(truncatingIfNeeded: pending >> bits))
      }
    }
    return bits < 5 && pending & (1 << bits - 1) == 0 ? octets : nil
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
