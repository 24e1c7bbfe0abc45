/// One question put to one server over one transport: what is sent, until when it is waited for, what has come so far.
struct Exchange {
  let question: Question
  let server: ServerAddress
  let withEDNS: Bool
  /// Whether the server is to ask others for the answer.
  var isRecursive = true
  /// Whether signatures are to come along.
  var wantsSignatures = false
  /// Whether the servers have failed the question before: that tells more about the question than about them.
  var hasFailed = false
  /// Whether another server can be asked: then it is not worth while to wait long for this one to have room.
  let hasAlternative: Bool
  /// When the question was put.
  let asked: ContinuousClock.Instant
  /// How long the server is waited for, from when the question is first sent.
  let timeout: Duration
  /// When the run must be over, whatever is still under way.
  let deadline: ContinuousClock.Instant?

  /// What came of it.
  typealias Reply = Result<Packet, Failure>

  /// An answer that fits the question, still to be taken apart.
  struct Packet: Sendable {
    let octets: [UInt8]
    let head: MessageHead
    let transport: Answer.Transport
    let arrived = ContinuousClock.now
  }

  /// When it is no longer waited for that it can be sent at all; nil where nothing but the deadline ends that.
  var queueEnd: ContinuousClock.Instant? {
    let end = hasAlternative ? asked + timeout : nil
    return [end, deadline].compactMap(\.self).min()
  }

  /// When an exchange that begins at `start` has had its time.
  func end(from start: ContinuousClock.Instant) -> ContinuousClock.Instant {
    deadline.map { min($0, start + timeout) } ?? start + timeout
  }

  /// The failure to report when the time is up at `end`; the server is not blamed for the run's deadline.
  func expiry(at end: ContinuousClock.Instant, ignored: Int) -> Failure {
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
    var result = Result<Message, MalformedMessage>.failure(.sections)
    octets.withUnsafeBytes { octets in
      do throws(MalformedMessage) {
        result = .success(try Message(octets, head: head, withAdditional: withAdditional))
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }
}
