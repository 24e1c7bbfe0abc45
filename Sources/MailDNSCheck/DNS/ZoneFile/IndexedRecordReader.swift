/// Reads a record where its index says that it stands.
enum IndexedRecordReader {
  /// Nil where it can't be read.
  static func record(
    _ entry: IndexedRecord, owner: DomainName, origin: DomainName, source: ZoneSource,
    generated: GeneratedLine?
  ) -> ZoneRecord? {
    guard entry.kind.isReadable else { return nil }
    if entry.kind == .written, source.translation == nil,
      let record = plainRecord(entry, owner, origin, source)
    {
      return record
    }
    var reader = EntryReader()
    reader.origin = origin
    reader.previousOwner = owner
    reader.previousTimeToLive = entry.timeToLive
    do throws(ZoneFileError.Fault) {
      var octets = octets(at: Int(generated?.place ?? entry.place), in: source.content.octets)
      var isCut = false
      if let generated {
        guard case .generate(let generation)? = try meaning(of: octets, entry, &reader) else { return nil }
        isCut = generation.isCut
        octets = try generation.line(Int(generated.value))
      }
      guard case .record(let read)? = try meaning(of: octets, entry, &reader) else { return nil }
      // Where the origin was assumed, what ends like it is whole.
      let name = read.record.owner == owner ? read.record.owner : owner
      return ZoneRecord(
        record: ResourceRecord(owner: name, timeToLive: entry.timeToLive, data: read.record.data),
        position: source.position(of: read.position),
        missingQuotes: isCut ? .generated : read.missingQuotes.map { generated == nil ? $0 : .generated },
        file: source.name)
    } catch { return nil }
  }

  private static func plainRecord(
    _ entry: IndexedRecord, _ owner: DomainName, _ origin: DomainName, _ source: ZoneSource
  ) -> ZoneRecord? {
    guard let line = PlainLine(source.content.octets, at: Int(entry.place)), line.type == entry.type,
      let data = line.data(below: origin)
    else { return nil }
    return ZoneRecord(
      record: ResourceRecord(owner: owner, timeToLive: entry.timeToLive, data: data),
      position: ZoneFilePosition(line: Int(entry.line), column: line.column), file: source.name)
  }

  private static func meaning(
    of octets: [UInt8], _ entry: IndexedRecord, _ reader: inout EntryReader
  ) throws(ZoneFileError.Fault) -> EntryReader.Meaning? {
    var tokenizer = MasterFileTokenizer(octets, line: Int(entry.line))
    return try tokenizer.nextEntry().map { entry throws(ZoneFileError.Fault) in try reader.read(entry) }
  }

  private static func octets(at place: Int, in octets: UnsafeRawBufferPointer) -> [UInt8] {
    guard place < octets.count else { return [] }
    return Array(octets[place..<EntryBounds(octets, from: place).end])
  }
}
