/// The fields of an entry that are still to be read.
struct MasterFileFields {
  private var tokens: ArraySlice<MasterFileToken>
  private let end: ZoneFilePosition

  init(_ entry: MasterFileEntry) {
    tokens = entry.tokens[...]
    end = entry.end
  }

  /// The token that `next` would return.
  var first: MasterFileToken? { tokens.first }

  /// Takes the next token, which should be a `field`.
  mutating func next(_ field: MasterFileField) throws(ZoneFileError.Fault) -> MasterFileToken {
    guard let token = tokens.popFirst() else { throw ZoneFileError.Fault(.missingField(field), at: end) }
    return token
  }

  /// The same where quotation marks have no place.
  mutating func nextBare(_ field: MasterFileField) throws(ZoneFileError.Fault) -> MasterFileToken {
    let token = try next(field)
    try token.requireBare()
    return token
  }

  /// Takes all that is left, each a `field`; at least one.
  mutating func rest(_ field: MasterFileField) throws(ZoneFileError.Fault) -> ArraySlice<MasterFileToken> {
    guard !tokens.isEmpty else { throw ZoneFileError.Fault(.missingField(field), at: end) }
    return remaining()
  }

  /// Takes all that is left, which may be nothing.
  mutating func remaining() -> ArraySlice<MasterFileToken> {
    defer { tokens = [] }
    return tokens
  }

  /// Takes the next token where it is bare and `isMeant`.
  mutating func take(where isMeant: (ArraySlice<UInt8>) -> Bool) -> MasterFileToken? {
    guard let first, !first.isQuoted, isMeant(first.text) else { return nil }
    tokens = tokens.dropFirst()
    return first
  }

  /// What comes of it that what is left, taken as text, is not quoted; `isCut` where a comment ended the entry that looks like
  /// more of it. Nil where it is, or needs no quotation marks.
  func missingQuotes(isCut: Bool) -> MissingQuotes? {
    guard let first, !first.text.equalsIgnoringCase("\\#"), tokens.allSatisfy({ !$0.isQuoted }) else {
      return nil
    }
    if isCut { return .cut }
    return tokens.count > 1 ? .joined : nil
  }

  /// Throws where something is left.
  func finish() throws(ZoneFileError.Fault) {
    if let token = tokens.first { throw token.fault(.unexpectedField(token.shown)) }
  }
}
