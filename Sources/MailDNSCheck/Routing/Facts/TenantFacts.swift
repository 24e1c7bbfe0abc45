/// What DNS shows of a Microsoft 365 tenant that accepts a domain, apart from MX, SPF and DKIM.
struct TenantFacts: Sendable {
  /// CNAME at `autodiscover.<domain>`; nil where the domain is too long to have one.
  let autodiscover: Answer?
  /// A at `<token>.mail.protection.outlook.com`; nil where the token is not known.
  let probe: Answer?
  /// The same for a token that nobody has: an address there shows a wildcard, and makes the probe worthless.
  let control: Answer?
  /// The same two in the part of the newer zones, below `mx.microsoft`, that the tenant's DKIM keys are in; nil where those
  /// do not tell one.
  var newerProbe: Answer?
  var newerControl: Answer?

  /// What the probe shows.
  enum Probe: Hashable, Sendable {
    /// Some tenant accepts mail for the domain.
    case positive
    /// Shows nothing: there may be a tenant all the same, under another token or on newer hosts.
    case negative
    case unknown(Failure)
  }

  /// Nil where there was nothing to probe.
  var probeResult: Probe? { Self.result(probe, control) }

  /// Names of the tenant's own that take mail, the classic one first.
  var openEndpoints: [Answer] {
    [(probe, control), (newerProbe, newerControl)]
      .compactMap { Self.result($0, $1) == .positive ? $0 : nil }
  }

  private static func result(_ probe: Answer?, _ control: Answer?) -> Probe? {
    guard let probe else { return nil }
    if let failure = probe.failure { return .unknown(failure) }
    guard !probe.records.isEmpty else { return .negative }
    if let failure = control?.failure { return .unknown(failure) }
    return control?.isAbsence == true ? .positive : .negative
  }

  /// Where `autodiscover.<domain>` leads.
  var autodiscoverTarget: DomainName? {
    guard case .cname(let target) = autodiscover?.records.first?.data else { return nil }
    return target
  }
}

extension TenantFacts {
  /// What `autodiscover.<domain>` is; nil where the domain is too long to have one.
  static func autodiscover(
    of domain: DomainName, from known: KnownAnswers
  ) throws(MissingAnswers) -> Answer? {
    guard let name = try? domain.prepending(label: "autodiscover".utf8) else { return nil }
    var answer = try known.answer(to: Question(name, .cname))
    // A name of the domain's own may stand in between.
    for _ in 0..<maximumOwnAliases {
      guard case .cname(let target)? = answer.records.first?.data, target.isAtOrBelow(domain) else { break }
      let next = try known.answer(to: Question(target, .cname))
      if next.records.isEmpty { break }
      answer = next
    }
    return answer
  }

  /// More of them are not followed: what stands there is a weak sign.
  static let maximumOwnAliases = 3

  /// The same below `mx.microsoft`, where the CNAME of a DKIM selector names a partition, and MX does not lead there anyway.
  /// That the hosts are in the same one as the keys is likely, no more: an answer shows it, none shows nothing.
  static func newerProbe(
    _ tenant: MicrosoftTenant?, mx: Answer, from known: KnownAnswers
  ) throws(MissingAnswers) -> (probe: Answer?, control: Answer?) {
    guard let tenant, let partition = tenant.partition,
      !mx.exchangeHosts.contains(where: MicrosoftTenant.isNewerHost)
    else { return (nil, nil) }
    return try ask(
      MicrosoftTenant.probeName(token: tenant.token, partition: partition),
      beside: MicrosoftTenant.probeName(token: RandomLabel.ofRun, partition: partition), known)
  }

  /// Takes the tenant's own entrance and one that nobody has. `token` is the domain's, computed or read; where it is not
  /// known there is nothing to ask.
  static func probe(
    token: String?, from known: KnownAnswers
  ) throws(MissingAnswers) -> (probe: Answer?, control: Answer?) {
    guard let token else { return (nil, nil) }
    return try ask(MicrosoftTenant.probeName(token: token), beside: controlName, known)
  }

  /// The entrance that nobody has, the same for every domain of the run.
  private static let controlName = MicrosoftTenant.probeName(token: RandomLabel.ofRun)

  private static func ask(
    _ name: DomainName?, beside control: DomainName?, _ known: KnownAnswers
  ) throws(MissingAnswers) -> (probe: Answer?, control: Answer?) {
    let (probe, control) = (name.map { Question($0, .a) }, control.map { Question($0, .a) })
    try known.require([probe, control].compactMap(\.self))
    return (try probe.map(known.answer), try control.map(known.answer))
  }
}

extension Answer {
  /// The hosts that MX records name.
  fileprivate var exchangeHosts: [DomainName] {
    records.compactMap { if case .mx(_, let host) = $0.data { host } else { nil } }
  }
}
