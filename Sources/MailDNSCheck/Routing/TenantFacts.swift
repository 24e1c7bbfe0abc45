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
  /// Asks for everything at once. `token` is the domain's, computed or read; nil where it is not known.
  static func gather(
    _ domain: DomainName, token: String?, from resolver: any Resolver
  ) async -> TenantFacts {
    let name = try? domain.prepending("autodiscover")
    async let autodiscover = ask(name, .cname, resolver)
    async let probe = ask(token.flatMap(MicrosoftTenant.probeName), .a, resolver)
    async let control = ask(
      token == nil ? nil : MicrosoftTenant.probeName(token: RandomLabel.ofRun), .a, resolver)
    return await TenantFacts(autodiscover: autodiscover, probe: probe, control: control)
  }

  private static func ask(_ name: DomainName?, _ type: RecordType, _ resolver: any Resolver) async -> Answer?
  {
    guard let name else { return nil }
    return await resolver.answer(to: Question(name, type))
  }
}
