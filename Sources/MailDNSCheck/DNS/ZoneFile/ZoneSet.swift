/// All zones that are answered from master files.
struct ZoneSet: Sendable {
  /// By origin.
  private(set) var zones: [DomainName: Zone] = [:]
  /// In the order in which they were added.
  private(set) var files: [ZoneFile] = []
  private var origins = OriginTable()
  /// Which of the files has a zone.
  private var fileNumbers: [DomainName: Int] = [:]

  /// Adds the zones of a file. Throws where another file has one of them: the same zone in two files is one.
  mutating func add(_ file: ZoneFile) throws(ZoneFileError) {
    let found = file.zones.values.sorted {
      ($0.startOfAuthority?.line ?? 0) < ($1.startOfAuthority?.line ?? 0)
    }
    for zone in found {
      guard let other = zones[zone.origin] else { continue }
      throw ZoneFileError(
        file: file.name,
        ZoneFileError.Fault(
          .originInTwoFiles(zone.origin, file: other.file, line: other.startOfAuthority?.line ?? 1),
          at: zone.startOfAuthority?.position ?? .start))
    }
    for zone in found {
      zones[zone.origin] = zone
      origins.insert(zone)
      fileNumbers[zone.origin] = files.count
    }
    files.append(file)
  }

  /// The file that has the zone of that origin.
  func file(of origin: DomainName) -> ZoneFile? { fileNumbers[origin].map { files[$0] } }

  /// The zone that answers `question`, and what it says; nil where none does.
  ///
  /// That is the zone with the deepest origin at or above the name; for DS at an origin, the zone above it, or else the
  /// zone itself where it has them.
  func lookUp(_ question: Question) -> (zone: Zone, finding: Zone.Finding)? {
    guard let zone = self.zone(holding: question.name) else { return nil }
    guard question.type == .ds, question.name == zone.origin else { return zone.answer(to: question) }
    if let parent = question.name.parent, let above = self.zone(holding: parent),
      let answer = above.answer(to: question)
    {
      return answer
    }
    if let answer = zone.answer(to: question), case .records = answer.finding { return answer }
    return nil
  }

  /// The zone with the deepest origin at or above `name`.
  func zone(holding name: DomainName) -> Zone? { origins.deepest(above: name) }
}

extension Zone {
  /// Nil where the zone leaves the question to others.
  fileprivate func answer(to question: Question) -> (zone: Zone, finding: Finding)? {
    lookUp(question).map { (self, $0) }
  }
}
