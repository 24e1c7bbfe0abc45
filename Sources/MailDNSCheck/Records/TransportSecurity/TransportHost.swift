/// A host that takes the domain's mail, and what DNS says of the certificate it has to show (DANE, RFC 7672).
struct TransportHost: Sendable {
  let host: DomainName
  let addresses: HostAddresses
  /// TLSA at `_25._tcp.<host>`, or below the name that the host is an alias of where there is something.
  let keys: Answer
  /// The same with checking disabled; nil where nothing at the host is signed, and so it was not asked for.
  let uncheckedKeys: Answer?
  let security: ZoneSecurity
  /// The host's addresses and its TLSA records, as far as they are signed.
  let signedSets: [SignedSet]

  enum DANE: Hashable, Sendable {
    case absent
    /// What that means to senders, `failedLookUp` says.
    case unknown(Failure)
    /// The resolver has an answer, and refuses it as bogus: senders put the mail off (RFC 7672 §2.1.2).
    case bogus(Failure)
    /// Records that nobody looks at, since their zone is not signed.
    case insecure([TLSARecord])
    /// Records, and none that means anything on port 25: senders use TLS, and can't tell with whom (RFC 7672 §2.2).
    case unusable([TLSARecord])
    case usable([TLSARecord])
  }

  var dane: DANE {
    if let failure = keys.failure { return isRefused ? .bogus(failure) : .unknown(failure) }
    if keys.isAbsence { return .absent }
    let records = keys.records.compactMap { record -> TLSARecord? in
      guard case .other(.tlsa, let octets) = record.data else { return nil }
      return TLSARecord(octets)
    }
    if security.state == .insecure, !keys.origin.isAuthenticated { return .insecure(records) }
    let usable = records.filter(\.isUsable)
    return usable.isEmpty ? .unusable(records) : .usable(usable)
  }

  /// Whether the TLSA records are bogus: in a zone that is signed, the resolver answers with checking disabled only.
  private var isRefused: Bool {
    switch security.state {
    case .secure, .signed, .bogus: break
    case .insecure, .unknown: return false
    }
    return uncheckedKeys.map { ValidationProbe(checked: keys, unchecked: $0).refusal != nil } == true
  }

  /// What a look-up of TLSA that fails as ours did means to those who send mail.
  enum FailedLookUp: CaseIterable, Sendable {
    /// Others may well get an answer.
    case unknown
    /// They put the mail off (RFC 7672 §2.1.2).
    case deferral
    /// They do not look: the host's addresses are not signed (RFC 7672 §2.2.2).
    case notLookedFor
  }

  var failedLookUp: FailedLookUp {
    guard case .responseCode? = keys.failure?.kind else { return .unknown }
    return security.state == .insecure ? .notLookedFor : .deferral
  }

  /// - Parameter isChecked: Whether the resolver answers with checking disabled: one that does not is not asked again and again.
  static func gather(
    _ host: DomainName, _ addresses: HostAddresses, unchecked isChecked: Bool, from known: KnownAnswers
  ) throws(MissingAnswers) -> TransportHost {
    var missed = MissedQuestions()
    let probe = try self.probe(host, addresses, unchecked: isChecked, from: known)
    let found = missed.collect { () throws(MissingAnswers) in
      try keys(of: host, addresses, isSigned: probe?.isSigned == true, from: known)
    }
    let security = missed.collect { () throws(MissingAnswers) in
      try ZoneSecurity.gather(
        of: host, in: [addresses.v4, addresses.v6], [probe].compactMap(\.self), from: known)
    }
    guard let (keys, unchecked) = found, let security else { throw missed.error }
    return TransportHost(
      host: host, addresses: addresses, keys: keys, uncheckedKeys: unchecked, security: security,
      signedSets: (probe?.unchecked.signedSets ?? []) + (unchecked?.signedSets ?? []))
  }

  /// What is asked with checking disabled of a host whose addresses may not be known yet.
  static func uncheckedQuestion(_ host: DomainName) -> Question { Question(host, .a, checking: .disabled) }

  private static func probe(
    _ host: DomainName, _ addresses: HostAddresses, unchecked isChecked: Bool, from known: KnownAnswers
  ) throws(MissingAnswers) -> ValidationProbe? {
    guard isChecked else { return nil }
    return ValidationProbe(
      checked: addresses.v4, unchecked: try known.answer(to: uncheckedQuestion(host)))
  }

  private static func keys(
    of host: DomainName, _ addresses: HostAddresses, isSigned: Bool, from known: KnownAnswers
  ) throws(MissingAnswers) -> (Answer, unchecked: Answer?) {
    // The end of the alias first (RFC 7672 §2.2.2).
    let names = [addresses.aliases.last?.target, host].compactMap(\.self)
    let questions = names.map { name in (try? TLSARecord.name(of: name)).map { Question($0, .tlsa) } }
    let present = questions.compactMap(\.self)
    try known.require(present + (isSigned ? present.map(\.unchecked) : []))
    let answers = try known.each(zip(questions, names)) { question, name throws(MissingAnswers) in
      try known.answer(to: question, below: name)
    }
    let keys = answers.first { !$0.isAbsence } ?? answers[answers.count - 1]
    guard isSigned, present.contains(keys.question) else { return (keys, nil) }
    return (keys, try known.answer(to: keys.question.unchecked))
  }
}

extension MXFacts {
  /// The hosts that mail for the domain goes to, by preference, each once: also the domain itself where it has no MX.
  var mailHosts: [(host: DomainName, addresses: HostAddresses)] {
    switch status {
    case .implicit: return [(domain, addresses)]
    case .found:
      let routed = exchanges.filter { !$0.isVerification && !$0.host.isRoot && $0.addressLiteral == nil }
      var seen: Set<DomainName> = []
      return routed.filter { seen.insert($0.host).inserted }.map { ($0.host, $0.addresses) }
    case .nullMX, .absent, .noSuchDomain, .unknown: return []
    }
  }
}
