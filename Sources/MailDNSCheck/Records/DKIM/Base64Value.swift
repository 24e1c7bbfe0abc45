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
      var isPlain = true
      let octets = [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3) { octets, count in
        var bits: UInt32 = 0
        for index in 0..<(text.count - padding) {
          guard let digit = text[index].base64Value else {
            isPlain = false
            return
          }
          bits = bits << 6 | UInt32(digit)
          // The second digit of a group completes its first octet, and so on.
          let place = index % 4
          guard place > 0 else { continue }
          octets[count] = UInt8(truncatingIfNeeded: bits >> UInt32(6 - place * 2))
          count += 1
        }
      }
      return isPlain ? octets : nil
    }
  }
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
