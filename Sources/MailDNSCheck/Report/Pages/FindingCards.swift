/// Findings on a page, each with what to publish below it, to be copied.
struct FindingCards {
  let findings: [Finding]
  let language: Language
  /// The number of the subject on the page.
  let subject: Int
  let heading: HTMLElement

  /// Excerpts of records are so wide that a phone shows most of one.
  private static let excerptWidth = 60

  var html: [HTML] {
    guard !findings.isEmpty else { return [HTML(.p, text: Wording.noFindings[language])] }
    var advice: Set<Wording> = []
    var kinds: Set<String> = []
    return [HTML(heading, text: Wording.findings[language])]
      + findings.map { finding in
        // An anchor is there once, and the same advice to several findings is read once.
        let isFirst = kinds.insert(finding.id).inserted
        let fix = finding.fix.flatMap { advice.insert($0).inserted ? $0 : nil }
        return card(finding, fix, isAnchored: isFirst)
      }
  }

  private func card(_ finding: Finding, _ fix: Wording?, isAnchored: Bool) -> HTML {
    let anchor: [HTMLAttribute] = isAnchored ? [.id(.finding(subject: subject, finding.kind))] : []
    var content = [
      HTML(
        .p, [],
        [PagePart.badge(finding.severity, language), .text(" ")] + HTML.sentence(finding.message[language]))
    ]
    if let place = finding.place {
      let excerpt = RecordExcerpt(of: place.text, at: place.range, width: Self.excerptWidth)
      content.append(HTML(.pre, [.class(.excerpt)], text: excerpt.line + "\n" + excerpt.marks))
    }
    if let fix {
      let (text, records) = fix[language].textAndLines
      content.append(HTML(.p, [.class(.fix)], [.text("→ ")] + HTML.sentence(text)))
      content.append(.copyable(records.isEmpty ? lines(of: finding) : records))
    }
    content.append(HTML(.p, [.class(.remark)], text: "\(finding.id), \(finding.reference)"))
    return HTML(.article, anchor + [.class(.finding, finding.severity.pageClass)], content)
  }

  /// The records that the remedy names, as lines of a zone file.
  private func lines(of finding: Finding) -> [String] { finding.edits.flatMap(\.lines) }
}
