/// A domain's DMARC policy, and whether those who are to get reports have agreed (RFC 9989 §4.10, RFC 9990 §4).
struct DMARCFacts: Sendable {
  let discovery: DMARCDiscovery
  /// TXT at the `_dmarc` name of each domain of the walk, in its order.
  let answers: [Answer]
  /// TXT at a subdomain that nobody publishes: what a wildcard answers for all that are not there.
  let randomSubdomain: Answer
  let organization: DMARCLegacyOrganization
  /// The mail domains that are to get reports, at most `maximumReportHosts`.
  let reportHosts: [DMARCReportHost]

  /// Mail domains that are asked whether they take reports at most; a record may name any number.
  static let maximumReportHosts = 20

  /// What the names of the walk answered.
  let results: [DomainName: DMARCTreeWalk.Result]
  /// The texts that a wildcard puts in place of a subdomain's own, sorted.
  let wildcard: DMARCSelection

  /// The mail domains that the policy record wants reports sent to, each once, in its order.
  var namedReportHosts: [DomainName] { discovery.policyRecord.value??.reportHosts ?? [] }

  /// The selection at the domain's own `_dmarc` name; nil where it could not be asked.
  var own: DMARCSelection? {
    guard case .answered(let selection) = discovery.steps.first?.result else { return nil }
    return selection
  }

  /// The answer that the policy record came from, or, where there is none, that of the domain itself.
  var decisiveAnswer: Answer? {
    let domain = discovery.policyRecord.value??.domain
    return zip(DMARCTreeWalk.queryNames(for: discovery.authorDomain), answers).first { $0.0 == domain }?.1
      ?? answers.first
  }

  /// Walks the tree, all of it at once: the names are known beforehand, and a walk rarely ends early. `organization` is
  /// for the reading of RFC 7489.
  static func gather(
    _ domain: DomainName, organization: DMARCLegacyOrganization = .undetermined,
    from resolver: any Resolver
  ) async -> DMARCFacts {
    async let random = randomSubdomain(of: domain, resolver)
    let names = DMARCTreeWalk.queryNames(for: domain)
    let answers = await ask(names, resolver)
    let results = answers.map(\.walkResult)
    let discovery = DMARCTreeWalk.evaluate(domain, results)
    let reportHosts = await reportHosts(for: discovery, resolver)
    let randomSubdomain = await random
    return DMARCFacts(
      discovery: discovery, answers: answers, randomSubdomain: randomSubdomain, organization: organization,
      reportHosts: reportHosts, results: Dictionary(zip(names, results)) { $1 },
      wildcard: DMARCSelection(randomSubdomain.texts))
  }

  private static func ask(_ domains: [DomainName], _ resolver: any Resolver) async -> [Answer] {
    let names = domains.map { try? DMARCTreeWalk.recordName(of: $0) }
    var answers = await resolver.answers(to: names.compactMap(\.self).map { Question($0, .txt) })[...]
    return zip(domains, names).compactMap { domain, name in
      // A name that is too long for DNS has no record; the question as put stands for it.
      name == nil ? .assumedAbsent(Question(domain, .txt)) : answers.popFirst()
    }
  }

  private static func randomSubdomain(of domain: DomainName, _ resolver: any Resolver) async -> Answer {
    guard let name = try? domain.prepending(RandomLabel.ofRun) else {
      return .assumedAbsent(Question(domain, .txt))
    }
    return await resolver.answer(to: Question(name, .txt))
  }

  private static func reportHosts(
    for discovery: DMARCDiscovery, _ resolver: any Resolver
  ) async -> [DMARCReportHost] {
    guard let policy = discovery.policyRecord.value ?? nil else { return [] }
    let home = discovery.organizationalDomain.value ?? policy.domain
    let isHomeKnown = discovery.organizationalDomain != .unknown
    return await withTaskGroup(of: DMARCReportHost.self) { group in
      for host in policy.reportHosts.prefix(maximumReportHosts) {
        // An ancestor of the domain, or a name beside it, may be of the same organization.
        let mayBeHome = !isHomeKnown && policy.domain.parent.map(host.isAtOrBelow) == true
        group.addTask {
          var found = await DMARCReportHost.gather(host, for: policy.domain, home: home, from: resolver)
          if mayBeHome { found.homeFailure = discovery.failures.first?.failure ?? Failure(kind: .noServer) }
          return found
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }.sorted { $0.name < $1.name }
  }
}

extension DMARCDiscovery.PolicyRecord {
  fileprivate var reportHosts: [DomainName] {
    (record.aggregateReports + record.failureReports).compactMap(\.domain).uniqued
  }
}

extension Answer {
  /// What the answer at a `_dmarc` name is to the walk.
  var walkResult: DMARCTreeWalk.Result {
    failure.map(DMARCTreeWalk.Result.failed) ?? .answered(DMARCSelection(texts))
  }
}
