/// The TXT records at one `_dmarc` name, sorted by what DMARC makes of them (RFC 9989 §4.10 steps 1 and 2).
struct DMARCSelection: Hashable, Sendable {
  /// Every record that begins with `v=DMARC1`, usable or not, in the order of the answer.
  let records: [DMARCRecord]
  /// What is meant as a DMARC record and is none.
  let nearMisses: [DMARCNearMiss]
  /// The joined texts of all others.
  let unrelated: [[UInt8]]

  init(_ texts: [CharacterStrings]) {
    var records: [DMARCRecord] = []
    var nearMisses: [DMARCNearMiss] = []
    var unrelated: [[UInt8]] = []
    for text in texts.map(\.joined) {
      if let record = DMARCRecord(text) {
        records.append(record)
      } else if let nearMiss = DMARCNearMiss(text) {
        nearMisses.append(nearMiss)
      } else {
        unrelated.append(text)
      }
    }
    self.records = records
    self.nearMisses = nearMisses
    self.unrelated = unrelated
  }

  enum Outcome: Hashable, Sendable {
    case absent
    case record(DMARCRecord)
    /// All of them are dropped, as if none were there (RFC 9989 §4.10 step 2).
    case several([DMARCRecord])
  }

  var outcome: Outcome {
    switch records.first {
    case nil: .absent
    case let record? where records.count == 1: .record(record)
    case .some: .several(records)
    }
  }

  /// The one record that counts.
  var record: DMARCRecord? { records.count == 1 ? records[0] : nil }
}
