/// Entries that are not plain lines.
extension ZoneIndexBuilder {
  mutating func readEntry(
    _ octets: UnsafeRawBufferPointer, _ position: inout Int, _ line: inout Int, _ source: Int
  ) {
    let (start, first) = (position, line)
    let bounds = EntryBounds(octets, from: start)
    position = bounds.end
    line += bounds.lineCount
    if let opening = bounds.opening {
      endlessCount += 1
      let place = ZoneFilePosition(of: opening, in: octets, from: start, line: first)
      let whole = Array(octets[start..<min(position, start + MasterFileTokenizer.maximumEntryLength)])
      recallOwner()
      var tokenizer = MasterFileTokenizer(whole, line: first)
      _ = try? tokenizer.nextEntry()
      reader.understand(tokenizer.tokens, startsBlank: tokenizer.startsBlank)
      takeBroken(
        ZoneFileError.Fault(.unclosedParenthesis, at: place), tokenizer, whole, place: start, line: first,
        source)
      if endlessCount > Self.maximumEndless { giveUp(source, first) }
      return
    }
    read(Array(octets[start..<position]), place: start, line: first, source, .written)
  }

  /// Reads one entry. `place` is where it stands, or its number among the generated ones.
  mutating func read(
    _ octets: [UInt8], place: Int, line: Int, _ source: Int, _ kind: IndexedRecord.Kind
  ) {
    recallOwner()
    var tokenizer = MasterFileTokenizer(octets, line: line)
    var isCut = false
    do throws(ZoneFileError.Fault) {
      guard let entry = try tokenizer.nextEntry() else { return }
      isCut = true
      let meaning = try meaning(of: entry)
      let owner = reader.owner
      for fault in reader.notes { note(fault, source, octets, line, owner) }
      try take(meaning, octets, place: place, line: line, source, kind)
    } catch {
      if !isCut || reader.owner == nil {
        reader.understand(tokenizer.tokens, startsBlank: tokenizer.startsBlank)
      }
      takeBroken(error, tokenizer, octets, place: place, line: line, source)
    }
  }

  private mutating func recallOwner() {
    if reader.previousOwner == nil, let previousOwner { reader.previousOwner = tree.name(previousOwner) }
  }

  /// What the entry is; the origin is assumed where it takes one and none is known.
  private mutating func meaning(of entry: MasterFileEntry) throws(ZoneFileError.Fault) -> EntryReader.Meaning
  {
    do throws(ZoneFileError.Fault) { return try reader.read(entry) } catch {
      guard case .noOrigin = error.reason, let assumed = assumption else { throw error }
      self.assumed = assumed
      setOrigin(assumed.name)
      reader.isOriginAssumed = true
      return try reader.read(entry)
    }
  }

  private var assumption: AssumedOrigin? {
    guard reader.origin == nil, !reader.isOriginLost else { return nil }
    if let first = apexes.first { return AssumedOrigin(name: tree.name(first), basis: .startOfAuthority) }
    return hints.inFileName.map { AssumedOrigin(name: $0, basis: .fileName) }
      ?? hints.checked.map { AssumedOrigin(name: $0, basis: .checkedDomain) }
  }

  mutating func setOrigin(_ name: DomainName) {
    reader.origin = name
    reader.isOriginLost = false
    origin = tree.number(of: name)
    if firstOrigin == nil { firstOrigin = name }
  }

  private mutating func take(
    _ meaning: EntryReader.Meaning, _ octets: [UInt8], place: Int, line: Int, _ source: Int,
    _ kind: IndexedRecord.Kind
  ) throws(ZoneFileError.Fault) {
    switch meaning {
    case .directive:
      if let name = reader.origin { setOrigin(name) }
    case .record(let record):
      let owner = tree.number(of: record.record.owner)
      previousOwner = owner
      if record.missingQuotes != nil { hasUnquotedTexts = true }
      guard records.count < Self.maximumRecords, tree.nodes.count < Self.maximumNames else {
        isOver = true
        throw ZoneFileError.Fault(.tooManyRecords(maximum: Self.maximumRecords), at: record.position)
      }
      if record.record.type == .soa, try isKnownApex(record, owner) { return }
      if let conflict = conflict(of: record, at: owner) {
        guard let fault = conflict else { return }
        note(fault, source, octets, line, record.record.owner)
        if record.record.type == .cname, tree[owner].marks.contains(.alias) { return }
      }
      var isSPF = false
      if case .txt(let text) = record.record.data { isSPF = text.joined.startsIgnoringCase(with: "v=spf1") }
      let timeToLive = self.timeToLive(of: record, octets, line, source)
      insert(
        IndexedRecord(
          place: place, line: line, origin: origin ?? NameTree.root, timeToLive: timeToLive,
          type: record.record.type, source: source, kind: kind),
        at: owner, isSPF: isSPF)
    case .foreign(let foreign, let position):
      note(ZoneFileError.Fault(.foreignRecord(foreign), at: position), source, octets, line, reader.owner)
      guard let owner = reader.owner.map({ tree.number(of: $0) }) else { return }
      previousOwner = owner
      for type in foreign.types {
        insertUnreadable(type, at: owner, place: place, line: line, source, .foreign)
      }
    case .include(let file, let origin): try include(file, origin, source)
    case .generate(let generation): try generate(generation, place: place, line: line, source)
    }
  }

  /// Whether the zone has that SOA record already, as zone transfers that were saved as they came end in it once more (RFC
  /// 5936 §2.2). Throws where it has another one.
  private mutating func isKnownApex(
    _ record: ZoneRecord, _ owner: NameTree.Number
  ) throws(ZoneFileError.Fault) -> Bool {
    guard tree[owner].marks.contains(.apex) else {
      apexes.append(owner)
      tree[owner].marks.insert(.apex)
      return false
    }
    // The one before may be broken.
    guard let first = first(.soa, at: owner) else { return false }
    guard first.record.data != record.record.data else { return true }
    throw ZoneFileError.Fault(
      .secondStartOfAuthority(record.record.owner, line: first.line), at: record.position)
  }

  /// What keeps the record from standing beside others of its name, one of the two a CNAME (RFC 1034 §3.6.2). Nil where
  /// nothing does; nil within where it is there already.
  private func conflict(of record: ZoneRecord, at owner: NameTree.Number) -> ZoneFileError.Fault?? {
    let (name, type) = (record.record.owner, record.record.type)
    let marks = tree[owner].marks
    guard marks.mayConflict(with: type) else { return nil }
    if let alias = first(.cname, at: owner) {
      if type != .cname { return conflict(record, alias) }
      guard alias.record.data != record.record.data else { return .some(nil) }
      return ZoneFileError.Fault(.secondCNAME(name, line: alias.line), at: record.position)
    }
    let earlier = entries(of: owner).first { $0.kind.isReadable && !$0.type.mayJoinAlias }
    guard let earlier, let other = self.record(earlier, of: owner) else { return nil }
    return conflict(record, other)
  }

  private func conflict(_ later: ZoneRecord, _ earlier: ZoneRecord) -> ZoneFileError.Fault {
    ZoneFileError.Fault(
      .cnameBesideOtherData(
        later.record.owner, type: later.record.type, earlier: earlier.record.type, line: earlier.line),
      at: later.position)
  }

  private func first(_ type: RecordType, at owner: NameTree.Number) -> ZoneRecord? {
    entries(of: owner).first { $0.type == type && $0.kind.isReadable }.flatMap { record($0, of: owner) }
  }
}
