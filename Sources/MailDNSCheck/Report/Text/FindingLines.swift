/// Findings as a text report lists them: what, what to do about it, and where that is written.
struct FindingLines {
  let findings: [Finding]
  let language: Language
  let ink: Ink

  /// Behind an empty line; that there are none is said, too.
  func add(to page: inout Page) {
    page.blank()
    guard !findings.isEmpty else {
      page.add(Wording.noFindings[language], indent: TextReport.indent)
      return
    }
    page.add(Wording.findings[language], indent: TextReport.indent, ink: { ink($0, .bold) })
    let column = Severity.allCases.map { $0.wording[language].displayWidth }.max() ?? 0
    let indent = TextReport.indent + column + 2
    var advice: [Wording] = []
    for finding in findings {
      let severity = finding.severity.wording[language]
      page.add(
        finding.message[language], indent: indent,
        label: "  " + ink(severity, finding.severity.tone),
        labelWidth: TextReport.indent + severity.displayWidth)
      if let place = finding.place {
        let excerpt = RecordExcerpt(of: place.text, at: place.range, width: page.width - indent)
        page.add(excerpt.line, indent: indent)
        page.add(excerpt.marks, indent: indent)
      }
      // The same advice to several findings is read once.
      if let fix = finding.fix, !advice.contains(fix) {
        advice.append(fix)
        let (text, records) = fix[language].textAndLines
        // The arrow of ASCII has two columns.
        let label =
          ink.isASCII
          ? String(repeating: " ", count: indent - 1) + "->" : String(repeating: " ", count: indent) + "→"
        page.add(text, indent: indent + 2, label: label, labelWidth: indent + 1)
        for record in records { page.addVerbatim(String(repeating: " ", count: indent + 2) + record) }
      }
      page.add("\(finding.id), \(finding.reference)", indent: indent, ink: { ink($0, .faint) })
    }
  }
}
