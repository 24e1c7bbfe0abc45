/// Puts questions to name servers one by one: each to the server that it names, and to no other. What it means that one is
/// silent, or says something else than was asked, others judge.
struct NameServerClient: NameServers {
  private let transport: Transport
  private let timeout: Duration
  private let deadline: Instant?

  /// How long a server is waited for unless the user says otherwise; within it the question is sent again three times.
  static let standardTimeout = Duration.seconds(3)
  private static let patienceWithNobody = Duration.seconds(1)

  /// Throws the operating system's error where there are no descriptors or threads left.
  ///
  /// - Parameters:
  ///   - timeout: How long one server is waited for.
  ///   - rate: Queries a second at most; nil is without limit.
  ///   - deadline: When the run must be over.
  init(timeout: Duration, rate: Int?, deadline: Instant?) throws(Errno) {
    transport = try Transport.start(rate: rate)
    self.timeout = timeout
    self.deadline = deadline
  }

  func reply(to query: ServerQuery) async -> ServerReply {
    let started = Instant.now
    let (outcome, transport) = await fetch(query)
    return ServerReply(
      query: query, outcome: outcome, transport: transport, started: started,
      duration: started.duration(to: .now))
  }

  private func fetch(_ query: ServerQuery) async -> (Result<Message, Failure>, Answer.Transport) {
    switch await transport.carry(exchange(query), over: query.transport) {
    case .success(let packet) where packet.head.isTruncated && query.transport == .udp:
      let whole = await transport.carry(exchange(query), over: .tcp)
      return (
        read(whole, query).mapError { failure in
          failure.kind == .cancelled || failure.kind == .deadline
            ? failure : Failure(kind: .truncated(failure.kind), server: query.server)
        }, .tcp
      )
    case let reply:
      return (read(reply, query), query.transport)
    }
  }

  private func exchange(_ query: ServerQuery) -> Exchange {
    Exchange(
      question: query.question, server: query.server, withEDNS: query.form != .plain,
      isRecursive: query.form == .recursive, wantsSignatures: query.form == .signed, hasAlternative: true,
      asked: .now, timeout: query.isLongShot ? min(timeout, Self.patienceWithNobody) : timeout,
      deadline: deadline)
  }

  private func read(_ reply: Exchange.Reply, _ query: ServerQuery) -> Result<Message, Failure> {
    reply.flatMap { packet in
      do throws(MalformedMessage) {
        return .success(try packet.message(withAdditional: true))
      } catch {
        return .failure(Failure(kind: .malformed(error), server: query.server))
      }
    }
  }
}
