/// Keeps queries apart, so that no more than so many go out in a second.
struct Pace: Sendable {
  private let interval: Duration
  private var free = Instant.now

  /// - Parameter rate: Queries a second, at least 1.
  init(rate: Int) { interval = .seconds(1) / max(1, rate) }

  /// When the next query may go out; nil where that is now, and it is then taken to go.
  var nextTime: Instant? {
    mutating get {
      let now = Instant.now
      guard free <= now else { return free }
      // A loop that wakes a little late sends what is due at once; one that was idle does not catch up.
      free = max(free, now - .milliseconds(10)) + interval
      return nil
    }
  }
}
