/// Whose mail a policy is for.
enum DMARCScope: String, CaseIterable, Hashable, Sendable {
  /// Mail from the domain itself.
  case domain
  /// Mail from subdomains that exist and have no record of their own.
  case subdomains
  /// Mail from subdomains that do not exist.
  case nonexistentSubdomains
}

/// What receivers are asked to do with mail from the domain or from below it that fails DMARC: those of RFC 9989, and
/// those that still follow RFC 7489.
struct DMARCPolicyInForce: Hashable, Sendable {
  let scope: DMARCScope
  let policy: DMARCAppliedPolicy
  /// The domain whose record the policy is from; nil where there is none.
  let source: DomainName?
  let legacy: DMARCLegacyPolicy

  /// Whether the two kinds of receivers find different policies, apart from what `t` and `pct` make of them, which is
  /// told by itself; false where that is not known of both.
  var readingsDiffer: Bool {
    switch (policy, legacy) {
    case (.applies(let published, _, _), .applies(let policy, _, _, _)): published != policy
    case (.nothing, .applies), (.applies, .nothing): true
    case (.nothing, .nothing), (.unknown, _), (_, .unknown), (_, .undetermined): false
    }
  }
}

extension DMARCFacts {
  /// The policies in force, one for each scope, where `apex` tells whether the domain itself exists. Nothing is below a
  /// domain whose name is as long as names may be, or that does not exist (RFC 8020 §2).
  func policiesInForce(_ apex: ApexFacts) -> [DMARCPolicyInForce] {
    let domain = apex.existence == .doesNotExist ? nil : subdomain
    return DMARCScope.allCases.compactMap { scope in
      switch scope {
      case .domain: policyInForce(.domain, of: discovery, apex.existence(besides: randomSubdomain), steps)
      case .subdomains:
        // An existing subdomain without a record of its own: no wildcard answers below it.
        domain.map { below(scope, $0, .answered(DMARCSelection([])), .exists) }
      case .nonexistentSubdomains:
        // Where a wildcard answers, every subdomain exists, and the wildcard's record is its own.
        domain.map { below(scope, $0, wildcardResult, subdomainExistence) }
      }
    }
  }

  private func below(
    _ scope: DMARCScope, _ subdomain: DomainName, _ own: DMARCTreeWalk.Result,
    _ existence: DMARCDomainExistence
  ) -> DMARCPolicyInForce {
    let first = DMARCTreeWalk.Step(domain: subdomain, result: own)
    // Else it goes on as that from the domain does.
    var all = [first]
    all += steps
    let walk = DMARCTreeWalk.passesOverParent(of: subdomain) ? [first] + steps.dropFirst() : all
    return policyInForce(
      scope, of: DMARCDiscovery(authorDomain: subdomain, steps: walk), existence, all)
  }

  private func policyInForce(
    _ scope: DMARCScope, of discovery: DMARCDiscovery, _ existence: DMARCDomainExistence,
    _ steps: [DMARCTreeWalk.Step]
  ) -> DMARCPolicyInForce {
    DMARCPolicyInForce(
      scope: scope, policy: discovery.appliedPolicy(existence),
      source: shown(discovery.policyRecord.value??.domain),
      legacy: DMARCLegacyPolicy(author: discovery.authorDomain, organization: organization, steps: steps))
  }

  /// What answers for a name that nobody published is a wildcard, and shown as one.
  private func shown(_ source: DomainName?) -> DomainName? {
    guard let source, source == subdomain else { return source }
    return try? discovery.authorDomain.prepending(label: "*".utf8)
  }

  private var wildcardResult: DMARCTreeWalk.Result {
    randomSubdomain.failure.map(DMARCTreeWalk.Result.failed) ?? .answered(wildcard)
  }

  /// Whether names that nobody published exist, as far as receivers see (RFC 8020 §2).
  private var subdomainExistence: DMARCDomainExistence {
    switch randomSubdomain.outcome {
    case .noSuchName: .doesNotExist
    case .found, .noData: .exists
    case .failed: .unknown
    }
  }
}
