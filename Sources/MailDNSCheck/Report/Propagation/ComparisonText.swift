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
    for (server, failure) in comparison.silent {
      let text = server.wording[language] + ": " + Wording.unheardServer(failure)[language]
      page.add("? " + text, indent: TextReport.indent + 2, outdent: 2)
    }
    if verbosity > 0, !comparison.servers.isEmpty {
      page.add(Wording.askedZoneServers(comparison.servers)[language], indent: TextReport.indent)
    }
    page.blank()
    addHeading(to: &page)
    for record in comparison.records { add(record, to: &page) }
    return page.lines
  }

  var text: String { lines.map { $0 + "\n" }.joined() }

  private func isShort(_ record: ComparedRecord) -> Bool {
    verbosity == 0 && record.status(without: silent) == .ok
  }

  private var silent: Set<ComparedServer> { Set(comparison.silent.map(\.server)) }

  /// Above the columns, where there are any.
  private func addHeading(to page: inout Page) {
    guard !isNarrow, comparison.records.contains(where: { !isShort($0) }) else { return }
    let lead = String(repeating: " ", count: marks)
    let names = [Wording.serverColumn, .timeLeftColumn, .answerColumn].map { $0[language] }
    page.addVerbatim(
      ink(
        lead + names[0].padded(to: serverWidth) + "  " + names[1].leftPadded(to: timeWidth) + "  " + names[2],
        .faint))
  }

  private func add(_ record: ComparedRecord, to page: inout Page) {
    let status = record.status(without: silent)
    let mark = ink.mark(status)
    let lead = String(repeating: " ", count: TextReport.indent)
    let label = comparison.label(of: record.question)
    let head = lead + ink(mark, status.tone) + " " + ink(label, .bold)
    let headWidth = TextReport.indent + mark.displayWidth + 1 + label.displayWidth
    guard !isShort(record) else {
      let set = record.commonSet?.wording[language] ?? ""
      let column = TextReport.indent + mark.displayWidth + 1 + labelWidth + 2
      page.add(set, indent: column, label: head, labelWidth: headWidth)
      return
    }
    page.addVerbatim(head)
    for row in record.rows(without: silent) { add(row, to: &page) }
  }

  private func add(_ row: ComparisonRow, to page: inout Page) {
    let mark = row.status.map { ink.mark($0) } ?? String(repeating: " ", count: ink.mark(.ok).displayWidth)
    let lead = String(repeating: " ", count: TextReport.indent * 2)
    let time = row.timeLeft?.clockText ?? (ink.isASCII ? "-" : "–")
    let server = row.server[language]
    let label =
      lead + (row.status.map { ink(mark, $0.tone) } ?? mark) + " " + server.padded(to: serverWidth) + "  "
      + time.leftPadded(to: timeWidth)
    let width =
      lead.count + mark.displayWidth + 1 + max(serverWidth, server.displayWidth) + 2
      + max(timeWidth, time.displayWidth)
    page.add(row.answer[language], indent: column, label: label, labelWidth: width)
  }

  private var timeWidth: Int { max(8, Wording.timeLeftColumn[language].displayWidth) }

  private var marks: Int { TextReport.indent * 2 + ink.mark(.ok).displayWidth + 1 }

  /// Where what is there begins; on a narrow page, below.
  private var column: Int { isNarrow ? marks + 2 : wantedColumn }

  private var wantedColumn: Int { marks + serverWidth + 2 + timeWidth + 2 }

  private var isNarrow: Bool { wantedColumn > max(Page.minimumWidth, width) * 2 / 3 }

  private var serverWidth: Int {
    // Those of the zone have rows of their own where they contradict each other.
    let apart = comparison.records.filter(\.zone.isContradiction).flatMap(\.own).map(\.server)
    let names = [Wording.zoneServers] + (comparison.resolvers + apart).map(\.wording)
    return min(Self.maximumServerWidth, names.map { $0[language].displayWidth }.max() ?? 0)
  }

  private var labelWidth: Int {
    min(
      Self.maximumServerWidth,
      comparison.records.map { comparison.label(of: $0.question).displayWidth }.max() ?? 0)
  }
}
