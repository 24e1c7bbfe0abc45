/// A record of a master file and where it stands there.
struct ZoneRecord: Hashable, Sendable {
  let record: ResourceRecord
  /// Of the first field of the record's entry.
  let position: ZoneFilePosition
  var quoting = Quoting.right
  /// The file's name as the caller gave it, or as the zone file includes it.
  var file = ""

  /// Whether text stands as somebody meant it.
  enum Quoting: Hashable, Sendable {
    case right
    /// Without quotation marks, so that its words became strings, which are joined with nothing in between.
    case joined
    /// Without quotation marks, so that a `;` began a comment.
    case cut
  }

  var line: Int { position.line }
}
