/// Goes through a master file once and notes which names it has and where their records stand.
struct ZoneIndexBuilder: ~Copyable {
  static let maximumRecords = 20_000_000
  static let maximumNames = 30_000_000
  /// Entries without an end, each of which is looked for far down the file.
  static let maximumEndless = 20
  static let maximumDepth = 10
  static let maximumIncludes = 1_000
  /// Lines of all $GENERATE directives, and octets that they and included files make.
  static let maximumGenerated = 1_000_000
  static let maximumOctets = 1 << 30

  var tree = NameTree()
  var records = GrowingBuffer<IndexedRecord>()
  var generated = GrowingBuffer<GeneratedLine>()
  var sources: [ZoneSource] = []
  var faults = ZoneFileFaults()
  var assumed: AssumedOrigin?
  /// The names that have SOA records, in the order of the file.
  var apexes: [NameTree.Number] = []
  /// The first origin that the file states or that was stated for it.
  var firstOrigin: DomainName?

  let hints: OriginHints
  let includes: any IncludedFiles
  var reader = EntryReader()
  var dialect = ZoneFileError.Dialect.masterFile
  var origin: NameTree.Number?
  var previousOwner: NameTree.Number?
  var depth = 0
  var octetCount = 0
  var endlessCount = 0
  /// Records, and broken lines of which the name and the type could be read.
  var understoodCount = 0
  /// What may be at a name and below, though nobody knows at which.
  var gaps: [NameTree.Number: ZoneGap] = [:]
  /// Whether a line's owner could not be read, which the lines behind it would have taken over.
  var isOwnerLost = false
  var saidOriginLost = false
  var saidAutomatic = false
  var hasUnquotedTexts = false
  /// While the lines of a $GENERATE directive are read: where it stands, and what effects of its lines were told.
  var directive: (position: ZoneFilePosition, told: Set<ZoneFileError.Reason.Effect>)?
  /// A file that was written to, or cut, while it was read.
  var changedFile: String?
  /// Whether nothing more is read, of the source or of all of them.
  var isOver = false
  /// Which of the sources have shown a record.
  var isZone: [Bool] = []

  init(hints: OriginHints, includes: any IncludedFiles) {
    self.hints = hints
    self.includes = includes
    reader.origin = hints.stated
    firstOrigin = hints.stated
    origin = hints.stated.map { tree.number(of: $0) }
  }

  // MARK: Files

  /// Reads a whole file.
  mutating func scan(_ source: ZoneSource) {
    let number = sources.count
    sources.append(source)
    isZone.append(number == 0 || dialect == .octoDNS)
    let octets = source.content.octets
    octetCount += octets.count
    let start = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if start > 0 { note(ZoneFileError.Fault(.byteOrderMark, at: .start), number) }
    noteLineEnds(octets, number)
    if number == 0, let domain = CloudflareExport.domain(of: octets) { expectExport(of: domain) }
    var position = start
    var released = 0
    var line = 1
    while position < octets.count, !isOver, !(faults.foreignSource == number) {
      if let plain = PlainLine(octets, at: position), take(plain, octets, position, line, number) {
        position = plain.end
        line += 1
      } else {
        readEntry(octets, &position, &line, number)
      }
      if position - released > 1 << 22 {
        source.content.release(released..<position)
        released = position
      }
    }
    if position >= octets.count, octets.last.map({ $0 != UInt8(ascii: "\n") }) == true {
      note(ZoneFileError.Fault(.noFinalNewline, at: ZoneFilePosition(line: line - 1, column: 1)), number)
    }
    if !source.content.isIntact { changedFile = source.name }
  }

  private mutating func noteLineEnds(_ octets: UnsafeRawBufferPointer, _ source: Int) {
    if let first = octets.firstIndex(of: UInt8(ascii: "\n")), first > 0,
      octets[first - 1] == UInt8(ascii: "\r")
    {
      note(ZoneFileError.Fault(.carriageReturns, at: .start), source)
    }
  }

  /// Takes a plain line in; false where more has to be known of it.
  private mutating func take(
    _ plain: PlainLine, _ octets: UnsafeRawBufferPointer, _ start: Int, _ line: Int, _ source: Int
  ) -> Bool {
    guard let type = plain.type else { return true }
    guard let origin, records.count < Self.maximumRecords, tree.nodes.count < Self.maximumNames,
      let timeToLive = plain.timeToLive ?? reader.defaultTimeToLive ?? reader.previousTimeToLive
    else { return false }
    // A TTL that stands for another is looked at more closely, and the first one that is not stated.
    guard !isAutomatic(timeToLive),
      plain.timeToLive != nil || reader.defaultTimeToLive != nil || reader.hasNotedUnstatedTimeToLive
        || timeToLive == EntryReader.usualTimeToLive
    else { return false }
    let owner: NameTree.Number
    if plain.owner.isEmpty {
      guard let previousOwner else { return false }
      owner = previousOwner
    } else {
      guard let number = self.number(octets, plain.owner, below: origin) else { return false }
      owner = number
    }
    guard !tree[owner].marks.mayConflict(with: type) else { return false }
    previousOwner = owner
    reader.previousTimeToLive = timeToLive
    reader.previousOwner = nil
    insert(
      IndexedRecord(
        place: start, line: line, origin: origin, timeToLive: timeToLive, type: type, source: source),
      at: owner, isSPF: plain.isSPF)
    return true
  }

  /// The name that octets without escapes spell; nil where it is too long, or may lack its final dot.
  private mutating func number(
    _ octets: UnsafeRawBufferPointer, _ range: Range<Int>, below origin: NameTree.Number
  ) -> NameTree.Number? {
    var end = range.upperBound
    let isAbsolute = octets[end - 1] == UInt8(ascii: ".")
    if range.count == 1 {
      if octets[end - 1] == UInt8(ascii: "@") { return origin }
      if isAbsolute { return NameTree.root }
    }
    var number = isAbsolute ? NameTree.root : origin
    if isAbsolute { end -= 1 }
    var isFirst = !isAbsolute && origin != NameTree.root
    while end > range.lowerBound {
      var start = end
      while start > range.lowerBound, octets[start - 1] != UInt8(ascii: ".") { start -= 1 }
      let label = UnsafeRawBufferPointer(rebasing: octets[start..<end])
      // What ends like the origin is looked at more closely.
      if isFirst, start > range.lowerBound, isTop(label) { return nil }
      isFirst = false
      guard let child = tree.child(of: number, label) else { return nil }
      number = child
      end = start - 1
    }
    return number
  }

  /// Whether the label is the last one of the origin.
  private func isTop(_ label: UnsafeRawBufferPointer) -> Bool {
    guard let last = reader.origin?.canonicalLabels.last else { return false }
    return label.count == last.count && zip(label, last).allSatisfy { $0.asciiLowercased == $1 }
  }
}
