/// A record of a master file and where it stands there.
struct ZoneRecord: Hashable, Sendable {
  let record: ResourceRecord
  /// Of the first field of the record's entry.
  let position: ZoneFilePosition
  /// Nil where text stands as somebody meant it.
  var missingQuotes: MissingQuotes?
  /// The file's name as the caller gave it, or as the zone file includes it.
  var file = ""

  var line: Int { position.line }
}
