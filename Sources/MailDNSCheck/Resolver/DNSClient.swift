/// A stub resolver (RFC 1034 §5.3.1): puts questions to recursive servers and makes one answer of what comes back.
struct DNSClient: Resolver {
  private let configuration: ResolverConfiguration
  private let transport: Transport
  /// Servers that were last heard of as silent. They are asked last, so that a dead one costs its time-out once and not
  /// for every question that depends on another.
  private let silent = Guarded<Set<ServerAddress>>([])

  /// Throws the operating system's error where there are no descriptors or threads left.
  init(_ configuration: ResolverConfiguration) throws(Errno) {
    self.configuration = configuration
    transport = try Transport.start(rate: configuration.rate)
  }

  func answer(to question: Question) async -> Answer {
    let started = ContinuousClock.now
    var origin = Answer.Origin(source: .nowhere, started: started, duration: .zero)
    var aliases: [Answer.Alias] = []
    var current = question
    var outcome: Answer.Outcome?
    while outcome == nil {
      switch await resolve(current) {
      case .failure(let failure):
        origin.extendedErrors = failure.extendedErrors
        outcome = .failed(failure)
      case .success(let reply):
        origin = reply.origin(startedAt: started, trusting: configuration)
        switch AliasChain.follow(current, in: reply.message) {
        case .settled(let more, let end):
          aliases += more
          outcome = end.blaming(reply.server)
        case .unfinished(let more):
          aliases += more
          current = Question(more.last?.target ?? current.name, question.type)
        }
        if aliases.count > AliasChain.maximumLength {
          outcome = .failed(Failure(kind: .aliasChain, server: reply.server))
        }
      }
    }
    origin.duration = started.duration(to: .now)
    return Answer(
      question: question, aliases: aliases, outcome: outcome ?? .failed(Failure(kind: .noServer)),
      origin: origin)
  }

  /// A message that answers, and how it came.
  private struct Reply {
    let message: Message
    let server: ServerAddress
    let transport: Answer.Transport

    func origin(startedAt started: ContinuousClock.Instant, trusting configuration: ResolverConfiguration)
      -> Answer.Origin
    {
      Answer.Origin(
        source: .server(server, transport),
        isAuthoritative: message.head.isAuthoritative,
        offersRecursion: message.head.offersRecursion,
        isAuthenticated: message.head.isAuthenticated
          && (server.isLoopback || configuration.trustsAuthenticatedData),
        extendedErrors: message.extendedErrors, started: started, duration: .zero)
    }
  }

  /// Asks server after server, round after round, until one gives an answer that can be used.
  private func resolve(_ question: Question) async -> Result<Reply, Failure> {
    var worst = Failure(kind: .noServer)
    for _ in 0..<configuration.attempts {
      for server in serversInOrder {
        switch await ask(server, question) {
        case .success(let reply):
          note(server, isSilent: false)
          return .success(reply)
        case .failure(let failure):
          if failure.kind == .cancelled { return .failure(failure) }
          note(server, isSilent: failure.isSilence)
          worst = failure.tellsMore(than: worst) ? failure : worst
        }
        if let deadline = configuration.deadline, deadline <= .now {
          let late = Failure(kind: .deadline, server: server)
          return .failure(late.tellsMore(than: worst) ? late : worst)
        }
      }
    }
    return .failure(worst)
  }

  private var serversInOrder: [ServerAddress] {
    guard configuration.servers.count > 1 else { return configuration.servers }
    let servers = configuration.servers
    return silent.withLock { silent in
      servers.filter { !silent.contains($0) } + servers.filter { silent.contains($0) }
    }
  }

  private func note(_ server: ServerAddress, isSilent: Bool) {
    silent.withLock { servers in
      if isSilent { servers.insert(server) } else { servers.remove(server) }
    }
  }

  /// One attempt at one server: UDP first, TCP where the answer does not fit, without EDNS where it is not understood.
  /// All of it takes one time-out together.
  private func ask(_ server: ServerAddress, _ question: Question) async -> Result<Reply, Failure> {
    let end = ContinuousClock.now + configuration.timeout
    var reply = await exchange(question, with: server, withEDNS: true, until: end)
    if case .success(let answer) = reply, answer.message.rejectsEDNS {
      reply = await exchange(question, with: server, withEDNS: false, until: end)
    }
    guard case .success(let answer) = reply else { return reply }
    switch answer.message.responseCode {
    case .noError, .noSuchName:
      return reply
    case let code:
      return .failure(
        Failure(kind: .responseCode(code), server: server, extendedErrors: answer.message.extendedErrors))
    }
  }

  private func exchange(
    _ question: Question, with server: ServerAddress, withEDNS: Bool, until end: ContinuousClock.Instant
  ) async -> Result<Reply, Failure> {
    // A server that has answered, and so sent us on to TCP or away from EDNS, gets a second more where its time is up.
    func exchange() -> Exchange {
      Exchange(
        question: question, server: server, withEDNS: withEDNS,
        timeout: max(ContinuousClock.now.duration(to: end), min(.seconds(1), configuration.timeout)),
        deadline: configuration.deadline)
    }
    guard !configuration.tcpOnly else { return await fetchWhole(exchange()) }
    switch await transport.carry(exchange(), over: .udp) {
    case .failure(let failure):
      return .failure(failure)
    case .success(let packet):
      guard packet.isTruncated else { return Self.read(packet, from: server) }
      return await fetchWhole(exchange()).mapError { failure in
        failure.kind == .cancelled || failure.kind == .deadline
          ? failure : Failure(kind: .truncated(failure.kind), server: server)
      }
    }
  }

  private func fetchWhole(_ exchange: Exchange) async -> Result<Reply, Failure> {
    await transport.carry(exchange, over: .tcp).flatMap { Self.read($0, from: exchange.server) }
  }

  private static func read(_ packet: Exchange.Packet, from server: ServerAddress) -> Result<Reply, Failure> {
    packet.octets.withUnsafeBytes { octets in
      do throws(MalformedMessage) {
        // Truncated even over TCP, it is a part and no answer.
        guard let head = MessageHead(octets), !head.isTruncated else { throw .sections }
        let message = try Message(octets, head: head)
        return .success(Reply(message: message, server: server, transport: packet.transport))
      } catch {
        return .failure(Failure(kind: .malformed(error), server: server))
      }
    }
  }
}

extension Exchange.Packet {
  fileprivate var isTruncated: Bool { octets.withUnsafeBytes { MessageHead($0)?.isTruncated ?? false } }
}

extension Message {
  /// Whether the server may have stumbled over the OPT record (RFC 6891 §7, RFC 8906 §3).
  fileprivate var rejectsEDNS: Bool {
    [.formatError, .notImplemented, .badVersion].contains(responseCode)
  }
}

extension Answer.Outcome {
  /// The same; a failure found in an answer gets the server that gave it.
  fileprivate func blaming(_ server: ServerAddress) -> Answer.Outcome {
    guard case .failed(var failure) = self else { return self }
    failure.server = server
    return .failed(failure)
  }
}

extension Failure {
  /// Whether this is the failure to report where several servers failed in different ways: what a server said tells
  /// more than what it did not, and silence more than a network that refused.
  fileprivate func tellsMore(than other: Failure) -> Bool { telling >= other.telling }

  fileprivate var isSilence: Bool { if case .timedOut = kind { true } else { false } }

  private var telling: Int {
    switch kind {
    case .responseCode: 4
    case .malformed, .truncated, .referral, .aliasChain, .unusableName: 3
    // Silence to the end of the run is the deadline's doing, whatever timed out before.
    case .deadline, .timedOut: 2
    case .network: 1
    case .cancelled, .offline, .noServer: 0
    }
  }
}
