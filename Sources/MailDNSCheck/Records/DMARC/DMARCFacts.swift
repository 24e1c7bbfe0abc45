/// A domain's DMARC policy, and whether those who are to get reports have agreed (RFC 9989 §4.10, RFC 9990 §4).
///
/// A class, though a value in all but name: it is large, and handed to every rule.
final class DMARCFacts: Sendable {
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
  /// A subdomain that nobody publishes; nil where the domain is too long to have any.
  let subdomain: DomainName?

  init(
    discovery: DMARCDiscovery, answers: [Answer], randomSubdomain: Answer,
    organization: DMARCLegacyOrganization, reportHosts: [DMARCReportHost], steps: [DMARCTreeWalk.Step],
    subdomain: DomainName?
  ) {
    self.discovery = discovery
    self.answers = answers
    self.randomSubdomain = randomSubdomain
    self.organization = organization
    self.reportHosts = reportHosts
    self.steps = steps
    self.subdomain = subdomain
    wildcard = randomSubdomain.dmarcSelection
  }

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

  /// Reads the policy where all that it needs is there.
  static func gather(
    _ domain: DomainName, organization: DMARCLegacyOrganization = .undetermined,
    from known: KnownAnswers
  ) throws(MissingAnswers) -> DMARCFacts {
    var reading = DMARCReading(domain, organization: organization)
    return try reading.read(from: known)
  }
}

extension DMARCDiscovery.PolicyRecord {
  /// The mail domains that the record wants reports sent to, each once, in its order.
  var reportHosts: [DomainName] {
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
