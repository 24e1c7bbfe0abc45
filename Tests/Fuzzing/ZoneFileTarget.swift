/// A master file, and answers from it.
enum ZoneFileTarget {
  static func run(_ octets: [UInt8]) {
    let file: ZoneFile
    do throws(ZoneFileError) { file = try ZoneFile(name: "a\u{1B}\u{202E}b", octets: octets) } catch {
      demandVisible(error.wording)
      demand(error.position.line >= 1 && error.position.column >= 1, "places count from 1")
      let lines = octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      demand(error.position.line <= lines.count, "line \(error.position.line) is there")
      return
    }
    for zone in file.zones.values { check(zone) }
    readBack(file)
  }

  private static func check(_ zone: Zone) {
    for (name, node) in zone.nodes {
      demand(name.isAtOrBelow(zone.origin), "\(name) lies in \(zone.origin)")
      for record in node.records { RecordDataRules.check(record.record.data) }
      for type in [RecordType.txt, .ds, .any] {
        if case .records(let records)? = zone.lookUp(Question(name, type)) {
          demand(records.allSatisfy { $0.owner == name }, "what is found at \(name) is its own")
        }
      }
      if let below = try? name.prepending("x.y") { _ = zone.lookUp(Question(below, .a)) }
    }
  }

  /// The records in presentation form make the same zones.
  private static func readBack(_ file: ZoneFile) {
    let records = file.zones.values.flatMap { $0.nodes.values.flatMap(\.records) }.map(\.record)
    let lines = records.map { record in
      "\(record.owner.absolutePresentation) \(record.timeToLive) IN TYPE\(record.type.rawValue) \(record.data.presentation)\n"
    }
    do throws(ZoneFileError) {
      let again = try ZoneFile(name: "again", octets: Array(lines.joined().utf8))
      demand(Set(again.zones.keys) == Set(file.zones.keys), "the zones are the same")
      let found = again.zones.values.flatMap { $0.nodes.values.flatMap(\.records) }.map(\.record)
      demand(Set(found) == Set(records), "the records are the same")
    } catch {
      demand(false, "what was read is written, and not \(error.wording.english)")
    }
  }
}
