/// What a file has, or may have, at a name and below, though nobody knows at which: a line whose owner can't be read, a file
/// that is not included, what lies beyond a bound. There what is not found is not absent.
struct ZoneGap: Sendable {
  /// Of the records that may be there; ANY stands for all.
  private(set) var types: Set<RecordType>
  /// Whether it was this program that did not read it; otherwise it is a mistake in the file.
  private(set) var isOurs: Bool

  init(_ type: RecordType, isOurs: Bool) {
    types = [type]
    self.isOurs = isOurs
  }

  func joined(with other: ZoneGap) -> ZoneGap {
    var joined = self
    joined.types.formUnion(other.types)
    if other.isOurs { joined.isOurs = true }
    return joined
  }

  /// Whether a record that answers a question for `type` may be in it.
  func mayHold(_ type: RecordType) -> Bool {
    type == .any || !types.isDisjoint(with: [type, .any, .cname])
  }

  /// What is said in place of an absence.
  var finding: Zone.Finding { isOurs ? .unread : .unreadable }
}
