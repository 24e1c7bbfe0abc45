/// The text reports one below the other, and a few lines on all of them.
struct TextDocument: ReportDocument {
  let setting: ReportSetting
  let ink: Ink
  let width: Int
  let verbosity: Int
  private var summary = RunSummary()

  init(_ setting: ReportSetting, ink: Ink, width: Int, verbosity: Int) {
    self.setting = setting
    self.ink = ink
    self.width = width
    self.verbosity = verbosity
  }

  mutating func add(_ report: DomainReport) -> String {
    let isFirst = summary.domains == 0
    summary.add(report)
    let text = TextReport(
      report: report, catalogue: setting.catalogue, language: setting.language, ink: ink, width: width,
      verbosity: verbosity
    ).text
    return isFirst || verbosity < 0 ? text : "\n" + text
  }

  func end() -> String {
    guard summary.domains > 1, verbosity >= 0 else { return "" }
    return "\n" + summary.lines(setting.language).map { $0 + "\n" }.joined()
  }
}
