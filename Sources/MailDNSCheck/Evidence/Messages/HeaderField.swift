/// One field of a message's header (RFC 5322 §2.2), unfolded.
struct HeaderField: Hashable, Sendable {
  let name: FieldName
  /// Without the line breaks of folding, and without blanks at either end; octets as they came.
  let value: [UInt8]

  /// Longer values are cut: no field that is read here comes near.
  static let maximumLength = 256 << 10

  /// The value for what is read as ASCII; U+FFFD where it is no UTF-8.
  var text: String { String(decoding: value, as: UTF8.self) }
}
