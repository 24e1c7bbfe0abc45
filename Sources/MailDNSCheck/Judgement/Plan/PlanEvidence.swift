/// What a plan goes by besides the check of the domain.
struct PlanEvidence: Sendable {
  var lifetimes: RecordLifetimes
  /// TXT at `_mta-sts.<domain>` (RFC 8461 §3.1); nil where it was not asked for.
  var transportPolicy: Answer?
  /// TLSA at `_25._tcp.<host>` of the domain's own MX hosts (RFC 7672 §3).
  var transportKeys: [Answer] = []
}
