/// What has changed between two runs, as people read it.
struct ChangeText {
  let comparison: RunComparison
  let language: Language
  let ink: Ink
  let width: Int
  let verbosity: Int

  /// Domains that are shown, unless more is asked for.
  private static let shown = 100

  var text: String {
    var page = Page(width: width, isASCII: ink.isASCII)
    let sum = comparison.lines(language)
    if verbosity < 0 {
      for line in sum.prefix(comparison.isSudden ? 2 : 1) { page.addVerbatim(line) }
      return page.text
    }
    for line in sum { page.add(line) }
    let entries = comparison.entries
    let limit = verbosity > 0 ? entries.count : Self.shown
    for entry in entries.prefix(limit) {
      page.blank()
      page.add(
        VisibleText.shortened(entry.domain, atMost: DomainChanges.longestDomain), ink: { ink($0, .bold) })
      ChangeLines(changes: entry, language: language, ink: ink).add(to: &page)
    }
    rest(comparison.told - min(limit, entries.count), to: &page)
    list(
      comparison.addedDomains.map(\.domain), of: comparison.added,
      .onlyLater,
      to: &page)
    list(
      comparison.goneDomains, of: comparison.gone, .onlyEarlier,
      to: &page)
    return page.text
  }

  private func rest(_ count: Int, to page: inout Page) {
    guard count > 0 else { return }
    page.blank()
    page.add(Wording.furtherEntries(count)[language])
  }

  private func list(_ domains: [String], of count: Int, _ title: Wording, to page: inout Page) {
    guard count > 0 else { return }
    page.blank()
    page.add(title[language] + ":")
    let limit = verbosity > 0 ? domains.count : min(domains.count, Self.shown)
    for domain in domains.prefix(limit) {
      page.add(VisibleText.shortened(domain, atMost: DomainChanges.longestDomain), indent: TextReport.indent)
    }
    if count > limit { page.add(Wording.furtherEntries(count - limit)[language], indent: TextReport.indent) }
  }
}
