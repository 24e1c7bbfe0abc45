/// A report on exports for a spreadsheet (findings as CSV) or a page of Markdown.
struct ExchangeTables {
  let report: ExchangeReport
  let language: Language

  /// A row a finding.
  var csv: String {
    CSVText.byteOrderMark + CSVText.row(["severity", "id", "subject", "message", "fix"])
      + report.findings.map { finding in
        CSVText.row([
          finding.severity.rawValue, finding.id, finding.subject, finding.message[language],
          finding.fix?[language].onOneLine ?? "",
        ])
      }.joined()
  }

  /// - Parameter isWhole: Lists in full, and addresses of people with them.
  func markdown(isWhole: Bool) -> String {
    let heading = "## \(Wording.exchangeTitle[language]): \(report.status.wording[language])\n"
    let picture =
      ExchangePicture(report: report).picture().map { "\n" + MermaidText.block($0, language) } ?? ""
    let sections = ExchangeSection.all(of: report, language, isWhole: isWhole).map { section in
      "\n### \(section.title[language])\n\n"
        + section.lines.map { "- \(MarkdownText.escaped($0))\n" }.joined()
    }.joined()
    let findings = report.findings.map { finding in
      let fix = finding.fix.map { MarkdownText.advice($0[language]) } ?? ""
      let message = MarkdownText.escaped(finding.message[language])
      return
        "- **\(finding.severity.wording[language])** \(message) (`\(finding.id)`, \(finding.reference))\n"
        + fix
    }.joined()
    return heading + picture + sections
      + (findings.isEmpty ? "" : "\n### \(Wording.findings[language])\n\n" + findings)
  }
}
