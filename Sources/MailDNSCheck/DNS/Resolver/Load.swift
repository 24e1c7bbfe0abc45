/// Exchanges that somebody waits for together, and those that follow from them. Belongs to the event loop alone.
final class Load {
  /// An exchange and its reply, of which more is to be made than `take` can.
  typealias Open = (exchange: Exchange, reply: Exchange.Reply)

  let transport: Answer.Transport
  var passages: [Passage] = []
  var isCancelled = false
  /// Exchanges that have not ended, and open ones.
  private var missing = 0
  private var open: [Open] = []
  /// Open ones whose reply was cut off, and how many tasks take them, one after the other.
  private var truncated: [Open] = []
  private var lanes = 0
  /// What has to be fetched whole may be 64 KB, and wait long until somebody has time to read it: hundreds of domains with
  /// dozens of such answers each would take a gigabyte.
  private static let maximumLanes = 8
  private var waiter: UnsafeContinuation<Open?, Never>?
  /// Gets the octets of every answer over UDP where they lie, which are nobody's afterwards. Returns the exchanges that follow; nil
  /// where more is to be done about it.
  typealias Settle = (Exchange, MessageHead, RawSpan) -> [Exchange]?

  private let settle: Settle?
  /// Gets every other reply as it comes, and what was not settled. Returns the exchanges that follow; nil where it is left open.
  private let take: (Exchange, Exchange.Reply) -> [Exchange]?

  init(
    over transport: Answer.Transport, settle: Settle? = nil,
    _ take: @escaping (Exchange, Exchange.Reply) -> [Exchange]?
  ) {
    self.transport = transport
    self.settle = settle
    self.take = take
  }

  /// Takes note of a passage that belongs to it.
  func add(_ passage: Passage) {
    missing += 1
    passages.append(passage)
  }

  /// Hands an answer over as it lies in memory. Returns the exchanges that follow; nil where it is left open.
  func hand(_ exchange: Exchange, _ head: MessageHead, _ octets: RawSpan) -> [Exchange]? {
    if let following = settle?(exchange, head, octets) { return following }
    let packet = octets.withUnsafeBytes {
      Exchange.Packet(octets: Array($0), head: head, transport: transport)
    }
    return hand(exchange, .success(packet))
  }

  /// Hands a reply over. Returns the exchanges that follow; nil where it is left open.
  func hand(_ exchange: Exchange, _ reply: Exchange.Reply) -> [Exchange]? {
    let following = take(exchange, reply)
    if following == nil {
      if let waiter {
        self.waiter = nil
        waiter.resume(returning: (exchange, reply))
      } else {
        open.append((exchange, reply))
      }
    }
    return following
  }

  /// Keeps one whose reply was cut off for a lane; true where that is a new one, which is to be begun.
  func beginsLane(for one: Open) -> Bool {
    truncated.append(one)
    guard lanes < Self.maximumLanes else { return false }
    lanes += 1
    return true
  }

  /// The next one for a lane; nil where the lane ends.
  func nextTruncated() -> Open? {
    if truncated.isEmpty {
      lanes -= 1
      return nil
    }
    return truncated.removeFirst()
  }

  /// Takes note that one that was missing, and what followed from it, is dealt with.
  func close() {
    missing -= 1
    guard missing == 0 else { return }
    passages = []
    waiter?.resume(returning: nil)
    waiter = nil
  }

  /// Waits for the next one that is open; nil where all is done. One caller at a time.
  func nextOpen(_ continuation: UnsafeContinuation<Open?, Never>) {
    if !open.isEmpty {
      continuation.resume(returning: open.removeFirst())
    } else if missing == 0 {
      continuation.resume(returning: nil)
    } else {
      waiter = continuation
    }
  }
}
