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
  let transport: TransportFacts?
  let hosts: HostsFacts?
  /// Nil where nobody talked to hosts.
  let probe: SMTPProbe?
  let bimi: BIMIFacts?
  let nameServers: NameServerFacts?
  let misplaced: MisplacedRecords
  /// By the public suffix list: whose hosts are the domain's own.
  let organization: DMARCLegacyOrganization
  /// For whose hosts are whose; nil where there is none.
  let publicSuffixes: PublicSuffixList?
  /// The DMARC policies in force, one for each scope; empty where DMARC was not asked for.
  let policies: [DMARCPolicyInForce]
  let use: MailUse

  init(
    domain: MailDomain, apex: ApexFacts, mx: MXFacts, spf: SPFTree?, dkim: DKIMFacts?, dmarc: DMARCFacts?,
    tenant: TenantFacts?, misplaced: MisplacedRecords, organization: DMARCLegacyOrganization,
    publicSuffixes: PublicSuffixList? = nil, transport: TransportFacts? = nil, hosts: HostsFacts? = nil,
    bimi: BIMIFacts? = nil, probe: SMTPProbe? = nil, nameServers: NameServerFacts? = nil
  ) {
    self.domain = domain
    self.apex = apex
    self.mx = mx
    self.spf = spf
    self.dkim = dkim
    self.dmarc = dmarc
    self.tenant = tenant
    self.transport = transport
    self.hosts = hosts
    self.probe = probe
    self.bimi = bimi
    self.nameServers = nameServers
    self.misplaced = misplaced
    self.organization = organization
    self.publicSuffixes = publicSuffixes
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
  /// Not part of the whole check, as all that follow.
  case tls
  case hosts
  case bimi
  case ns
}

extension CaseSet<CheckArea> {
  /// Those of the whole check.
  static let whole: CaseSet<CheckArea> = [.mx, .spf, .dkim, .dmarc, .route]

  /// All that there are, where more is wanted than the whole check asks.
  static let full: CaseSet<CheckArea> = whole.union([.tls, .hosts, .bimi, .ns])

  /// What has to be learnt so that those areas alone are judged as the whole check judges them: whom SPF must authorise the
  /// route says, which DKIM has part in, and DMARC hangs on all three.
  var learnt: CaseSet<CheckArea> {
    if contains(.route) { return self }
    if contains(.dmarc) { return union(Self.whole) }
    return contains(.spf) ? union([.dkim, .route]) : self
  }
}

extension DomainFacts {
  /// Asks for everything that `areas` need to be judged, all questions at once that do not depend on each other. Also returns
  /// all answers, in the order of the questions. An MTA-STS policy comes from `policies`; what mail hosts say, from `prober`.
  static func gather(
    _ domain: MailDomain, _ areas: CaseSet<CheckArea>, selectors: DKIMFacts.Plan,
    publicSuffixes: PublicSuffixList? = nil,
    proving isVerification: @escaping @Sendable (DomainName) -> Bool = { _ in false },
    policies: any MTASTSPolicySource = OfflineMTASTSPolicies(), hosts: HostsPlan = HostsPlan(),
    prober: (any SMTPProber)? = nil,
    nameServers: (plan: NameServerPlan, servers: any NameServers)? = nil, from resolver: any Resolver,
    within budget: AnswerBudget = AnswerBudget()
  ) async -> (facts: DomainFacts, answers: [Answer]) {
    let organization = publicSuffixes?.organization(of: domain.name) ?? .undetermined
    let walk = areas.contains(.ns) ? nameServers : nil
    let isProbing = prober != nil
    let mail = isProbing ? AsyncStream<MXFacts>.makeStream() : nil
    let inquiry = inquiry(budget, mail?.continuation) {
      DomainReadings(
        domain.name, isProbing ? areas.learnt.union([.tls]) : areas.learnt, selectors, organization,
        isSPFInDepth: areas == [.spf], hosts: hosts, proving: isVerification)
    }
    if walk == nil, !isProbing, !areas.learnt.contains(.tls) {
      // Tasks side by side are for what waits for others: to nearly all domains nothing but the resolver is asked.
      await inquiry.ask(resolver)
      return facts(inquiry, domain, organization, publicSuffixes)
    }
    return await gather(
      domain, beside: inquiry, organization, publicSuffixes, mail, policies, prober, walk, resolver)
  }

  /// The same where others are asked, too.
  ///
  /// Not part of whoever calls it: its room, twenty times that of the rest, would be taken in each of hundreds of frames.
  @inline(never)
  private static func gather(
    _ domain: MailDomain, beside inquiry: Inquiry<DomainReadings>, _ organization: DMARCLegacyOrganization,
    _ publicSuffixes: PublicSuffixList?,
    _ mail: (stream: AsyncStream<MXFacts>, continuation: AsyncStream<MXFacts>.Continuation)?,
    _ policies: any MTASTSPolicySource, _ prober: (any SMTPProber)?,
    _ walk: (plan: NameServerPlan, servers: any NameServers)?, _ resolver: any Resolver
  ) async -> (facts: DomainFacts, answers: [Answer]) {
    async let walked = walked(domain.name, walk)
    async let probe = probe(mail?.stream, by: prober)
    await inquiry.ask(resolver)
    mail?.continuation.finish()
    let transport = await inquiry.read(\.transport)?.withPolicy(from: policies)
    let servers = await walked
    let (found, answers) = facts(
      inquiry, domain, organization, publicSuffixes, transport: transport, probe: await probe,
      nameServers: servers?.facts)
    return (found, answers + (servers?.answers ?? []))
  }

  /// What the inquiry has come to. Not part of whoever waits for it, either.
  @inline(never)
  private static func facts(
    _ inquiry: Inquiry<DomainReadings>, _ domain: MailDomain, _ organization: DMARCLegacyOrganization,
    _ publicSuffixes: PublicSuffixList?, transport: TransportFacts? = nil, probe: SMTPProbe? = nil,
    nameServers: NameServerFacts? = nil
  ) -> (facts: DomainFacts, answers: [Answer]) {
    let facts = inquiry.read { learnt in
      DomainFacts(
        domain, learnt, organization, publicSuffixes, transport: transport, probe: probe,
        nameServers: nameServers)
    }
    return (facts, inquiry.answers)
  }

  /// What is known of a domain where every question comes to `failure`.
  static func unknown(
    _ domain: MailDomain, _ areas: CaseSet<CheckArea>, selectors: DKIMFacts.Plan,
    publicSuffixes: PublicSuffixList?, _ failure: Failure
  ) -> DomainFacts {
    let organization = publicSuffixes?.organization(of: domain.name) ?? .undetermined
    var readings = DomainReadings(
      domain.name, areas.learnt, selectors, organization, proving: { _ in false })
    let known = KnownAnswers { .failed($0, failure) }
    for part in readings.parts {
      do throws(MissingAnswers) { try readings.read(part, from: known) } catch {
        preconditionFailure("every question has its answer")
      }
    }
    return DomainFacts(
      domain, readings, organization, publicSuffixes, transport: nil, probe: nil, nameServers: nil)
  }

  /// `whenKnown` gets the MX hosts as soon as they are known: what else is asked, blocklists above all, is not about them.
  ///
  /// Not part of whoever calls it, who waits: what is made here would take its room in each of hundreds of frames.
  @inline(never)
  private static func inquiry(
    _ budget: AnswerBudget, _ whenKnown: AsyncStream<MXFacts>.Continuation?,
    _ readings: () -> DomainReadings
  ) -> Inquiry<DomainReadings> {
    guard let whenKnown else { return Inquiry(readings(), within: budget) }
    return Inquiry(readings(), within: budget) { part, readings in
      if part == .mx, let mx = readings.mx { whenKnown.yield(mx) }
    }
  }

  /// What the domain's name servers themselves say; nil where nobody asks them.
  private static func walked(
    _ domain: DomainName, _ walk: (plan: NameServerPlan, servers: any NameServers)?
  ) async -> (facts: NameServerFacts, answers: [Answer])? {
    guard let walk else { return nil }
    return await NameServerFacts.gather(domain, walk.plan, asking: walk.servers)
  }

  /// What the mail hosts say that come first in `mail`; nil where nobody talks to them, or it ends without any.
  private static func probe(
    _ mail: AsyncStream<MXFacts>?, by prober: (any SMTPProber)?
  ) async -> SMTPProbe? {
    guard let mail, let prober else { return nil }
    for await mx in mail { return await SMTPProbe.gather(mx, by: prober) }
    return nil
  }

  private convenience init(
    _ domain: MailDomain, _ learnt: DomainReadings, _ organization: DMARCLegacyOrganization,
    _ publicSuffixes: PublicSuffixList?, transport: TransportFacts?, probe: SMTPProbe?,
    nameServers: NameServerFacts?
  ) {
    guard let apex = learnt.apex, let mx = learnt.mx else {
      preconditionFailure("an inquiry ends only when all has been read")
    }
    self.init(
      domain: domain, apex: apex, mx: mx, spf: learnt.spf, dkim: learnt.dkim, dmarc: learnt.dmarc,
      tenant: learnt.tenant, misplaced: learnt.misplaced, organization: organization,
      publicSuffixes: publicSuffixes, transport: transport, hosts: learnt.hosts, bimi: learnt.bimi,
      probe: probe, nameServers: nameServers)
  }
}

extension DomainFacts {
  /// The same without the areas that were not asked for.
  func limited(to areas: CaseSet<CheckArea>) -> DomainFacts {
    DomainFacts(
      domain: domain, apex: apex, mx: mx, spf: areas.contains(.spf) ? spf : nil,
      dkim: areas.contains(.dkim) ? dkim : nil, dmarc: areas.contains(.dmarc) ? dmarc : nil,
      tenant: areas.contains(.route) ? tenant : nil, misplaced: misplaced, organization: organization,
      publicSuffixes: publicSuffixes, transport: areas.contains(.tls) ? transport : nil, hosts: hosts,
      bimi: bimi, probe: probe, nameServers: nameServers)
  }
}
