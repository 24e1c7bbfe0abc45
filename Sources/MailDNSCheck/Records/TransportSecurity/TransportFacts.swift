import FoundationEssentials

/// How a domain has its mail protected on the way: what MTA-STS, TLS-RPT and DANE say, and whether DNS is signed.
struct TransportFacts: Sendable {
  let domain: DomainName
  let mx: MXFacts
  /// TXT at `_mta-sts.<domain>`.
  let record: Answer
  /// TXT at `_smtp._tls.<domain>`.
  let reports: Answer
  /// The addresses of the host that the policy is fetched from; nil where no record says that there is one.
  let policyHost: HostAddresses?
  /// In the order of `MXFacts.mailHosts`.
  let hosts: [TransportHost]
  /// Of the domain's own zone.
  let security: ZoneSecurity
  /// The domain's mail records (MX, SPF, DMARC), as far as they are signed.
  let signedSets: [SignedSet]
  let recordSelection: TransportRecordSelection<MTASTSRecord>
  let reportSelection: TransportRecordSelection<TLSRPTRecord>
  private(set) var policy = MTASTSPolicyOutcome.notAsked

  init(
    domain: DomainName, mx: MXFacts, record: Answer, reports: Answer, policyHost: HostAddresses?,
    hosts: [TransportHost], security: ZoneSecurity, signedSets: [SignedSet]
  ) {
    self.domain = domain
    self.mx = mx
    self.record = record
    self.reports = reports
    self.policyHost = policyHost
    self.hosts = hosts
    self.security = security
    self.signedSets = signedSets
    recordSelection = TransportRecordSelection(record.texts)
    reportSelection = TransportRecordSelection(reports.texts)
  }

  static func gather(
    _ domain: DomainName, proving isVerification: (DomainName) -> Bool = { _ in false },
    from known: KnownAnswers
  ) throws(MissingAnswers) -> TransportFacts {
    let questions = [try? MTASTSRecord.name(of: domain), try? TLSRPTRecord.name(of: domain)].map { name in
      name.map { Question($0, .txt) }
    }
    let exchanges = Question(domain, .mx)
    try known.require(questions.compactMap(\.self) + MXFacts.questions(domain) + [exchanges.unchecked])
    let probe = ValidationProbe(
      checked: try known.answer(to: exchanges), unchecked: try known.answer(to: exchanges.unchecked))
    let isChecked = probe.unchecked.failure == nil
    let record = try known.answer(to: questions[0], below: domain)
    let reports = try known.answer(to: questions[1], below: domain)
    var missed = MissedQuestions()
    let policyHost = missed.collect { () throws(MissingAnswers) in
      try self.policyHost(of: domain, record, from: known)
    }
    // Along with the addresses of the hosts, not behind them.
    if isChecked {
      _ = missed.collect { () throws(MissingAnswers) in
        try known.require(probe.checked.mailHosts(isVerification).map(TransportHost.uncheckedQuestion))
      }
    }
    let hosts = missed.collect { () throws(MissingAnswers) in
      let mx = try MXFacts.gather(domain, proving: isVerification, from: known)
      let found = try known.each(mx.mailHosts) { item throws(MissingAnswers) in
        try TransportHost.gather(item.host, item.addresses, unchecked: isChecked, from: known)
      }
      return (mx, found)
    }
    let security = missed.collect { () throws(MissingAnswers) in
      let own = try known.answers(to: MXFacts.questions(domain))
      return try ZoneSecurity.gather(of: domain, in: own + [record, reports], [probe], from: known)
    }
    let signed = missed.collect { () throws(MissingAnswers) in
      try signedSets(of: domain, probe, from: known)
    }
    guard missed.isEmpty, let (mx, found) = hosts, let security, let signed else { throw missed.error }
    return TransportFacts(
      domain: domain, mx: mx, record: record, reports: reports, policyHost: policyHost ?? nil, hosts: found,
      security: security, signedSets: signed)
  }

  /// Other records than MX are asked for where that is signed.
  private static func signedSets(
    of domain: DomainName, _ probe: ValidationProbe, from known: KnownAnswers
  ) throws(MissingAnswers) -> [SignedSet] {
    guard probe.isSigned else { return [] }
    let names = [domain, try? domain.prepending("_dmarc")].compactMap(\.self)
    let texts = try known.answers(to: names.map { Question($0, .txt, checking: .disabled) })
    return ([probe.unchecked] + texts).flatMap(\.signedSets)
  }

  /// Of the domain's mail records the set that is the first to be no longer signed; nil where none is seen to be, and where
  /// it does not matter since the zone is not delegated as a signed one.
  func firstToExpire(at moment: Date) -> SignedSet? {
    if security.state == .insecure { return nil }
    return signedSets.min { $0.secondsLeft(at: moment) < $1.secondsLeft(at: moment) }
  }

  private static func policyHost(
    of domain: DomainName, _ record: Answer, from known: KnownAnswers
  ) throws(MissingAnswers) -> HostAddresses? {
    guard TransportRecordSelection<MTASTSRecord>(record.texts).record != nil,
      let host = try? MTASTSRecord.policyHost(of: domain)
    else { return nil }
    return try HostAddresses.gather(host, from: known)
  }

  /// The same with the policy that `source` has.
  func withPolicy(from source: any MTASTSPolicySource) async -> TransportFacts {
    guard recordSelection.record != nil || source.isGiven else { return self }
    var facts = self
    do throws(MTASTSPolicyFailure) {
      let text = try await source.text(of: domain, at: policyHost)
      do throws(MTASTSPolicyError) { facts.policy = .policy(try MTASTSPolicy(parsing: text)) } catch {
        facts.policy = .invalid(error)
      }
    } catch {
      facts.policy = .failed(error)
    }
    return facts
  }

  /// The hosts that no pattern of the policy allows; empty where there is no policy, or it asks for nothing.
  var unmatchedHosts: [DomainName] {
    guard let policy = policy.policy, policy.mode != .none else { return [] }
    return hosts.map(\.host).filter { host in !policy.patterns.contains { $0.matches(host) } }
  }
}

extension Answer {
  /// Of an answer to MX: the hosts that are worth asking about, as far as the records tell.
  fileprivate func mailHosts(_ isVerification: (DomainName) -> Bool) -> [DomainName] {
    let exchanges = records.compactMap { record -> (UInt16, DomainName)? in
      guard case .mx(let preference, let exchange) = record.data else { return nil }
      return (preference, exchange)
    }
    let hosts = exchanges.sorted(by: <).prefix(MXFacts.maximumHosts).map(\.1)
    return hosts.filter { !$0.isRoot && !isVerification($0) }.uniqued
  }
}
