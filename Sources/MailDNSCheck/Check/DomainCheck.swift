import FoundationEssentials

/// How domains are checked in a run.
struct DomainCheck: Sendable {
  let areas: Set<CheckArea>
  let resolver: any Resolver
  let catalogue: ProviderCatalogue
  /// Selectors to ask for besides those of the catalogue.
  let selectors: [DKIMSelector]
  let expectedRoute: RouteID?

  /// Asks everything about `domain` and judges it.
  func report(on domain: MailDomain) async -> DomainReport {
    let transcript = Transcript(resolver)
    let checkedAt = Date.now
    let started = ContinuousClock.now
    let facts = await DomainFacts.gather(domain, areas, selectors: plan, from: transcript)
    let work = DomainReport.Work(
      checkedAt: checkedAt, started: started, duration: started.duration(to: .now),
      answers: await transcript.answers)
    return DomainReport(judging: facts, areas, expecting: expectedRoute, in: catalogue, work: work)
  }

  /// The selectors that the route depends on come first, and those that the user named.
  private var plan: DKIMFacts.Plan {
    let ends = [Provider.ID.securemx, .office365].flatMap { catalogue[$0]?.dkimSelectors ?? [] }
    let first = (selectors + ends.compactMap { DKIMSelector($0) }).uniqued
    let others = catalogue.selectors.compactMap { DKIMSelector($0) }.filter { !first.contains($0) }
    return DKIMFacts.Plan(named: Set(selectors), first: first, others: others)
  }
}
