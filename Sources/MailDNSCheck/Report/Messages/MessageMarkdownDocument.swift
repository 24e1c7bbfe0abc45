/// A table of the messages, and below it the findings with what to do.
struct MessageMarkdownDocument: MessageDocument {
  let setting: MessageSetting
  /// The table is to be whole before the lists begin, so these wait.
  private var lists: [String] = []
  private var sum = MessageSum()
  private var isBegun = false

  /// Messages whose findings are listed; a mailbox may be larger than memory.
  private static let maximumLists = 200

  init(_ setting: MessageSetting) { self.setting = setting }

  mutating func add(_ report: MessageReport) -> String {
    let language = setting.language
    sum.add(report)
    let name = VisibleText(report.file).description + (report.index > 1 ? " (\(report.index))" : "")
    if lists.count < Self.maximumLists {
      let sentence = MessageSentence(message: report.examination, catalogue: setting.catalogue).wording[
        language]
      let flow = MessageFlow(message: report.examination, catalogue: setting.catalogue).wording[language]
      lists.append(
        "\n### \(MarkdownText.escaped(name))\n\n\(MarkdownText.escaped(sentence))\n\n\(MarkdownText.escaped(flow))\n\n"
          + picture(report) + report.findings.map(entry).joined())
    }
    let cells = [name, report.status.wording[language]] + MessageRow(report, setting.language).cells
    defer { isBegun = true }
    return begin() + MarkdownText.row(cells.map(MarkdownText.escaped))
  }

  mutating func add(_ problem: MessageFileProblem) -> String {
    defer { isBegun = true }
    let status = problem.status.wording[setting.language]
    let cells =
      [VisibleText(problem.file).description, "\(status): \(problem.finding.message[setting.language])"]
      + MessageRow.titles.map { _ in "-" }
    return begin() + MarkdownText.row(cells.map(MarkdownText.escaped))
  }

  mutating func end() -> String {
    guard sum.messages > 0 else { return begin() }
    let lines =
      sum.messages > 1
      ? "\n" + sum.lines(setting.language).map { MarkdownText.escaped($0) + "  \n" }.joined() : ""
    return lines + lists.joined()
  }

  /// The stations; of many messages those of the first, since a page with hundreds of pictures is not drawn.
  private func picture(_ report: MessageReport) -> String {
    guard lists.count < Self.maximumPictures else { return "" }
    let picture = MessagePicture(report: report, catalogue: setting.catalogue).picture()
    return picture.map { MermaidText.block($0, setting.language) + "\n" } ?? ""
  }

  private static let maximumPictures = 20

  private func begin() -> String { isBegun ? "" : head }

  private var head: String {
    let titles = [Wording.messageColumnFile, .statusColumn] + MessageRow.titles
    return MarkdownText.row(titles.map { $0[setting.language] }) + "|" + titles.map { _ in "---|" }.joined()
      + "\n"
  }

  private func entry(_ finding: Finding) -> String {
    let severity = finding.severity.wording[setting.language]
    let fix = finding.fix.map { MarkdownText.advice($0[setting.language]) } ?? ""
    return "- **\(severity)** \(MarkdownText.escaped(finding.message[setting.language])) (`\(finding.id)`)\n"
      + fix
  }
}

extension Wording {
  static let messageColumnFile = Wording("File", "ファイル")
}
