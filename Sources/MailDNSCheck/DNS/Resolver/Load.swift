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
  private var waiter: UnsafeContinuation<Open?, Never>?
  /// Gets every reply as it comes. Returns the exchanges that follow; nil where the reply is left open.
  private let take: (Exchange, Exchange.Reply) -> [Exchange]?

  init(
    over transport: Answer.Transport, _ take: @escaping (Exchange, Exchange.Reply) -> [Exchange]?
  ) {
    self.transport = transport
    self.take = take
  }

  /// Takes note of a passage that belongs to it.
  func add(_ passage: Passage) {
    missing += 1
    passages.append(passage)
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
