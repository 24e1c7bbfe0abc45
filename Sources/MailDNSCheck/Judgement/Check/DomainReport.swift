import FoundationEssentials

/// Everything that a report shows of one domain: what was learnt, what follows from it, and what it took.
struct DomainReport: Sendable {
  let facts: DomainFacts
  let areas: CaseSet<CheckArea>
  /// The route that the domain is to have; nil where nobody said.
  let expected: RouteID?
  /// Nil where the route was not asked for.
  let verdict: RouteVerdict?
  /// Whose hosts the MX hosts are, in the order of `MXFacts.exchanges`; also where the route was not asked for.
  let hosts: [HostProvider]
  /// How mail fares that leaves by the systems of the route; empty where SPF, DKIM or the route were not asked for.
  let alignments: [OutboundAlignment]
  /// Whether what a policy or `--expect` asks of the domain is there; nil where nothing is asked.
  let meetsExpectation: Bool?
  /// Worst first.
  let findings: [Finding]
  var work: Work
  /// The line of `--input` that named the domain, from 1; nil where something else did.
  var inputLine: Int?
  /// What has changed since an earlier run; nil where there is none.
  var changes: DomainChanges?

  var status: Status { Status(findings) }
  var domain: MailDomain { facts.domain }

  /// When the check was made, and what was asked.
  struct Work: Sendable {
    let checkedAt: Date
    let started: Instant
    let duration: Duration
    /// In the order in which they were asked.
    let answers: [Answer]

    /// Questions that an earlier check of the domain in the same run put: their answers came from what the run keeps.
    var earlierQuestionCount = 0

    /// Questions put for this domain; what the run had asked before for others is not counted.
    var questionCount: Int { max(earlierQuestionCount, answers.count { !$0.origin.isRepeat }) }
  }
}

extension DomainReport {
  /// Judges `facts`. A pure function: the same facts give the same report. `isUncovered` says that there is a policy without
  /// a word about the domain.
  init(
    judging facts: DomainFacts, _ areas: CaseSet<CheckArea>, expecting expectation: Expectation,
    isUncovered: Bool = false, in catalogue: ProviderCatalogue, work: Work, evidence: ExchangeEvidence? = nil,
    zones: ZoneSet? = nil
  ) {
    let judged = RouteJudgement(facts: facts, catalogue: catalogue).verdict()
    let alignments = OutboundAlignment.all(judged, facts, in: catalogue)
    let isWhole = areas.contains(.route)
    // Judged by all that was learnt, so that an area alone says what the whole check says of it.
    var all = facts.findings(judged, expecting: expectation.route, in: catalogue, at: work.checkedAt)
    all += facts.alignmentFindings(alignments, in: catalogue)
    let facts = isWhole ? facts : facts.limited(to: areas)
    var found = facts.domainFindings
    found += isWhole ? all : all.filter { $0.isPart(of: areas) }
    self.facts = facts
    self.areas = areas
    self.expected = expectation.route
    verdict = isWhole ? judged : nil
    self.alignments = isWhole ? alignments : []
    hosts = judged.hosts
    self.work = work
    if isUncovered { found.append(.policy.uncovered(facts.domain.name)) }
    if let zones { found += zones.findings(on: facts.domain.name) }
    if let evidence { found = evidence.joined(with: found, facts, judged, in: catalogue) }
    let quotes = UnquotedTextAdvice(work.answers)
    let aliases = AliasAdvice(work.answers)
    findings =
      Policy.judge(
        found.map { aliases.applied(to: quotes.applied(to: $0)) }, facts, against: expectation, in: catalogue,
        tenant: evidence?.endpoint.closed,
        at: work.checkedAt
      ).worstFirst
      .atMost(Finding.maximumOfOneID, at: facts.domain.name)
    meetsExpectation =
      expectation.isEmpty ? nil : !findings.contains { $0.area == .policy && $0.severity > .info }
  }
}

extension DomainFacts {
  fileprivate func findings(
    _ verdict: RouteVerdict, expecting expected: RouteID?, in catalogue: ProviderCatalogue, at moment: Date
  ) -> [Finding] {
    let routeFindings = verdict.findings(self, expecting: expected, in: catalogue)
    // Nothing else is missing from a domain that is not there.
    if case .doesNotExist = apex.existence { return routeFindings.filter { $0.area == .policy } }
    var findings = mx.findings
    if let spf { findings += spf.findings(use, SPFAdvice(verdict, spf, in: catalogue)) }
    findings += dkimFindings(in: catalogue)
    findings += dmarcFindings(in: catalogue)
    findings += spf?.receiverFindings ?? []
    findings += dkim?.receiverFindings ?? []
    findings += dmarc?.receiverFindings ?? []
    findings += routeFindings
    findings += transportFindings(in: catalogue, at: moment)
    findings += hostsFindings(in: catalogue)
    findings += probeFindings(at: moment)
    findings += bimi?.findings ?? []
    if let nameServers { findings += NameServerRules(facts: nameServers).findings }
    return findings
  }

  private func transportFindings(in catalogue: ProviderCatalogue, at moment: Date) -> [Finding] {
    guard let transport else { return [] }
    return TransportRules(facts: transport, moment: moment) { host in
      catalogue.provider(ofMX: host).flatMap { provider in
        provider.isGateway ? HostProvider.provider(provider.id).wording(in: catalogue) : nil
      }
    }.findings
  }

  private func hostsFindings(in catalogue: ProviderCatalogue) -> [Finding] {
    guard let hosts else { return [] }
    return HostsRules(facts: hosts, isActive: use.isActive) { host in
      catalogue.provider(of: host, sendingFor: hosts.domain)?.name
    }.findings
  }

  private func probeFindings(at moment: Date) -> [Finding] {
    probe.map { SMTPRules(probe: $0, transport: transport, now: moment).findings } ?? []
  }

  /// What is to be said of the domain itself.
  fileprivate var domainFindings: [Finding] {
    if case .doesNotExist = apex.existence { return [.domain.nonexistent(domain.name)] }
    return viewFindings + closureFindings + timeToLiveFindings
  }

  private var timeToLiveFindings: [Finding] {
    let entries = use.isActive ? shortTimesToLive : []
    return entries.isEmpty ? [] : [.domain.timesToLiveShort(domain.name, entries)]
  }

  /// A recursive server that holds the domain itself serves those inside; the world may see something else.
  private var viewFindings: [Finding] {
    // Behind a CNAME, AA speaks for its owner at best; dnsmasq 2.90 sets it where the alias leads nowhere, whoever holds the domain.
    for answer in apex.answers
    where answer.origin.isAuthoritative && answer.origin.offersRecursion && answer.aliases.isEmpty {
      if case .server(let server, _) = answer.origin.source {
        return [.domain.internalView(domain.name, server)]
      }
    }
    return []
  }
}

extension Finding {
  /// Whether it is about those areas. MX hosts that lead around each other are a matter of MX too.
  fileprivate func isPart(of areas: CaseSet<CheckArea>) -> Bool {
    CheckArea(rawValue: area.rawValue).map(areas.contains) == true
      || isOf(Finding.route.mixed) && areas.contains(.mx)
  }
}
