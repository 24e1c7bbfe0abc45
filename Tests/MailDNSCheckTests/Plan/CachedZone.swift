@testable import MailDNSCheck

/// A zone over time, and everything that some cache may hold of it: each version of a name's records, from when it stands until
/// it has been replaced and its TTL has passed. A resolver may have fetched a version at its very last moment.
struct CachedZone {
  /// Seconds since the plan was begun.
  private(set) var now: UInt32 = 0
  private(set) var current: ZoneCopy
  private var versions: [Slot: [Version]] = [:]

  /// What is fetched at once. A CNAME is fetched by whoever asks for anything else at its name.
  struct Slot: Hashable {
    let owner: DomainName
    let type: RecordType

    init(_ owner: DomainName, _ type: RecordType) {
      self.owner = owner
      self.type = type == .cname ? .txt : type
    }

    func holds(_ record: ResourceRecord) -> Bool {
      record.owner == owner && (record.type == type || record.type == .cname)
    }
  }

  private struct Version {
    let records: [ResourceRecord]
    let since: UInt32
    let timeToLive: UInt32
    var until: UInt32?
  }

  /// Seconds that an absence is kept: the minimum of the zone's SOA (RFC 2308 §5).
  static let denialTimeToLive: UInt32 = 300

  init(_ zone: ZoneCopy) { current = zone }

  mutating func wait(_ seconds: UInt32) { now += seconds }

  mutating func make(_ changes: [ZoneChange], filling placeholders: [String: String]) throws {
    for change in changes {
      let slot = Slot(change.owner, change.type)
      var history = versions[slot] ?? [version(of: slot, since: 0)]
      try current.make(change, filling: placeholders)
      history[history.count - 1].until = now
      versions[slot] = history + [version(of: slot, since: now)]
    }
  }

  private func version(of slot: Slot, since: UInt32) -> Version {
    let records = current.records.filter(slot.holds)
    return Version(
      records: records, since: since,
      timeToLive: records.map(\.timeToLive).max() ?? Self.denialTimeToLive)
  }

  /// What caches may hold at this moment.
  func visible(_ slot: Slot) -> [[ResourceRecord]] {
    guard let history = versions[slot] else { return [current.records.filter(slot.holds)] }
    return history.filter { version in
      guard let until = version.until else { return true }
      // Whoever fetched it before it was replaced keeps it for its TTL; one that stood no time at all nobody fetched.
      return until > version.since && until + version.timeToLive > now
        || until == 0 && version.timeToLive > now
    }.map(\.records)
  }

  /// The zone as somebody sees it who holds those records in place of the current ones.
  func seen(with held: [Slot: [ResourceRecord]]) -> ZoneCopy {
    var copy = current
    for (slot, records) in held { copy.replace(where: slot.holds, by: records) }
    return copy
  }
}
