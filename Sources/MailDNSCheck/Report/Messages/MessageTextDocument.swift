/// The whole report for one message; for several a table, a row a message, and a sum.
struct MessageTextDocument: MessageDocument {
  let setting: MessageSetting
  let ink: Ink
  let width: Int
  /// -1 a line a message, 1 and more the whole report of each.
  let verbosity: Int
  /// The first message waits until it is known whether there is another one.
  private var first: MessageReport?
  private var sum = MessageSum()

  init(_ setting: MessageSetting, ink: Ink, width: Int, verbosity: Int) {
    self.setting = setting
    self.ink = ink
    self.width = width
    self.verbosity = verbosity
  }

  mutating func add(_ report: MessageReport) -> String {
    sum.add(report)
    if verbosity < 0 { return row(report) }
    if verbosity > 0 { return (sum.messages > 1 ? "\n" : "") + full(report) }
    if sum.messages == 1, !setting.isList {
      first = report
      return ""
    }
    defer { first = nil }
    let earlier = first.map { head + row($0) } ?? (sum.messages == 1 ? head : "")
    return earlier + row(report)
  }

  /// A line that stands by itself, wherever it comes.
  func add(_ problem: MessageFileProblem) -> String { problem.finding.message[setting.language] + "\n" }

  mutating func end() -> String {
    if let first { return full(first) }
    guard sum.messages > 1 || setting.isList, verbosity >= 0 else { return "" }
    var page = Page(width: width, isASCII: ink.isASCII)
    for line in sum.lines(setting.language) { page.add(line, indent: 2, outdent: 2) }
    return "\n" + page.text
  }

  private func full(_ report: MessageReport) -> String {
    MessageTextReport(
      report: report, catalogue: setting.catalogue, language: setting.language, ink: ink, width: width
    ).text
  }

  private var head: String {
    ink(line(MessageRow.titles.map { $0[setting.language] }), .bold) + "\n"
  }

  private func row(_ report: MessageReport) -> String {
    ink(report.status.mark, report.status.tone) + line(MessageRow(report, setting.language).cells).dropFirst()
      + "\n"
  }

  /// The last column, the sender, is as wide as it is.
  private func line(_ cells: [String]) -> String {
    let widths = [16, 18, 8, 8, 18, 8]
    let padded = zip(cells, widths).map { $0.padded(to: $1) }
    return "  " + (padded + cells.dropFirst(widths.count)).joined(separator: "  ")
  }
}

/// A message in a table.
struct MessageRow {
  let cells: [String]

  static let titles: [Wording] = [
    .messageColumnTime, .routeColumn, .messageColumnFilter, .messageColumnFolder, .messageColumnCause,
    .messageColumnDelay, .messageFrom,
  ]

  init(_ report: MessageReport, _ language: Language) {
    let message = report.examination
    let time = message.receivedAt ?? message.trail.hops.last?.time ?? message.date
    let minute = time.map { String($0.description.prefix(16)).replacing("T", with: " ") } ?? "-"
    let verdict = message.verdict
    cells = [
      minute, message.way.route.rawValue, verdict.filter.map { VisibleText.shortened($0) } ?? "-",
      verdict.folder?.rawValue ?? "-", verdict.cause?.rawValue ?? "-",
      message.trail.duration.map { Wording.seconds($0.rounded())[language] } ?? "-",
      message.from.map { VisibleText.shortened($0) } ?? "-",
    ]
  }
}
