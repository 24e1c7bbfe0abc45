/// What to change in a domain's zone so that its mail takes another way, in a safe order. A record is only named where DNS
/// shows it or the vendor documents it; the rest are placeholders.
struct MigrationPlan: Sendable {
  let domain: MailDomain
  let target: RouteTarget
  /// The route that the domain is on.
  let start: RouteID
  /// In the order of their phases.
  let changes: [ZoneChange]
  let notes: [Note]

  /// What has to be done or looked at outside the zone.
  struct Note: Hashable, Sendable {
    let phase: ZoneChange.Phase
    let content: Content

    enum Content: Hashable, Sendable {
      /// The name is a CNAME, beside which no other record may be.
      case domainIsAlias
      /// Seconds.
      case lowerTimeToLive(UInt32)
      case orderGateway
      case acceptDomain
      case openConnector
      case restrictConnector
      case sendThroughGateway
      /// Computed from the domain's name, and not confirmed by DNS.
      case compareMX
      case spfLookups(Int)
      /// A record that the domain's own includes still authorises these.
      case senderBehindInclude(Provider.ID)
      /// Seconds.
      case waitForCaches(UInt32)
      case autodiscoverElsewhere
      /// Published among the terms of the SPF record, and no terms.
      case termsDropped([String])
      /// SPF lets everybody pass.
      case passesAll
      /// Another key or CNAME is at the selector.
      case selectorTaken(String)
    }
  }
}

/// Why there is no plan.
enum MigrationPlanError: Error, Sendable {
  case noSuchDomain
  case unknown(Failure)
}

extension MigrationPlan {
  /// Throws where DNS could not tell what is there now: a plan would take it away unseen.
  init(_ report: DomainReport, to target: RouteTarget, in catalogue: ProviderCatalogue)
    throws(MigrationPlanError)
  {
    guard report.facts.apex.existence != .doesNotExist else { throw .noSuchDomain }
    guard let verdict = report.verdict, let spf = report.facts.spf, let dkim = report.facts.dkim else {
      throw .unknown(Failure(kind: .noServer))
    }
    let keys = Set([Provider.ID.securemx, .office365].flatMap { catalogue[$0]?.dkimSelectors ?? [] })
    let ownKeyFailure = dkim.selectors.first { keys.contains($0.selector) && $0.answer.failure != nil }
    let failure =
      report.facts.mx.answer.failure ?? verdict.inboundDoubt ?? spf.failures.first?.failure
      ?? ownKeyFailure?.answer.failure ?? (target.needsTenant ? verdict.mailboxDoubt : nil)
    if let failure { throw .unknown(failure) }
    var draft = MigrationDraft(
      facts: report.facts, verdict: verdict, spf: spf, dkim: dkim, target: target, catalogue: catalogue)
    draft.planSPF()
    draft.planSigning()
    draft.planAutodiscover()
    draft.planMX()
    domain = report.domain
    self.target = target
    start = verdict.id
    changes = ZoneChange.Phase.allCases.flatMap { phase in draft.changes.filter { $0.phase == phase } }
    notes = ZoneChange.Phase.allCases.flatMap { phase in draft.notes.filter { $0.phase == phase } }
  }
}
