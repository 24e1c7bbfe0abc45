import Glibc

/// The state of one exchange over UDP (RFC 1035 §4.2.1): from where the question has been sent, and with which id.
///
/// Every sending has a port and an id drawn for it alone, so that knowing one tells nothing about the next (RFC 5452
/// §9.2); an answer to any of them counts until the time is up.
final class UDPExchange {
  let exchange: Exchange
  /// When the time is up.
  let end: Instant
  /// The first one stands apart: hardly any question is sent more than once.
  private var firstSending: Sending?
  private var laterSendings: [Sending] = []
  /// In nanoseconds.
  private var interval = ResolverConfiguration.firstRetry.nanoseconds

  struct Sending {
    let socket: PooledSocket
    let id: UInt16
    /// Strays that had come to the socket before.
    let strays: Int
  }

  init(_ exchange: Exchange, from start: Instant) {
    self.exchange = exchange
    end = exchange.end(from: start)
  }

  /// How often the question has been sent.
  var sendingCount: Int { firstSending == nil ? 0 : 1 + laterSendings.count }

  /// In their order.
  var sendings: [Sending] { [firstSending].compactMap(\.self) + laterSendings }

  /// Takes back what has been sent: nothing is waited for any longer. `release` gets each socket.
  func forgetSendings(_ release: (PooledSocket) -> Void) {
    func forget(_ sending: Sending) {
      sending.socket.forget(sending.id)
      release(sending.socket)
    }
    firstSending.map(forget)
    laterSendings.forEach(forget)
  }

  /// Sends the question from `socket`, where it waits under `id`. Throws the system's error where it can't go out at all.
  func send(from socket: PooledSocket, id: UInt16) throws(Errno) {
    let sending = Sending(socket: socket, id: id, strays: socket.strays)
    if firstSending == nil { firstSending = sending } else { laterSendings.append(sending) }
    let query = QueryMessage(exchange, id: id)
    let sent = query.withOctets {
      Glibc.send(socket.descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
    guard sent < 0 else { return }
    let error = Errno.last
    if !error.mayPass { throw error }
  }

  /// When to send the question again, after it has been sent at `now`; `end` where there is no more time for that. From the
  /// second time on apart from others that went out at `now`, so that what one burst has lost does not come back as the next.
  func nextAlarm(after now: Instant) -> (time: Instant, isApart: Bool) {
    defer { interval *= 2 }
    let isApart = sendingCount > 1
    let wait = isApart ? Int64(Double(interval) * Double.random(in: 0.7...1.3)) : interval
    return (min(end, now.advanced(byNanoseconds: wait)), isApart)
  }

  /// The failure to report when the time is up; packets that answered nothing count for all that waited where they came.
  var expiry: Exchange.Reply {
    let ignored = sendings.reduce(0) { $0 + $1.socket.strays - $1.strays }
    return .failure(exchange.expiry(at: end, ignored: ignored))
  }
}

extension Errno {
  /// Errors that say nothing about the server: full queues, interrupted calls.
  var mayPass: Bool {
    switch code {
    case EAGAIN, EWOULDBLOCK, EINTR, ENOBUFS, ENOMEM: true
    default: false
    }
  }

  var isLackOfSockets: Bool { code == EMFILE || code == ENFILE }
}
