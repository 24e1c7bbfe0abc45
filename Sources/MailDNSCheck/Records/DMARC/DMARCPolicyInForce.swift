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
    let domain = discovery.authorDomain
    let subdomain = try? domain.prepending(RandomLabel.ofRun)
    let own = policyInForce(
      .domain, of: discovery, apex.existence(besides: randomSubdomain), own: results[domain], subdomain)
    guard apex.existence != .doesNotExist, let subdomain else { return [own] }
    // What all names below have in common is worked out once.
    let above = DMARCTreeWalk.queryNames(for: subdomain).dropFirst().compactMap { name in
      results[name].map { DMARCTreeWalk.Step(domain: name, result: $0) }
    }
    func below(
      _ scope: DMARCScope, _ own: DMARCTreeWalk.Result, _ existence: DMARCDomainExistence
    ) -> DMARCPolicyInForce {
      let walk = DMARCDiscovery(
        authorDomain: subdomain, steps: [DMARCTreeWalk.Step(domain: subdomain, result: own)] + above)
      return policyInForce(scope, of: walk, existence, own: own, subdomain)
    }
    return [
      own,
      // An existing subdomain without a record of its own: no wildcard answers below it.
      below(.subdomains, .answered(DMARCSelection([])), .exists),
      // Where a wildcard answers, every subdomain exists, and the wildcard's record is its own.
      below(.nonexistentSubdomains, wildcardResult, subdomainExistence),
    ]
  }

  /// `own` is what the first name of the walk answered; nil where it was not asked.
  private func policyInForce(
    _ scope: DMARCScope, of walk: DMARCDiscovery, _ existence: DMARCDomainExistence,
    own: DMARCTreeWalk.Result?, _ subdomain: DomainName?
  ) -> DMARCPolicyInForce {
    let source = walk.policyRecord.value??.domain
    return DMARCPolicyInForce(
      scope: scope, policy: walk.appliedPolicy(existence),
      // What answers for a name that nobody published is a wildcard, and shown as one.
      source: source == subdomain ? try? discovery.authorDomain.prepending("*") : source,
      legacy: DMARCLegacyPolicy(
        author: walk.authorDomain, own: own, organization: organization, results: results))
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
