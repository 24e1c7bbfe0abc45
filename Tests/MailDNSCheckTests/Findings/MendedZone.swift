import Foundation
import Testing

@testable import MailDNSCheck

/// A whole DNS that remedies are carried out in, as administrators would.
struct MendedZone: Sendable, CustomTestStringConvertible {
  let title: String
  private(set) var records: [ResourceRecord]

  var testDescription: String { title }

  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  init(_ title: String, lines: String) throws {
    self.title = title
    records = try Self.records(of: Self.start + lines + "\n")
  }

  /// Every domain that says something of its mail, of those that are nobody's in particular.
  var domains: [DomainName] {
    let owners = records.filter { [.mx, .txt, .a, .cname].contains($0.type) }.map(\.owner)
    let policies = owners.compactMap { name in
      name.labels.first?.elementsEqual("_dmarc".utf8) == true ? name.parent : nil
    }
    return (owners + policies).uniqued.filter { name in
      name.isBelow(DomainName("example")!) && !name.canonicalLabels.contains { "_*".utf8.contains($0.first!) }
        && name.labelCount < 4 && (try? MailDomain(pasted: name.description)) != nil
    }.sorted()
  }

  /// The selectors of all keys.
  private var selectors: [DKIMSelector] {
    records.compactMap { record in
      let labels = record.owner.canonicalLabels
      guard let place = labels.firstIndex(where: { $0.elementsEqual("_domainkey".utf8) }) else { return nil }
      return DKIMSelector(labels[..<place].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "."))
    }.uniqued
  }

  /// Throws where that can't be done: what is to go is not there, or a record is to stand beside a CNAME or below a DNAME.
  mutating func make(_ edits: [RecordEdit]) throws {
    for edit in edits {
      let count = records.count
      records.removeAll { $0.owner == edit.owner && edit.removes($0.data) }
      switch edit.removed {
      case .record, .text:
        if records.count == count {
          throw Mistake(description: "\(edit.owner): \(edit.removed) is not there")
        }
      case .nothing, .every: break
      }
    }
    for edit in edits {
      for data in edit.added {
        let there = records.filter { $0.owner == edit.owner }
        if data.type == .cname ? !there.isEmpty : there.contains(where: { $0.type == .cname }) {
          throw Mistake(description: "\(edit.owner) \(data.type) beside a CNAME")
        }
        if records.contains(where: { $0.type == RecordType("DNAME") && edit.owner.isBelow($0.owner) }) {
          throw Mistake(description: "\(edit.owner) \(data.type) below a DNAME")
        }
        records.append(ResourceRecord(owner: edit.owner, timeToLive: 3600, data: data))
      }
    }
    records = records.uniqued
  }

  private static let start =
    "$ORIGIN .\n$TTL 3600\n@ IN SOA ns.example. hostmaster.example. 1 7200 1800 1209600 300\n"

  /// Whatever is wrong in `text`: it is what people have.
  private static func zones(_ text: String) throws -> ZoneSet {
    var zones = ZoneSet()
    try zones.add(try ZoneFile(name: "mended.zone", content: FileContent(Array(text.utf8))))
    return zones
  }

  private static func records(of text: String) throws -> [ResourceRecord] {
    let records = try zones(text).zones.values.flatMap(\.records).sorted { $0.line < $1.line }.map(\.record)
    return records.filter { $0.type != .soa && $0.type != .ns }.uniqued
  }

  private var masterFile: String {
    Self.start
      + records.map { record in
        "\(record.owner.absolutePresentation) 3600 IN \(record.type) \(record.data.presentation)\n"
      }.joined()
  }

  /// The whole check of `domains`, and nobody to ask beyond the zone.
  func reports(on domains: [DomainName], policy: Policy? = nil) async throws -> [DomainReport] {
    let zones = try Self.zones(masterFile)
    var check = DomainCheck(
      areas: .whole, resolver: ZoneResolver(zones: zones, otherwise: OfflineResolver()),
      catalogue: .builtIn, selectors: selectors, expectedRoute: nil)
    check.policy = policy
    var reports: [DomainReport] = []
    for domain in domains {
      reports.append(await check.report(on: try MailDomain(pasted: domain.description)))
    }
    return reports
  }
}

extension RecordEdit {
  func removes(_ data: RecordData) -> Bool {
    switch removed {
    case .nothing: false
    case .every(let type): data.type == type
    case .record(let record): data == record
    case .text(let text): if case .txt(let strings) = data { strings.joined == text } else { false }
    }
  }
}

extension MendedZone {
  /// What people asked about, the examples that come with the program, and the starting points of plans.
  static let all: [MendedZone] = {
    do {
      let examples = try [ExampleFiles.internet, ExampleFiles.customerZone].map { path in
        try MendedZone(path, lines: withoutStart(String(contentsOfFile: path, encoding: .utf8)))
      }
      let internet = try MendedZone("a small internet", lines: withoutStart(MailInternet.zone))
      let starts = try StartingPoints.zones.map { start in
        try MendedZone(start.name, lines: StartingPoints.world + start.lines)
      }
      return try questions() + examples + [internet] + starts
    } catch {
      fatalError("\(error)")
    }
  }()

  /// The blocks of `Zones/remedies.txt`.
  private static func questions() throws -> [MendedZone] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Zones/remedies.txt")
    let keys: [String: String] = [
      "{RSA}": KeyFixtures.spki2048, "{RSA1024}": KeyFixtures.spki1024, "{RSA4096}": KeyFixtures.spki4096,
      "{PKCS1}": KeyFixtures.pkcs1x2048,
    ]
    let text = try String(contentsOf: file, encoding: .utf8)
    return try text.components(separatedBy: "\n=== ").dropFirst().map { block in
      let parts = block.split(separator: "\n", maxSplits: 1)
      // A key is longer than a string may be.
      let lines: String = keys.reduce(String(parts[1])) {
        (lines: String, key: (key: String, value: String)) -> String in
        let starts = stride(from: 0, to: key.value.count, by: 200)
        let strings: [Substring] = starts.map { key.value.dropFirst($0).prefix(200) }
        let joined: String = strings.joined(separator: "\" \"")
        return lines.replacing(key.key, with: "\" \"\(joined)\" \"")
      }
      return try MendedZone(String(parts[0]), lines: lines)
    }
  }

  /// A zone's records without its SOA and what comes before it.
  private static func withoutStart(_ text: String) throws -> String {
    try records(of: text).map { record in
      "\(record.owner.absolutePresentation) \(record.type) \(record.data.presentation)\n"
    }.joined()
  }
}
