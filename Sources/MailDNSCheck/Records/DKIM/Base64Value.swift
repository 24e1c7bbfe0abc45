import FoundationEssentials

/// The value of a base64 tag, which may have white space anywhere (RFC 6376 §2.10, §3.6.1).
enum Base64Value {
  /// The octets that `text` encodes. `start` is where `text` stands, for the places in errors.
  static func decode(_ text: [UInt8], at start: Int) throws(DKIMKeyError) -> [UInt8] {
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
      } else if !octet.isBase64Digit {
        throw DKIMKeyError(reason: .badBase64(octet), place: place..<place + 1)
      }
      digits.append(octet)
    }
    guard digits.count % 4 == 0, let data = Data(base64Encoded: Data(digits)) else {
      throw DKIMKeyError(reason: .base64Length(digits.count), place: start..<start + text.count)
    }
    return Array(data)
  }
}

extension UInt8 {
  fileprivate var isBase64Digit: Bool {
    isLetter || isDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: "/")
  }
}
