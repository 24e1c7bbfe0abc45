/// What has changed between two runs as annotations of GitHub Actions.
struct ChangeGitHub {
  let comparison: RunComparison
  let language: Language

  /// Domains that are told: the runner shows ten of a kind.
  private static let shown = 100

  var text: String {
    let sum = comparison.lines(language).joined(separator: " ")
    let command = comparison.isSudden ? "warning" : "notice"
    let lead = GitHubText.command(command, ["title": "maildnscheck diff"], sum)
    return lead + comparison.entries.prefix(Self.shown).map { Self.commands($0, language) }.joined()
  }

  /// An annotation for each change of a domain; what could not be seen is a notice.
  static func commands(_ changes: DomainChanges, _ language: Language) -> String {
    let domain = VisibleText.shortened(changes.domain, atMost: 260)
    let told = changes.changes.map { change in
      GitHubText.command(
        change.weight.command, ["title": "\(domain): \(change.subject.kind.rawValue)"],
        change.wording[language])
    }
    let unseen = changes.unseenWording.map { wording in
      GitHubText.command("notice", ["title": "\(domain): unseen"], wording[language])
    }
    return told.joined() + (unseen ?? "")
  }
}

extension DomainChanges.Weight {
  fileprivate var command: String {
    switch self {
    case .info: "notice"
    case .change: "warning"
    case .critical: "error"
    }
  }
}
