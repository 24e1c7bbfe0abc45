import Glibc

/// A master file, and answers from it. It may include what lies in a folder made for it.
enum ZoneFileTarget {
  static func run(_ octets: [UInt8]) {
    let file: ZoneFile
    do throws(UnusableZoneFile) {
      file = try ZoneFile(
        name: folder + "/a\u{1B}\u{202E}b.zone", content: FileContent(octets),
        hints: OriginHints(checked: DomainName("o.test")), includes: includes)
    } catch {
      demand(!error.errors.isEmpty, "there is a reason")
      for error in error.errors { check(error, octets) }
      return
    }
    for error in file.faults.kept { check(error, octets) }
    for zone in file.zones.values { check(zone) }
    var zones = ZoneSet()
    do throws(ZoneFileError) { try zones.add(file) } catch { demand(false, "one file is no two") }
    for name in zones.mailNames {
      for finding in zones.findings(on: name) { demandVisible(finding.message) }
      for selector in zones.selectors(of: name).known {
        demand(
          (try? name.prepending("\(selector)._domainkey")) != nil, "\(selector) is a selector of \(name)")
      }
    }
    // A zone of OctoDNS has no SOA record, which the master file would lack.
    let isWhole = file.zones.values.allSatisfy { $0.startOfAuthority != nil }
    if file.faults.kept.isEmpty, isWhole { readBack(file) }
  }

  /// With a zone, one that is none, one that includes itself, and a link out of it.
  private static let folder: String = {
    var template = Array("/tmp/maildnscheck-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fatalError("no folder") }
    let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let files = [
      "z": "i A 192.0.2.1\n", "n": "secret:x:0\n", "l": "k A 192.0.2.2\n$INCLUDE l\n",
      "g": "$GENERATE 1-3 g$ A 192.0.2.$\n",
    ]
    for (name, text) in files {
      guard let file = fopen(folder + "/" + name, "w") else { fatalError("no file") }
      fputs(text, file)
      fclose(file)
    }
    symlink("/etc/passwd", folder + "/p")
    return folder
  }()
  private static let includes = IncludeFolders(file: folder + "/z", named: [])

  private static func check(_ error: ZoneFileError, _ octets: [UInt8]) {
    demandVisible(error.wholeWording)
    demand(error.position.line >= 1 && error.position.column >= 1, "places count from 1")
    demand(
      !error.wholeWording.english.contains("secret:") && !error.wholeWording.english.contains("root:"),
      "nothing is shown of other files")
    guard error.file.hasSuffix(".zone") else { return }
    let lines = octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    demand(error.position.line <= lines.count, "line \(error.position.line) is there")
  }

  private static func check(_ zone: Zone) {
    for name in zone.names {
      demand(name.isAtOrBelow(zone.origin), "\(name) lies in \(zone.origin)")
      for record in zone.records(at: name) { RecordDataRules.check(record.record.data) }
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
    let records = records(of: file)
    let lines = records.map { record in
      "\(record.owner.absolutePresentation) \(record.timeToLive) IN TYPE\(record.type.rawValue) \(record.data.presentation)\n"
    }
    do throws(UnusableZoneFile) {
      let again = try ZoneFile(name: "again", content: FileContent(Array(lines.joined().utf8)))
      demand(Set(again.zones.keys) == Set(file.zones.keys), "the zones are the same")
      demand(Set(Self.records(of: again)) == Set(records), "the records are the same")
    } catch {
      demand(false, "what was read is written, and not \(error.errors.map(\.wording.english))")
    }
  }

  private static func records(of file: ZoneFile) -> [ResourceRecord] {
    file.zones.values.flatMap { zone in zone.names.flatMap { zone.records(at: $0) } }.map(\.record)
  }
}
