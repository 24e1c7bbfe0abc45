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
    /// Who validates refuses what the zone says.
    case bogus(BogusEvidence)
    /// Nil where nothing failed, and yet nobody said.
    case unknown(Failure?)
  }

  /// What shows that a zone is bogus. That a resolver fails is not enough.
  enum BogusEvidence: Hashable, Sendable {
    /// The zone above has DS records, and the resolver answers the question with checking disabled only (RFC 4035 §5.5).
    case refused(Question, Failure)
    /// The zone has keys, and none of them is one that the DS records mean (RFC 4035 §5.2).
    case noDelegatedKey
  }

  /// Learns it of the zone that has `name`. `answers` are those that are there of that zone: one that was validated settles it, unless
  /// another is refused. A denial among them, or who signs, names the zone; else its SOA record is asked for.
  static func gather(
    of name: DomainName, in answers: [Answer], _ probes: [ValidationProbe], from known: KnownAnswers
  ) throws(MissingAnswers) -> ZoneSecurity {
    let unchecked = probes.map(\.unchecked)
    var zone = self.zone(of: name, in: answers + unchecked)
    let refused = probes.lazy.compactMap { probe in probe.refusal.map { (probe.checked.question, $0) } }.first
    let checking: Question.Checking = refused == nil ? .enabled : .disabled
    if refused == nil, answers.contains(where: \.origin.isAuthenticated) {
      return ZoneSecurity(zone: zone, state: .secure)
    }
    if zone == nil {
      let start = try known.answer(to: Question(name, .soa, checking: checking))
      if refused == nil, start.origin.isAuthenticated {
        return ZoneSecurity(zone: start.apex, state: .secure)
      }
      if let failure = start.failure { return ZoneSecurity(zone: nil, state: .unknown(failure)) }
      zone = start.apex
    }
    guard let zone, !zone.isRoot else { return ZoneSecurity(zone: zone, state: .unknown(refused?.1)) }
    if let (question, failure) = refused {
      let delegation = try known.answer(to: Question(zone, .ds, checking: .disabled))
      // Without DS records nobody has a reason to refuse: then the resolver has failed at something else.
      let isDelegated = !delegation.records.isEmpty
      return ZoneSecurity(
        zone: zone, state: isDelegated ? .bogus(.refused(question, failure)) : .unknown(failure))
    }
    let isSigned = probes.contains(where: \.isSigned)
    return ZoneSecurity(zone: zone, state: try state(of: zone, answers, isSigned: isSigned, from: known))
  }

  /// What DS at the zone's own name says, and its keys. Only the zone above can deny DS (RFC 4035 §3.1.4.1): a server that holds the
  /// zone itself and nothing above has none whatever is there.
  private static func state(
    of zone: DomainName, _ answers: [Answer], isSigned: Bool, from known: KnownAnswers
  ) throws(MissingAnswers) -> State {
    let keys = Question(zone, .dnskey, checking: .disabled)
    // Where signatures have been seen, keys are asked for along with DS. Without any there is nothing to compare.
    try known.require([Question(zone, .ds)] + (isSigned ? [keys] : []))
    let delegation = try known.answer(to: Question(zone, .ds))
    switch delegation.outcome {
    case .failed(let failure): return .unknown(failure)
    case .noData(let denial), .noSuchName(let denial):
      return denial.zone.map { zone.isBelow($0) } == true ? .insecure : .unknown(nil)
    case .found:
      // Records that were not validated below a delegation that was: the resolver does not know the algorithm.
      let isUnvalidated = answers.contains { !$0.records.isEmpty && !$0.origin.isAuthenticated }
      if delegation.origin.isAuthenticated, !isUnvalidated { return .secure }
      guard isSigned else { return .signed }
      let isFit = fits(delegation, try known.answer(to: keys))
      return isFit == false ? .bogus(.noDelegatedKey) : .signed
    }
  }

  /// Whether a key of the zone may be one that the zone above means; nil where that can't be told.
  private static func fits(_ delegation: Answer, _ keys: Answer) -> Bool? {
    let signers = delegation.records.compactMap { DelegationSigner($0.data) }
    let keys = keys.records.compactMap { ZoneKey($0.data) }
    if signers.contains(where: { signer in keys.contains { $0.mayBe(signer) } }) { return true }
    return keys.isEmpty || !signers.contains(where: \.isWidelyKnown) ? nil : false
  }

  /// The zone that has `name`, where the answers show it: one denies something, or has signed.
  private static func zone(of name: DomainName, in answers: [Answer]) -> DomainName? {
    let denying = answers.filter(\.aliases.isEmpty).compactMap(\.denyingZone)
    let signing = answers.flatMap(\.origin.signatures).filter { $0.owner == name }.map(\.signer)
    return (denying + signing).filter(name.isAtOrBelow).max { $0.labelCount < $1.labelCount }
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
