/// A stub resolver (RFC 1034 §5.3.1): puts questions to recursive servers and makes one answer of what comes back.
struct DNSClient: Resolver {
  private let configuration: ResolverConfiguration
  private let transport: Transport
  private let health: ServerHealth

  /// Throws the operating system's error where there are no descriptors or threads left.
  init(_ configuration: ResolverConfiguration) throws(Errno) {
    self.configuration = configuration
    health = ServerHealth(configuration.servers, spreads: configuration.isForList)
    transport = try Transport.start(rate: configuration.rate)
  }

  private init(_ configuration: ResolverConfiguration, over transport: Transport) {
    self.configuration = configuration
    self.transport = transport
    health = ServerHealth(configuration.servers, spreads: configuration.isForList)
  }

  /// The same client for one other server, over the same thread and sockets. Where `isPatient` is false, it is asked once, and
  /// for two seconds at most: what does not answer soon is done without.
  func asking(_ server: ServerAddress, isPatient: Bool = true) -> DNSClient {
    var configuration = configuration
    configuration.servers = [server]
    if !isPatient {
      configuration.attempts = 1
      configuration.timeout = min(configuration.timeout, .seconds(2))
    }
    return DNSClient(configuration, over: transport)
  }

  /// Returns when `duration` has passed.
  func pause(for duration: Duration) async { await transport.pause(for: duration) }

  func answer(to question: Question) async -> Answer { await answer(to: question, after: nil) }

  /// Sends all questions at once, each to its first server, and goes on one by one with those that this does not settle.
  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> [Question]) async {
    if let deadline = configuration.deadline, deadline <= .now {
      refuse(questions, take)
      return
    }
    guard !configuration.servers.isEmpty, !configuration.tcpOnly else {
      await askOneByOne(questions, take)
      return
    }
    // Most answers about a domain are denials by one zone.
    var zone: DomainName?
    await transport.carry(firstExchanges(questions), over: .udp) { exchange, head, octets in
      settled(exchange, head, octets, in: &zone).map { firstExchanges(take($0)) }
    } finish: { exchange, reply in
      let answer = await answer(to: exchange.question, after: FirstSending(exchange: exchange, reply: reply))
      return firstExchanges(take(answer))
    }
  }

  /// Answers all questions, and all that follow from them, with the deadline: so that what comes behind it takes no time.
  private func refuse(_ questions: [Question], _ take: (Answer) -> [Question]) {
    var questions = questions
    while let question = questions.popLast() {
      let failure = Failure(kind: .deadline, server: health.order(for: question).first)
      questions += take(.failed(question, failure))
    }
  }

  private func firstExchanges(_ questions: [Question]) -> [Exchange] {
    // Most answers lead to no further question.
    if questions.isEmpty { return [] }
    let now = Instant.now
    var exchanges: [Exchange] = []
    exchanges.reserveCapacity(questions.count)
    for question in questions {
      guard let server = health.order(for: question, at: now).first else { continue }
      exchanges.append(
        exchange(question, with: server, withEDNS: true, asked: now, timeout: configuration.timeout))
    }
    return exchanges
  }

  /// A question that has been sent over UDP together with others, and what came of that.
  private struct FirstSending {
    let exchange: Exchange
    let reply: Exchange.Reply

    var server: ServerAddress { exchange.server }
    var started: Instant { exchange.asked }
    /// When the server has had its time for this attempt.
    var end: Instant { exchange.asked + exchange.timeout }
  }

  /// The answer where the first sending settles it: whole, understood, and without a chain that leads on. `zone` is the one that
  /// has denied last.
  private func settled(
    _ exchange: Exchange, _ head: MessageHead, _ octets: RawSpan, in zone: inout DomainName?
  ) -> Answer? {
    let arrived = Instant.now
    if head.isTruncated { return nil }
    let message: Message
    do throws(MalformedMessage) {
      message = try octets.withUnsafeBytes { octets throws(MalformedMessage) in
        try Message(octets, head: head, about: exchange.question.name, in: zone)
      }
    } catch { return nil }
    guard message.responseCode == .noError || message.responseCode == .noSuchName,
      case .settled(let aliases, let outcome) = AliasChain.follow(exchange.question, in: message)
    else { return nil }
    if let denial = message.denials.first { zone = denial.zone }
    let origin = Answer.Origin(
      message, from: exchange.server, over: .udp, of: exchange.question, startedAt: exchange.asked,
      duration: exchange.asked.duration(to: arrived), trusting: configuration)
    health.noteAnswer(
      of: exchange.server, isPrompt: origin.duration < ResolverConfiguration.firstRetry)
    return Answer(
      question: exchange.question, aliases: aliases, outcome: outcome.blaming(exchange.server),
      origin: origin)
  }

  private func answer(to question: Question, after first: FirstSending?) async -> Answer {
    let started = first?.started ?? .now
    var origin = Answer.Origin(source: .nowhere, started: started, duration: .zero)
    var aliases: [Answer.Alias] = []
    var current = question
    var outcome: Answer.Outcome?
    var sending = first
    while outcome == nil {
      switch await resolve(current, after: sending) {
      case .failure(let failure):
        origin.extendedErrors = failure.extendedErrors
        outcome = .failed(failure)
      case .success(let reply):
        let signatures = origin.signatures
        origin = reply.origin(of: question, startedAt: started, trusting: configuration)
        origin.signatures = Array((signatures + origin.signatures).prefix(RecordSignature.maximumCount))
        switch AliasChain.follow(current, in: reply.message) {
        case .settled(let more, let end):
          aliases += more
          outcome = end.blaming(reply.server)
        case .unfinished(let more):
          aliases += more
          current = Question(
            more.last?.target ?? current.name, question.type, checking: question.checking)
        }
        if aliases.count > AliasChain.maximumLength {
          outcome = .failed(Failure(kind: .aliasChain, server: reply.server))
        }
      }
      sending = nil
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

    func origin(
      of question: Question, startedAt started: Instant, trusting configuration: ResolverConfiguration
    ) -> Answer.Origin {
      Answer.Origin(
        message, from: server, over: transport, of: question, startedAt: started, duration: .zero,
        trusting: configuration)
    }
  }

  /// Asks server after server, round after round, until one gives an answer that can be used. `first` is what has been sent
  /// already.
  ///
  /// In a run over a list a round in which all servers were silent to everybody does not count for a while: they may be
  /// restarting, and would leave a hole in the list.
  private func resolve(_ question: Question, after first: FirstSending?) async -> Result<Reply, Failure> {
    var worst = Failure(kind: .noServer)
    var refusers: [ServerAddress: ResponseCode] = [:]
    var sending = first
    var rounds = 0
    while true {
      let started = sending?.started ?? .now
      var servers = health.order(for: question)
      if let first = sending {
        if first.reply.isTruncated, servers.first != first.server, health.isSilentOverTCP(first.server) {
          // What did not fit is not waited for at a server that has shown meanwhile that it would not send it.
          sending = nil
        } else {
          servers = [first.server] + servers.filter { $0 != first.server }
        }
      }
      for server in servers {
        switch await ask(server, question, after: sending, hasFailed: rounds > 0) {
        case .success(let reply):
          let isPrompt = started.duration(to: .now) < ResolverConfiguration.firstRetry
          health.noteAnswer(of: server, isPrompt: isPrompt, isOverTCP: reply.transport == .tcp)
          return .success(reply)
        case .failure(let failure):
          if failure.kind == .cancelled { return .failure(failure) }
          note(failure, of: server, since: started)
          if case .responseCode(let code) = failure.kind { refusers[server] = code }
          worst = failure.tellsMore(than: worst) ? failure : worst
          if configuration.isForList, health.isHopeless(after: configuration.timeForAll) {
            await transport.giveUp(failure.isSilence ? .timedOut(ignored: 0) : failure.kind)
            return .failure(worst.shared(by: refusers))
          }
        }
        sending = nil
        if let deadline = configuration.deadline, deadline <= .now {
          let late = Failure(kind: .deadline, server: server)
          return .failure(late.tellsMore(than: worst) ? late : worst.shared(by: refusers))
        }
      }
      let isOutage =
        configuration.isForList && health.mayComeBack(silentSince: started, patience: Self.patience)
      if case .truncated(.timedOut) = worst.kind, servers.allSatisfy({ health.isHopelessOverTCP($0) }) {
        return .failure(worst.shared(by: refusers))
      }
      if !isOutage { rounds += 1 }
      guard rounds < attempts(after: worst) else { return .failure(worst.shared(by: refusers)) }
      await pause(after: worst, rounds: rounds)
    }
  }

  /// Rounds over all servers. A run over a list is what overloads a server, and has time: it tries harder, the more so where
  /// the server says nothing and each round gives it less to do; but not where only this question gets no answer, nor
  /// where nobody has answered any.
  private func attempts(after failure: Failure) -> Int {
    guard configuration.isForList else {
      return configuration.attempts + (configuration.attempts > 1 && failure.isCrowding ? 1 : 0)
    }
    guard failure.isSilence else { return configuration.attempts + 1 }
    return health.keepUp || !health.hasAnswered ? configuration.attempts : configuration.attempts * 3
  }

  /// How long the servers may be silent in a run over a list until their silence counts.
  private static let patience = Duration.seconds(60)
  private static let firstPause = Duration.milliseconds(250)

  private func note(_ failure: Failure, of server: ServerAddress, since start: Instant) {
    switch failure.kind {
    case .timedOut: health.noteSilence(of: server, since: start)
    // Later it may be our network; while nobody has answered, there is nobody.
    case .network: if !health.hasAnswered { health.noteSilence(of: server, since: start) }
    case .closed, .deadline: break
    default: health.noteAnswer(of: server)
    }
  }

  /// A server that refuses under load is given time to recover; one that was silent has had it.
  private func pause(after failure: Failure, rounds: Int) async {
    guard failure.isCrowding || configuration.isForList && !failure.isSilence else { return }
    await transport.pause(for: Self.firstPause * (1 << min(rounds, 3)))
  }

  /// One attempt at one server: UDP first, without EDNS where it is not understood, which takes one time-out together; and TCP
  /// where the answer does not fit, which has one of its own.
  private func ask(
    _ server: ServerAddress, _ question: Question, after first: FirstSending?, hasFailed: Bool
  ) async -> Result<Reply, Failure> {
    let end = first?.end ?? Instant.now + configuration.timeout
    var reply = await fetch(
      question, with: server, withEDNS: true, until: end, hasFailed: hasFailed, sent: first?.reply)
    if case .success(let answer) = reply, answer.message.rejectsEDNS {
      reply = await fetch(question, with: server, withEDNS: false, until: end, hasFailed: hasFailed)
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
    _ question: Question, with server: ServerAddress, withEDNS: Bool, asked: Instant, timeout: Duration,
    hasFailed: Bool = false
  ) -> Exchange {
    Exchange(
      question: question, server: server, withEDNS: withEDNS, hasFailed: hasFailed,
      hasAlternative: configuration.servers.count > 1, asked: asked, timeout: timeout,
      deadline: configuration.deadline)
  }

  /// `sent` is what came of the question over UDP where it has been sent already.
  private func fetch(
    _ question: Question, with server: ServerAddress, withEDNS: Bool, until end: Instant,
    hasFailed: Bool, sent: Exchange.Reply? = nil
  ) async -> Result<Reply, Failure> {
    // A server that has answered, and so sent us away from EDNS, gets a second more where its time is up.
    func exchange() -> Exchange {
      let now = Instant.now
      let timeout = max(now.duration(to: end), min(.seconds(1), configuration.timeout))
      return self.exchange(
        question, with: server, withEDNS: withEDNS, asked: now, timeout: timeout, hasFailed: hasFailed)
    }
    guard !configuration.tcpOnly else { return await fetchWhole(exchange()) }
    let reply: Exchange.Reply
    if let sent { reply = sent } else { reply = await transport.carry(exchange(), over: .udp) }
    switch reply {
    case .failure(let failure):
      return .failure(failure)
    case .success(let packet):
      guard packet.head.isTruncated else { return Self.read(packet, from: server) }
      if !health.admitsOverTCP(server) {
        return .failure(Failure(kind: .truncated(.timedOut(ignored: 0)), server: server))
      }
      // What has waited for its turn here has taken nothing of the server's time.
      let whole = await fetchWhole(
        self.exchange(
          question, with: server, withEDNS: withEDNS, asked: .now, timeout: configuration.timeout,
          hasFailed: hasFailed))
      if case .failure(let failure) = whole, case .timedOut = failure.kind {
        health.noteSilenceOverTCP(of: server)
        if health.isHopelessOverTCP(server) { await transport.giveUpConnections(to: server) }
      }
      return whole.mapError { failure in
        failure.kind == .cancelled || failure.kind == .deadline
          ? failure : Failure(kind: .truncated(failure.kind), server: server)
      }
    }
  }

  private func fetchWhole(_ exchange: Exchange) async -> Result<Reply, Failure> {
    await transport.carry(exchange, over: .tcp).flatMap { Self.read($0, from: exchange.server) }
  }

  private static func read(_ packet: Exchange.Packet, from server: ServerAddress) -> Result<Reply, Failure> {
    do throws(MalformedMessage) {
      return .success(Reply(message: try packet.message(), server: server, transport: packet.transport))
    } catch {
      return .failure(Failure(kind: .malformed(error), server: server))
    }
  }
}

extension Message {
  /// Whether the server may have stumbled over the OPT record (RFC 6891 §7, RFC 8906 §3).
  var rejectsEDNS: Bool {
    [.formatError, .notImplemented, .badVersion].contains(responseCode)
  }
}

extension Answer.Origin {
  fileprivate init(
    _ message: borrowing Message, from server: ServerAddress, over transport: Answer.Transport,
    of question: Question,
    startedAt started: Instant, duration: Duration, trusting configuration: ResolverConfiguration
  ) {
    let head = message.head
    self.init(
      source: .server(server, transport), isAuthoritative: head.isAuthoritative,
      offersRecursion: head.offersRecursion,
      isAuthenticated: head.isAuthenticated && (server.isLoopback || configuration.trustsAuthenticatedData),
      extendedErrors: message.extendedErrors,
      signatures: question.checking == .disabled ? message.signatures : [],
      started: started, duration: duration)
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
