/// One entry of a master file: a record or a directive, on one line or, in parentheses, several.
struct MasterFileEntry: Sendable {
  /// At least one.
  var tokens: [MasterFileToken]
  /// Whether the entry's line begins with white space: the owner is the previous record's.
  let startsBlank: Bool
  /// Just behind the last token: where a missing field would be.
  let end: ZoneFilePosition
  /// A comment that begins at a `;` behind a bare token and holds a `=`: text that somebody forgot to quote. Without the `;`.
  let cut: ArraySlice<UInt8>?
  /// Whether parentheses stand in it.
  var isGrouped = false
}
