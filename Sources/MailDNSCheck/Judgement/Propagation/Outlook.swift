import FoundationEssentials

/// What can be said about when everybody has the new records: those that the zone itself has.
///
/// A cache that keeps to TTLs asks again when its time is up, and then gets what the zone has. So the last of the times that
/// are left is when all resolvers that were asked have it, if the zone stays as it is.
struct Outlook: Sendable {
  let kind: Kind
  /// When caches that were not asked have it, too, at the latest, if records lived no longer before the change than the
  /// longest time seen now; nil where nothing is waited for or it is not known.
  var elsewhere: Date?
  /// Whether some could not tell of all records, or falsify, and so do not count.
  var isPartial = false
  /// Why `kind` is no more than an estimate; empty where it is not.
  var doubts: [Doubt] = []

  enum Kind: Hashable, Sendable {
    /// All have it.
    case agreed
    case by(Date)
    case open(Reason)
  }

  /// Why nothing can be said.
  enum Reason: Hashable, Sendable {
    /// The zone's own servers contradict each other.
    case contradiction
    /// A resolver has something else and does not say for how long: a denial without an SOA record.
    case unbounded
    /// All resolvers have the same, and nobody says whether it is what the zone has.
    case zoneUnknown
    /// All that could tell have it; some could not, or falsify.
    case unheard
    /// No resolver could tell of any record.
    case nobody
    /// All resolvers that could tell deny the very name, and so nobody was found who speaks for its zone.
    case noSuchName
  }

  enum Doubt: Hashable, Sendable {
    /// One address of many caches: another one may have taken the old records later.
    case manyCaches(ComparedServer)
    /// It gives out records whose time is up (RFC 8767).
    case stale(ComparedServer)
    /// It keeps records for longer than the zone says.
    case keepsLonger(ComparedServer)
    /// What the zone has is not known: it is the time when whatever is old is gone.
    case zoneUnknown
  }
}

extension Outlook {
  init(_ records: [ComparedRecord], at now: Date) {
    let waiting = records.flatMap(\.waiting)
    if records.contains(where: \.zone.isContradiction) {
      self.init(kind: .open(.contradiction))
    } else if waiting.isEmpty {
      let isUndecided = records.contains { record in
        record.entries.contains { if case .undecided = $0.state { true } else { false } }
      }
      let heard = records.flatMap(\.entries).filter(\.counts)
      let isHeard = !heard.isEmpty
      let isDenied = isHeard && heard.allSatisfy(\.sighting.answer.deniesName)
      self.init(
        kind: isUndecided
          ? .open(isDenied ? .noSuchName : .zoneUnknown)
          : records.allSatisfy(\.isAgreed) ? .agreed : .open(isHeard ? .unheard : .nobody))
    } else {
      let ends = waiting.compactMap(\.state.end)
      guard ends.count == waiting.count, let last = ends.max() else {
        self.init(kind: .open(.unbounded))
        return
      }
      self.init(
        kind: .by(last), elsewhere: Self.elsewhere(records, after: last, at: now),
        isPartial: records.flatMap(\.entries).contains { !$0.counts }, doubts: Self.doubts(records))
    }
  }

  /// Nobody can have taken the old records later than now: after their TTL all are gone. Theirs is taken to be no longer than
  /// that of the new ones, or than what is left of it anywhere.
  private static func elsewhere(_ records: [ComparedRecord], after last: Date, at now: Date) -> Date {
    let lifetimes = records.filter { !$0.waiting.isEmpty }.compactMap(\.zone.timeToLive).max() ?? 0
    return max(last, now.addingTimeInterval(Double(lifetimes)))
  }

  private static func doubts(_ records: [ComparedRecord]) -> [Doubt] {
    let waiting = records.flatMap(\.waiting)
    let servers = Set(waiting.map(\.sighting.server))
    var doubts: [Doubt] = []
    for record in records {
      for entry in record.entries where servers.contains(entry.sighting.server) {
        if entry.keepsLonger(than: record.zone) { doubts.append(.keepsLonger(entry.sighting.server)) }
        if entry.sighting.isStale { doubts.append(.stale(entry.sighting.server)) }
      }
      if !record.waiting.isEmpty, record.zone.set == nil { doubts.append(.zoneUnknown) }
    }
    doubts += waiting.map(\.sighting.server).filter(\.isManyCaches).map { Doubt.manyCaches($0) }
    return doubts.uniqued
  }
}
