/// What has changed between two runs, for a job summary, a ticket or a pull request: a table with a row a domain.
struct ChangeMarkdown {
  let comparison: RunComparison
  let language: Language
  /// Whether all that is kept is shown.
  let isWhole: Bool

  /// Domains that are shown, unless more is asked for: a comment that is too long is refused.
  private static let shown = 100

  var text: String {
    var lines = comparison.lines(language).enumerated().map { index, line in
      let text = MarkdownText.escaped(line)
      return comparison.isSudden && index == 0 ? "**\(text)**\n\n" : "\(text)\n\n"
    }
    let entries = comparison.entries.prefix(isWhole ? .max : Self.shown)
    if !entries.isEmpty {
      lines.append(
        MarkdownText.row([Wording.domainColumn[language], Wording.changesColumn[language]]) + "|---|---|\n")
      lines += entries.map { MarkdownText.row($0, language) }
      let rest = comparison.told - entries.count
      if rest > 0 { lines.append("\n\(Wording.furtherEntries(rest)[language])\n") }
    }
    lines += list(comparison.addedDomains.map(\.domain), comparison.added, .onlyLater)
    lines += list(comparison.goneDomains, comparison.gone, .onlyEarlier)
    return lines.joined()
  }

  private func list(_ domains: [String], _ count: Int, _ title: Wording) -> [String] {
    guard count > 0 else { return [] }
    let shown = domains.prefix(isWhole ? .max : Self.shown)
    let items = shown.map {
      "- \(MarkdownText.escaped(VisibleText.shortened($0, atMost: DomainChanges.longestDomain)))\n"
    }
    let rest = count - shown.count
    return ["\n\(title[language]):\n\n"] + items
      + (rest > 0 ? ["- \(Wording.furtherEntries(rest)[language])\n"] : [])
  }
}
