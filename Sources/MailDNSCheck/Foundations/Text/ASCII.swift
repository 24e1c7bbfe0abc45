/// Octets read as ASCII, the character set of DNS and mail syntax. Locale never plays a part.
extension UInt8 {
  var isUpperCaseLetter: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
  var isLetter: Bool { asciiLowercased >= UInt8(ascii: "a") && asciiLowercased <= UInt8(ascii: "z") }
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  var isHexadecimalDigit: Bool {
    isDigit || asciiLowercased >= UInt8(ascii: "a") && asciiLowercased <= UInt8(ascii: "f")
  }
  /// Letter, digit, or hyphen: the alphabet of host names (RFC 1123 §2.1).
  var isLetterDigitHyphen: Bool { isLetter || isDigit || self == UInt8(ascii: "-") }
  /// Space, tab, carriage return or line feed.
  var isWhitespace: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
  /// Visible ASCII, C's `isgraph`.
  var isGraphic: Bool { (0x21...0x7E).contains(self) }
  /// WSP of RFC 5234 appendix B.1.
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }
  var asciiLowercased: UInt8 { isUpperCaseLetter ? self + 0x20 : self }
  /// 0 to 9 for a decimal digit, nil for anything else.
  var decimalDigit: Int? { isDigit ? Int(self - UInt8(ascii: "0")) : nil }
  /// `\DDD`, the octet as master files escape it (RFC 1035 §5.1).
  var decimalEscape: [UInt8] {
    let zero = UInt8(ascii: "0")
    return [UInt8(ascii: "\\"), zero + self / 100, zero + self / 10 % 10, zero + self % 10]
  }
  /// Two lower-case hexadecimal digits.
  var hexadecimal: String { (self < 16 ? "0" : "") + String(self, radix: 16) }
}

extension Collection<UInt8> {
  /// Whether the octets are the ASCII text `text`, letters compared without case.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && startsIgnoringCase(with: text)
  }

  /// Whether the octets begin with the ASCII text `text`, letters compared without case.
  func startsIgnoringCase(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { expected in
      zip(self, expected).allSatisfy { $0.asciiLowercased == $1.asciiLowercased }
    }
  }
}

extension BidirectionalCollection<UInt8> {
  /// Whether the octets can be a label of a host name: letters, digits, hyphens, and none of these at either end (RFC 1123
  /// §2.1). `other` is taken everywhere, too.
  func isHostLabel(with other: UInt8? = nil) -> Bool {
    !isEmpty && first != UInt8(ascii: "-") && last != UInt8(ascii: "-")
      && allSatisfy { $0.isLetterDigitHyphen || $0 == other }
  }
}

extension StringProtocol {
  /// ASCII letters in lower case; everything else as it is.
  var asciiLowercased: String { String(decoding: utf8.map(\.asciiLowercased), as: UTF8.self) }
}

extension BidirectionalCollection<UInt8> where SubSequence: BidirectionalCollection<UInt8> {
  /// The octets without white space at either end.
  var trimmingWhitespace: SubSequence {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return self[endIndex..<endIndex] }
    return self[start.startIndex...last]
  }
}
