/// The name of a field, in lower case: `Authentication-Results` and `authentication-results` are one (RFC 5322 §1.2.2).
///
/// A header is searched for a dozen names, which most of its fields do not have: that shows in the end and the length of a
/// name, which are kept as one number.
struct FieldName: Sendable {
  let text: String
  private let mark: UInt64

  /// `octets` in whatever case.
  init(_ octets: ArraySlice<UInt8>) {
    text = octets.lowercasedText
    mark = octets.withUnsafeBufferPointer(Self.mark)
  }

  private static func mark(_ octets: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var mark = UInt64(truncatingIfNeeded: octets.count) << 56
    for index in max(0, octets.count - 8)..<octets.count {
      mark = (mark << 8 | mark >> 56) ^ UInt64(octets[index].asciiLowercased)
    }
    return mark
  }

  func hasPrefix(_ start: String) -> Bool { text.hasPrefix(start) }
}

extension FieldName: ExpressibleByStringLiteral {
  /// `text` is in lower case.
  init(stringLiteral text: String) {
    var text = text
    mark = text.withUTF8(Self.mark)
    self.text = text
  }
}

extension FieldName: Hashable {
  static func == (left: FieldName, right: FieldName) -> Bool {
    left.mark == right.mark && left.text == right.text
  }

  func hash(into hasher: inout Hasher) { hasher.combine(mark) }
}
