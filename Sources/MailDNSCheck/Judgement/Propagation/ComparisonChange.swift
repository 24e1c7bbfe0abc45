/// What is another way at a resolver, or at the zone itself, than in the round before.
struct ComparisonChange: Sendable {
  /// Nil where it is about all records.
  var question: Question?
  let subject: Subject

  enum Subject: Sendable {
    /// What the zone's own servers have now.
    case zone(ComparedRecord.Zone)
    case resolver(ComparedRecord.Entry)
    /// A resolver that tells nothing any more.
    case silent(ComparedServer, Failure)
    /// One that tells again, and has what the zone has unless said otherwise.
    case heard(ComparedServer)
  }

  /// Of the resolvers first what is true of all records, then in the order of the records; with `previous` nil, all that is not
  /// as in the zone. That time passes is no change.
  static func changes(
    from previous: DomainComparison?, to next: DomainComparison
  ) -> [ComparisonChange] {
    let silent = Set(next.silent.map(\.server))
    let silentBefore = Set(previous?.silent.map(\.server) ?? [])
    var changes: [ComparisonChange] = []
    for (server, failure) in next.silent where !silentBefore.contains(server) {
      changes.append(ComparisonChange(subject: .silent(server, failure)))
    }
    for server in next.resolvers where silentBefore.contains(server) && !silent.contains(server) {
      changes.append(ComparisonChange(subject: .heard(server)))
    }
    let before = Dictionary(
      (previous?.records ?? []).map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    for record in next.records {
      changes += self.changes(from: before[record.question], to: record, silent: silent, silentBefore)
    }
    return changes
  }

  private static func changes(
    from previous: ComparedRecord?, to next: ComparedRecord, silent: Set<ComparedServer>,
    _ silentBefore: Set<ComparedServer>
  ) -> [ComparisonChange] {
    var changes: [ComparisonChange] = []
    if let previous, previous.zone.key != next.zone.key {
      changes.append(ComparisonChange(question: next.question, subject: .zone(next.zone)))
    }
    for entry in next.entries where !silent.contains(entry.sighting.server) {
      let server = entry.sighting.server
      let before =
        silentBefore.contains(server)
        ? nil : previous?.entries.first { $0.sighting.server == server }
      guard before.map({ $0.key != entry.key }) ?? (entry.state != .current) else { continue }
      changes.append(ComparisonChange(question: next.question, subject: .resolver(entry)))
    }
    return changes
  }
}

extension ComparedRecord.Zone {
  fileprivate enum Key: Hashable {
    case has(RecordSet)
    case contradicts
    case unknown
  }

  fileprivate var key: Key {
    switch self {
    case .has(let set, _): .has(set)
    case .contradicts: .contradicts
    case .unknown: .unknown
    }
  }
}

extension ComparedRecord.Entry {
  fileprivate struct Key: Hashable {
    let kind: Int
    let set: RecordSet?
  }

  /// What there is, without times and without the wording of a failure.
  fileprivate var key: Key {
    let kind =
      switch state {
      case .current: 0
      case .outdated: 1
      case .undecided: 2
      case .falsified: 3
      case .unknown: 4
      }
    return Key(kind: kind, set: sighting.set)
  }
}
