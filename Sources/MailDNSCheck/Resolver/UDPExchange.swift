import Glibc

/// The state of one exchange over UDP (RFC 1035 §4.2.1): a socket for each time the question has been sent.
///
/// Every sending has a port and an id of its own, so that knowing one tells nothing about the next (RFC 5452 §9.2);
/// an answer to any of them counts until the time is up.
struct UDPExchange {
  let exchange: Exchange
  /// When the time is up.
  let end: ContinuousClock.Instant
  private(set) var sockets: [(descriptor: Int32, id: UInt16)] = []
  private(set) var ignored = 0
  private var interval = ResolverConfiguration.firstRetry

  init(_ exchange: Exchange, from start: ContinuousClock.Instant) {
    self.exchange = exchange
    end = exchange.end(from: start)
  }

  /// What a step leads to.
  enum Progress {
    /// Wait on; `opened` is a socket to be watched.
    case waiting(opened: Int32?)
    case done(Exchange.Reply)
  }

  /// Sends the question from a fresh socket.
  mutating func send() -> Progress {
    let id = UInt16.random(in: .min ... .max)
    guard let query = QueryMessage(exchange.question, id: id, withEDNS: exchange.withEDNS) else {
      return .done(.failure(Failure(kind: .unusableName)))
    }
    let descriptor = Socket.open(SOCK_DGRAM, connectedTo: exchange.server)
    switch descriptor {
    case .failure(let error):
      // Without a socket the earlier sendings may still be answered.
      return sockets.isEmpty ? .done(.failure(exchange.failure(error))) : .waiting(opened: nil)
    case .success(let descriptor):
      sockets.append((descriptor, id))
      if Glibc.send(descriptor, query.octets, query.octets.count, Int32(MSG_NOSIGNAL)) < 0 {
        let error = Errno.last
        if !Self.mayPass(error) { return .done(.failure(exchange.failure(error))) }
      }
      return .waiting(opened: descriptor)
    }
  }

  /// When to send the question again, after it has been sent at `now`; `end` where there is no more time for that.
  mutating func nextAlarm(after now: ContinuousClock.Instant) -> ContinuousClock.Instant {
    defer { interval *= 2 }
    return min(end, now + interval)
  }

  var expiry: Exchange.Reply { .failure(exchange.expiry(at: end, ignored: ignored)) }

  /// Reads what has arrived at `descriptor`.
  mutating func receive(at descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Progress {
    guard let id = sockets.first(where: { $0.descriptor == descriptor })?.id else {
      return .waiting(opened: nil)
    }
    while true {
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      guard count >= 0 else {
        let error = Errno.last
        return Self.mayPass(error) ? .waiting(opened: nil) : .done(.failure(exchange.failure(error)))
      }
      let octets = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      if let head = MessageHead(octets), head.answers(exchange.question, id: id) {
        return .done(.success(Exchange.Packet(octets: Array(octets), transport: .udp)))
      }
      ignored += 1
    }
  }

  /// Errors that say nothing about the server: full queues, interrupted calls.
  private static func mayPass(_ error: Errno) -> Bool {
    [EAGAIN, EWOULDBLOCK, EINTR, ENOBUFS, ENOMEM].contains(error.code)
  }
}
