/// The changes of a domain, a line each, as people read them.
struct ChangeLines {
  let changes: DomainChanges
  let language: Language
  let ink: Ink

  /// With a mark each: what is critical, what has changed, what is worth knowing, what could not be seen.
  func add(to page: inout Page, indent: Int = TextReport.indent) {
    let told = changes.told
    for change in told.changes { line(change.wording, change.weight.status, to: &page, indent: indent) }
    if let rest = told.rest { line(rest, nil, to: &page, indent: indent) }
    if let unseen = changes.unseenWording { line(unseen, .unknown, to: &page, indent: indent) }
    if let again = changes.seenAgainWording { line(again, nil, to: &page, indent: indent) }
  }

  private func line(_ wording: Wording, _ status: Status?, to page: inout Page, indent: Int) {
    let mark = ink.mark(status)
    let lead = String(repeating: " ", count: indent)
    page.add(
      wording[language], indent: indent + mark.displayWidth + 1,
      label: lead + (status.map { ink(mark, $0.tone) } ?? mark), labelWidth: indent + mark.displayWidth)
  }
}

extension DomainChanges.Weight {
  /// As what a mark stands for it.
  var status: Status? {
    switch self {
    case .info: nil
    case .change: .warning
    case .critical: .critical
    }
  }
}
