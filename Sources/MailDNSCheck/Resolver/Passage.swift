/// One exchange on its way through `Transport`, and where it has got to. Belongs to the event loop alone.
final class Passage {
  let exchange: Exchange
  let transport: Answer.Transport
  let departures: Departures
  /// Nil once it has ended: an alarm may keep the passage for a while, and must not keep all that waited for it.
  private(set) var load: Load?
  /// Which of the load's exchanges it is.
  let index: Int
  var state = State.queued

  enum State {
    case queued
    case udp(UDPExchange)
    case tcp(TCPExchange)
    case ended
  }

  /// Exchanges that were handed over together.
  final class Load {
    let number: UInt64
    /// Those that have not ended.
    var missing: Int
    var passages: [Passage] = []
    /// Gets every reply as it comes, with the number of its exchange.
    let take: (Int, Exchange.Reply) -> Void
    /// Waits for the last one.
    let continuation: UnsafeContinuation<Void, Never>

    init(
      _ number: UInt64, count: Int, _ take: @escaping (Int, Exchange.Reply) -> Void,
      _ continuation: UnsafeContinuation<Void, Never>
    ) {
      self.number = number
      missing = count
      self.take = take
      self.continuation = continuation
    }
  }

  init(
    _ exchange: Exchange, over transport: Answer.Transport, by departures: Departures, in load: Load,
    at index: Int
  ) {
    self.exchange = exchange
    self.transport = transport
    self.departures = departures
    self.load = load
    self.index = index
  }

  /// Where it is under way over UDP.
  var udp: UDPExchange? { if case .udp(let exchange) = state { exchange } else { nil } }
  /// Takes note that nothing more will come of it; returns whose it was.
  func end() -> Load? {
    state = .ended
    defer { load = nil }
    return load
  }

  var hasEnded: Bool { if case .ended = state { true } else { false } }
  var isQueued: Bool { if case .queued = state { true } else { false } }
}
