import Glibc

/// How many domains of a list are checked at a time: as many as make the run quicker.
///
/// Each that is under way takes 50 KB, which with many of them no processor keeps at hand: where the answers come at once and the
/// processor is what is waited for, fewer domains at a time take less of it, and as long. So some hundreds are checked with each of
/// three sizes, the usual one first, and that which did best stays for a while.
struct DomainWindow {
  /// Domains at a time.
  private(set) var size: Int
  private var phase: Phase
  /// Domains that end before the next measurement begins: they were begun with another size.
  private var ignored = 0
  private var finished = 0
  private var start: Moment

  /// When, and how much time of processors the process has taken until then.
  struct Moment {
    let time: Instant
    let processor: Duration
  }

  private enum Phase {
    /// Somebody has said how many.
    case fixed
    case usual
    /// With the domains a second of the usual size.
    case most(usual: Double)
    case least(usual: Double)
    case settled
  }

  static let usual = 128
  static let most = 256
  static let least = 64
  /// Domains that a measurement takes.
  static let sample = 500
  /// Domains after which it is measured anew: the servers may be others.
  static let term = 10_000
  /// What part of one processor a process takes that waits for servers, at most.
  private static let idle = 0.5

  /// - Parameter size: How many it shall be; nil where it is to be found out.
  init(_ size: Int?, at moment: Moment) {
    self.size = size ?? Self.usual
    phase = size == nil ? .usual : .fixed
    start = moment
  }

  /// Takes note that one has ended. `moment` is looked at where it counts.
  mutating func noteFinished(at moment: () -> Moment) {
    if case .fixed = phase { return }
    if ignored > 0 {
      ignored -= 1
      if ignored == 0 { start = moment() }
      return
    }
    finished += 1
    if case .settled = phase {
      if finished == Self.term { begin(.usual, Self.usual) }
    } else if finished == Self.sample {
      measure(moment())
    }
  }

  private mutating func measure(_ moment: Moment) {
    let seconds = max(start.time.duration(to: moment.time).seconds, 0.001)
    let rate = Double(Self.sample) / seconds
    let isBusy = (moment.processor - start.processor).seconds / seconds >= Self.idle
    switch phase {
    case .usual:
      begin(.most(usual: rate), Self.most)
    case .most(let usual) where rate > usual * 1.1 || !isBusy:
      begin(.settled, Self.most)
    case .most(let usual):
      begin(.least(usual: usual), Self.least)
    case .least(let usual):
      begin(.settled, rate >= usual * 0.95 && isBusy ? Self.least : Self.usual)
    case .fixed, .settled: break
    }
  }

  private mutating func begin(_ phase: Phase, _ size: Int) {
    ignored = self.size
    finished = 0
    self.phase = phase
    self.size = size
  }
}

extension DomainWindow.Moment {
  static var now: DomainWindow.Moment {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return DomainWindow.Moment(
      time: .now, processor: .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec))
  }
}
