/// A domain's DMARC policy, and whether those who are to get reports have agreed (RFC 9989 §4.10, RFC 9990 §4).
struct DMARCFacts: Sendable {
  let discovery: DMARCDiscovery
  /// TXT at the `_dmarc` name of each domain of the walk, in its order.
  let answers: [Answer]
  /// For each outside host that is to get reports, TXT at the name by which it agrees.
  let authorizations: [Authorization]

  struct Authorization: Sendable {
    let host: DomainName
    let answer: Answer

    enum Status: Hashable, Sendable {
      case granted
      case missing
      case unknown(Failure)
    }

    var status: Status {
      if let failure = answer.failure { return .unknown(failure) }
      return DMARCSelection(answer.texts).records.isEmpty ? .missing : .granted
    }
  }

  /// Hosts that are asked for their consent at most; a record may name any number.
  static let maximumReportHosts = 20

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

  /// Walks the tree, all of it at once: the names are known beforehand, and a walk rarely ends early.
  static func gather(_ domain: DomainName, from resolver: any Resolver) async -> DMARCFacts {
    let names = DMARCTreeWalk.queryNames(for: domain)
    let answers = await withTaskGroup(of: (Int, Answer).self) { group in
      for (index, name) in names.enumerated() {
        group.addTask { (index, await Self.ask(name, resolver)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }.sorted { $0.0 < $1.0 }.map(\.1)
    let results = answers.map { answer -> DMARCTreeWalk.Result in
      answer.failure.map(DMARCTreeWalk.Result.failed) ?? .answered(DMARCSelection(answer.texts))
    }
    let discovery = DMARCTreeWalk.evaluate(domain, results)
    let authorizations = await authorizations(for: discovery, resolver)
    return DMARCFacts(discovery: discovery, answers: answers, authorizations: authorizations)
  }

  private static func ask(_ domain: DomainName, _ resolver: any Resolver) async -> Answer {
    do throws(DomainNameError) {
      return await resolver.answer(to: Question(try DMARCTreeWalk.recordName(of: domain), .txt))
    } catch {
      // A name that is too long for DNS has no record; the question as put stands for it.
      return .assumedAbsent(Question(domain, .txt))
    }
  }

  private static func authorizations(
    for discovery: DMARCDiscovery, _ resolver: any Resolver
  ) async -> [Authorization] {
    guard let policy = discovery.policyRecord.value ?? nil else { return [] }
    let home = discovery.organizationalDomain.value ?? policy.domain
    var seen: Set<DomainName> = []
    let hosts = (policy.record.aggregateReports + policy.record.failureReports).compactMap(\.domain)
      .filter { !$0.isAtOrBelow(home) && seen.insert($0).inserted }.prefix(maximumReportHosts)
    return await withTaskGroup(of: Authorization.self) { group in
      for host in hosts {
        guard let name = try? DMARCTreeWalk.authorizationName(policyDomain: policy.domain, host: host) else {
          continue
        }
        group.addTask { Authorization(host: host, answer: await resolver.answer(to: Question(name, .txt))) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }.sorted { $0.host < $1.host }
  }
}
