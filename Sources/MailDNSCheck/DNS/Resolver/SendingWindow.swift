/// How many questions may be under way to one server: more while it keeps up, fewer when it does not.
///
/// Looks at what came of as many questions as the window holds, then changes it: a server that fails a quarter of them,
/// by silence or by SERVFAIL or REFUSED, gets half as many at a time; one that answers late or loses packets gets
/// somewhat fewer, one that keeps up an eighth more. Single failures mean a domain in trouble, not a server.
struct SendingWindow {
  private(set) var size = Self.first
  private var seen = 0
  private var failed = 0
  private var late = 0

  static let first = 256
  static let least = 8
  static let most = 4_096
  /// A server that is only slow gets at least so many: waiting costs it little.
  static let leastForSlow = 128

  enum Outcome {
    case answered
    /// The question had to be sent again before an answer came.
    case answeredLate
    case failed
  }

  mutating func note(_ outcome: Outcome) {
    seen += 1
    switch outcome {
    case .answered: break
    case .answeredLate: late += 1
    case .failed: failed += 1
    }
    guard seen >= max(size, 32) else { return }
    if failed * 4 >= seen {
      size = max(Self.least, size / 2)
    } else if (failed + late) * 2 >= seen {
      size = max(min(size, Self.leastForSlow), size * 3 / 4)
    } else {
      size = min(Self.most, size + size / 8 + 1)
    }
    (seen, failed, late) = (0, 0, 0)
  }
}
