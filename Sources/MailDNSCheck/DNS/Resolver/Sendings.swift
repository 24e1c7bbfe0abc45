/// From where one question has been sent over UDP (RFC 1035 §4.2.1), and with which ids.
///
/// Every sending has a port and an id drawn for it alone, so that knowing one tells nothing about the next (RFC 5452
/// §9.2); an answer to any of them counts until the time is up.
struct Sendings {
  /// The first one stands apart: hardly any question is sent more than once.
  private var first: Sending?
  private var later: [Sending] = []
  /// In nanoseconds.
  private var interval = ResolverConfiguration.firstRetry.nanoseconds

  struct Sending {
    let socket: PooledSocket
    let id: UInt16
    /// Strays that had come to the socket before.
    let strays: Int
  }

  /// How often the question has been sent.
  var count: Int { first == nil ? 0 : 1 + later.count }

  private var all: [Sending] { [first].compactMap(\.self) + later }

  /// Where it waits for an answer, in the order of the sendings.
  var sockets: [PooledSocket] { all.map(\.socket) }

  /// Packets that answered nothing, at all sockets from which the question went, since it did.
  var strays: Int { all.reduce(0) { $0 + $1.socket.strays - $1.strays } }

  /// Takes note that the question goes out from `socket`, where it waits under `id`.
  mutating func add(_ socket: PooledSocket, id: UInt16) {
    let sending = Sending(socket: socket, id: id, strays: socket.strays)
    if first == nil { first = sending } else { later.append(sending) }
  }

  /// Takes back what has been sent: nothing is waited for any longer. `release` gets each socket.
  func forget(_ release: (PooledSocket) -> Void) {
    func forget(_ sending: Sending) {
      sending.socket.forget(sending.id)
      release(sending.socket)
    }
    if let first { forget(first) }
    later.forEach(forget)
  }

  /// When to send the question again, after it has been sent at `now`; `end` where there is no more time for that. From the
  /// second time on apart from others that went out at `now`, so that what one burst has lost does not come back as the next.
  mutating func nextAlarm(after now: Instant, until end: Instant) -> (time: Instant, isApart: Bool) {
    defer { interval *= 2 }
    let isApart = count > 1
    let wait = isApart ? Int64(Double(interval) * Double.random(in: 0.7...1.3)) : interval
    return (min(end, now.advanced(byNanoseconds: wait)), isApart)
  }
}
