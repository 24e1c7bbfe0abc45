import Glibc

/// The state of one exchange over TCP (RFC 7766): connect, send the question behind its length, read one answer.
final class TCPExchange {
  let exchange: Exchange
  private let socket: Socket
  /// When the time is up, however slowly octets still trickle in.
  let end: Instant
  private let id: UInt16
  private var unsent: ArraySlice<UInt8>
  private var received: [UInt8] = []

  /// What a step leads to.
  enum Progress {
    case wantsToWrite
    case wantsToRead
    case done(Exchange.Reply)
  }

  /// Begins to connect. Throws where that fails at once.
  init(_ exchange: Exchange, from start: Instant) throws(Failure) {
    let id = UInt16.random(in: .min ... .max)
    let query = QueryMessage(exchange, id: id).octets
    self.exchange = exchange
    self.id = id
    end = exchange.end(from: start)
    unsent = ([UInt8(query.count >> 8), UInt8(query.count & 0xFF)] + query)[...]
    do { socket = try Socket(SOCK_STREAM, connectedTo: exchange.server) } catch {
      throw exchange.failure(error)
    }
  }

  var descriptor: Int32 { socket.descriptor }

  /// Sends what is left of the question.
  func write() -> Progress {
    while !unsent.isEmpty {
      let count = unsent.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count >= 0 else { return step(after: .last, otherwise: .wantsToWrite) }
      unsent = unsent.dropFirst(count)
    }
    return .wantsToRead
  }

  /// Reads what has arrived, up to the length announced.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Progress {
    while true {
      let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      guard count >= 0 else { return step(after: .last, otherwise: .wantsToRead) }
      guard count > 0 else { return .done(.failure(failure(.closed))) }
      received.append(contentsOf: buffer[..<count])
      if let reply = reply { return .done(reply) }
    }
  }

  var expiry: Exchange.Reply { .failure(exchange.expiry(at: end, ignored: 0)) }

  private var reply: Exchange.Reply? {
    guard received.count >= 2 else { return nil }
    let length = Int(received[0]) << 8 | Int(received[1])
    guard received.count >= length + 2 else { return nil }
    let octets = Array(received[2..<(length + 2)])
    switch octets.withUnsafeBytes(head) {
    case .success(let head): return .success(Exchange.Packet(octets: octets, head: head, transport: .tcp))
    case .failure(let reason): return .failure(failure(.malformed(reason)))
    }
  }

  /// The header of the answer. Nobody else writes to the connection, so that what does not fit is the server's doing.
  private func head(of octets: UnsafeRawBufferPointer) -> Result<MessageHead, MalformedMessage> {
    guard let head = MessageHead(octets) else { return .failure(.sections) }
    guard head.id == id else { return .failure(.foreignID) }
    guard head.answers(exchange.question, in: octets) else { return .failure(.foreignQuestion) }
    return .success(head)
  }

  private func step(after error: Errno, otherwise wait: Progress) -> Progress {
    [EAGAIN, EWOULDBLOCK, EINTR, ENOTCONN].contains(error.code)
      ? wait : .done(.failure(exchange.failure(error)))
  }

  private func failure(_ kind: Failure.Kind) -> Failure { Failure(kind: kind, server: exchange.server) }
}
