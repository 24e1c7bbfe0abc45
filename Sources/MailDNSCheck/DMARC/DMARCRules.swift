/// What a domain's DMARC record does wrong, or leaves open (RFC 9989).
extension DMARCFacts {
  func findings(_ use: MailUse) -> [Finding] {
    let name = answers.first?.question.name ?? discovery.authorDomain
    var findings: [Finding] = []
    if case .several(let records)? = own?.outcome {
      findings.append(Finding(.dmarcSeveral(count: records.count), name))
    }
    findings += own?.nearMisses.map { Finding(.dmarcNotRecognized($0), name) } ?? []
    switch discovery.policyRecord {
    case .unknown:
      let failure = discovery.failures.first?.failure
      findings.append(Finding(.dmarcUnknown(failure ?? Failure(kind: .noServer)), name))
    case .known(nil):
      if findings.isEmpty {
        findings.append(Finding(.dmarcMissing(hasMail: use.isActive), name, severity: use.severityOfAbsence))
      }
    case .known(let policy?):
      findings += self.findings(policy, use)
    }
    return findings
  }

  private func findings(_ policy: DMARCDiscovery.PolicyRecord, _ use: MailUse) -> [Finding] {
    let name = (try? DMARCTreeWalk.recordName(of: policy.domain)) ?? policy.domain
    let record = policy.record
    guard record.isUsable else {
      return record.problems.filter { $0.effect == .breaksRecord }.prefix(1).map {
        Finding(.dmarcInvalid($0), name)
      }
    }
    var findings = flaws(record).map { problem in
      Finding(.dmarcFlaw(problem), name, severity: problem.effect == .ignoredPart ? .warning : .info)
    }
    findings += policyFindings(policy, name)
    if !record.aggregateReports.contains(where: { $0.domain != nil }), use.isActive,
      policy.source != .publicSuffixDomain
    {
      findings.append(Finding(.dmarcNoReports, name))
    }
    return findings + reportFindings(name)
  }

  /// What is wrong with the record short of breaking it; `pct` has a finding of its own where it matters.
  private func flaws(_ record: DMARCRecord) -> [DMARCProblem] {
    record.problems.filter { problem in
      switch problem.kind {
      case .policyNotSecond, .emptyTag: false
      case .removedTag("pct"): record.legacyPercentage == 100
      default: true
      }
    }
  }

  private func policyFindings(_ policy: DMARCDiscovery.PolicyRecord, _ name: DomainName) -> [Finding] {
    let record = policy.record
    guard let policies = record.request.policies else { return [] }
    var findings: [Finding] = []
    // Published policies are judged at their own domain; from below it counts what applies there.
    if case .applies(.none, _, let tag) = discovery.appliedPolicy(.exists) {
      findings.append(Finding(.dmarcPolicyNone(tag), name))
    }
    if record.isTesting, policies.domain != .none {
      findings.append(Finding(.dmarcTesting(policies.domain), name))
    }
    if let percentage = record.legacyPercentage, percentage < 100 {
      findings.append(Finding(.dmarcPercentage(percentage), name))
    }
    guard policy.source == .authorDomain else { return findings }
    for (tag, value) in [
      (DMARCPolicyTag.subdomains, policies.subdomains),
      (.nonexistentSubdomains, policies.nonexistentSubdomains),
    ] {
      guard let value, value < policies.domain else { continue }
      findings.append(Finding(.dmarcSubdomainsWeaker(tag, value, than: policies.domain), name))
    }
    return findings
  }

  private func reportFindings(_ name: DomainName) -> [Finding] {
    authorizations.compactMap { authorization in
      switch authorization.status {
      case .granted: nil
      case .missing:
        Finding(.dmarcReportsUnauthorized(host: authorization.host), authorization.answer.question.name)
      case .unknown(let failure):
        Finding(.dmarcReportsUnknown(host: authorization.host, failure), authorization.answer.question.name)
      }
    }
  }
}
