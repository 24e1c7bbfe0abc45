/// What is another way at a resolver, or at the zone itself, than in the round before.
struct ComparisonChange: Hashable, Sendable {
  let question: Question
  let subject: Subject

  enum Subject: Hashable, Sendable {
    /// The zone's own servers have another set; nil where it is not known, or they contradict each other.
    case zone(RecordSet?, isContradiction: Bool)
    case resolver(ComparedServer, RecordComparison.State, RecordSet?)
  }

  /// In the order of the records; with `previous` nil, all that is not as in the zone. That time passes is no change.
  static func changes(
    from previous: DomainComparison?, to next: DomainComparison
  ) -> [ComparisonChange] {
    let before = Dictionary(
      (previous?.records ?? []).map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    return next.records.flatMap { record in changes(from: before[record.question], to: record) }
  }

  private static func changes(
    from previous: RecordComparison?, to next: RecordComparison
  ) -> [ComparisonChange] {
    var changes: [ComparisonChange] = []
    if let previous, previous.zone.key != next.zone.key {
      changes.append(
        ComparisonChange(
          question: next.question,
          subject: .zone(next.zone.set, isContradiction: next.zone.isContradiction)))
    }
    for entry in next.entries {
      let server = entry.sighting.server
      let before = previous?.entries.first { $0.sighting.server == server }
      let isNews =
        before.map { $0.key != entry.key } ?? (entry.state != .current && entry.sighting.set != .absent)
      guard isNews else { continue }
      changes.append(
        ComparisonChange(
          question: next.question, subject: .resolver(server, entry.state, entry.sighting.set)))
    }
    return changes
  }
}

extension RecordComparison.Zone {
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

extension RecordComparison.Entry {
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
