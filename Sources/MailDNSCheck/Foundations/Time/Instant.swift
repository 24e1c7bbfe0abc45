import Glibc

/// A point in time on a clock that nobody sets, and that goes on while the machine sleeps.
///
/// What `ContinuousClock.Instant` is, in eight octets that the compiler can see into: whatever holds one of those has a layout
/// that is only known when the program runs, and each copy of it is a call through a table.
struct Instant: Hashable, Sendable {
  /// Since the clock began; it ends in 292 years.
  private let nanoseconds: Int64

  static var now: Instant {
    var time = timespec()
    clock_gettime(CLOCK_BOOTTIME, &time)
    return Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
  }

  func duration(to other: Instant) -> Duration { .nanoseconds(other.nanoseconds - nanoseconds) }

  /// The same as adding a duration, for who has it in nanoseconds.
  func advanced(byNanoseconds count: Int64) -> Instant {
    let (sum, overflows) = nanoseconds.addingReportingOverflow(count)
    return Instant(nanoseconds: overflows ? count < 0 ? .min : .max : sum)
  }

  static func + (start: Instant, duration: Duration) -> Instant {
    start.advanced(byNanoseconds: duration.nanoseconds)
  }

  static func - (end: Instant, duration: Duration) -> Instant { end + (.zero - duration) }

  static func - (end: Instant, start: Instant) -> Duration { start.duration(to: end) }
}

extension Instant: Comparable {
  static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }
}
