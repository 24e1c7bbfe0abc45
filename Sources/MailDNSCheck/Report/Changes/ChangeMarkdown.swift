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
      lines += entries.map(Self.row(language))
      let rest = comparison.changed + comparison.infos - entries.count { !$0.changes.isEmpty }
      if rest > 0 { lines.append("\n\(Wording.furtherDomains(rest)[language])\n") }
    }
    lines += list(comparison.addedDomains.map(\.domain), comparison.added, .onlyLater)
    lines += list(comparison.goneDomains, comparison.gone, .onlyEarlier)
    return lines.joined()
  }

  /// Also below a report of the check.
  static func row(_ language: Language) -> (DomainChanges) -> String {
    { changes in
      var cells = changes.changes.map { change in
        (change.weight.status.map { $0.mark + " " } ?? "") + MarkdownText.escaped(change.wording[language])
      }
      for wording in [changes.unseenWording, changes.seenAgainWording].compactMap(\.self) {
        cells.append("? " + MarkdownText.escaped(wording[language]))
      }
      let name = MarkdownText.escaped(VisibleText.shortened(changes.domain, atMost: 260))
      return MarkdownText.row([name, cells.joined(separator: "<br>")])
    }
  }

  private func list(_ domains: [String], _ count: Int, _ title: Wording) -> [String] {
    guard count > 0 else { return [] }
    let shown = domains.prefix(isWhole ? .max : Self.shown)
    let items = shown.map { "- \(MarkdownText.escaped(VisibleText.shortened($0, atMost: 260)))\n" }
    let rest = count - shown.count
    return ["\n\(title[language]):\n\n"] + items
      + (rest > 0 ? ["- \(Wording.furtherDomains(rest)[language])\n"] : [])
  }
}

extension Wording {
  static let changesColumn = Wording("What has changed", "変化")
  static let onlyLater = Wording("Only in the later run", "新しい実行だけにあるドメイン")
  static let onlyEarlier = Wording("Only in the earlier run", "以前の実行だけにあるドメイン")
}
