/// A plan under construction.
struct MigrationDraft {
  let facts: DomainFacts
  let verdict: RouteVerdict
  let spf: SPFTree
  let dkim: DKIMFacts
  let target: RouteTarget
  let catalogue: ProviderCatalogue
  let evidence: PlanEvidence
  private(set) var changes: [ZoneChange] = []
  private(set) var notes: [MigrationNote] = []

  init(
    facts: DomainFacts, verdict: RouteVerdict, spf: SPFTree, dkim: DKIMFacts, target: RouteTarget,
    catalogue: ProviderCatalogue, evidence: PlanEvidence
  ) {
    self.facts = facts
    self.verdict = verdict
    self.spf = spf
    self.dkim = dkim
    self.target = target
    self.catalogue = catalogue
    self.evidence = evidence
  }

  /// Seconds.
  static let timeToLive: UInt32 = 3600
  /// Seconds; short enough to go back soon.
  static let switchoverTimeToLive: UInt32 = 300

  var domain: DomainName { facts.domain.name }

  mutating func note(_ phase: ZoneChange.Phase, _ content: MigrationNote.Content) {
    notes.append(MigrationNote(phase: phase, content: content))
  }

  mutating func change(
    _ phase: ZoneChange.Phase, _ owner: DomainName, _ type: RecordType, from removed: [ZoneChange.Entry],
    to added: [ZoneChange.Entry], _ reason: ZoneChange.Reason, timeToLive: UInt32 = timeToLive
  ) {
    changes.append(
      ZoneChange(
        phase: phase, owner: owner, timeToLive: timeToLive, type: type, removed: removed, added: added,
        reason: reason))
  }

  /// Systems that mail does not pass any more when the plan has been carried out.
  var leaving: [Provider.ID] {
    let isKept: (Provider.ID) -> Bool = { id in
      target.senders.contains(id) || target == .securemx && id == verdict.mailbox
    }
    let before = verdict.inbound.compactMap(\.provider) + [verdict.mailbox].compactMap(\.self)
    let gateway: [Provider.ID] = verdict.outbound.contains(.securemx) ? [.securemx] : []
    return (before + gateway).filter { !isKept($0) }.uniqued
  }

  /// Gateways that MX names today and then no more.
  var leavingGateways: [Provider.ID] {
    verdict.inbound.compactMap(\.provider).filter {
      $0 != target.inbound && catalogue[$0]?.isGateway == true
    }
  }

  /// What is waited for: each record published before the switch must have pushed out of caches what was there, and the old
  /// MX must be forgotten, and mail under way have arrived, before anything is taken away.
  var waits: [MigrationPlan.Wait] {
    var waits: [MigrationPlan.Wait] = []
    var published = changes.filter { $0.phase == .before }.map { evidence.lifetimes[$0.owner, $0.type] }
    if let policy = evidence.transportPolicy?.question,
      notes.contains(where: { if case .transportPolicyWidened = $0.content { true } else { false } })
    {
      published.append(evidence.lifetimes[policy.name, policy.type])
    }
    published = published.uniqued
    if let longest = published.map(\.seconds).max() {
      waits.append(MigrationPlan.Wait(phase: .ready, seconds: longest, lifetimes: published))
    }
    let turned = changes.filter { $0.phase == .switchover }.map { change in
      let before = evidence.lifetimes[change.owner, change.type]
      let isLowered = changes.contains { $0.reason == .timeToLiveLowered(before) }
      return isLowered
        ? RecordLifetime(question: before.question, seconds: Self.switchoverTimeToLive, isAssumed: false)
        : before
    }
    if let longest = turned.map(\.seconds).max() {
      waits.append(
        MigrationPlan.Wait(
          phase: .after, seconds: max(longest, MigrationPlan.patienceOfSenders), lifetimes: turned))
    }
    return waits
  }
}
