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
    mark = Self.mark(octets.suffix(8), octets.count)
  }

  private static func mark(_ end: some Sequence<UInt8>, _ count: Int) -> UInt64 {
    end.reduce(UInt64(truncatingIfNeeded: count) << 56) { mark, octet in
      (mark << 8 | mark >> 56) ^ UInt64(octet.asciiLowercased)
    }
  }

  func hasPrefix(_ start: String) -> Bool { text.hasPrefix(start) }
}

extension FieldName: ExpressibleByStringLiteral {
  /// `text` is in lower case.
  init(stringLiteral text: String) {
    self.text = text
    mark = Self.mark(text.utf8.suffix(8), text.utf8.count)
  }
}

extension FieldName: Hashable {
  static func == (left: FieldName, right: FieldName) -> Bool {
    left.mark == right.mark && left.text == right.text
  }

  func hash(into hasher: inout Hasher) { hasher.combine(mark) }
}
