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

  /// All names of the walk and what they answered, where `discovery` has those that can matter.
  let steps: [DMARCTreeWalk.Step]
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
    return domain.flatMap(answer(of:)) ?? answers.first
  }

  /// What the `_dmarc` name of a domain of the walk answered; nil for any other domain.
  func answer(of domain: DomainName) -> Answer? { zip(steps, answers).first { $0.0.domain == domain }?.1 }

  /// Walks the tree, all of it at once: the names are known beforehand, and a walk rarely ends early. `organization` is
  /// for the reading of RFC 7489.
  static func gather(
    _ domain: DomainName, organization: DMARCLegacyOrganization = .undetermined,
    from known: KnownAnswers
  ) throws(MissingAnswers) -> DMARCFacts {
    let names = DMARCTreeWalk.queryNames(for: domain)
    let random = (try? domain.prepending(label: RandomLabel.ofRun.utf8)).map { Question($0, .txt) }
    let questions = names.map { name in
      (try? DMARCTreeWalk.recordName(of: name)).map { Question($0, .txt) }
    }
    try known.require((questions + [random]).compactMap(\.self))
    let answers = try zip(names, questions).map { name, question throws(MissingAnswers) in
      try known.answer(to: question, below: name)
    }
    let steps = zip(names, answers).map { DMARCTreeWalk.Step(domain: $0, result: $1.walkResult) }
    let discovery = DMARCDiscovery(authorDomain: domain, steps: steps)
    let reportHosts = try reportHosts(for: discovery, known)
    let randomSubdomain = try known.answer(to: random, below: domain)
    return DMARCFacts(
      discovery: discovery, answers: answers, randomSubdomain: randomSubdomain, organization: organization,
      reportHosts: reportHosts, steps: steps, wildcard: randomSubdomain.dmarcSelection)
  }

  private static func reportHosts(
    for discovery: DMARCDiscovery, _ known: KnownAnswers
  ) throws(MissingAnswers) -> [DMARCReportHost] {
    guard let policy = discovery.policyRecord.value ?? nil else { return [] }
    let home = discovery.organizationalDomain.value ?? policy.domain
    let isHomeKnown = discovery.organizationalDomain != .unknown
    return try known.each(policy.reportHosts.prefix(maximumReportHosts)) { host throws(MissingAnswers) in
      var found = try DMARCReportHost.gather(host, for: policy.domain, home: home, from: known)
      // An ancestor of the domain, or a name beside it, may be of the same organization.
      if !isHomeKnown, policy.domain.parent.map(host.isAtOrBelow) == true {
        found.homeFailure = discovery.failures.first?.failure ?? Failure(kind: .noServer)
      }
      return found
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
    failure.map(DMARCTreeWalk.Result.failed) ?? .answered(dmarcSelection)
  }

  /// The answer's texts, sorted once for all readings.
  var dmarcSelection: DMARCSelection {
    records.isEmpty ? DMARCSelection([]) : derived { DMARCSelection(texts) }
  }
}
