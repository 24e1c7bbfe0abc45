/// A report on exports as tables: findings as CSV or Markdown.
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

  var markdown: String {
    let files = report.evidence.files.map { file in
      MarkdownText.row([
        MarkdownText.escaped(VisibleText(file.name).description),
        MarkdownText.escaped(
          Wording.exportRows(file.kind, file.rows, isComplete: file.isComplete)[language]),
      ])
    }.joined()
    let heading = "## \(Wording.exchangeTitle[language]): \(report.status.wording[language])\n\n"
    let titles = MarkdownText.row([Wording.exportFiles[language], ""]) + "|---|---|\n"
    let findings = report.findings.map { finding in
      let fix = finding.fix.map { MarkdownText.advice($0[language]) } ?? ""
      let message = MarkdownText.escaped(finding.message[language])
      return
        "- **\(finding.severity.wording[language])** \(message) (`\(finding.id)`, \(finding.reference))\n"
        + fix
    }.joined()
    return heading + titles + files + (findings.isEmpty ? "" : "\n" + findings)
  }
}
