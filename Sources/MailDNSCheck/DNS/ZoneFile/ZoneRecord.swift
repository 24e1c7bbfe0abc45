/// A record of a master file and where it stands there.
struct ZoneRecord: Hashable, Sendable {
  let record: ResourceRecord
  /// Of the first field of the record's entry.
  let position: ZoneFilePosition
  /// Nil where text stands as somebody meant it.
  var missingQuotes: MissingQuotes?
  /// The file's name as the caller gave it, or as the zone file includes it.
  var file = ""

  /// What came of it that a text stands without quotation marks.
  enum MissingQuotes: Hashable, Sendable {
    /// Its words became strings, which are joined with nothing in between.
    case joined
    /// A `;` began a comment.
    case cut
    /// One of the two on a line that $GENERATE made, which takes quotation marks away.
    case generated
  }

  var line: Int { position.line }
}
