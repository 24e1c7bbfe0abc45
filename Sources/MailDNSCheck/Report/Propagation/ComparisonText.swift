/// What several resolvers have of a domain, as people read it: the one sentence that is wanted, then the records.
struct ComparisonText {
  let comparison: DomainComparison
  let language: Language
  let ink: Ink
  let width: Int
  /// -1 one line, 0 as usual, 1 with all resolvers for each record.
  let verbosity: Int
  var clock = WallClock.local

  /// Wider names of servers have a line of their own.
  private static let maximumServerWidth = 32

  var lines: [String] {
    let outlook = comparison.outlook
    let sentence = outlook.wording(clock, now: comparison.time)[language]
    let status = ink(comparison.status.wording[language], comparison.status.tone)
    if verbosity < 0 { return ["\(comparison.title): \(status): \(sentence)"] }
    var page = Page(width: width, isASCII: ink.isASCII)
    let titleWidth = comparison.title.displayWidth + 1
    page.add(
      comparison.status.wording[language], indent: titleWidth + 1,
      label: ink(comparison.title, .bold) + ":", labelWidth: titleWidth
    ) { ink($0, comparison.status.tone) }
    page.blank()
    page.add(sentence, indent: TextReport.indent)
    if let elsewhere = outlook.elsewhereWording(clock, now: comparison.time) {
      page.add(elsewhere[language], indent: TextReport.indent)
    }
    for doubt in outlook.doubts {
      page.add("※ " + doubt.wording[language], indent: TextReport.indent + 2, outdent: 2)
    }
    if case .by = outlook.kind, !comparison.uncounted.isEmpty {
      page.add(Wording.uncountedServers(comparison.uncounted)[language], indent: TextReport.indent)
    }
    page.blank()
    if comparison.records.isEmpty { page.add(Wording.noMailRecords[language], indent: TextReport.indent) }
    for record in comparison.records { add(record, to: &page) }
    return page.lines
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  private func add(_ record: RecordComparison, to page: inout Page) {
    let mark = ink.mark(record.status)
    let lead = String(repeating: " ", count: TextReport.indent)
    let label = comparison.label(of: record.question)
    let head = lead + ink(mark, record.status.tone) + " " + ink(label, .bold)
    let headWidth = TextReport.indent + mark.displayWidth + 1 + label.displayWidth
    let isShort = verbosity == 0 && (record.isAgreed || record.isAbsentEverywhere)
    guard !isShort else {
      let set = record.commonSet?.wording[language] ?? ""
      let column = TextReport.indent + mark.displayWidth + 1 + labelWidth + 2
      page.add(set, indent: column, label: head, labelWidth: headWidth)
      return
    }
    page.addVerbatim(head)
    for row in record.rows { add(row, to: &page) }
  }

  private func add(_ row: ComparisonRow, to page: inout Page) {
    let mark = row.status.map { ink.mark($0) } ?? String(repeating: " ", count: ink.mark(.ok).displayWidth)
    let lead = String(repeating: " ", count: TextReport.indent * 2)
    let time = row.timeLeft?.clockText ?? "–"
    let server = row.server[language]
    let label =
      lead + (row.status.map { ink(mark, $0.tone) } ?? mark) + " " + server.padded(to: serverWidth) + "  "
      + time.leftPadded(to: Self.timeWidth)
    let width =
      lead.count + mark.displayWidth + 1 + max(serverWidth, server.displayWidth) + 2
      + max(Self.timeWidth, time.displayWidth)
    page.add(row.answer[language], indent: column, label: label, labelWidth: width)
  }

  private static let timeWidth = 8

  /// Where what is there begins; on a narrow page, below.
  private var column: Int {
    let marks = TextReport.indent * 2 + ink.mark(.ok).displayWidth + 1
    let wanted = marks + serverWidth + 2 + Self.timeWidth + 2
    return wanted > max(Page.minimumWidth, width) * 2 / 3 ? marks + 2 : wanted
  }

  private var serverWidth: Int {
    let names = [Wording.zoneServers] + comparison.resolvers.map(\.wording)
    return min(Self.maximumServerWidth, names.map { $0[language].displayWidth }.max() ?? 0)
  }

  private var labelWidth: Int {
    min(
      Self.maximumServerWidth,
      comparison.records.map { comparison.label(of: $0.question).displayWidth }.max() ?? 0)
  }
}
