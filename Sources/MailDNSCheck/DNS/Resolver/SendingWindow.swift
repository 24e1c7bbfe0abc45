/// How many questions may be under way to one server: more while it keeps up, fewer when it does not.
///
/// Looks at what came of as many questions as the window holds, then changes it: a server that fails a quarter of them,
/// by silence or by SERVFAIL or REFUSED, gets half as many at a time; one that answers an eighth of them late, or loses as many
/// packets, gets somewhat fewer; one that keeps up an eighth more. Single failures mean a domain in trouble, not a server.
///
/// To ask for more until half of the packets are lost would lose some questions in all their attempts, and a list has dozens of
/// questions a domain.
struct SendingWindow {
  private(set) var size: Int
  private let limits: Limits
  private var seen = 0
  private var failed = 0
  private var late = 0

  struct Limits {
    let first, least, most: Int
    /// A server that is only slow gets at least so many: waiting costs it little.
    let leastForSlow: Int
    /// Outcomes that tell anything, at least.
    let sample: Int

    /// Of questions over UDP.
    static let packets = Limits(first: 256, least: 8, most: 4_096, leastForSlow: 128, sample: 32)
    /// Over TCP, where each has a connection: many servers have five, ten or a hundred for all the world, and close what is beyond
    /// or let it wait (RFC 7766 §6.2.2).
    static let connections = Limits(first: 4, least: 1, most: 64, leastForSlow: 1, sample: 8)
  }

  init(_ limits: Limits) {
    self.limits = limits
    size = limits.first
  }

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
    guard seen >= max(size, limits.sample) else { return }
    if failed * 4 >= seen {
      size = max(limits.least, size / 2)
    } else if late * 8 >= seen || (failed + late) * 2 >= seen {
      size = max(min(size, limits.leastForSlow), size * 3 / 4)
    } else if late * 16 < seen {
      size = min(limits.most, size + size / 8 + 1)
    }
    (seen, failed, late) = (0, 0, 0)
  }
}
