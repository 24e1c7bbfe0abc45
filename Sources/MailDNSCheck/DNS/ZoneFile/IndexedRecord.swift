/// A record of a master file as its index has it: where it stands, and what must be known to read it there.
struct IndexedRecord: BitwiseCopyable {
  /// Of the entry in its source; of a generated one, its number among those.
  var place: UInt32
  var line: UInt32
  /// What relative names in it belong to.
  var origin: NameTree.Number
  /// The number of the owner's record before it, and 1; 0 for the first one.
  var previous: UInt32
  var timeToLive: UInt32
  private var typeNumber: UInt16
  private var sourceAndKind: UInt16

  static let maximumSources = 0x3FFF

  enum Kind: UInt16 {
    case written
    /// By a $GENERATE directive.
    case generated = 0x4000
    /// The line is there, and can't be read.
    case unreadable = 0x8000
    /// The server makes other records of it.
    case foreign = 0xC000

    /// Whether a record can be read there.
    var isReadable: Bool { self == .written || self == .generated }
  }

  init(
    place: Int, line: Int, origin: NameTree.Number, timeToLive: UInt32, type: RecordType, source: Int,
    kind: Kind = .written
  ) {
    self.place = UInt32(place)
    self.line = UInt32(line)
    self.origin = origin
    previous = 0
    self.timeToLive = timeToLive
    typeNumber = type.rawValue
    sourceAndKind = UInt16(source) | kind.rawValue
  }

  var type: RecordType { RecordType(rawValue: typeNumber) }
  var source: Int { Int(sourceAndKind & 0x3FFF) }
  var kind: Kind { Kind(rawValue: sourceAndKind & 0xC000) ?? .unreadable }
}

extension GrowingBuffer where Element == IndexedRecord {
  /// What is known of the records that are meant of the owner whose last one has the number before `last`, in the order of the
  /// file; 0 stands for none.
  borrowing func entries(
    endingBefore last: UInt32, where isMeant: (IndexedRecord) -> Bool = { _ in true }
  ) -> [IndexedRecord] {
    var entries: [IndexedRecord] = []
    var next = last
    while next > 0 {
      let record = self[Int(next) - 1]
      if isMeant(record) { entries.append(record) }
      next = record.previous
    }
    entries.reverse()
    return entries
  }
}

/// A line that a $GENERATE directive makes.
struct GeneratedLine: BitwiseCopyable {
  /// Of the directive.
  let place: UInt32
  let value: UInt32
}

/// A file that records come from: the zone file itself, or one that it includes.
struct ZoneSource: Sendable {
  /// As the caller gave it, or the path that the zone file names; hostile until shown through `VisibleText`.
  let name: String
  let content: FileContent
  /// Where the octets were made of another format: what they were made of.
  var translation: Translation?

  /// The place in the file of what stands at `place` of the octets.
  func position(of place: ZoneFilePosition) -> ZoneFilePosition {
    translation?.position(of: place) ?? place
  }
}
