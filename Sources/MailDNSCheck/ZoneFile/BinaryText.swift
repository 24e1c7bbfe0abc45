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
    var octets: [UInt8] = []
    var bits: UInt32 = 0
    var digits = 0
    var padding = 0
    for token in tokens {
      try token.requireBare()
      for octet in token.text {
        bits = bits << 6 & 0xFF_FFFF
        if octet == UInt8(ascii: "="), padding < 2 {
          padding += 1
        } else {
          guard padding == 0, let digit = base64Digit(octet) else {
            throw token.fault(.badBase64(token.shown))
          }
          bits |= UInt32(digit)
        }
        digits += 1
        if digits.isMultiple(of: 4) {
          octets += [16, 8, 0].prefix(3 - padding).map { UInt8(truncatingIfNeeded: bits >> $0) }
        }
      }
    }
    if !digits.isMultiple(of: 4), let last = tokens.last { throw last.fault(.badBase64(last.shown)) }
    return octets
  }

  private static func hexadecimalDigit(_ octet: UInt8) -> UInt8? {
    switch octet.asciiLowercased {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): octet.asciiLowercased - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  private static func base64Digit(_ octet: UInt8) -> UInt8? {
    switch octet {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): octet - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): octet - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
