import FoundationEssentials

/// The value of a base64 tag, which may have white space anywhere (RFC 6376 §2.10, §3.6.1).
enum Base64Value {
  /// The octets that `text` encodes. `start` is where `text` stands, for the places in errors.
  static func decode(_ text: [UInt8], at start: Int) throws(DKIMKeyError) -> [UInt8] {
    // The same octets as below, for nothing but digits and right padding.
    if let octets = plain(text) { return octets }
    var digits: [UInt8] = []
    digits.reserveCapacity(text.count)
    var padding: [Int] = []
    for (offset, octet) in text.enumerated() where !octet.isWhitespace {
      let place = start + offset
      if octet == UInt8(ascii: "=") {
        // Data would take any number of them.
        guard padding.count < 2 else {
          throw DKIMKeyError(reason: .badBase64(octet), place: place..<place + 1)
        }
        padding.append(place)
      } else if let early = padding.first {
        throw DKIMKeyError(reason: .badBase64(UInt8(ascii: "=")), place: early..<early + 1)
      } else if octet.base64Value == nil {
        throw DKIMKeyError(reason: .badBase64(octet), place: place..<place + 1)
      }
      digits.append(octet)
    }
    guard digits.count % 4 == 0, let data = Data(base64Encoded: Data(digits)) else {
      throw DKIMKeyError(reason: .base64Length(digits.count), place: start..<start + text.count)
    }
    return Array(data)
  }

  /// The octets that `text` encodes for whoever decodes it: nothing but digits, one or two `=` at the end where they make the
  /// last group one of four. Nil for everything else, where ways of decoding differ.
  static func plain(_ text: [UInt8]) -> [UInt8]? {
    guard text.count >= 4, text.count % 4 == 0 else { return nil }
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    return text.withUnsafeBufferPointer { text in
      values.withUnsafeBufferPointer { values in
        var isPlain = true
        let octets = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { octets, count in
          // Of all groups: a value that is none has its highest bit set.
          var seen: UInt8 = 0
          var place = 0
          while place < text.count {
            let isLast = place + 4 == text.count
            let third = isLast && padding == 2 ? 0 : values[Int(text[place + 2])]
            let fourth = isLast && padding > 0 ? 0 : values[Int(text[place + 3])]
            let (first, second) = (values[Int(text[place])], values[Int(text[place + 1])])
            seen |= first | second | third | fourth
            octets[count] = first << 2 | second >> 4
            octets[count + 1] = second << 4 | third >> 2
            octets[count + 2] = third << 6 | fourth
            count += 3
            place += 4
          }
          count -= padding
          isPlain = seen < 0x80
        }
        return isPlain ? octets : nil
      }
    }
  }

  /// What each octet stands for, by its number; 0xFF where that is nothing.
  private static let values = (UInt8.min ... .max).map { $0.base64Value ?? 0xFF }
}

extension UInt8 {
  /// The six bits that a base64 digit stands for.
  var base64Value: UInt8? {
    switch self {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): self - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): self - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
