import Testing

@testable import MailDNSCheck

@Suite("A server in trouble costs a run over a list time, not results")
struct DNSClientOutageTests {
  private static let count = 300

  /// Asks for `count` names, a few at a time; returns the answers that are not what belongs to the name.
  private func wrong(_ client: DNSClient, atOnce: Int = 40) async -> [String] {
    await withTaskGroup(of: String?.self) { group in
      var next = 0
      var wrong: [String] = []
      func add() {
        guard next < Self.count else { return }
        let name = "n\(next).example.jp"
        next += 1
        group.addTask {
          let answer = await client.answer(to: asking(name, .txt))
          return answer.data == [txt(name)] ? nil : "\(name): \(answer.outcome)"
        }
      }
      for _ in 0..<atOnce { add() }
      while let result = await group.next() {
        if let result { wrong.append(result) }
        add()
      }
      return wrong
    }
  }

  @Sendable private static func echo(_ query: FaultServer.Query) -> [FaultServer.Action] {
    [.reply(.answer(to: query, .txt(query.name.description, query.name.description)))]
  }

  private func listClient(_ servers: ServerAddress..., timeout: Duration = .milliseconds(700)) throws
    -> DNSClient
  {
    var configuration = ResolverConfiguration(servers: servers, timeout: timeout, attempts: 2)
    configuration.isForList = true
    return try DNSClient(configuration)
  }

  /// Behaves as `fault` says for `duration`, beginning with the hundredth query; before and after, it answers.
  private func server(
    failingFor duration: Duration, _ fault: @escaping @Sendable (FaultServer.Query) -> [FaultServer.Action]
  ) throws -> FaultServer {
    let start = Guarded<Instant?>(nil)
    return try FaultServer { query in
      guard query.sequence >= 100 else { return Self.echo(query) }
      let begun = start.withLock { start in
        start = start ?? query.received
        return start ?? query.received
      }
      return query.received - begun < duration ? fault(query) : Self.echo(query)
    }
  }

  @Test("one that is silent for longer than all attempts take")
  func silence() async throws {
    let server = try server(failingFor: .seconds(4)) { _ in [.drop] }
    #expect(try await wrong(listClient(server.address)) == [])
  }

  @Test("the same ends with the attempts where no list is run")
  func silenceOfOne() async throws {
    let server = try server(failingFor: .seconds(4)) { _ in [.drop] }
    let client = try dnsClient(server.address, timeout: .milliseconds(700), attempts: 2)
    #expect(await !wrong(client).isEmpty)
  }

  @Test("one that answers SERVFAIL or REFUSED for a while", arguments: [UInt16(2), 5])
  func refusal(_ code: UInt16) async throws {
    let server = try server(failingFor: .milliseconds(200)) { [.reply(.rcode(code, to: $0))] }
    #expect(try await wrong(listClient(server.address)) == [])
  }

  @Test("one that answers no more than so many queries a second")
  func rateLimit() async throws {
    let seconds = Guarded<[Int64: Int]>([:])
    let begun = Instant.now
    let server = try FaultServer { query in
      let tenth = (query.received - begun) / .milliseconds(100)
      let isOver = seconds.withLock { seconds in
        seconds[Int64(tenth), default: 0] += 1
        return seconds[Int64(tenth), default: 0] > 15
      }
      return isOver ? [.drop] : Self.echo(query)
    }
    #expect(try await wrong(listClient(server.address, timeout: .seconds(3)), atOnce: 100) == [])
  }

  @Test("one of two that dies: the other one takes over")
  func oneOfTwo() async throws {
    let dying = try FaultServer { $0.sequence < 50 ? Self.echo($0) : [.drop] }
    let good = try FaultServer(Self.echo)
    #expect(try await wrong(listClient(dying.address, good.address)) == [])
    #expect(dying.queries.count >= 50, "the questions were not spread")
  }

  @Test("a name that nobody answers for is given up all the same, as soon as where no list is run")
  func silentName() async throws {
    let silent = DomainName("silent.example.jp")
    let server = try FaultServer { $0.name == silent ? [.drop] : Self.echo($0) }
    let client = try listClient(server.address, timeout: .milliseconds(300))
    let others = Task {
      while !Task.isCancelled {
        _ = await client.answer(to: asking("n.example.jp", .txt))
        try? await Task.sleep(for: .milliseconds(20))
      }
    }
    defer { others.cancel() }
    _ = await client.answer(to: asking("n.example.jp", .txt))
    let answer = await client.answer(to: asking("silent.example.jp", .txt))
    #expect(answer.failure?.kind == .timedOut(ignored: 0))
    #expect(answer.origin.duration < .seconds(30))
    // One sending in each of two attempts, where a server in trouble gets six.
    #expect(server.queries.count { $0.name == silent } < 6)
  }

  @Test("one of two that is silent from the start holds up no more questions than have been sent to it")
  func silentFromTheStart() async throws {
    let silent = try FaultServer { _ in [.drop] }
    let good = try FaultServer(Self.echo)
    let client = try listClient(silent.address, good.address, timeout: .seconds(1))
    let names = (0..<(8 * SendingWindow.Limits.packets.first)).map { asking("n\($0).example.jp", .txt) }
    let started = Instant.now
    let answers = await client.answers(to: names)
    #expect(answers.allSatisfy { $0.data == [txt($0.question.name.description)] })
    // Those that wait for room at the silent one would take a minute.
    #expect(Instant.now - started < .seconds(20))
  }

  @Test("names that nobody answers for hold up no others, however many there are")
  func manySilentNames() async throws {
    let server = try FaultServer { $0.name.description.hasPrefix("silent") ? [.drop] : Self.echo($0) }
    let client = try listClient(server.address, timeout: .seconds(20))
    let givenUp = Guarded(0)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<(2 * SendingWindow.Limits.packets.first) {
        group.addTask {
          _ = await client.answer(to: asking("silent\(number).example.jp", .txt))
          givenUp.withLock { $0 += 1 }
        }
      }
      #expect(await wrong(client) == [])
      #expect(givenUp.withLock { $0 } == 0)
      group.cancelAll()
    }
  }

  @Test("a question that has ended keeps none of its sockets open, though an alarm may keep the question")
  func endedPassage() throws {
    let server = ServerAddress(address: IPAddress("127.0.0.1")!, port: 53)
    let exchange = Exchange(
      question: anyQuestion, server: server, withEDNS: true, hasAlternative: false, asked: .now,
      timeout: .seconds(1), deadline: nil)
    let passage = Passage(
      exchange, over: .udp, by: Departures(SocketPool(server: server, capacity: 1)),
      in: Load(over: .udp) { _, _ in [] })
    weak var kept: PooledSocket?
    do {
      let socket = try PooledSocket(to: server, end: .now + .seconds(1))
      kept = socket
      passage.sendings.add(socket, id: 1)
    }
    #expect(kept != nil)
    _ = passage.end()
    #expect(kept == nil)
    #expect(passage.hasEnded)
  }

  @Test("a question that has failed before says nothing about the server", arguments: [false, true])
  func failedBefore(_ hasFailed: Bool) throws {
    let server = ServerAddress(address: IPAddress("127.0.0.1")!, port: 53)
    let departures = Departures(SocketPool(server: server, capacity: 1))
    let load = Load(over: .udp) { _, _ in [] }
    let passages = (0..<(2 * SendingWindow.Limits.packets.first)).map { _ in
      let exchange = Exchange(
        question: anyQuestion, server: server, withEDNS: true, hasFailed: hasFailed, hasAlternative: false,
        asked: .now,
        timeout: .seconds(1), deadline: nil)
      return Passage(exchange, over: .udp, by: departures, in: load)
    }
    for passage in passages { departures.queue(passage) }
    var left: [Passage] = []
    func leave() {
      while let next = departures.next() {
        departures.take(next)
        left.append(next)
      }
    }
    leave()
    #expect(left.count == SendingWindow.Limits.packets.first)
    for passage in left {
      departures.note(passage, .failure(Failure(kind: .timedOut(ignored: 0), server: server)))
    }
    left = []
    leave()
    #expect(
      left.count == (hasFailed ? SendingWindow.Limits.packets.first : SendingWindow.Limits.packets.first / 2))
  }

  @Test("spread over two servers, a question always comes to the same one")
  func spread() throws {
    let servers = [1, 2].map { ServerAddress(address: IPAddress("127.0.0.\($0)")!, port: 53) }
    let health = ServerHealth(servers, spreads: true)
    let questions = (0..<200).map { asking("n\($0).jp", .a) }
    let first = questions.map { health.order(for: $0) }
    #expect(first == questions.map { health.order(for: $0) })
    #expect((50...150).contains(first.count { $0.first == servers[0] }))
    #expect(ServerHealth(servers, spreads: false).order(for: questions[0]) == servers)
    health.noteSilence(of: servers[0], since: .now)
    #expect(questions.allSatisfy { health.order(for: $0) == [servers[1], servers[0]] })
    health.noteAnswer(of: servers[0])
    #expect(first == questions.map { health.order(for: $0) })
  }

  @Test("a server silent over TCP alone is asked last for a minute, or until it answers there")
  func silentOverTCP() {
    let servers = [1, 2].map { ServerAddress(address: IPAddress("127.0.0.\($0)")!, port: 53) }
    let health = ServerHealth(servers, spreads: false)
    let now = Instant.now
    health.noteSilenceOverTCP(of: servers[0], at: now)
    #expect(health.order(for: anyQuestion) == [servers[1], servers[0]])
    #expect(health.order(for: anyQuestion, at: now + .seconds(61)) == servers)
    health.noteAnswer(of: servers[0])
    #expect(health.order(for: anyQuestion) == [servers[1], servers[0]], "over UDP it has answered before")
    health.noteSilence(of: servers[1], since: now)
    #expect(health.order(for: anyQuestion) == servers, "one that says nothing at all comes behind")
    health.noteAnswer(of: servers[1])
    health.noteAnswer(of: servers[0], isOverTCP: true)
    #expect(health.order(for: anyQuestion) == servers)
  }

  @Test("a server that was silent over TCP to several, and answered nobody, is not asked there for a minute")
  func hopelessOverTCP() {
    let server = ServerAddress(address: IPAddress("127.0.0.1")!, port: 53)
    let health = ServerHealth([server], spreads: false)
    let now = Instant.now
    for _ in 0..<3 { health.noteSilenceOverTCP(of: server, at: now) }
    #expect(!health.isHopelessOverTCP(server, at: now))
    health.noteSilenceOverTCP(of: server, at: now)
    #expect(health.isHopelessOverTCP(server, at: now))
    #expect(!health.isHopelessOverTCP(server, at: now + .seconds(61)), "then it is tried again")
    #expect(health.admitsOverTCP(server, at: now), "by one question at once")
    #expect(!health.admitsOverTCP(server, at: now + .milliseconds(900)))
    #expect(health.admitsOverTCP(server, at: now + .seconds(1)), "and by another in every second")
    #expect(!health.admitsOverTCP(server, at: now + .seconds(1)))
    health.noteAnswer(of: server)
    #expect(health.isHopelessOverTCP(server, at: now), "what comes over UDP says nothing about it")
    health.noteAnswer(of: server, isOverTCP: true)
    #expect(!health.isHopelessOverTCP(server, at: now))
    #expect(health.admitsOverTCP(server, at: now))
  }

  @Test("where all servers are silent over TCP and answer over UDP, nobody is given up")
  func silentOverTCPIsNotHopeless() {
    let servers = [1, 2].map { ServerAddress(address: IPAddress("127.0.0.\($0)")!, port: 53) }
    let health = ServerHealth(servers, spreads: false)
    let start = Instant.now
    for server in servers { for _ in 0..<100 { health.noteSilenceOverTCP(of: server) } }
    #expect(health.hasAnswered)
    #expect(!health.isHopeless(after: .zero))
    #expect(!health.mayComeBack(silentSince: start, patience: .seconds(60)))
    #expect(health.order(for: anyQuestion) == servers)
  }
}
