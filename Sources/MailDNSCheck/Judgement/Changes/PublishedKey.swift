/// A DKIM key out of a report.
struct PublishedKey {
  private(set) var selector = ""
  private(set) var status = ""
  /// Where the selector leads to, in lower case.
  private(set) var alias: String?
  private var type: String?
  private var bits: Int?
  private var isTesting = false
  private var isRevoked = false
  private var record: String?

  init(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) {
    var key = self
    try scanner.object { scanner, name throws(JSONScanner.Fault) in
      switch name {
      case "selector": key.selector = (try scanner.text() ?? "").asciiLowercased
      case "status": key.status = try scanner.text() ?? ""
      case "cname": key.alias = try scanner.text()?.comparableName
      case "type": key.type = try scanner.text()
      case "bits": key.bits = try scanner.integer()
      case "testing": key.isTesting = try scanner.flag() ?? false
      case "revoked": key.isRevoked = try scanner.flag() ?? false
      case "record": key.record = try scanner.text()
      default: try scanner.skip()
      }
    }
    self = key
  }

  /// The key, what is told to receivers beside it, and that it can't be used.
  var observation: Observation {
    guard status != "unknown" else { return .unknown }
    var words: [String] = []
    if isRevoked {
      words.append("revoked")
    } else if let record, status != "absent" {
      words.append(
        ([type, bits.map(String.init)].compactMap(\.self) + [Self.mark(of: record)]).joined(separator: " "))
    }
    if isTesting { words.append("t=y") }
    if status == "invalid", !isRevoked { words.append("invalid") }
    return Observation(words)
  }

  /// What tells a key from others, short enough to be read, and found again in the record: the signs before its last eight, which
  /// nearly all keys have in common. Where there is no key, the record itself.
  private static func mark(of record: String) -> String {
    guard let value = TagList(Array(record.utf8))["p"]?.value else { return record }
    let key = String(decoding: value.filter { !$0.isWhitespace }, as: UTF8.self)
    return key.utf8.count < 24 ? key : "…" + key.dropLast(8).suffix(16)
  }
}
