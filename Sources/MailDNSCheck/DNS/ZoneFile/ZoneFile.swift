/// The zones of one master file. Each record belongs to the zone with the deepest origin at or above its owner, in
/// whatever order the file has them; the origins are the owners of the SOA records.
struct ZoneFile: Sendable {
  let name: String
  let zones: [DomainName: Zone]

  static let maximumRecords = 2_000_000

  /// `octets` is the content of the file called `name`. Throws the first error of syntax, else the first of meaning.
  init(name: String, octets: [UInt8]) throws(ZoneFileError) {
    self.name = name
    do {
      zones = try Self.zones(of: Self.records(in: octets), file: name)
    } catch {
      throw ZoneFileError(file: name, error)
    }
  }

  private static func records(in octets: [UInt8]) throws(ZoneFileError.Fault) -> [ZoneRecord] {
    var parser = try MasterFileParser(octets)
    var records: [ZoneRecord] = []
    while let record = try parser.nextRecord() {
      guard records.count < maximumRecords else {
        throw ZoneFileError.Fault(.tooManyRecords(maximum: maximumRecords), at: record.position)
      }
      records.append(record)
    }
    return records
  }

  private static func zones(
    of records: [ZoneRecord], file: String
  ) throws(ZoneFileError.Fault) -> [DomainName: Zone] {
    var zones: [DomainName: Zone] = [:]
    for record in records {
      guard let zone = Zone(startOfAuthority: record, file: file) else { continue }
      if let first = zones[zone.origin]?.startOfAuthority {
        // Zone transfers that were saved as they came end in the SOA once more (RFC 5936 §2.2).
        guard first.record.data != record.record.data else { continue }
        throw ZoneFileError.Fault(
          .secondStartOfAuthority(zone.origin, line: first.line), at: record.position)
      }
      zones[zone.origin] = zone
    }
    guard !zones.isEmpty else { throw ZoneFileError.Fault(.noStartOfAuthority, at: .start) }
    let origins = OriginTable(zones.keys)
    for record in records where record.record.type != .soa {
      guard let origin = origins.origin(for: record.record) else {
        throw ZoneFileError.Fault(.outsideEveryZone(record.record.owner), at: record.position)
      }
      try zones[origin]?.insert(record)
    }
    for apex in zones.values.map(\.startOfAuthority) {
      let origin = apex.record.owner
      guard let parent = origin.parent, let above = origins.deepest(above: parent) else { continue }
      try zones[above]?.insertCut(at: origin, position: apex.position)
    }
    return zones
  }
}

extension OriginTable {
  /// The zone that `record` belongs to. A DS record at an origin belongs to the zone above it (RFC 4035 §2.4).
  fileprivate func origin(for record: ResourceRecord) -> DomainName? {
    if record.type == .ds, let parent = record.owner.parent, let origin = deepest(above: parent) {
      return origin
    }
    return deepest(above: record.owner)
  }
}
