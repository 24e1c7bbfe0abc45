import FoundationEssentials

/// How domains are checked in a run.
struct DomainCheck: Sendable {
  let areas: Set<CheckArea>
  let resolver: any Resolver
  let catalogue: ProviderCatalogue
  /// Selectors to ask for besides those of the catalogue.
  let selectors: [DKIMSelector]
  /// The route that every domain must have, whatever the policy says.
  let expectedRoute: RouteID?
  var policy: Policy?

  /// Asks everything about `domain` and judges it.
  func report(on domain: MailDomain) async -> DomainReport {
    let transcript = Transcript(resolver)
    let checkedAt = Date.now
    let started = ContinuousClock.now
    let expectation = expectation(for: domain)
    let facts = await DomainFacts.gather(domain, areas, selectors: plan(expectation), from: transcript)
    let work = DomainReport.Work(
      checkedAt: checkedAt, started: started, duration: started.duration(to: .now),
      answers: await transcript.answers)
    return DomainReport(judging: facts, areas, expecting: expectation, in: catalogue, work: work)
  }

  private func expectation(for domain: MailDomain) -> Expectation {
    var expectation = policy?.expectation(for: domain.name) ?? Expectation()
    if let expectedRoute { expectation.route = expectedRoute }
    return expectation
  }

  /// The selectors that the route depends on come first, and those that the user or the policy named.
  private func plan(_ expectation: Expectation) -> DKIMFacts.Plan {
    let ends = [Provider.ID.securemx, .office365].flatMap { catalogue[$0]?.dkimSelectors ?? [] }
    let expected = (expectation.keys ?? []).map(\.selector)
    let first = (selectors + expected + ends.compactMap { DKIMSelector($0) }).uniqued
    let others = catalogue.selectors.compactMap { DKIMSelector($0) }.filter { !first.contains($0) }
    return DKIMFacts.Plan(named: Set(selectors), first: first, others: others)
  }
}
