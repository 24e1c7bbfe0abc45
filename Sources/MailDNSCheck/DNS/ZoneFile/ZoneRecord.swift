/// A record of a master file and where it stands there.
struct ZoneRecord: Hashable, Sendable {
  let record: ResourceRecord
  /// Of the first field of the record's entry.
  let position: ZoneFilePosition

  var line: Int { position.line }
}
