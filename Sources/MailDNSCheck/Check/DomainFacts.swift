/// All that was learnt about one domain. An area that was not asked for is nil.
///
/// A class, though a value in all but name: every rule looks at it.
final class DomainFacts: Sendable {
  let domain: MailDomain
  let apex: ApexFacts
  let mx: MXFacts
  let spf: SPFTree?
  let dkim: DKIMFacts?
  let dmarc: DMARCFacts?
  let tenant: TenantFacts?
  /// By the public suffix list: whose hosts are the domain's own.
  let organization: DMARCLegacyOrganization
  /// The DMARC policies in force, one for each scope; empty where DMARC was not asked for.
  let policies: [DMARCPolicyInForce]
  let use: MailUse

  init(
    domain: MailDomain, apex: ApexFacts, mx: MXFacts, spf: SPFTree?, dkim: DKIMFacts?, dmarc: DMARCFacts?,
    tenant: TenantFacts?, organization: DMARCLegacyOrganization
  ) {
    self.domain = domain
    self.apex = apex
    self.mx = mx
    self.spf = spf
    self.dkim = dkim
    self.dmarc = dmarc
    self.tenant = tenant
    self.organization = organization
    policies = dmarc?.policiesInForce(apex) ?? []
    use = MailUse(apex, mx: mx, dkim: dkim)
  }

  /// The DMARC policy in force for mail from the domain itself; nil where DMARC was not asked for.
  var policy: DMARCAppliedPolicy? { policies.first { $0.scope == .domain }?.policy }
}

/// The parts of a check that can be asked for.
enum CheckArea: String, CaseIterable, Hashable, Sendable {
  case mx
  case spf
  case dkim
  case dmarc
  case route
}

extension DomainFacts {
  /// Asks for everything that `areas` need, all questions at once that do not depend on each other.
  static func gather(
    _ domain: MailDomain, _ areas: Set<CheckArea>, selectors: DKIMFacts.Plan,
    publicSuffixes: PublicSuffixList? = nil, from resolver: any Resolver
  ) async -> DomainFacts {
    let name = domain.name
    let organization = publicSuffixes?.organization(of: name) ?? .undetermined
    // Below, each area asks for what it needs, and finds that on its way already.
    async let first: Void = resolver.ask(FirstQuestions.about(name, areas, selectors: selectors)) { _ in }
    async let apex = ApexFacts.gather(name, from: resolver)
    async let mx = MXFacts.gather(name, from: resolver)
    async let spf =
      areas.contains(.spf)
      ? SPFTree(await SPFFacts.gather(name, inDepth: areas == [.spf], from: resolver)) : nil
    async let dmarc =
      areas.contains(.dmarc)
      ? await DMARCFacts.gather(
        name, organization: organization, from: resolver) : nil
    async let dkim =
      areas.contains(.dkim) ? try? await DKIMFacts.gather(name, selectors, from: resolver) : nil
    let wantsRoute = areas.contains(.route)
    async let autodiscover = wantsRoute ? await TenantFacts.autodiscover(of: name, from: resolver) : nil
    // A domain with a hyphen has a token that only its DKIM CNAME tells; for the others nothing has to be waited for.
    let token = wantsRoute ? MicrosoftTenant.token(of: name) : nil
    async let early = TenantFacts.probe(token: token, from: resolver)
    let keys = await dkim
    var probed = await early
    if wantsRoute, token == nil {
      probed = await TenantFacts.probe(token: keys?.microsoftTenants.first?.token, from: resolver)
    }
    let found = await autodiscover
    await first
    let tenant =
      wantsRoute ? TenantFacts(autodiscover: found, probe: probed.probe, control: probed.control) : nil
    return await DomainFacts(
      domain: domain, apex: apex, mx: mx, spf: spf, dkim: keys, dmarc: dmarc, tenant: tenant,
      organization: organization)
  }
}

extension DKIMFacts {
  /// The Microsoft 365 tenants into whose zones selectors lead, each once.
  var microsoftTenants: [MicrosoftTenant] {
    var seen: Set<MicrosoftTenant> = []
    return selectors.compactMap { $0.microsoftTenant }.filter { seen.insert($0).inserted }
  }
}

extension DKIMSelectorAnswer {
  /// The tenant that the selector's CNAME shows, wherever in the chain.
  var microsoftTenant: MicrosoftTenant? {
    isFromWildcard ? nil : answer.aliases.lazy.compactMap { MicrosoftTenant(dkimTarget: $0.target) }.first
  }
}
