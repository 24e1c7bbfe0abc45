/// All zones that are answered from master files.
struct ZoneSet: Sendable {
  /// By origin.
  private(set) var zones: [DomainName: Zone] = [:]
  private var origins = OriginTable([])

  /// Reads the files' contents, in order. Throws the first error; the same zone in two files is one.
  init(files: [(name: String, octets: [UInt8])]) throws(ZoneFileError) {
    for (name, octets) in files {
      let file = try ZoneFile(name: name, octets: octets)
      for zone in file.zones.values.sorted(by: { $0.startOfAuthority.line < $1.startOfAuthority.line }) {
        if let other = zones[zone.origin] {
          throw ZoneFileError(
            file: name,
            ZoneFileError.Fault(
              .originInTwoFiles(zone.origin, file: other.file, line: other.startOfAuthority.line),
              at: zone.startOfAuthority.position))
        }
        zones[zone.origin] = zone
        origins.insert(zone.origin)
      }
    }
  }

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
  func zone(holding name: DomainName) -> Zone? {
    origins.deepest(above: name).flatMap { zones[$0] }
  }
}

extension Zone {
  /// Nil where the zone leaves the question to others.
  fileprivate func answer(to question: Question) -> (zone: Zone, finding: Finding)? {
    lookUp(question).map { (self, $0) }
  }
}
