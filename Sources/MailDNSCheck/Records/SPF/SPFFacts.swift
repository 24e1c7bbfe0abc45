/// Everything that a domain's SPF record leads to: the records of all names included, and whether the other names
/// that it looks up are there (RFC 7208 §4.6.4).
struct SPFFacts: Sendable {
  let domain: DomainName
  /// The domain's own publication and those of every include and redirect, each name once.
  let publications: [DomainName: SPFPublication]
  /// What `a`, `mx` and `exists` terms look up.
  let lookups: [Question: Answer]
  /// What is at the domain under type 99, which nobody asks for any more (§3.1); nil where that was not looked at.
  var obsoleteType: Answer?
  /// Whether there was more than one of the limits below allows.
  let isCutShort: Bool

  /// Far beyond what a receiver would ask, which gives up after ten terms.
  static let maximumQuestions = 400
  /// Records that lead to each other, one behind the other: each takes as long as an answer does.
  static let maximumDepth = 30
  /// Terms of all records together.
  static let maximumTerms = 20_000
}
