import FoundationEssentials

/// How domains are checked in a run.
struct DomainCheck: Sendable {
  let areas: CaseSet<CheckArea>
  let resolver: any Resolver
  let catalogue: ProviderCatalogue
  /// Selectors to ask for besides those of the catalogue.
  let selectors: [DKIMSelector]
  /// The route that every domain must have, whatever the policy says.
  let expectedRoute: RouteID?
  /// For what receivers of RFC 7489 make of DMARC; nil where there is none.
  var publicSuffixes: PublicSuffixList?
  var policy: Policy?
  /// What exports of the tenant say; nil where there are none.
  var evidence: ExchangeEvidence?
  /// The zone files that are answered from.
  var zones: ZoneSet?
  /// Where MTA-STS policies come from.
  var mtaSTSPolicies: any MTASTSPolicySource = OfflineMTASTSPolicies()
  /// Who talks to the hosts that take mail; nil where nobody is to.
  var prober: (any SMTPProber)?
  /// Which hosts are looked at, and at which lists.
  var hosts = HostsPlan()
  /// Who is asked about the domain's name servers; nil where nobody can be.
  var nameServers: (any NameServers)?
  var roots = RootServers.internet
  /// Whether no selector is asked for that the zones have not.
  var trustsZones = false

  /// Asks everything about `domain` and judges it. What goes beyond `budget` is unknown.
  func report(on domain: MailDomain, within budget: AnswerBudget = AnswerBudget()) async -> DomainReport {
    let checkedAt = Date.now
    let started = Instant.now
    let expectation = expectation(for: domain)
    let plan = plan(domain.name, expectation)
    let (facts, answers) = await DomainFacts.gather(
      domain, areas, selectors: plan, publicSuffixes: publicSuffixes,
      proving: { [catalogue] in catalogue.isVerification(mx: $0) }, policies: mtaSTSPolicies,
      hosts: hosts, prober: prober,
      nameServers: nameServers.map { servers in
        let now = UInt32(clamping: Int64(checkedAt.timeIntervalSince1970))
        return (NameServerPlan(roots: roots, selectors: plan, now: now), servers)
      }, from: resolver, within: budget)
    let work = DomainReport.Work(
      checkedAt: checkedAt, started: started, duration: started.duration(to: .now),
      answers: answers)
    return report(judging: facts, expectation, work)
  }

  /// The report on a domain whose turn comes when the time of the run is over: what `report(on:within:)` says then, without
  /// the way of a question. Nil where that is not all known beforehand.
  func reportAfterDeadline(on domain: MailDomain) -> DomainReport? {
    guard areas.isSubset(of: .whole), prober == nil else { return nil }
    let checkedAt = Date.now
    let started = Instant.now
    let expectation = expectation(for: domain)
    let facts = DomainFacts.unknown(
      domain, areas, selectors: plan(domain.name, expectation), publicSuffixes: publicSuffixes,
      Failure(kind: .deadline))
    let work = DomainReport.Work(
      checkedAt: checkedAt, started: started, duration: started.duration(to: .now), answers: [])
    return report(judging: facts, expectation, work)
  }

  /// Not part of whoever waits for the facts: what is made here would take its room in each of hundreds of frames.
  @inline(never)
  private func report(
    judging facts: DomainFacts, _ expectation: Expectation, _ work: DomainReport.Work
  ) -> DomainReport {
    DomainReport(
      judging: facts, areas, expecting: expectation, isUncovered: policy?.covers(facts.domain.name) == false,
      in: catalogue, work: work, evidence: evidence, zones: zones)
  }

  private func expectation(for domain: MailDomain) -> Expectation {
    var expectation = policy?.expectation(for: domain.name) ?? Expectation()
    if let expectedRoute { expectation.route = expectedRoute }
    return expectation
  }

  /// The selectors that the route depends on come first, and those that the user or the policy named; then those of the
  /// providers that the domain points to, then those in common use.
  private func plan(_ domain: DomainName, _ expectation: Expectation) -> DKIMFacts.Plan {
    let usual = catalogue.usualSelectors
    let named = selectors + (expectation.keys ?? []).map(\.selector)
    let own = MicrosoftTenant.selectors(ofInitialDomain: domain)
    var first = named.isEmpty && own.isEmpty ? usual.ofEnds : (named + usual.ofEnds + own).uniqued
    let (known, areAll) = zones?.selectors(of: domain) ?? ([], false)
    let present = known.compactMap { usual.selector($0) }
    if trustsZones, areAll {
      return DKIMFacts.Plan(
        named: Set(selectors), first: (first + present).uniqued, others: [], isComplete: true)
    }
    // What nobody would guess is there to be read. What somebody would is asked for as in DNS, so that a zone file gives the
    // report that its server will give.
    let besides = present.filter { !usual.contains($0) && !first.contains($0) }
    first += besides
    let others =
      named.isEmpty && own.isEmpty ? usual.others : usual.others.filter { !first.contains($0) }
    return DKIMFacts.Plan(
      named: Set(selectors), first: first, others: others,
      whereDenied: ProviderCatalogue.likeliestSelectors, isComplete: areAll
    ) { [catalogue] mx, text in
      catalogue.providers(pointedToBy: mx, text).flatMap { $0.selectorGroups.compactMap(\.first) }
    } inTurn: { [catalogue] selector in
      catalogue.selectors(inTurnWith: selector)
    }
  }
}

extension ProviderCatalogue {
  /// The providers that a domain's MX records, its own SPF record and its verification texts name, each once.
  func providers(pointedToBy mx: Answer, _ text: Answer) -> [Provider] {
    var found: [Provider] = []
    func note(_ provider: Provider?) {
      if let provider, !found.contains(where: { $0.id == provider.id }) { found.append(provider) }
    }
    for case .mx(_, let exchange) in mx.records.lazy.map(\.data) { note(provider(ofMX: exchange)) }
    for reference in SPFPublication(text.question.name, text).references {
      note(reference.recognizableName.flatMap(provider(ofSPF:)))
    }
    for text in text.texts { note(provider(ofVerification: text.joined)) }
    return found
  }
}
