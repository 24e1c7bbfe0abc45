/// A report on exports that an administrator reads top down: which files, closed or not, what came around, what is billed.
struct ExchangeText {
  let report: ExchangeReport
  let language: Language
  let ink: Ink
  let width: Int
  /// -1 one line, 0 as usual, 1 with addresses.
  let verbosity: Int

  private static let indent = TextReport.indent

  var text: String {
    let status = ink(report.status.wording[language], .bold, report.status.tone)
    let title = ink(Wording.exchangeTitle[language], .bold) + ": " + status
    guard verbosity >= 0 else { return title + "\n" }
    var page = Page(width: width, isASCII: ink.isASCII)
    page.addVerbatim(title)
    for section in ExchangeSection.all(of: report, language, isWhole: verbosity >= 1) {
      page.blank()
      page.add(section.title[language], indent: Self.indent, ink: { ink($0, .bold) })
      for line in section.lines {
        if ExchangeSection.isAddress(line) {
          page.addVerbatim(String(repeating: " ", count: Self.indent * 2) + line)
        } else {
          page.add(line, indent: Self.indent * 3, outdent: Self.indent)
        }
      }
    }
    FindingLines(findings: report.findings, language: language, ink: ink).add(to: &page)
    return page.text
  }
}
