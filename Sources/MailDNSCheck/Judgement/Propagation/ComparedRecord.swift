import FoundationEssentials

/// One question, as the zone's own servers and several resolvers answered it.
struct ComparedRecord: Sendable {
  let question: Question
  let zone: Zone
  let entries: [Entry]

  /// What the zone itself has, by the servers that hold it.
  enum Zone: Sendable {
    /// All that answered for the zone have it; of those, the longest TTL in seconds, where there is one.
    case has(RecordSet, timeToLive: UInt32?)
    /// They do not agree: a resolver gets now one set, now another.
    case contradicts
    /// None of them answered for the zone.
    case unknown
  }

  /// What one resolver has.
  struct Entry: Sendable {
    let sighting: Sighting
    let state: State
  }

  enum State: Hashable, Sendable {
    /// What the zone has.
    case current
    /// Something else; `until` is when its cache asks again, nil where that is not known.
    case outdated(until: Date?)
    /// It has something, and what the zone has is not known or not one.
    case undecided(until: Date?)
    /// Its answer is not the zone's.
    case falsified(Falsification)
    /// It could not tell.
    case unknown(Failure)
  }

  /// The answers of the zone's own servers, of which only those count that speak for the zone.
  let own: [Sighting]

  /// - Parameter addresses: IPv4 addresses of the same name, whoever has them.
  init(
    _ question: Question, own: [Sighting], resolvers: [Sighting], addresses: Set<IPv4Address> = []
  ) {
    self.question = question
    self.own = own.filter { $0.answer.isOfZone && $0.set != nil }
    zone = Zone(self.own)
    let zone = zone
    entries = resolvers.map { sighting in
      let state = State(sighting, zone: zone, addresses: addresses)
      return Entry(sighting: sighting, state: state)
    }
  }

  /// Whether every resolver has what the zone has.
  var isAgreed: Bool { !entries.isEmpty && entries.allSatisfy { $0.state == .current } }

  /// Those that have something else than the zone; where it is not known what that has, all that have one of several sets.
  var waiting: [Entry] {
    let outdated = entries.filter { if case .outdated = $0.state { true } else { false } }
    let undecided = entries.filter { if case .undecided = $0.state { true } else { false } }
    return outdated + (Set(undecided.map(\.sighting.set)).count > 1 ? undecided : [])
  }

}

extension ComparedRecord.Zone {
  fileprivate init(_ own: [Sighting]) {
    let sets = Set(own.compactMap(\.set))
    guard let set = sets.first else {
      self = .unknown
      return
    }
    self = sets.count > 1 ? .contradicts : .has(set, timeToLive: own.compactMap(\.timeLeft).max())
  }

  var set: RecordSet? { if case .has(let set, _) = self { set } else { nil } }
  var timeToLive: UInt32? { if case .has(_, let time) = self { time } else { nil } }
  var isContradiction: Bool { if case .contradicts = self { true } else { false } }
}

extension ComparedRecord.State {
  fileprivate init(_ sighting: Sighting, zone: ComparedRecord.Zone, addresses: Set<IPv4Address>) {
    if let falsification = Falsification(sighting.answer, zone: zone.set, addresses: addresses) {
      self = .falsified(falsification)
    } else if let set = sighting.set {
      if let current = zone.set {
        self = set == current ? .current : .outdated(until: sighting.end)
      } else {
        self = .undecided(until: sighting.end)
      }
    } else {
      self = .unknown(sighting.answer.failure ?? Failure(kind: .cancelled))
    }
  }

  /// When what is there goes; nil where nothing is to go, or that is not known.
  var end: Date? {
    switch self {
    case .outdated(let until), .undecided(let until): until
    case .current, .falsified, .unknown: nil
    }
  }
}

extension ComparedRecord.Entry {
  /// Whether it says what a cache has.
  var counts: Bool {
    switch state {
    case .current, .outdated, .undecided: true
    case .falsified, .unknown: false
    }
  }

  /// Whether the resolver keeps the zone's own records for longer than the zone says, so that its times mean little.
  func keepsLonger(than zone: ComparedRecord.Zone) -> Bool {
    guard state == .current, let left = sighting.timeLeft, let published = zone.timeToLive else {
      return false
    }
    return left > published
  }
}
