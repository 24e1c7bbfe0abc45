/// Takes a domain's DMARC policy from the answers, and then what is to be known of those who get reports.
struct DMARCReading: Sendable {
  private let domain: DomainName
  private let organization: DMARCLegacyOrganization
  /// The domains of the walk.
  private let names: [DomainName]
  /// What is asked at each of them; nil where that would be too long for a name.
  private let questions: [Question?]
  /// TXT at a subdomain that nobody publishes.
  private let random: Question?
  /// All of them.
  private let walkQuestions: [Question]
  /// What came of the walk, which is gone once.
  private var walk: Walk?

  private struct Walk {
    let answers: [Answer]
    let steps: [DMARCTreeWalk.Step]
    let discovery: DMARCDiscovery
    let randomSubdomain: Answer
  }

  /// Walks the tree, all of it at once: the names are known beforehand, and a walk rarely ends early. `organization` is
  /// for the reading of RFC 7489.
  init(_ domain: DomainName, organization: DMARCLegacyOrganization) {
    self.domain = domain
    self.organization = organization
    names = DMARCTreeWalk.queryNames(for: domain)
    questions = names.map { name in
      (try? DMARCTreeWalk.recordName(of: name)).map { Question($0, .txt) }
    }
    random = (try? domain.prepending(label: RandomLabel.ofRun.utf8)).map { Question($0, .txt) }
    walkQuestions = (questions + [random]).compactMap(\.self)
  }

  /// Goes on where the last call stopped for want of answers.
  mutating func read(from known: KnownAnswers) throws(MissingAnswers) -> DMARCFacts {
    let walk = if let walk = self.walk { walk } else { try gone(known) }
    self.walk = walk
    return DMARCFacts(
      discovery: walk.discovery, answers: walk.answers, randomSubdomain: walk.randomSubdomain,
      organization: organization, reportHosts: try Self.reportHosts(for: walk.discovery, known),
      steps: walk.steps, subdomain: random?.name)
  }

  private func gone(_ known: KnownAnswers) throws(MissingAnswers) -> Walk {
    try known.require(walkQuestions)
    let answers = try zip(names, questions).map { name, question throws(MissingAnswers) in
      try known.answer(to: question, below: name)
    }
    let steps = zip(names, answers).map { DMARCTreeWalk.Step(domain: $0, result: $1.walkResult) }
    return Walk(
      answers: answers, steps: steps, discovery: DMARCDiscovery(authorDomain: domain, steps: steps),
      randomSubdomain: try known.answer(to: random, below: domain))
  }

  private static func reportHosts(
    for discovery: DMARCDiscovery, _ known: KnownAnswers
  ) throws(MissingAnswers) -> [DMARCReportHost] {
    guard let policy = discovery.policyRecord.value ?? nil else { return [] }
    let home = discovery.organizationalDomain.value ?? policy.domain
    let isHomeKnown = discovery.organizationalDomain != .unknown
    let hosts = policy.reportHosts.prefix(DMARCFacts.maximumReportHosts)
    return try known.each(hosts) { host throws(MissingAnswers) in
      var found = try DMARCReportHost.gather(host, for: policy.domain, home: home, from: known)
      // An ancestor of the domain, or a name beside it, may be of the same organization.
      if !isHomeKnown, policy.domain.parent.map(host.isAtOrBelow) == true {
        found.homeFailure = discovery.failures.first?.failure ?? Failure(kind: .noServer)
      }
      return found
    }.sorted { $0.name < $1.name }
  }
}
