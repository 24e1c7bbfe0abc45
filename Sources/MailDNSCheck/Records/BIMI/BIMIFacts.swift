/// A domain's BIMI record, and whether its DMARC policy lets anybody show the logo.
struct BIMIFacts: Sendable {
  let domain: DomainName
  /// TXT at `default._bimi.<domain>`, or below the organisational domain where the domain has none.
  let answer: Answer
  let selection: BIMISelection
  let precondition: Precondition

  /// What the DMARC policy has to be: quarantine or reject, for all mail, below the domain too, of the domain and of its
  /// organisation (§7.1).
  enum Precondition: Hashable, Sendable {
    case met
    case noPolicy
    /// `p=none`, or that is what receivers fall back to.
    case policyNone
    /// `sp=none`.
    case subdomainsNone
    /// `pct` below 100 beside `p=quarantine`, of which old receivers take account.
    case percentage(Int)
    /// The organisational domain has a record of its own that asks for less.
    case organization(DomainName)
    /// `t=y`, which makes `p=none` of it.
    case testing
    case unknown
  }

  static func gather(
    _ domain: DomainName, organization: DMARCLegacyOrganization, from known: KnownAnswers
  ) throws(MissingAnswers) -> BIMIFacts {
    let question = question(domain)
    var missed = MissedQuestions()
    let own = missed.collect { () throws(MissingAnswers) in try known.answer(to: question, below: domain) }
    let dmarc = missed.collect { () throws(MissingAnswers) in
      (
        try DMARCFacts.gather(domain, organization: organization, from: known),
        try ApexFacts.gather(domain, from: known)
      )
    }
    guard missed.isEmpty, let own, let (policy, apex) = dmarc else { throw missed.error }
    let answer = try Self.answer(own, policy.discovery, from: known)
    return BIMIFacts(
      domain: domain, answer: answer, selection: BIMISelection(answer.texts),
      precondition: Precondition(policy, policy.policiesInForce(apex)))
  }

  /// The domain's own records, or those of its organisation where it has none (§7.2).
  private static func answer(
    _ own: Answer, _ discovery: DMARCDiscovery, from known: KnownAnswers
  ) throws(MissingAnswers) -> Answer {
    guard own.failure == nil, BIMISelection(own.texts).outcome == .absent,
      let home = discovery.organizationalDomain.value, home != discovery.authorDomain
    else { return own }
    let above = try known.answer(to: question(home), below: home)
    return BIMISelection(above.texts).outcome == .absent && above.failure == nil ? own : above
  }

  private static func question(_ domain: DomainName) -> Question? {
    (try? BIMIRecord.name(of: domain)).map { Question($0, .txt) }
  }
}

extension BIMIFacts.Precondition {
  init(_ facts: DMARCFacts, _ policies: [DMARCPolicyInForce]) {
    let record = (facts.discovery.policyRecord.value ?? nil)?.record
    switch policies.first(where: { $0.scope == .domain })?.policy {
    case .unknown?, nil: self = .unknown
    case .nothing?: self = .noPolicy
    case .applies(.none, _, _)?: self = .policyNone
    case .applies(_, .none, _)?: self = .testing
    case .applies?:
      let above = facts.discovery.recordAbove
      if record?.request.policies?.subdomains == DMARCPolicy.none {
        self = .subdomainsNone
      } else if let percentage = record?.percentageOfQuarantine {
        self = .percentage(percentage)
      } else if let above, above.record.isTooWeakForLogos {
        self = .organization(above.domain)
      } else {
        self = .met
      }
    }
  }
}

extension DMARCDiscovery {
  /// The record of the organisational domain, where that is another domain than the one whose record counts.
  fileprivate var recordAbove: (domain: DomainName, record: DMARCRecord)? {
    guard let home = organizationalDomain.value, policyRecord.value??.domain != home,
      let record = steps.first(where: { $0.domain == home })?.record
    else { return nil }
    return (home, record)
  }
}

extension DMARCRecord {
  /// Of mail that is to be quarantined, where that is not all; nil for another policy.
  fileprivate var percentageOfQuarantine: Int? {
    guard policy == .quarantine, let percentage = legacyPercentage, percentage < 100 else { return nil }
    return percentage
  }

  fileprivate var isTooWeakForLogos: Bool {
    guard let policies = request.policies else { return false }
    return policies.domain == .none || policies.subdomains == DMARCPolicy.none
      || percentageOfQuarantine != nil
  }
}
