import FoundationEssentials

extension Policy {
  /// What `findings` come to under `expectation`: those on what is not met are added, then severities are changed, and what
  /// is to be ignored is put aside. Whether the route is met is among `findings` already.
  ///
  /// A pure function; an area of `facts` that was not asked for is not judged.
  static func judge(
    _ findings: [Finding], _ facts: DomainFacts, against expectation: Expectation,
    in catalogue: ProviderCatalogue, tenant: EndpointJudgement.Answer? = nil,
    at moment: Date
  ) -> [Finding] {
    guard !expectation.isEmpty else { return findings }
    var judged = findings
    // What a domain that does not exist lacks is said once, by that.
    if facts.apex.existence != .doesNotExist {
      judged += facts.dmarcFindings(expectation)
      judged += facts.senderFindings(expectation, in: catalogue)
      judged += facts.keyFindings(expectation)
      if expectation.closesTenant == true { judged += facts.tenantFindings(tenant) }
    }
    judged = judged.map { finding in
      expectation.severities?[finding.id].map(finding.weighed) ?? finding
    }
    return ignore(judged, expectation.ignored ?? [], facts.domain.name, at: moment)
  }

  private static func ignore(
    _ findings: [Finding], _ exemptions: [Expectation.Exemption], _ domain: DomainName, at moment: Date
  ) -> [Finding] {
    let over = exemptions.filter { $0.exemption.until.isOver(at: moment) }
    let inForce = exemptions.filter { !$0.exemption.until.isOver(at: moment) }
    let judged = findings.map { finding in
      inForce.first { $0.covers(finding) }.map { finding.exempted($0.exemption) } ?? finding
    }
    // One whose finding is gone has done its duty.
    let missed = over.filter { exemption in
      judged.contains { $0.exemption == nil && exemption.covers($0) }
    }
    return judged
      + missed.map { .policy.ignoreExpired(domain, (finding: $0.finding, exemption: $0.exemption)) }
  }
}

extension Finding {
  fileprivate func weighed(_ severity: Severity) -> Finding {
    var finding = self
    finding.severity = severity
    return finding
  }

  fileprivate func exempted(_ exemption: Exemption) -> Finding {
    var finding = weighed(.info)
    finding.exemption = exemption
    return finding
  }
}

extension DomainFacts {
  fileprivate func dmarcFindings(_ expectation: Expectation) -> [Finding] {
    guard let expected = expectation.dmarc, let policy else { return [] }
    switch policy {
    case .unknown: return [.policy.dmarcUndecided(domain.name, expected)]
    case .nothing: return [.policy.dmarcWeak(domain.name, (expected: expected, found: nil))]
    case .applies(_, let effective, _):
      return effective >= expected
        ? [] : [.policy.dmarcWeak(domain.name, (expected: expected, found: effective))]
    }
  }

  fileprivate func senderFindings(_ expectation: Expectation, in catalogue: ProviderCatalogue) -> [Finding] {
    guard let spf else { return [] }
    return (expectation.authorized ?? []).compactMap { sender in
      let name = sender.wording(in: catalogue)
      switch spf.authorizes(sender, in: catalogue) {
      case .met: return nil
      case .undecided: return .policy.spfUndecided(domain.name, name)
      case .notMet(let shortfall):
        return .policy.spfUnauthorized(
          domain.name,
          (sender: name, addition: sender.term.map { SPFAddition($0, to: spf) }, shortfall: shortfall))
      }
    }
  }

  /// `tenant` is nil where there are no exports that could tell.
  fileprivate func tenantFindings(_ tenant: EndpointJudgement.Answer?) -> [Finding] {
    switch tenant {
    case .yes?: []
    case .no?: [.policy.tenantOpen(domain.name)]
    case .unknown?, nil: [.policy.tenantUndecided(domain.name)]
    }
  }

  fileprivate func keyFindings(_ expectation: Expectation) -> [Finding] {
    guard let dkim else { return [] }
    return (expectation.keys ?? []).compactMap { key in
      let name = (try? key.selector.name(under: domain.name)) ?? domain.name
      guard let answer = dkim.selectors.first(where: { $0.selector == key.selector }) else {
        return .policy.dkimSelector(name, (shortfall: .missing, inUse: nil))
      }
      if let failure = answer.answer.failure { return .policy.dkimUndecided(name, failure) }
      return answer.shortfall(of: key).map { shortfall in
        if shortfall.isRest, let failure = dkim.doubtInTurn(with: answer) {
          return .policy.dkimUndecided(name, failure)
        }
        let inUse = shortfall.isRest ? dkim.selectorInTurn(with: answer) : nil
        let partner = dkim.selectors.first { $0.selector == inUse }
        // What is asked of the one goes for the other.
        let isMet = partner.map { $0.shortfall(of: key) == nil } ?? false
        return .policy.dkimSelector(
          name, (shortfall: shortfall, inUse: isMet ? inUse : nil), severity: isMet ? .info : .critical)
      }
    }
  }
}

extension DKIMSelectorAnswer {
  /// What the answer, which is there, lacks of `expected`. A wildcard's key is a key for whoever verifies.
  fileprivate func shortfall(of expected: Expectation.Key) -> DKIMShortfall? {
    guard case .key(let key) = selection.outcome else { return .missing }
    switch key.publicKey {
    case .revoked: return .revoked
    case .rsa(let bits, _) where bits < expected.minimumBits:
      return .tooShort(bits: bits, minimum: expected.minimumBits)
    case .rsa, .ed25519, .unknownType: return key.isUsable ? nil : .unusable
    }
  }
}

/// Whether something expected is there.
private enum Fulfilment {
  case met
  case notMet(SPFShortfall)
  case undecided
}

extension SPFTree {
  fileprivate func authorizes(_ sender: Expectation.Sender, in catalogue: ProviderCatalogue) -> Fulfilment {
    guard let own, own.answer.failure == nil else { return .undecided }
    if case .absent = own.content { return .notMet(.noRecord) }
    guard own.record != nil, errors.isEmpty else { return .notMet(.invalid) }
    let authorization = self.authorization
    if authorization.passesAll { return .met }
    switch sender {
    case .network(let network):
      if authorization.addresses.contains(AddressRanges([network])) { return .met }
      return authorization.isPartial ? .undecided : .notMet(.leftOut)
    case .provider(let id):
      if SenderAuthorization(of: id, self, in: catalogue).isAuthorized { return .met }
      return canHide(from: catalogue) ? .undecided : .notMet(.leftOut)
    }
  }
}
