extension MarkdownText {
  /// A row of a table: the domain, and what has changed at it.
  static func row(_ changes: DomainChanges, _ language: Language) -> String {
    let name = escaped(VisibleText.shortened(changes.domain, atMost: DomainChanges.longestDomain))
    return row([name, cell(changes, language)])
  }

  /// What has changed, with a mark each.
  static func cell(_ changes: DomainChanges, _ language: Language) -> String {
    let told = changes.told.changes.map { change in
      (change.weight.status.map { $0.mark + " " } ?? "") + escaped(change.wording[language])
    }
    let others = [changes.told.rest, changes.unseenWording, changes.seenAgainWording].compactMap {
      $0?[language]
    }
    return (told + others.map { "? " + escaped($0) }).joined(separator: "<br>")
  }
}

extension DomainChanges {
  /// What is told of the domain, a line each; of a domain that the earlier run does not have, and of one at which nothing has
  /// changed, that.
  func lines(_ language: Language) -> [String] {
    guard !isNew, !isEmpty else { return [title[language]] }
    let others = [told.rest, unseenWording, seenAgainWording].compactMap { $0?[language] }
    return told.changes.map { $0.wording[language] } + others
  }
}

extension ChangeSubject {
  /// `mx`, `dkim:selector1`: for programs.
  var identifier: String {
    name.isEmpty ? kind.rawValue : "\(kind.rawValue):\(VisibleText(name))"
  }
}

extension GitHubText {
  /// An annotation for each change of a domain; what could not be seen is a notice.
  static func commands(_ changes: DomainChanges, _ language: Language) -> String {
    let domain = VisibleText.shortened(changes.domain, atMost: DomainChanges.longestDomain)
    let told = changes.told.changes.map { change in
      command(
        change.weight.command, ["title": "\(domain): \(change.subject.kind.rawValue)"],
        change.wording[language])
    }
    let unseen = changes.unseenWording.map { wording in
      command("notice", ["title": "\(domain): unseen"], wording[language])
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
