/// What a record of a tree costs with all below it, as receivers count (RFC 7208 §4.6.4).
struct SPFCost: Hashable, Sendable {
  /// Terms that look something up.
  var lookups: Int
  /// Look-ups that come back without an answer.
  var voids: SPFVoidLookups
}
