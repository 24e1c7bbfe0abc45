import Glibc

/// One exchange on its way through `Transport`, and where it has got to. Belongs to the event loop alone.
final class Passage {
  let exchange: Exchange
  let transport: Answer.Transport
  let departures: Departures
  /// Nil once it has ended: an alarm may keep the passage for a while, and must not keep all that waited for it.
  private(set) var load: Load?
  var state = State.queued
  /// Of the question over UDP, while it is under way: an ended passage must not keep its sockets open, either. Kept in here, because
  /// nearly every question has some.
  var sendings = Sendings()
  /// Whether it counts no more among what is under way.
  var isWaived = false

  enum State {
    case queued
    /// Under way over UDP; `end` is when the time is up.
    case udp(end: Instant)
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
  var wasSentAgain: Bool { sendings.count > 1 }

  /// Sends the question over UDP from `socket`, where it waits under `id`. Throws the system's error where it can't go out at
  /// all.
  func send(from socket: PooledSocket, id: UInt16) throws(Errno) {
    sendings.add(socket, id: id)
    let sent = QueryMessage(exchange, id: id).withOctets {
      Glibc.send(socket.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    guard sent < 0 else { return }
    let error = Errno.last
    if !error.mayPass { throw error }
  }

  /// Takes note that nothing more will come of it; returns whose it was.
  func end() -> Load? {
    state = .ended
    sendings = Sendings()
    defer { load = nil }
    return load
  }

  var hasEnded: Bool { if case .ended = state { true } else { false } }
  var isQueued: Bool { if case .queued = state { true } else { false } }
}
