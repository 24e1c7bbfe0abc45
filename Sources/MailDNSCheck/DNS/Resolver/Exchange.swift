/// One question put to one server over one transport: what is sent, and until when it is waited for.
///
/// A class, though a value in all but name: all that it passes through share it.
final class Exchange: Sendable {
  let question: Question
  let server: ServerAddress
  let withEDNS: Bool
  /// Whether the server is to ask others for the answer.
  let isRecursive: Bool
  /// Whether signatures are to come along.
  let wantsSignatures: Bool
  /// Whether the servers have failed the question before: that tells more about the question than about them.
  let hasFailed: Bool
  /// Whether another server can be asked: then it is not worth while to wait long for this one to have room.
  let hasAlternative: Bool
  /// When the question was put.
  let asked: Instant
  /// How long the server is waited for, from when the question is first sent.
  let timeout: Duration
  /// When the run must be over, whatever is still under way.
  let deadline: Instant?

  init(
    question: Question, server: ServerAddress, withEDNS: Bool, isRecursive: Bool = true,
    wantsSignatures: Bool = false,
    hasFailed: Bool = false, hasAlternative: Bool, asked: Instant, timeout: Duration, deadline: Instant?
  ) {
    self.question = question
    self.server = server
    self.withEDNS = withEDNS
    self.isRecursive = isRecursive
    self.wantsSignatures = wantsSignatures
    self.hasFailed = hasFailed
    self.hasAlternative = hasAlternative
    self.asked = asked
    self.timeout = timeout
    self.deadline = deadline
  }

  /// What came of it.
  typealias Reply = Result<Packet, Failure>

  /// An answer that fits the question, still to be taken apart.
  struct Packet: Sendable {
    let octets: [UInt8]
    let head: MessageHead
    let transport: Answer.Transport
    let arrived = Instant.now
  }

  /// When it is no longer waited for that it can be sent at all; nil where nothing but the deadline ends that.
  var queueEnd: Instant? {
    guard hasAlternative else { return deadline }
    return end(from: asked)
  }

  /// When an exchange that begins at `start` has had its time.
  func end(from start: Instant) -> Instant {
    deadline.map { min($0, start + timeout) } ?? start + timeout
  }

  /// The failure to report when the time is up at `end`; the server is not blamed for the run's deadline.
  func expiry(at end: Instant, ignored: Int) -> Failure {
    Failure(kind: end == deadline ? .deadline : .timedOut(ignored: ignored), server: server)
  }

  /// What comes of it where nobody answers.
  var silence: Reply { .failure(Failure(kind: .timedOut(ignored: 0), server: server)) }

  func failure(_ error: Errno) -> Failure { Failure(kind: .network(errno: error.code), server: server) }
}

extension Exchange.Reply {
  /// Whether the answer did not fit (RFC 1035 §4.1.1), and has to be fetched whole.
  var isTruncated: Bool { if case .success(let packet) = self { packet.head.isTruncated } else { false } }
}

extension QueryMessage {
  /// The query that `exchange` sends.
  init(_ exchange: Exchange, id: UInt16) {
    self.init(
      exchange.question, id: id, withEDNS: exchange.withEDNS, isRecursive: exchange.isRecursive,
      wantsSignatures: exchange.wantsSignatures)
  }
}

extension Exchange.Packet {
  /// The message, taken apart. Throws where it is none, or a part of one.
  func message(withAdditional: Bool = false) throws(MalformedMessage) -> Message {
    // Over UDP it has been fetched whole before it comes here.
    guard !head.isTruncated else { throw .truncated }
    return try octets.span.bytes.withUnsafeBytes { octets throws(MalformedMessage) in
      try Message(octets, head: head, withAdditional: withAdditional)
    }
  }
}
