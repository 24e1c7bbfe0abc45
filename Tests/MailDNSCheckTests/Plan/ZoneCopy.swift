@testable import MailDNSCheck

/// A copy of a customer's zone to carry a plan out in, beside a world of third parties.
struct ZoneCopy: Sendable {
  let origin: DomainName
  /// The customer's records.
  private(set) var records: [ResourceRecord]
  /// Everybody else's.
  private(set) var world: [ResourceRecord]

  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  /// `lines` are lines of a root zone's master file; what lies at or below `origin` is the customer's.
  init(of origin: String, in lines: String) throws {
    guard let name = DomainName(origin) else { throw Mistake(description: "\(origin) is no name") }
    self.origin = name
    let all = try Self.records(of: lines)
    records = all.filter { $0.owner.isAtOrBelow(name) }
    world = all.filter { !$0.owner.isAtOrBelow(name) }
  }

  mutating func addToWorld(_ lines: String) throws { world += try Self.records(of: lines) }

  /// Makes the change as an administrator would. Throws where it replaces what is not there.
  mutating func make(_ change: ZoneChange, filling placeholders: [String: String]) throws {
    for removed in change.removed {
      // What it replaces may be a record that had placeholders itself.
      let data = try Self.record(change, removed.presentation, filling: placeholders).data
      guard let index = records.firstIndex(where: { $0.owner == change.owner && $0.data == data }) else {
        throw Mistake(description: "\(change.owner) \(change.type) \(data.presentation) is not there")
      }
      records.remove(at: index)
    }
    for added in change.added {
      switch added {
      case .record(let data):
        records.append(ResourceRecord(owner: change.owner, timeToLive: change.timeToLive, data: data))
      case .template(let text, _):
        records.append(try Self.record(change, text, filling: placeholders))
      }
    }
  }

  private static func record(
    _ change: ZoneChange, _ text: String, filling placeholders: [String: String]
  ) throws -> ResourceRecord {
    let data = fill(text, placeholders)
    let line = "\(change.owner.absolutePresentation) \(change.timeToLive) IN \(change.type) \(data)"
    guard let record = try records(of: line).first, !data.contains("<") else {
      throw Mistake(description: "not to be filled in: \(line)")
    }
    return record
  }

  /// `text` with each placeholder's value in its place.
  static func fill(_ text: String, _ placeholders: [String: String]) -> String {
    placeholders.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }

  /// The records of a root zone's master file, in its order.
  static func records(of lines: String) throws -> [ResourceRecord] {
    let head = "$ORIGIN .\n$TTL 3600\n@ SOA ns.example hostmaster.example 1 7200 1800 1209600 300\n"
    let set = try ZoneSet(files: [("lines.zone", Array((head + lines + "\n").utf8))])
    let records = set.zones[.root]?.records ?? []
    return records.sorted { $0.line < $1.line }.map(\.record).filter { $0.type != .soa }
  }

  /// The customer's zone as a master file.
  var masterFile: String { Self.masterFile(of: origin, records) }

  private static func masterFile(of origin: DomainName, _ records: [ResourceRecord]) -> String {
    let start = """
      $ORIGIN \(origin.absolutePresentation)
      $TTL 3600
      @ IN SOA ns.example. hostmaster.example. 1 7200 1800 1209600 300

      """
    return start
      + records.map { record in
        "\(record.owner.absolutePresentation) \(record.timeToLive) IN \(record.type) \(record.data.presentation)\n"
      }.joined()
  }

  /// Puts `new` in the place of the records that `isMeant` is true of.
  mutating func replace(where isMeant: (ResourceRecord) -> Bool, by new: [ResourceRecord]) {
    records.removeAll(where: isMeant)
    records += new
  }

  /// The same where every record of the customer's is kept for that many seconds.
  func living(_ timeToLive: UInt32) -> ZoneCopy {
    var copy = self
    copy.records = records.map {
      ResourceRecord(owner: $0.owner, timeToLive: timeToLive, data: $0.data)
    }
    return copy
  }

  /// Both zones as files, and nobody to ask beyond them.
  func resolver() throws -> ZoneResolver {
    let zones = try ZoneSet(files: [
      ("customer.zone", Array(masterFile.utf8)),
      ("world.zone", Array(Self.masterFile(of: .root, world).utf8)),
    ])
    return ZoneResolver(zones: zones, otherwise: OfflineResolver())
  }

  /// The whole check of the domain.
  func report(expecting expected: RouteID? = nil) async throws -> DomainReport {
    let check = DomainCheck(
      areas: .whole, resolver: try resolver(),
      catalogue: .builtIn, selectors: [], expectedRoute: expected)
    return await check.report(on: try MailDomain(pasted: origin.description))
  }
}
