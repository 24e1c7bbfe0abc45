/// What a domain's DMARC record does wrong, or leaves open (RFC 9989).
extension DMARCFacts {
  func findings(_ use: MailUse, _ apex: ApexFacts, _ policies: [DMARCPolicyInForce]) -> [Finding] {
    let rules = DMARCRules(facts: self, use: use, apex: apex, inForce: policies)
    return rules.findings + rules.apexFindings
  }
}

extension DMARCPolicyInForce {
  /// What receivers of RFC 7489 apply, where that is another policy.
  fileprivate var legacyPolicyIfOther: DMARCPolicy? {
    if readingsDiffer, case .applies(let policy, _, _, _) = legacy { policy } else { nil }
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
      findings.append(unknown)
    case .known(nil):
      if findings.allSatisfy({ $0.severity == .info }) {
        findings.append(.dmarc.missing(ownName, use, severity: use.severityOfAbsence))
      }
    case .known(let policy?):
      findings += self.findings(policy)
    }
    return findings
  }

  /// The question that failed, which may be about a domain above, and what is known all the same.
  private var unknown: Finding {
    guard let (domain, failure) = discovery.failures.first else {
      return .dmarc.unknown(ownName, (failure: Failure(kind: .noServer), without: nil))
    }
    let name = (try? DMARCTreeWalk.recordName(of: domain)) ?? ownName
    let isWithout = facts.own?.records.isEmpty == true
    return .dmarc.unknown(name, (failure: failure, without: isWithout ? discovery.authorDomain : nil))
  }

  /// What is wrong at the domain's own name short of a record that counts.
  private var ownFindings: [Finding] {
    guard let own = facts.own, let answer = facts.answers.first else { return [] }
    var findings: [Finding] = []
    if case .several(let records) = own.outcome {
      findings.append(.dmarc.several(ownPlace, records.count))
    }
    findings += own.nearMisses.map { .dmarc.notRecognized(ownPlace, $0) }
    if !answer.aliases.isEmpty, own.records.isEmpty, own.nearMisses.isEmpty {
      findings.append(
        .dmarc.dangling(ownName, answer.canonicalName, severity: use.severityOfAbsence))
    } else if !own.unrelated.isEmpty {
      let isBeside = own.record != nil
      findings.append(
        .dmarc.unrelatedText(
          ownPlace, (count: own.unrelated.count, isBesideRecord: isBeside),
          severity: isBeside ? .warning : .info))
    }
    return findings
  }

  /// A record at the domain itself instead of `_dmarc` below it, where nobody looks.
  var apexFindings: [Finding] {
    guard let text = apex.text.texts.map(\.joined).first(where: DMARCVersion.begins) else { return [] }
    let isMissed = facts.own.map { $0.records.isEmpty } ?? false
    return [
      .dmarc.atApex(apex.domain, (text: text, isCopy: !isMissed), severity: isMissed ? .warning : .info)
    ]
  }

  private func findings(_ policy: DMARCDiscovery.PolicyRecord) -> [Finding] {
    let place = facts.decisiveAnswer?.canonicalName ?? ownName
    let record = policy.record
    let problems = flaws(record).map { problem -> Finding in
      problem.effect == .breaksRecord
        ? .dmarc.invalid(place, (problem: problem, text: record.text))
        : .dmarc.flaw(
          place, (problem: problem, text: record.text),
          severity: problem.effect == .note ? .info : .warning)
    }
    guard record.isUsable else {
      return record.legacyRequest == .unusable ? problems : problems + differences
    }
    // The registry's record is not for the domain's owner to mend.
    if policy.source == .publicSuffixDomain {
      return [.dmarc.onlyPublicSuffix(ownName, policy.domain, severity: use.severityOfAbsence)]
        + differences
    }
    var findings =
      problems + strayFindings(policy, place) + policyFindings(policy, place)
      + subdomainFindings(policy, place)
    if !record.aggregateReports.contains(where: { $0.domain != nil }), use.isActive {
      findings.append(.dmarcReports.missing(place))
    }
    return findings + reportFindings + differences
  }

  /// Texts beside the record of a domain above; those at the domain's own name are told with it.
  private func strayFindings(_ policy: DMARCDiscovery.PolicyRecord, _ place: DomainName) -> [Finding] {
    guard policy.source != .authorDomain,
      case .answered(let selection)? = facts.steps.first(where: { $0.domain == policy.domain })?.result,
      !selection.unrelated.isEmpty
    else { return [] }
    return [
      .dmarc.unrelatedText(
        place, (count: selection.unrelated.count, isBesideRecord: true), severity: .warning)
    ]
  }

  /// What is wrong with the record; `pct` has a finding of its own where it matters.
  private func flaws(_ record: DMARCRecord) -> [DMARCProblem] {
    record.problems.filter { problem in
      switch problem.kind {
      case .policyNotSecond: false
      case .removedTag("pct"): record.legacyPercentage == 100
      default: true
      }
    }
  }

  private func policyFindings(_ policy: DMARCDiscovery.PolicyRecord, _ place: DomainName) -> [Finding] {
    let record = policy.record
    guard let policies = record.request.policies else { return [] }
    var findings: [Finding] = []
    // Published policies are judged at their own domain; from below it counts what applies there.
    let entry = inForce.first { $0.scope == .domain }
    let applied = entry?.policy
    if case .applies(.none, _, let tag) = applied {
      findings.append(
        .dmarc.policyNone(
          place, (tag: tag, isAssumed: record.isPolicyFallback, legacy: entry?.legacyPolicyIfOther)))
    }
    let published = applied?.published ?? policies.domain
    if record.isTesting, published != .none { findings.append(.dmarc.testing(place, published)) }
    if let percentage = record.legacyPercentage, percentage < 100 {
      findings.append(.dmarc.percentage(place, percentage))
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
      return [.dmarc.subdomainTagsUnused(place, (tags: published.map(\.0), home: home))]
    }
    var findings: [Finding] = published.filter { $0.1 < policies.domain }.map { tag, policy in
      .dmarc.subdomainsWeaker(place, (tag: tag, policy: policy, domainPolicy: policies.domain))
    }
    if !facts.wildcard.records.isEmpty {
      findings.append(.dmarc.wildcard(policy.domain))
    } else if policies.nonexistentSubdomains != nil, facts.randomSubdomain.failure == nil,
      !facts.randomSubdomain.deniesName
    {
      findings.append(.dmarc.nonexistentUnreachable(policy.domain))
    }
    return findings
  }

  private var reportFindings: [Finding] {
    let findings = facts.reportHosts.flatMap { host -> [Finding] in
      let subject = host.consentAnswer?.question.name ?? host.name
      switch host.consent {
      case .missing:
        let isOfLegacyOrganization = isOfLegacyOrganization(host.name)
        let unauthorized = Finding.dmarcReports.unauthorized(
          subject, (host: host.name, isOfLegacyOrganization: isOfLegacyOrganization))
        // Where no mail arrives, no consent helps.
        return [unauthorized] + (host.takesMail == false ? [.dmarcReports.hostTakesNoMail(host.name)] : [])
      case .unknown(let failure):
        return [.dmarcReports.unknown(subject, (host: host.name, failure: failure))]
      case .granted, .notNeeded: break
      }
      return overrides(host, subject) + mailFindings(host)
    }
    // Those that are named are counted only where as many as may be were looked at.
    guard facts.reportHosts.count >= DMARCFacts.maximumReportHosts else { return findings }
    let count = facts.namedReportHosts.count
    guard count > DMARCFacts.maximumReportHosts else { return findings }
    return findings + [.dmarcReports.hostsTooMany(ownName, count)]
  }

  /// What the host says in its consent of where it wants the reports.
  private func overrides(_ host: DMARCReportHost, _ subject: DomainName) -> [Finding] {
    guard !host.override.isEmpty else { return [] }
    let override = DMARCReportOverride(host: host.name, addresses: host.override)
    return [
      .dmarcReports.overridden(subject, override, severity: override.isElsewhere ? .warning : .info)
    ]
  }

  private func mailFindings(_ host: DMARCReportHost) -> [Finding] {
    // What is wrong with the domain's own MX hosts is said where they are judged.
    if host.name == discovery.authorDomain, case .found = host.mail.status { return [] }
    if host.takesMail == false { return [.dmarcReports.hostTakesNoMail(host.name)] }
    if let failure = host.mail.mailFailure {
      return [.dmarcReports.unknown(host.name, (host: host.name, failure: failure))]
    }
    return host.takesMail == nil
      ? [.dmarcReports.hostExchangesTooMany(host.name, host.mail.answer.records.count)] : []
  }

  /// Whether `host` need not agree by RFC 7489 §7.1; nil where there is no public suffix list to tell.
  private func isOfLegacyOrganization(_ host: DomainName) -> Bool? {
    switch facts.organization {
    case .domain(let home): host.isAtOrBelow(home)
    case .publicSuffix: host == discovery.authorDomain
    case .undetermined:
      // Names that have no more than the top-level domain in common are hardly of one organization.
      host.suffix(2) == discovery.authorDomain.suffix(2) ? nil : false
    }
  }

  /// Where receivers that still follow RFC 7489 treat mail in another way.
  private var differences: [Finding] {
    let differing = inForce.filter(\.readingsDiffer)
    return differing.isEmpty ? [] : [.dmarc.readingsDiffer(discovery.authorDomain, differing)]
  }
}
