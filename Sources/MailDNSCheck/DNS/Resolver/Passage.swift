/// One exchange on its way through `Transport`, and where it has got to. Belongs to the event loop alone.
final class Passage {
  let exchange: Exchange
  let transport: Answer.Transport
  let departures: Departures
  /// Nil once it has ended: an alarm may keep the passage for a while, and must not keep all that waited for it.
  private(set) var load: Load?
  var state = State.queued
  /// Whether it counts no more among what is under way.
  var isWaived = false

  enum State {
    case queued
    case udp(UDPExchange)
    case tcp(TCPExchange)
    case ended
  }

  init(_ exchange: Exchange, over transport: Answer.Transport, by departures: Departures, in load: Load) {
    self.exchange = exchange
    self.transport = transport
    self.departures = departures
    self.load = load
  }

  /// Whether it is under way over UDP, and the first sending was not enough.
  var wasSentAgain: Bool { if case .udp(let exchange) = state { exchange.sendingCount > 1 } else { false } }

  /// Takes note that nothing more will come of it; returns whose it was.
  func end() -> Load? {
    state = .ended
    defer { load = nil }
    return load
  }

  var hasEnded: Bool { if case .ended = state { true } else { false } }
  var isQueued: Bool { if case .queued = state { true } else { false } }
}
