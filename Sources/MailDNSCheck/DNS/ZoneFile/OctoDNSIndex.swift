/// Which records the files of one zone of OctoDNS have: it refuses two of one type at one name (`DuplicateRecordException`),
/// also where the name is written otherwise, in capitals or as an A-label, or in another file.
struct OctoDNSIndex {
  private var places: [DomainName: [RecordType: (file: String, line: Int)]] = [:]

  /// Takes in what is at `name`; what is there for the second time is lost.
  mutating func note(_ name: OctoDNSZone.Name, in file: String) -> [OctoDNSZone.Loss] {
    guard let owner = name.owner else { return [] }
    var losses: [OctoDNSZone.Loss] = []
    for (type, place) in name.types.sorted(by: {
      ($0.value.line, $0.value.column) < ($1.value.line, $1.value.column)
    }) {
      guard let first = places[owner]?[type] else {
        places[owner, default: [:]][type] = (file, place.line)
        continue
      }
      let other = first.file == file ? nil : VisibleText.shortened(first.file)
      let flaw = OctoDNSFlaw.repeatedType(type, file: other, line: first.line)
      losses.append(
        OctoDNSZone.Loss(
          fault: ZoneFileError.Fault(.octoDNS(flaw), at: ZoneFilePosition(place)), owner: owner,
          what: .records(type)))
    }
    return losses
  }
}
