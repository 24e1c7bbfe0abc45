import FoundationEssentials

/// What one server answered at one time.
struct Sighting: Sendable {
  let server: ComparedServer
  let answer: Answer
  /// When the answer came.
  let time: Date

  /// Nil where the server could not tell.
  var set: RecordSet? { answer.recordSet }

  /// Seconds for which a cache keeps it from `time` on; nil where that is not known, such as of a denial without an SOA record.
  var timeLeft: UInt32? { answer.ownTimeToLive }

  /// When a cache that keeps to TTLs asks again at the latest; nil where that is not known.
  var end: Date? { timeLeft.map { time.addingTimeInterval(Double($0)) } }

  /// Whether the resolver says itself that the TTL is no longer what counts: Stale Answer, Stale NXDOMAIN Answer
  /// (RFC 8914 §4.4, §4.20; RFC 8767).
  var isStale: Bool { answer.origin.extendedErrors.contains { [3, 19].contains($0.code) } }
}
