/// What to change in a domain's zone so that its mail takes another way, in a safe order. A record is only named where DNS
/// shows it or the vendor documents it; the rest are placeholders.
struct MigrationPlan: Sendable {
  let domain: MailDomain
  let target: RouteTarget
  /// The route that the domain is on.
  let start: RouteID
  /// In the order of their phases.
  let changes: [ZoneChange]
  let notes: [MigrationNote]
  /// In the order of their phases.
  let waits: [Wait]

  /// How long nothing may be done, so that caches forget what was there.
  struct Wait: Hashable, Sendable {
    /// What it comes before.
    let phase: ZoneChange.Phase
    /// At least.
    let seconds: UInt32
    /// What caches have to forget.
    let lifetimes: [RecordLifetime]
  }

  /// Seconds: mail that could not be delivered is tried again for four or five days (RFC 5321 §4.5.4.1).
  static let patienceOfSenders: UInt32 = 7 * 86_400

  /// Whether all records are known.
  var isFinished: Bool { changes.allSatisfy(\.isComplete) }

  /// Whether the change must not be made before a gap of the plan is filled: one of its own, one in an earlier phase, or one
  /// among what is to be done at once with it.
  func dependsOnGap(_ change: ZoneChange) -> Bool {
    if !change.isComplete { return true }
    guard change.phase != .before else { return false }
    return changes.contains { !$0.isComplete && $0.phase <= change.phase }
  }
}

extension ZoneChange.Phase: Comparable {
  static func < (left: ZoneChange.Phase, right: ZoneChange.Phase) -> Bool { left.rank < right.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// Why there is no plan.
enum MigrationPlanError: Error, Sendable {
  case noSuchDomain
  case unknown(Failure)
}

extension MigrationPlan {
  /// `evidence` is what was asked for the plan's sake alone. Throws where DNS could not tell what is there now: a plan would
  /// take it away unseen.
  init(
    _ report: DomainReport, to target: RouteTarget, in catalogue: ProviderCatalogue,
    evidence: PlanEvidence? = nil
  ) throws(MigrationPlanError) {
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
      facts: report.facts, verdict: verdict, spf: spf, dkim: dkim, target: target, catalogue: catalogue,
      evidence: evidence ?? PlanEvidence(lifetimes: RecordLifetimes(report.work.answers)))
    draft.planSurroundings()
    draft.planTransportSecurity()
    draft.planDMARC()
    draft.planSPF()
    draft.planSigning()
    draft.planAutodiscover()
    draft.planMX()
    draft.noteAliases(AliasAdvice(report.work.answers))
    domain = report.domain
    self.target = target
    start = verdict.id
    changes = ZoneChange.Phase.allCases.flatMap { phase in draft.changes.filter { $0.phase == phase } }
    // Where mail goes that way already, nothing comes after anything.
    let isThere = draft.changes.isEmpty && verdict.id == target.route
    notes = ZoneChange.Phase.allCases.flatMap { phase in
      draft.notes.filter { $0.phase == phase && (!isThere || phase == .before) }
    }
    waits = draft.waits
  }
}
