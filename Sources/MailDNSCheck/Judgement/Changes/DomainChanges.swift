/// What is another for a domain than it was.
struct DomainChanges: Hashable, Sendable {
  let domain: String
  /// When the two reports were made.
  let before: String?
  let after: String?
  /// What the domain comes to now.
  let status: Status?
  /// In the order of the kinds.
  let changes: [Change]
  /// What was seen then and could not be seen now: never a change.
  let unseen: [Unseen]
  /// What could not be seen then and is seen now: nor this.
  let seenAgain: [ChangeSubject]
  /// Whether the earlier run has no report on the domain.
  var isNew = false

  struct Change: Hashable, Sendable {
    let subject: ChangeSubject
    /// Words that are there no longer, and those that are new.
    let removed: [String]
    let added: [String]
    let weight: Weight
    var note: Note?
    /// Of a finding: what it is.
    var finding: FindingMark?
  }

  enum Weight: String, CaseIterable, Sendable {
    /// Worth knowing, and no change of the domain's own.
    case info
    case change
    /// What is there now is critical.
    case critical
  }

  enum Note: String, CaseIterable, Sendable {
    /// The key behind a CNAME that is as it was.
    case rotation
    /// The record of SPF is as it was: what it includes has changed.
    case included
    /// Of a host that is not the domain's own.
    case foreignHost = "foreign-host"
  }

  struct Unseen: Hashable, Sendable {
    let subject: ChangeSubject
    let last: [String]
    /// When that was.
    let since: String?
  }

  /// Whether there is nothing to tell.
  var isEmpty: Bool { changes.isEmpty && unseen.isEmpty && seenAgain.isEmpty }

  var weight: Weight {
    if changes.contains(where: { $0.weight == .critical }) { return .critical }
    return changes.contains { $0.weight == .change } ? .change : .info
  }
}

extension DomainChanges {
  /// Of a domain that the earlier run does not have.
  init(new snapshot: DomainSnapshot) {
    self.init(
      domain: snapshot.domain, before: nil, after: snapshot.checkedAt, status: snapshot.status, changes: [],
      unseen: [], seenAgain: [], isNew: true)
  }

  init(from old: DomainSnapshot, to new: DomainSnapshot) {
    var comparison = SnapshotComparison(old: old, new: new)
    comparison.compareObservations()
    comparison.compareFindings()
    self.init(
      domain: new.domain, before: old.checkedAt, after: new.checkedAt, status: new.status,
      changes: comparison.changes, unseen: comparison.unseen, seenAgain: comparison.seenAgain)
  }
}
