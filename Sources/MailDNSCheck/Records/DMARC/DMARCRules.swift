/// What a domain's DMARC record does wrong, or leaves open (RFC 9989).
extension DMARCFacts {
  func findings(_ use: MailUse, _ apex: ApexFacts, _ policies: [DMARCPolicyInForce]) -> [Finding] {
    let rules = DMARCRules(facts: self, use: use, apex: apex, inForce: policies)
    return rules.findings + rules.apexFindings
  }
}

private struct DMARCRules {
  let facts: DMARCFacts
  let use: MailUse
  let apex: ApexFacts
  let inForce: [DMARCPolicyInForce]

  private var discovery: DMARCDiscovery { facts.discovery }
  /// The domain's own `_dmarc` name.
  private var ownName: DomainName { facts.answers.first?.question.name ?? discovery.authorDomain }
  /// Where the records are that the own name shows: behind a CNAME elsewhere.
  private var ownPlace: DomainName { facts.answers.first?.canonicalName ?? ownName }

  var findings: [Finding] {
    var findings = ownFindings
    switch discovery.policyRecord {
    case .unknown:
      let failure = discovery.failures.first?.failure
      findings.append(Finding(.dmarcUnknown(failure ?? Failure(kind: .noServer)), ownName))
    case .known(nil):
      if findings.allSatisfy({ $0.severity == .info }) {
        findings.append(
          Finding(.dmarcMissing(hasMail: use.isActive), ownName, severity: use.severityOfAbsence))
      }
    case .known(let policy?):
      findings += self.findings(policy)
    }
    return findings
  }

  /// What is wrong at the domain's own name short of a record that counts.
  private var ownFindings: [Finding] {
    guard let own = facts.own, let answer = facts.answers.first else { return [] }
    var findings: [Finding] = []
    if case .several(let records) = own.outcome {
      findings.append(Finding(.dmarcSeveral(count: records.count), ownPlace))
    }
    findings += own.nearMisses.map { Finding(.dmarcNotRecognized($0), ownPlace) }
    if !answer.aliases.isEmpty, own.records.isEmpty, own.nearMisses.isEmpty {
      findings.append(
        Finding(.dmarcDangling(target: answer.canonicalName), ownName, severity: use.severityOfAbsence))
    } else if !own.unrelated.isEmpty {
      findings.append(Finding(.dmarcUnrelatedText(count: own.unrelated.count), ownPlace))
    }
    return findings
  }

  /// A record at the domain itself instead of `_dmarc` below it, where nobody looks.
  var apexFindings: [Finding] {
    guard apex.text.texts.contains(where: { DMARCRecord($0.joined) != nil }) else { return [] }
    let isMissed = facts.own.map { $0.records.isEmpty } ?? false
    return [Finding(.dmarcAtApex, apex.domain, severity: isMissed ? .warning : .info)]
  }

  private func findings(_ policy: DMARCDiscovery.PolicyRecord) -> [Finding] {
    let place = facts.decisiveAnswer?.canonicalName ?? ownName
    let record = policy.record
    let problems = flaws(record).map { problem in
      problem.effect == .breaksRecord
        ? Finding(.dmarcInvalid(problem, text: record.text), place)
        : Finding(
          .dmarcFlaw(problem, text: record.text), place,
          severity: problem.effect == .ignoredPart ? .warning : .info)
    }
    guard record.isUsable else { return problems }
    // The registry's record is not for the domain's owner to mend.
    if policy.source == .publicSuffixDomain {
      return [Finding(.dmarcOnlyPublicSuffix(policy.domain), ownName, severity: use.severityOfAbsence)]
        + differences
    }
    var findings = problems + policyFindings(policy, place) + subdomainFindings(policy, place)
    if !record.aggregateReports.contains(where: { $0.domain != nil }), use.isActive {
      findings.append(Finding(.dmarcNoReports, place))
    }
    return findings + reportFindings + differences
  }

  /// What is wrong with the record; `pct` has a finding of its own where it matters.
  private func flaws(_ record: DMARCRecord) -> [DMARCProblem] {
    record.problems.filter { problem in
      switch problem.kind {
      case .policyNotSecond, .emptyTag: false
      case .removedTag("pct"): record.legacyPercentage.map { $0 == 100 } ?? true
      default: true
      }
    }
  }

  private func policyFindings(_ policy: DMARCDiscovery.PolicyRecord, _ place: DomainName) -> [Finding] {
    let record = policy.record
    guard let policies = record.request.policies else { return [] }
    var findings: [Finding] = []
    // Published policies are judged at their own domain; from below it counts what applies there.
    let applied = inForce.first { $0.scope == .domain }?.policy
    if case .applies(.none, _, let tag) = applied {
      findings.append(Finding(.dmarcPolicyNone(tag, isAssumed: record.isPolicyFallback), place))
    }
    let published = applied?.published ?? policies.domain
    if record.isTesting, published != .none { findings.append(Finding(.dmarcTesting(published), place)) }
    if let percentage = record.legacyPercentage, percentage < 100 {
      findings.append(Finding(.dmarcPercentage(percentage), place))
    }
    return findings
  }

  /// What becomes of names below the domain, where the record is its own.
  private func subdomainFindings(_ policy: DMARCDiscovery.PolicyRecord, _ place: DomainName) -> [Finding] {
    guard policy.source == .authorDomain, let policies = policy.record.request.policies else { return [] }
    let published: [(DMARCPolicyTag, DMARCPolicy)] =
      [(.subdomains, policies.subdomains), (.nonexistentSubdomains, policies.nonexistentSubdomains)]
      .compactMap { tag, value in value.map { (tag, $0) } }
    if case .known(let home) = discovery.organizationalDomain, policy.domain.isBelow(home), !published.isEmpty
    {
      return [Finding(.dmarcSubdomainTagsUnused(published.map(\.0), follow: home), place)]
    }
    var findings = published.filter { $0.1 < policies.domain }.map {
      Finding(.dmarcSubdomainsWeaker($0.0, $0.1, than: policies.domain), place)
    }
    if !facts.wildcard.records.isEmpty {
      findings.append(Finding(.dmarcWildcard, policy.domain))
    } else if policies.nonexistentSubdomains != nil, facts.randomSubdomain.failure == nil,
      !facts.randomSubdomain.deniesName
    {
      findings.append(Finding(.dmarcNonexistentUnreachable, policy.domain))
    }
    return findings
  }

  private var reportFindings: [Finding] {
    let findings = facts.reportHosts.flatMap { host -> [Finding] in
      let subject = host.consentAnswer?.question.name ?? host.name
      switch host.consent {
      case .missing: return [Finding(.dmarcReportsUnauthorized(host: host.name), subject)]
      case .unknown(let failure):
        return [Finding(.dmarcReportsUnknown(host: host.name, failure), subject)]
      case .granted, .notNeeded: break
      }
      // What is wrong with the domain's own MX hosts is said where they are judged.
      if host.name == discovery.authorDomain, case .found = host.mail.status { return [] }
      if host.takesMail == false { return [Finding(.dmarcReportHostTakesNoMail, host.name)] }
      if let failure = host.mail.mailFailure {
        return [Finding(.dmarcReportsUnknown(host: host.name, failure), host.name)]
      }
      return host.takesMail == nil
        ? [Finding(.dmarcReportHostExchangesTooMany(host.mail.answer.records.count), host.name)] : []
    }
    let count = facts.namedReportHosts.count
    guard count > DMARCFacts.maximumReportHosts else { return findings }
    return findings + [Finding(.dmarcReportHostsTooMany(count), ownName)]
  }

  /// Where receivers that still follow RFC 7489 treat mail in another way.
  private var differences: [Finding] {
    let differing = inForce.filter(\.readingsDiffer)
    return differing.isEmpty ? [] : [Finding(.dmarcReadingsDiffer(differing), discovery.authorDomain)]
  }
}
