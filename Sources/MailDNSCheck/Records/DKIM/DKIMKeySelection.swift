/// The TXT records at one selector's name, read as DKIM keys.
struct DKIMKeySelection: Hashable, Sendable {
  /// One for each TXT record, in the order of the answer.
  let readings: [DKIMKeyReading]

  init(_ records: [CharacterStrings]) {
    readings = records.map { DKIMKeyReading($0.joined) }
  }

  enum Outcome: Hashable, Sendable {
    /// Nothing that is meant as a key.
    case absent
    case key(DKIMKeyRecord)
    case malformed(DKIMKeyError)
    /// More than one text that is meant as a key: which one a verifier takes, if any, is undefined (RFC 6376 §3.6.2.2).
    case several([DKIMKeyReading])
  }

  var outcome: Outcome {
    if readings.isEmpty { return .absent }
    let meant = readings.filter { $0 != .unrelated }
    switch meant.first {
    case nil: return .absent
    case _ where meant.count > 1: return .several(meant)
    case .key(let record): return .key(record)
    case .malformed(let error): return .malformed(error)
    case .unrelated: return .absent
    }
  }
}
