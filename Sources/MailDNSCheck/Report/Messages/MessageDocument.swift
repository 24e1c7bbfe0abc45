/// A report on any number of messages in one format, made piece by piece in the order in which they are read.
protocol MessageDocument: Sendable {
  /// The part on one message; empty where it comes later.
  mutating func add(_ report: MessageReport) -> String
  /// The part on a file without one.
  mutating func add(_ problem: MessageFileProblem) -> String
  /// What stands behind the last message.
  mutating func end() -> String
}

extension MessageDocument {
  func end() -> String { "" }
}

/// What the documents of a run share.
struct MessageSetting: Sendable {
  let language: Language
  let catalogue: ProviderCatalogue
  /// Whether several files were named: a list even if there is one message in them.
  let isList: Bool
}

/// One object for one message, an array for several.
struct MessageJSONDocument: MessageDocument {
  let setting: MessageSetting
  /// The first message waits until it is known whether there is another one.
  private var first: String?
  private var count = 0

  init(_ setting: MessageSetting) { self.setting = setting }

  mutating func add(_ report: MessageReport) -> String {
    add(MessageJSON(report, language: setting.language))
  }

  mutating func add(_ problem: MessageFileProblem) -> String {
    add(MessageJSON(problem, language: setting.language))
  }

  private mutating func add(_ message: MessageJSON) -> String {
    let json = JSONText.make(message, pretty: true)
    count += 1
    if count == 1, !setting.isList {
      first = json
      return ""
    }
    defer { first = nil }
    if count == 1 { return "[\n" + json }
    return (first.map { "[\n" + $0 } ?? "") + ",\n" + json
  }

  mutating func end() -> String {
    if let first { return first + "\n" }
    return count == 0 ? "[]\n" : "\n]\n"
  }
}

/// One object a line.
struct MessageNDJSONDocument: MessageDocument {
  let setting: MessageSetting

  func add(_ report: MessageReport) -> String {
    JSONText.make(MessageJSON(report, language: setting.language), pretty: false) + "\n"
  }

  func add(_ problem: MessageFileProblem) -> String {
    JSONText.make(MessageJSON(problem, language: setting.language), pretty: false) + "\n"
  }
}

/// A row a message, and one with an error for a file without any. The values are those of JSON.
struct MessageCSVDocument: MessageDocument {
  let setting: MessageSetting
  private var isBegun = false

  init(_ setting: MessageSetting) { self.setting = setting }

  private static let names = [
    "file", "index", "message_id", "date", "from", "direction", "route", "scl", "filter", "category", "bcl",
    "folder",
    "cause", "spf", "dkim", "dmarc", "compauth", "reason", "judged", "hops", "delay", "status", "findings",
    "error",
  ]

  mutating func add(_ report: MessageReport) -> String {
    defer { isBegun = true }
    let message = report.examination
    var row = CSVRow()
    row.add(VisibleText(report.file).description)
    row.add(report.index)
    row.add(message.messageID)
    row.add(message.date?.description)
    row.add(MessageJSON.shown(message.from))
    row.add(message.way.direction.rawValue)
    row.add(message.way.route.rawValue)
    add(MessageJSON.Verdict(message.verdict), to: &row)
    add(MessageJSON.Authentication(message.authentication), to: &row)
    row.add(message.trail.hops.count)
    row.add(message.trail.duration.map { "\($0)" })
    row.add(report.status.rawValue)
    row.add(report.findings.map(\.id).uniqued.joined(separator: " "))
    row.add(String?.none)
    return begin() + row.end
  }

  private func add(_ verdict: MessageJSON.Verdict, to row: inout CSVRow) {
    row.add(verdict.scl)
    row.add(verdict.filter)
    row.add(verdict.category)
    row.add(verdict.bcl)
    row.add(verdict.folder)
    row.add(verdict.cause)
  }

  private func add(_ results: MessageJSON.Authentication, to row: inout CSVRow) {
    row.add(results.spf)
    row.add(results.dkim.joined(separator: " "))
    row.add(results.dmarc)
    row.add(results.compauth)
    row.add(results.reason)
    row.add(results.judged)
  }

  mutating func add(_ problem: MessageFileProblem) -> String {
    defer { isBegun = true }
    let values = [
      "file": VisibleText(problem.file).description, "status": problem.status.rawValue,
      "findings": problem.finding.id, "error": problem.finding.message[setting.language],
    ]
    return begin() + CSVText.row(Self.names.map { values[$0] ?? "" })
  }

  mutating func end() -> String { begin() }

  private func begin() -> String { isBegun ? "" : CSVText.byteOrderMark + CSVText.row(Self.names) }
}
