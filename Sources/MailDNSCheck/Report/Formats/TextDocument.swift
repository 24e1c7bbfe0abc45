/// The text reports one below the other, and a few lines on all of them.
struct TextDocument: ReportDocument {
  let setting: ReportSetting
  let ink: Ink
  let width: Int
  let verbosity: Int
  /// Whether only what all domains come to is wanted.
  let isSummaryAlone: Bool
  private var isBegun = false
  private var summary = RunSummary()
  /// What has changed since an earlier run.
  private var comparison = RunComparison()
  private var refused: [String] = []
  private var refusedCount = 0

  /// Lines that were refused are shown up to this many.
  private static let maximumRefused = 100

  init(_ setting: ReportSetting, ink: Ink, width: Int, verbosity: Int, isSummaryAlone: Bool = false) {
    self.setting = setting
    self.ink = ink
    self.width = width
    self.verbosity = verbosity
    self.isSummaryAlone = isSummaryAlone
  }

  mutating func add(_ report: DomainReport) -> String {
    count(report)
    return isSummaryAlone ? "" : text(of: report)
  }

  mutating func count(_ report: DomainReport) {
    summary.add(report)
    if let changes = report.changes { comparison.count(changes) }
  }

  mutating func add(_ problem: InputProblem) -> String {
    if problem.isOfRun { return (isBegun ? "\n" : "") + problem.message(setting.language) + "\n" }
    refusedCount += 1
    if refused.count < Self.maximumRefused { refused.append(problem.message(setting.language)) }
    return ""
  }

  private mutating func text(of report: DomainReport) -> String {
    defer { isBegun = true }
    let text = TextReport(
      report: report, catalogue: setting.catalogue, language: setting.language, ink: ink, width: width,
      verbosity: verbosity
    ).text
    return !isBegun || verbosity < 0 ? text : "\n" + text
  }

  func end() -> String {
    let indent = TextReport.indent
    var page = Page(width: width, isASCII: ink.isASCII)
    if refusedCount > 0 {
      let rest = refusedCount - refused.count
      page.add(Wording.linesNotChecked(refusedCount)[setting.language])
      for line in refused + (rest > 0 ? [Wording.furtherEntries(rest)[setting.language]] : []) {
        page.add(line, indent: indent * 2, outdent: indent)
      }
    }
    let isSummedUp = summary.domains > 1 && verbosity >= 0 || isSummaryAlone
    for block in [
      comparison.later > 1 ? comparison.lines(setting.language) : [],
      isSummedUp ? summary.lines(setting.language) : [],
    ] where !block.isEmpty {
      page.blank()
      for line in block { page.add(line, indent: indent, outdent: indent) }
    }
    let text = page.text
    return text.isEmpty || !isBegun ? text : "\n" + text
  }
}
