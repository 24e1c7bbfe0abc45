/// Holds two reports on a domain against each other.
///
/// *Unknown* on either side is no change: then the last known value stands. What only one of the reports speaks of is not compared.
struct SnapshotComparison {
  let old: DomainSnapshot
  let new: DomainSnapshot
  private(set) var changes: [DomainChanges.Change] = []
  private(set) var unseen: [DomainChanges.Unseen] = []
  private(set) var seenAgain: [ChangeSubject] = []

  /// Areas in which something is critical now.
  private let criticalAreas: Set<String>

  init(old: DomainSnapshot, new: DomainSnapshot) {
    self.old = old
    self.new = new
    criticalAreas = Set(new.findings.lazy.filter { $0.severity == .critical }.map(\.area))
  }

  mutating func compareObservations() {
    let subjects = old.observations.keys.filter { new.observations[$0] != nil }
    var found: [DomainChanges.Change] = []
    for subject in subjects.sorted(by: Self.precedes) {
      let (standing, since) = old.standing(subject)
      switch (standing, new.observations[subject]) {
      case (.known(let before)?, .known(let after)?):
        if before != after { found.append(change(subject, before, after)) }
      case (.known(let last)?, .unknown?):
        // That something unpublished could not be asked for is nothing to tell.
        if !last.isEmpty { unseen.append(.init(subject: subject, last: last, since: since)) }
      case (.unknown?, .known?): seenAgain.append(subject)
      default: break
      }
    }
    changes += Self.withoutRepetitions(movedKeys(found))
  }

  /// A finding is new where the area was seen whole before, and gone where it is seen whole now.
  mutating func compareFindings() {
    let (then, now) = (Self.seenAreas(in: old), Self.seenAreas(in: new))
    let appeared = new.findings.subtracting(old.findings).filter { Self.isSeen($0.area, in: then, of: old) }
    let gone = old.findings.subtracting(new.findings).filter { Self.isSeen($0.area, in: now, of: new) }
    for finding in appeared.sorted(by: Self.precedes) {
      let weight: DomainChanges.Weight =
        switch finding.severity {
        case .critical: .critical
        case .warning: .change
        case .info, .unknown: .info
        }
      changes.append(
        .init(
          subject: ChangeSubject(kind: .finding, name: finding.id), removed: [], added: [finding.message],
          weight: weight, finding: finding))
    }
    for finding in gone.sorted(by: Self.precedes) {
      changes.append(
        .init(
          subject: ChangeSubject(kind: .finding, name: finding.id), removed: [finding.message], added: [],
          weight: finding.severity == .info ? .info : .change, finding: finding))
    }
  }

  private func change(_ subject: ChangeSubject, _ before: [String], _ after: [String]) -> DomainChanges.Change
  {
    let (old, new) = (Set(before), Set(after))
    let note = note(on: subject)
    let isOwn = note == nil || note == .included
    return DomainChanges.Change(
      subject: subject, removed: before.filter { !new.contains($0) },
      added: after.filter { !old.contains($0) },
      weight: !isOwn ? .info : criticalAreas.contains(subject.kind.area) ? .critical : .change, note: note)
  }

  private func note(on subject: ChangeSubject) -> DomainChanges.Note? {
    switch subject.kind {
    case .dkim:
      let name = ChangeSubject(kind: .dkimName, name: subject.name)
      let isHosted = new.hostedSelectors.contains(subject.name)
      return isHosted && old.standing(name).observation == new.observations[name] ? .rotation : nil
    case .spf: return old.spfRecord != nil && old.spfRecord == new.spfRecord ? .included : nil
    case .tlsa:
      let isOwn = subject.name == new.domain || subject.name.hasSuffix("." + new.domain)
      return isOwn ? nil : .foreignHost
    default: return nil
    }
  }

  /// A provider's pair of selectors takes turns: a key that goes from `key1.smx` to `key2.smx`, both at a host of the
  /// provider's, is its rotation.
  private func movedKeys(_ found: [DomainChanges.Change]) -> [DomainChanges.Change] {
    let keys = found.filter { $0.subject.kind == .dkim }
    let gone = keys.filter { $0.added.isEmpty && old.hostedSelectors.contains($0.subject.name) }
    let come = keys.filter { $0.removed.isEmpty && new.hostedSelectors.contains($0.subject.name) }
    func stem(_ change: DomainChanges.Change) -> String { change.subject.name.filter { !$0.isNumber } }
    let turning = Set(gone.map(stem)).intersection(come.map(stem))
    guard !turning.isEmpty else { return found }
    let moved = Set((gone + come).filter { turning.contains(stem($0)) }.map(\.subject.name))
    return found.map { change in
      guard [.dkim, .dkimName].contains(change.subject.kind), moved.contains(change.subject.name) else {
        return change
      }
      return DomainChanges.Change(
        subject: change.subject, removed: change.removed, added: change.added, weight: .info, note: .rotation)
    }
  }

  /// Subdomains, and receivers of RFC 7489, for which the same has changed as for the domain, say nothing new.
  private static func withoutRepetitions(_ found: [DomainChanges.Change]) -> [DomainChanges.Change] {
    func isSame(_ left: DomainChanges.Change, _ right: DomainChanges.Change) -> Bool {
      left.removed == right.removed && left.added == right.added
    }
    let whole = found.first { $0.subject == ChangeSubject(kind: .dmarc, name: "domain") }
    return found.filter { change in
      guard [.dmarc, .dmarcLegacy].contains(change.subject.kind) else { return true }
      if let whole, change.subject != whole.subject, isSame(change, whole) { return false }
      let modern = found.first { $0.subject == ChangeSubject(kind: .dmarc, name: change.subject.name) }
      return change.subject.kind == .dmarc || !(modern.map { isSame($0, change) } ?? false)
    }
  }

  /// Areas that a run may leave out; of the others, such as policies, every report speaks.
  private static let checked: Set<String> = [
    "domain", "route", "mx", "spf", "dkim", "dmarc", "tls", "hosts", "bimi", "ns",
  ]

  /// The areas of which DNS could tell everything.
  private static func seenAreas(in snapshot: DomainSnapshot) -> Set<String> {
    // What receivers of RFC 7489 do hangs on a list of suffixes that this system may not have, on no answer of DNS.
    let unknown = snapshot.observations.lazy.filter { $0.value == .unknown && $0.key.kind != .dmarcLegacy }
      .map(\.key.kind.area)
    return snapshot.areas.subtracting(snapshot.uncertainAreas).subtracting(unknown)
  }

  private static func isSeen(_ area: String, in seen: Set<String>, of snapshot: DomainSnapshot) -> Bool {
    checked.contains(area) ? seen.contains(area) : !snapshot.uncertainAreas.contains(area)
  }

  private static func precedes(_ left: ChangeSubject, _ right: ChangeSubject) -> Bool {
    (left.kind.rank, left.name) < (right.kind.rank, right.name)
  }

  private static func precedes(_ left: FindingMark, _ right: FindingMark) -> Bool {
    left.severity == right.severity
      ? (left.id, left.subject) < (right.id, right.subject) : left.severity > right.severity
  }
}

extension ChangeKind {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
