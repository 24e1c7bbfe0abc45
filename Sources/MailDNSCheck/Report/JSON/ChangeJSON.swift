/// What has changed between two runs, as JSON (docs/diff-schema.json).
struct ChangeJSON: Encodable, Sendable {
  let schema = 1
  @Nullable var before: String?
  @Nullable var after: String?
  let domains: Counts
  /// More than 30 % of at least 10 at once.
  let sudden: Bool
  let kinds: [String: Int]
  let common: [Common]
  let changes: [Entry]
  let added: [Added]
  let gone: [String]
  /// Whether there is more than the lists hold.
  let complete: Bool
  let broken: Broken

  struct Counts: Encodable, Sendable {
    let before: Int
    let after: Int
    let compared: Int
    let changed: Int
    let critical: Int
    let infos: Int
    let unseen: Int
    let added: Int
    let gone: Int
  }

  /// The same change at several domains.
  struct Common: Encodable, Sendable {
    let kind: String
    let removed: [String]
    let added: [String]
    let domains: Int
  }

  struct Added: Encodable, Sendable {
    let domain: String
    @Nullable var status: String?
  }

  /// Lines that could not be read.
  struct Broken: Encodable, Sendable {
    let before: Int
    let after: Int
  }

  /// The changes of one domain; `changes` of a report, too.
  struct Entry: Encodable, Sendable {
    let domain: String
    @Nullable var before: String?
    @Nullable var after: String?
    @Nullable var status: String?
    let weight: String
    let changes: [Change]
    let unseen: [Unseen]
    let seenAgain: [Subject]
  }

  struct Change: Encodable, Sendable {
    let kind: String
    @Nullable var name: String?
    let removed: [String]
    let added: [String]
    let weight: String
    @Nullable var note: String?
    /// Of findings.
    @Nullable var severity: String?
    @Nullable var subject: String?
  }

  /// What could not be seen, with the last known value.
  struct Unseen: Encodable, Sendable {
    let kind: String
    @Nullable var name: String?
    let last: [String]
    @Nullable var since: String?
  }

  struct Subject: Encodable, Sendable {
    let kind: String
    @Nullable var name: String?
  }
}

extension ChangeJSON {
  init(_ comparison: RunComparison, brokenBefore: Int = 0, brokenAfter: Int = 0) {
    let entries = comparison.entries
    self.init(
      before: comparison.before.map(Self.visible), after: comparison.after.map(Self.visible),
      domains: Counts(
        before: comparison.earlier, after: comparison.later, compared: comparison.compared,
        changed: comparison.changed, critical: comparison.critical, infos: comparison.infos,
        unseen: comparison.unseen, added: comparison.added, gone: comparison.gone),
      sudden: comparison.isSudden,
      kinds: Dictionary(
        comparison.kinds.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: { first, _ in first }),
      common: comparison.commonChanges(Self.commonShown).map { group, domains in
        Common(
          kind: group.kind.rawValue, removed: group.removed.map(Self.visible),
          added: group.added.map(Self.visible),
          domains: domains)
      },
      changes: entries.map(Entry.init),
      added: comparison.addedDomains.map {
        Added(domain: Self.visible($0.domain), status: $0.status?.rawValue)
      },
      gone: comparison.goneDomains.map(Self.visible),
      complete: entries.count == comparison.told
        && comparison.addedDomains.count == comparison.added
        && comparison.goneDomains.count == comparison.gone,
      broken: Broken(before: brokenBefore, after: brokenAfter))
  }

  private static let commonShown = 10

  fileprivate static func visible(_ text: String) -> String { VisibleText(text).description }
}

extension ChangeJSON.Entry {
  init(_ changes: DomainChanges) {
    self.init(
      domain: ChangeJSON.visible(changes.domain), before: changes.before.map(ChangeJSON.visible),
      after: changes.after.map(ChangeJSON.visible), status: changes.status?.rawValue,
      weight: changes.weight.rawValue,
      changes: changes.changes.map { change in
        ChangeJSON.Change(
          kind: change.subject.kind.rawValue, name: change.subject.shownName,
          removed: change.removed.map(ChangeJSON.visible), added: change.added.map(ChangeJSON.visible),
          weight: change.weight.rawValue, note: change.note?.rawValue,
          severity: change.finding?.severity.rawValue,
          subject: change.finding.map { ChangeJSON.visible($0.subject) })
      },
      unseen: changes.unseen.map { item in
        ChangeJSON.Unseen(
          kind: item.subject.kind.rawValue, name: item.subject.shownName,
          last: item.last.map(ChangeJSON.visible),
          since: item.since.map(ChangeJSON.visible))
      },
      seenAgain: changes.seenAgain.map { ChangeJSON.Subject(kind: $0.kind.rawValue, name: $0.shownName) })
  }
}

extension ChangeSubject {
  fileprivate var shownName: String? { name.isEmpty ? nil : VisibleText(name).description }
}
