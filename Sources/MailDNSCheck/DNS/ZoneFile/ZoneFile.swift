/// The zones of one master file. Each record belongs to the zone with the deepest origin at or above its owner, in
/// whatever order the file has them; the origins are the owners of the SOA records.
struct ZoneFile: Sendable {
  /// As the caller gave it.
  let name: String
  let zones: [DomainName: Zone]
  /// What is wrong in it, or not as every name server takes it.
  let faults: ZoneFileFaults
  /// The origin, where the file does not say it and nobody else did.
  let assumedOrigin: AssumedOrigin?

  /// In octets.
  static let maximumSize = 1 << 30

  /// Reads the file called `name`. A line that can't be read is a fault, and the others still count. Throws where nothing is
  /// left to be answered from.
  ///
  /// - Parameter parts: The other files of a zone that OctoDNS has in several; nil where nobody has looked for them.
  init(
    name: String, content: FileContent, hints: OriginHints = OriginHints(),
    includes: any IncludedFiles = NoIncludedFiles(), parts: [(name: String, content: FileContent)]? = nil
  ) throws(UnusableZoneFile) {
    self.name = name
    for (name, content) in [(name, content)] + (parts ?? []) {
      if let reason = Self.obstacle(content.octets) {
        throw UnusableZoneFile(ZoneFileError(file: name, ZoneFileError.Fault(reason, at: .start)))
      }
    }
    var builder = ZoneIndexBuilder(hints: hints, includes: includes)
    if parts != nil || OctoDNSFile.isZone(name: name, content.octets) {
      builder.scan(octoDNS: [(name, content)] + (parts ?? []), isWhole: parts != nil)
    } else {
      builder.scan(TinyDNSData.source(name: name, content) ?? ZoneSource(name: name, content: content))
    }
    assumedOrigin = builder.assumed
    if let file = builder.changedFile {
      // What else seems to be wrong is what was put in the place of it.
      throw UnusableZoneFile(ZoneFileError(file: file, ZoneFileError.Fault(.changedWhileRead, at: .start)))
    }
    guard let (index, apexes, faults) = builder.finish() else {
      throw UnusableZoneFile(faults: builder.faults, file: name)
    }
    self.faults = faults
    let made = apexes.map { Zone(apex: $0, in: index, file: name) }
    zones = Dictionary(made.map { ($0.origin, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What keeps the octets from being read at all.
  private static func obstacle(_ octets: UnsafeRawBufferPointer) -> ZoneFileError.Reason? {
    if octets.count > maximumSize { return .fileTooLarge(maximum: maximumSize) }
    if octets.starts(with: [0xFF, 0xFE]) || octets.starts(with: [0xFE, 0xFF]) { return .encodedInUTF16 }
    if octets.hasOldLineEnds { return .carriageReturnsAlone }
    // The formats `raw` (2) and `map` (3) of BIND, and its journals.
    let isRaw = octets.count >= 8 && octets.starts(with: [0, 0, 0]) && (2...3).contains(octets[3])
    return isRaw || octets.starts(with: Array(";BIND LOG".utf8)) ? .binaryZone : nil
  }
}

/// Why nothing at all can be answered from a file: at least one mistake.
struct UnusableZoneFile: Error {
  let errors: [ZoneFileError]

  init(_ error: ZoneFileError) { errors = [error] }

  /// Where no mistake explains it, what lacks is the SOA record.
  init(faults: ZoneFileFaults, file: String) {
    let refused = faults.kept.filter { [.refused, .unfollowed].contains($0.reason.effect) }
    errors =
      refused.isEmpty
      ? [ZoneFileError(file: file, ZoneFileError.Fault(.noStartOfAuthority, at: .start))] : refused
  }
}

extension ZoneIndexBuilder {
  /// The index, and the names of the zones' origins. Nil where there is no zone.
  fileprivate mutating func finish() -> (ZoneIndex, [NameTree.Number], ZoneFileFaults)? {
    // What lies behind the end of the reading may be anything.
    if isOver { openGap(at: NameTree.root, .any, isOurs: true) }
    if apexes.isEmpty {
      // More mistakes than records: no zone, whatever it is.
      guard understoodCount > faults.refused, let origin = firstOrigin ?? hints.inFileName ?? hints.checked
      else {
        return nil
      }
      let number = tree.number(of: origin)
      apexes = [number]
      tree[number].marks.insert(.apex)
      note(ZoneFileError.Fault(.noStartOfAuthority, at: .start), 0)
    }
    markInside()
    let made = ZoneIndex(
      tree: takeTree(), records: takeRecords(), generated: takeGenerated(), sources: sources,
      gaps: gaps, hasUnquotedTexts: hasUnquotedTexts)
    return (made, apexes, faults)
  }

  private mutating func takeTree() -> NameTree {
    var other = NameTree()
    swap(&other, &tree)
    return other
  }

  private mutating func takeRecords() -> GrowingBuffer<IndexedRecord> {
    var other = GrowingBuffer<IndexedRecord>()
    swap(&other, &records)
    return other
  }

  private mutating func takeGenerated() -> GrowingBuffer<GeneratedLine> {
    var other = GrowingBuffer<GeneratedLine>()
    swap(&other, &generated)
    return other
  }
}

extension UnsafeRawBufferPointer {
  /// Whether lines end in CR and none but the last one in LF.
  fileprivate var hasOldLineEnds: Bool {
    let end = firstIndex(of: UInt8(ascii: "\n")) ?? count
    guard end >= count - 1, let first = firstIndex(of: UInt8(ascii: "\r")) else { return false }
    return self[first..<end].contains { !$0.isWhitespace }
  }
}
