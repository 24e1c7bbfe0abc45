import FoundationEssentials

/// What there is to say of how a domain's mail is protected on the way.
struct TransportRules {
  let facts: TransportFacts
  let moment: Date
  /// Whose a host is, where that is a gateway.
  let gateway: (DomainName) -> Wording?

  var findings: [Finding] {
    recordFindings + policyFindings + reportFindings + hostFindings + securityFindings
  }

  private var recordName: DomainName { (try? MTASTSRecord.name(of: facts.domain)) ?? facts.domain }
  private var reportName: DomainName { (try? TLSRPTRecord.name(of: facts.domain)) ?? facts.domain }
  private var policyHost: DomainName { (try? MTASTSRecord.policyHost(of: facts.domain)) ?? facts.domain }

  /// Whether nothing is missed: no mail comes.
  private var takesNoMail: Bool { facts.mx.takesMail == false }

  private var recordFindings: [Finding] {
    if let failure = facts.record.failure { return [.mtaSTS.unknown(recordName, failure)] }
    switch facts.recordSelection.outcome {
    case .record: return []
    case .absent:
      if facts.policy != .notAsked { return [.mtaSTS.policyWithoutRecord(recordName)] }
      return takesNoMail ? [] : [.mtaSTS.missing(facts.domain)]
    case .notRecognized(let text): return [.mtaSTS.notRecognized(recordName, text)]
    case .several(let count): return [.mtaSTS.several(recordName, count)]
    case .invalid(let text, let error): return [.mtaSTS.recordInvalid(recordName, (text: text, error: error))]
    }
  }

  private var policyFindings: [Finding] {
    switch facts.policy {
    case .notAsked: return []
    case .failed(let failure):
      return [
        failure.isUnknown
          ? .mtaSTS.policyUnknown(policyHost, failure) : .mtaSTS.policyUnavailable(policyHost, failure)
      ]
    case .invalid(let error): return [.mtaSTS.policyInvalid(policyHost, error)]
    case .policy(let policy):
      let lines = policy.emptyLines.prefix(1).map { Finding.mtaSTS.policyEmptyLine(policyHost, $0) }
      if policy.mode == .none { return [.mtaSTSPolicy.modeNone(policyHost)] + lines }
      return mismatchFindings(policy) + modeFindings(policy) + lines
    }
  }

  private func mismatchFindings(_ policy: MTASTSPolicy) -> [Finding] {
    let hosts = facts.unmatchedHosts
    guard !hosts.isEmpty else { return [] }
    // Without a record nobody follows the policy yet.
    let isInForce = policy.mode == .enforce && facts.recordSelection.record != nil
    let severity: Severity = isInForce ? .critical : .warning
    let gateway = hosts.lazy.compactMap(gateway).first
    let mismatch = MTASTSMismatch(
      mode: policy.mode, hosts: hosts, patterns: policy.patterns, gateway: gateway)
    if gateway != nil, hosts.count == facts.hosts.count, policy.patterns.contains(where: \.isOfOffice365) {
      return [.mtaSTSPolicy.leftover(facts.domain, mismatch, severity: severity)]
    }
    return hosts.map { host in
      .mtaSTSPolicy.hostUnmatched(host, mismatch, severity: severity)
    }
  }

  private func modeFindings(_ policy: MTASTSPolicy) -> [Finding] {
    var findings: [Finding] = []
    if policy.mode == .testing {
      let isReported =
        facts.reports.failure != nil || facts.reportSelection.record?.addresses.isEmpty == false
      findings.append(
        isReported ? .mtaSTSPolicy.testing(policyHost) : .mtaSTSPolicy.testingUnreported(policyHost))
    }
    if policy.maximumAge < Self.shortestAge {
      findings.append(.mtaSTSPolicy.shortAge(policyHost, policy.maximumAge))
    }
    return findings
  }

  /// Seconds: a day.
  private static let shortestAge: UInt32 = 86_400

  private var reportFindings: [Finding] {
    if let failure = facts.reports.failure { return [.transport.reportsUnknown(reportName, failure)] }
    switch facts.reportSelection.outcome {
    case .absent: return takesNoMail ? [] : [.transport.reportsMissing(reportName)]
    case .notRecognized(let text): return [.transport.reportsNotRecognized(reportName, text)]
    case .several(let count): return [.transport.reportsSeveral(reportName, count)]
    case .invalid(let text, let error):
      return [.transport.reportsInvalid(reportName, (text: text, error: error))]
    case .record(let record):
      return record.unusable.map { .transport.reportAddress(reportName, (text: record.text, address: $0)) }
    }
  }

  private var hostFindings: [Finding] {
    if case .unknown(let failure) = facts.mx.status {
      return [.transport.hostsUnknown(facts.domain, failure)]
    }
    var protected: [DomainName] = []
    for host in facts.hosts { if case .usable = host.dane { protected.append(host.host) } }
    return facts.hosts.compactMap { host in
      switch host.dane {
      case .usable: nil
      case .absent: protected.isEmpty ? nil : .transport.keysPartial(host.host, protected)
      case .unknown(let failure):
        .transport.keysUnknown(host.host, (failure: failure, consequence: host.failedLookUp))
      case .bogus(let failure): .dnssec.keysBogus(host.host, failure, severity: severity(of: host))
      case .insecure: .transport.keysInsecure(host.host)
      case .unusable(let records): .transport.keysUnusable(host.host, records)
      }
    }
  }

  /// How much it matters that no mail gets to a host: as long as there is another one, it goes there.
  private func severity(of host: TransportHost) -> Severity {
    let isAlone = facts.hosts.allSatisfy { other in
      if case .bogus = other.security.state { return true }
      if case .bogus = other.dane { return true }
      return false
    }
    return isAlone ? .critical : .warning
  }

  private var securityFindings: [Finding] {
    let own = signatureFindings(of: facts.domain, facts.security, facts.signedSets, .critical)
    let hosts = facts.hosts.flatMap { host in
      // The domain itself where it has no MX.
      host.host == facts.domain
        ? [] : signatureFindings(of: host.host, host.security, host.signedSets, severity(of: host))
    }
    return own + delegationFindings + hosts + unknownSecurity
  }

  /// What the signatures at one name come to.
  private func signatureFindings(
    of name: DomainName, _ security: ZoneSecurity, _ sets: [SignedSet], _ severity: Severity
  ) -> [Finding] {
    switch security.state {
    // To those who see no chain of trust signatures mean nothing, in order or not.
    case .insecure, .unknown: return []
    case .bogus(let evidence):
      let zone = BogusZone(zone: security.zone, evidence: evidence, sets, at: moment)
      return [.dnssec.bogus(name, zone, severity: severity)]
    case .secure, .signed:
      let isValidated = security.state == .secure
      if let set = sets.first(where: { $0.isExpired(at: moment) }) {
        return [.dnssec.signatureExpired(name, (set: DatedSet(set, at: moment), isValidated: isValidated))]
      }
      let next = sets.filter { $0.isAboutToExpire(at: moment) }.min {
        $0.secondsLeft(at: moment) < $1.secondsLeft(at: moment)
      }
      return next.map { [.dnssec.signatureExpiring(name, DatedSet($0, at: moment))] } ?? []
    }
  }

  /// What an own zone that is not delegated as a signed one comes to.
  private var delegationFindings: [Finding] {
    guard facts.security.state == .insecure else { return [] }
    var findings: [Finding] = []
    if let zone = facts.security.zone, facts.signedSets.contains(where: { $0.signature.signer == zone }) {
      findings.append(.dnssec.notDelegated(facts.domain, zone))
    }
    let hosts = facts.hosts.filter { host in
      if case .usable = host.dane {
        host.security.state == .secure || host.security.state == .signed
      } else {
        false
      }
    }
    if !hosts.isEmpty { findings.append(.dnssec.exchangesInsecure(facts.domain, hosts.map(\.host))) }
    return findings
  }

  private var unknownSecurity: [Finding] {
    // Where the domain's own records could not be asked, that is said already.
    guard case .unknown(let failure?) = facts.security.state, facts.mx.answer.failure == nil else {
      return []
    }
    return [.transport.securityUnknown(facts.domain, failure)]
  }
}

extension MXPattern {
  /// Whether it allows MX hosts of Office365.
  fileprivate var isOfOffice365: Bool {
    guard isWildcard else { return MicrosoftTenant.token(ofMX: name) != nil }
    return (try? name.prepending(label: "x".utf8)).flatMap(MicrosoftTenant.token(ofMX:)) != nil
  }
}
