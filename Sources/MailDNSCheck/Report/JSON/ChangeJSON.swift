/// What has changed between two runs, as JSON (docs/diff-schema.json).
struct ChangeJSON: JSONObject, Sendable {
  let schema = 1
  let before: String?
  let after: String?
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

  struct Counts: JSONObject, Sendable {
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
  struct Common: JSONObject, Sendable {
    let kind: String
    let removed: [String]
    let added: [String]
    let domains: Int
  }

  struct Added: JSONObject, Sendable {
    let domain: String
    let status: String?
  }

  /// Lines that could not be read.
  struct Broken: JSONObject, Sendable {
    let before: Int
    let after: Int
  }

  /// The changes of one domain; `changes` of a report, too.
  struct Entry: JSONObject, Sendable {
    let domain: String
    let before: String?
    let after: String?
    let status: String?
    let weight: String
    let changes: [Change]
    let unseen: [Unseen]
    let seenAgain: [Subject]
  }

  struct Change: JSONObject, Sendable {
    let kind: String
    let name: String?
    let removed: [String]
    let added: [String]
    let weight: String
    let note: String?
    /// Of findings.
    let severity: String?
    let subject: String?
  }

  /// What could not be seen, with the last known value.
  struct Unseen: JSONObject, Sendable {
    let kind: String
    let name: String?
    let last: [String]
    let since: String?
  }

  struct Subject: JSONObject, Sendable {
    let kind: String
    let name: String?
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

extension ChangeJSON {
  func addMembers(to json: inout JSONWriter) {
    json.add("added", added)
    json.add("after", after)
    json.add("before", before)
    json.add("broken", broken)
    json.add("changes", changes)
    json.add("common", common)
    json.add("complete", complete)
    json.add("domains", domains)
    json.add("gone", gone)
    json.add("kinds", kinds)
    json.add("schema", schema)
    json.add("sudden", sudden)
  }
}

extension ChangeJSON.Counts {
  func addMembers(to json: inout JSONWriter) {
    json.add("added", added)
    json.add("after", after)
    json.add("before", before)
    json.add("changed", changed)
    json.add("compared", compared)
    json.add("critical", critical)
    json.add("gone", gone)
    json.add("infos", infos)
    json.add("unseen", unseen)
  }
}

extension ChangeJSON.Common {
  func addMembers(to json: inout JSONWriter) {
    json.add("added", added)
    json.add("domains", domains)
    json.add("kind", kind)
    json.add("removed", removed)
  }
}

extension ChangeJSON.Added {
  func addMembers(to json: inout JSONWriter) {
    json.add("domain", domain)
    json.add("status", status)
  }
}

extension ChangeJSON.Broken {
  func addMembers(to json: inout JSONWriter) {
    json.add("after", after)
    json.add("before", before)
  }
}

extension ChangeJSON.Entry {
  func addMembers(to json: inout JSONWriter) {
    json.add("after", after)
    json.add("before", before)
    json.add("changes", changes)
    json.add("domain", domain)
    json.add("seenAgain", seenAgain)
    json.add("status", status)
    json.add("unseen", unseen)
    json.add("weight", weight)
  }
}

extension ChangeJSON.Change {
  func addMembers(to json: inout JSONWriter) {
    json.add("added", added)
    json.add("kind", kind)
    json.add("name", name)
    json.add("note", note)
    json.add("removed", removed)
    json.add("severity", severity)
    json.add("subject", subject)
    json.add("weight", weight)
  }
}

extension ChangeJSON.Unseen {
  func addMembers(to json: inout JSONWriter) {
    json.add("kind", kind)
    json.add("last", last)
    json.add("name", name)
    json.add("since", since)
  }
}

extension ChangeJSON.Subject {
  func addMembers(to json: inout JSONWriter) {
    json.add("kind", kind)
    json.add("name", name)
  }
}
