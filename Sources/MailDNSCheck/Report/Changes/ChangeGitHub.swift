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
    return lead + comparison.entries.prefix(Self.shown).map { GitHubText.commands($0, language) }.joined()
  }
}
