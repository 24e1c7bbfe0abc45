import FoundationEssentials

enum JSONText {
  /// `value` as JSON with sorted keys, so that the same report is always the same text; without a final newline.
  static func make(_ value: some Encodable, pretty: Bool) throws -> String {
    guard pretty else { return try JSONLineEncoder.encode(value) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
