/// Files of OctoDNS: master files are made of them, which have neither an SOA record nor $ORIGIN.
extension ZoneIndexBuilder {
  /// PyYAML reads a megabyte a second or so: no zone of OctoDNS is as large as this.
  static let maximumYAML = 64 << 20

  /// Reads the files of one zone; where the first says that there are others, and `isWhole` that they are here.
  mutating func scan(octoDNS files: [(name: String, content: FileContent)], isWhole: Bool) {
    dialect = .octoDNS
    let named = files.first.flatMap { OctoDNSName.zone(inPath: $0.name) }
    if reader.origin == nil {
      if let origin = named?.origin {
        setOrigin(origin)
      } else if let checked = hints.checked {
        assumed = AssumedOrigin(name: checked, basis: .checkedDomain)
        setOrigin(checked)
      }
    }
    var isEmpty = true
    var index = OctoDNSIndex()
    for (name, content) in files {
      if let zone = readable(name, content) {
        scan(zone, named: name, content, &index)
        isEmpty = isEmpty && zone.isEmpty
      }
    }
    // An empty file is a zone, too; one of which nothing is understood is none.
    guard let origin = reader.origin, isEmpty && faults.kept.isEmpty || understoodCount > 0 else { return }
    complete(origin, isPart: named?.isPart == true && !isWhole)
    faults.sort()
  }

  /// The zone in a file; nil where it is none, which is then noted.
  private mutating func readable(_ name: String, _ content: FileContent) -> OctoDNSZone? {
    let reason: ZoneFileError.Reason
    if content.octets.count > Self.maximumYAML {
      reason = .fileTooLarge(maximum: Self.maximumYAML)
    } else {
      let zone = OctoDNSZone(Array(content.octets), origin: reader.origin ?? .root)
      if reader.origin != nil, !zone.isForeign { return zone }
      reason = .octoDNS(zone.isForeign ? .noZone : .noOrigin)
    }
    sources.append(ZoneSource(name: name, content: content))
    isZone.append(true)
    note(ZoneFileError.Fault(reason, at: .start), sources.count - 1)
    openGap(at: origin ?? NameTree.root, .any, isOurs: false)
    return nil
  }

  private mutating func scan(
    _ zone: OctoDNSZone, named name: String, _ content: FileContent, _ index: inout OctoDNSIndex
  ) {
    let (text, translation, losses) = zone.written(of: content, named: name, noting: &index)
    let number = sources.count
    scan(ZoneSource(name: name, content: FileContent(text), translation: translation))
    if !content.isIntact { changedFile = name }
    for loss in losses { take(loss, number) }
  }

  private mutating func take(_ loss: OctoDNSZone.Loss, _ source: Int) {
    note(inFile: loss.fault, source, loss.owner)
    let line = loss.fault.position.line
    let isOurs = loss.fault.reason.effect == .unfollowed
    guard let owner = loss.owner.map({ tree.number(of: $0) }) else {
      if case .anything = loss.what { openGap(at: origin ?? NameTree.root, .any, isOurs: isOurs) }
      return
    }
    switch loss.what {
    case .nothing: break
    case .anything: openGap(at: origin ?? NameTree.root, .any, isOurs: isOurs)
    case .renamed:
      openGap(at: origin ?? NameTree.root, .any, isOurs: isOurs)
      insertUnreadable(.any, at: owner, place: 0, line: line, source)
    case .records(let type):
      if type != .any || isOurs { understoodCount += 1 }
      insertUnreadable(type, at: owner, place: 0, line: line, source)
    case .served(let types):
      understoodCount += 1
      for type in types { insertUnreadable(type, at: owner, place: 0, line: line, source, .foreign) }
    }
  }

  /// The service puts the SOA record to the zone, and the NS records where the file has none.
  private mutating func complete(_ zone: DomainName, isPart: Bool) {
    let apex = tree.number(of: zone)
    apexes = [apex]
    tree[apex].marks.insert(.apex)
    let hasServers = tree[apex].marks.contains(.nameServers)
    insertUnreadable(.soa, at: apex, place: 0, line: 1, 0, .foreign)
    if !hasServers { insertUnreadable(.ns, at: apex, place: 0, line: 1, 0, .foreign) }
    if isPart {
      faults.add(
        ZoneFileError(file: sources[0].name, ZoneFileError.Fault(.octoDNS(.partOfZone), at: .start)))
      openGap(at: apex, .any, isOurs: true)
    }
  }
}
