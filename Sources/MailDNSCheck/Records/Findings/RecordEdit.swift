/// What a remedy does to the records of one name, as values: those that go, and those to publish instead.
struct RecordEdit: Hashable, Sendable {
  let owner: DomainName
  var removed = Removal.nothing
  /// To be published.
  var added: [RecordData] = []

  /// What there is and is to go.
  enum Removal: Hashable, Sendable {
    case nothing
    case every(RecordType)
    case record(RecordData)
    /// The TXT record with these octets, in whatever strings.
    case text([UInt8])
  }

  /// The records to publish, as lines of a zone file.
  var lines: [String] {
    added.map { "\(owner.isRoot ? "" : owner.description). \($0.type) \($0.presentation)" }
  }
}

extension RecordEdit {
  /// The TXT record `text` to publish at `owner`.
  static func text(_ text: some Collection<UInt8>, at owner: DomainName, removing removed: Removal = .nothing)
    -> RecordEdit
  {
    RecordEdit(owner: owner, removed: removed, added: [.txt(CharacterStrings(cutting: Array(text)))])
  }
}
