enum JSONText {
  /// `value` as JSON with sorted keys, so that the same report is always the same text; without a final newline.
  static func make(_ value: some JSONValue, pretty: Bool) -> String {
    String(decoding: octets(value, pretty: pretty), as: UTF8.self)
  }

  /// The same as octets of UTF-8.
  static func octets(_ value: some JSONValue, pretty: Bool) -> [UInt8] {
    var json = JSONWriter(pretty: pretty)
    value.write(to: &json)
    return json.octets
  }

  /// The same on a line of its own, with the line feed.
  static func line(_ value: some JSONValue) -> [UInt8] {
    var json = JSONWriter(pretty: false)
    value.write(to: &json)
    json.endLine()
    return json.octets
  }
}
