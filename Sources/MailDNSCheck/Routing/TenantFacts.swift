/// What DNS shows of a Microsoft 365 tenant that accepts a domain, apart from MX, SPF and DKIM.
struct TenantFacts: Sendable {
  /// CNAME at `autodiscover.<domain>`; nil where the domain is too long to have one.
  let autodiscover: Answer?
  /// A at `<token>.mail.protection.outlook.com`; nil where the token is not known.
  let probe: Answer?
  /// The same for a token that nobody has: an address there shows a wildcard, and makes the probe worthless.
  let control: Answer?

  /// What the probe shows.
  enum Probe: Hashable, Sendable {
    /// Some tenant accepts mail for the domain.
    case positive
    /// Shows nothing: there may be a tenant all the same, under another token or on newer hosts.
    case negative
    case unknown(Failure)
  }

  /// Nil where there was nothing to probe.
  var probeResult: Probe? {
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
  static func autodiscover(of domain: DomainName, from resolver: any Resolver) async -> Answer? {
    var answer = await ask(try? domain.prepending("autodiscover"), .cname, resolver)
    // A name of the domain's own may stand in between.
    for _ in 0..<maximumOwnAliases {
      guard case .cname(let target)? = answer?.records.first?.data, target.isAtOrBelow(domain),
        let next = await ask(target, .cname, resolver), !next.records.isEmpty
      else { break }
      answer = next
    }
    return answer
  }

  /// More of them are not followed: what stands there is a weak sign.
  static let maximumOwnAliases = 3

  /// Asks for the tenant's own entrance and for one that nobody has, both at once. `token` is the domain's, computed or
  /// read; where it is not known there is nothing to ask.
  static func probe(token: String?, from resolver: any Resolver) async -> (probe: Answer?, control: Answer?) {
    guard let token else { return (nil, nil) }
    async let probe = ask(MicrosoftTenant.probeName(token: token), .a, resolver)
    async let control = ask(MicrosoftTenant.probeName(token: RandomLabel.ofRun), .a, resolver)
    return await (probe, control)
  }

  private static func ask(_ name: DomainName?, _ type: RecordType, _ resolver: any Resolver) async -> Answer?
  {
    guard let name else { return nil }
    return await resolver.answer(to: Question(name, type))
  }
}
