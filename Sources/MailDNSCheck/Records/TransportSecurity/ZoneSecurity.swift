/// Whether what a zone says is signed (DNSSEC, RFC 4033), as far as one who asks can see.
struct ZoneSecurity: Hashable, Sendable {
  /// The zone that was looked at; nil where it is not known.
  let zone: DomainName?
  let state: State

  enum State: Hashable, Sendable {
    /// A resolver that can be believed has validated it (AD, RFC 6840 §5.8).
    case secure
    /// The zone above has DS records for it; nobody who can be believed has validated it.
    case signed
    /// The zone above says that it has none: there is no chain of trust.
    case insecure
    /// Nil where nothing failed, and yet nobody said.
    case unknown(Failure?)
  }

  /// Learns it of the zone that has `name`. `answers` are those that are there of that zone: one that was validated settles it.
  /// A denial among them names the zone; else its SOA record is asked for.
  static func gather(
    of name: DomainName, in answers: [Answer], from known: KnownAnswers
  ) throws(MissingAnswers) -> ZoneSecurity {
    let zones = answers.filter(\.aliases.isEmpty).compactMap(\.denyingZone).filter(name.isAtOrBelow)
    var zone = zones.max { $0.labelCount < $1.labelCount }
    if answers.contains(where: \.origin.isAuthenticated) { return ZoneSecurity(zone: zone, state: .secure) }
    if zone == nil {
      let start = try known.answer(to: Question(name, .soa))
      if start.origin.isAuthenticated { return ZoneSecurity(zone: start.apex, state: .secure) }
      if let failure = start.failure { return ZoneSecurity(zone: nil, state: .unknown(failure)) }
      zone = start.apex
    }
    guard let zone, !zone.isRoot else { return ZoneSecurity(zone: zone, state: .unknown(nil)) }
    return ZoneSecurity(zone: zone, state: State(try known.answer(to: Question(zone, .ds))))
  }
}

extension ZoneSecurity.State {
  /// What DS at the zone's own name says. Only the zone above can deny it (RFC 4035 §3.1.4.1): a server that holds the zone
  /// itself and nothing above has none whatever is there.
  fileprivate init(_ answer: Answer) {
    switch answer.outcome {
    case .found: self = answer.origin.isAuthenticated ? .secure : .signed
    case .failed(let failure): self = .unknown(failure)
    case .noData(let denial), .noSuchName(let denial):
      let isFromAbove = denial.zone.map { answer.question.name.isBelow($0) } ?? false
      self = isFromAbove ? .insecure : .unknown(nil)
    }
  }
}

extension Answer {
  /// The zone that denies; nil where nothing is denied, or by nobody in particular.
  fileprivate var denyingZone: DomainName? {
    switch outcome {
    case .noData(let denial), .noSuchName(let denial): denial.zone
    case .found, .failed: nil
    }
  }

  /// Of an answer to SOA: the apex of the zone that has the name.
  fileprivate var apex: DomainName? { records.first?.owner ?? denyingZone }
}
