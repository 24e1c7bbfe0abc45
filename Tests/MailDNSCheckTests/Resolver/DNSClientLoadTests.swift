import Glibc
import Testing

@testable import MailDNSCheck

@Suite("Many questions at once")
struct DNSClientLoadTests {
  /// Asks for the TXT records of `count` names at once; returns how many were answered with what belongs to the name.
  private func answered(_ count: Int, by client: DNSClient) async -> Int {
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<count {
        group.addTask {
          let name = "n\(number).example.jp"
          return await client.answer(to: asking(name, .txt)).data == [txt(name)]
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
  }

  /// The name itself as its TXT record.
  @Sendable private static func echo(_ query: FaultServer.Query) -> Reply {
    .answer(to: query, .txt(query.name.description, query.name.description))
  }

  @Test("two thousand are all answered, each with its own answer")
  func thousands() async throws {
    let server = try FaultServer { [.reply(Self.echo($0))] }
    let client = try dnsClient(server.address, timeout: .seconds(20), attempts: 2)
    #expect(await answered(2_000, by: client) == 2_000)
  }

  @Test("three packets in a hundred lost cost no answer")
  func loss() async throws {
    let server = try FaultServer { query in
      var generator = SeededGenerator(seed: UInt64(query.sequence))
      return generator.next() % 100 < 3 ? [.drop] : [.reply(Self.echo(query))]
    }
    let client = try dnsClient(server.address, timeout: .seconds(5), attempts: 2)
    #expect(await answered(500, by: client) == 500)
    #expect(server.queries.count > 505, "nothing was lost")
  }

  @Test("over TCP, too, hundreds are all answered")
  func overTCP() async throws {
    let server = try FaultServer { [.reply(Self.echo($0))] }
    let client = try dnsClient(server.address, timeout: .seconds(20), attempts: 2) { $0.tcpOnly = true }
    #expect(await answered(300, by: client) == 300)
  }

  /// A number of exchanges with nobody, over `transport`.
  private func passages(_ count: Int, over transport: Answer.Transport, by departures: Departures)
    -> [Passage]
  {
    let load = Load(over: transport) { _, _ in [] }
    return (0..<count).map { _ in
      let exchange = Exchange(
        question: anyQuestion, server: departures.server, withEDNS: true, hasAlternative: false, asked: .now,
        timeout: .seconds(1), deadline: nil)
      return Passage(exchange, over: transport, by: departures, in: load)
    }
  }

  @Test("one server has few connections at a time, and what waits for one holds up no packet")
  func fewConnections() {
    let server = ServerAddress(address: IPAddress("127.0.0.1")!, port: 53)
    let departures = Departures(SocketPool(server: server, capacity: 1))
    for passage in passages(100, over: .tcp, by: departures) + passages(100, over: .udp, by: departures) {
      departures.queue(passage)
    }
    func leave() -> [Passage] {
      var left: [Passage] = []
      while let next = departures.next() {
        departures.take(next)
        left.append(next)
      }
      return left
    }
    let first = leave()
    let streams = first.filter { $0.transport == .tcp }
    #expect(
      (streams.count, first.count) == (
        SendingWindow.Limits.connections.first, SendingWindow.Limits.connections.first + 100
      ))
    #expect(departures.isWaitedFor)
    for passage in streams.prefix(2) { departures.note(passage, .success(.noError)) }
    #expect(leave().map(\.transport) == [.tcp, .tcp])
  }

  @Test("where no connection can be begun, each question still has its end")
  func unreachable() async throws {
    // Broadcast: the system refuses at once, whatever networks there are.
    let server = ServerAddress(address: IPAddress("255.255.255.255")!, port: 53)
    let client = try dnsClient(server) { $0.tcpOnly = true }
    let failures = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<(2 * SendingWindow.Limits.packets.first) {
        group.addTask {
          let answer = await client.answer(to: asking("n\(number).example.jp", .txt))
          return if case .network = answer.failure?.kind { true } else { false }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(failures == 2 * SendingWindow.Limits.packets.first)
  }

  @Test("where nobody listens a list is given up, and why is said to the end")
  func nobodyListens() async throws {
    let port = try ClosedPort()
    let client = try dnsClient(port.address, timeout: .milliseconds(300), attempts: 2) { $0.isForList = true }
    var kinds: [Failure.Kind?] = []
    for round in 0..<3 {
      let answers = await client.answers(to: (0..<40).map { asking("n\($0).r\(round).example.jp", .a) })
      kinds += answers.map(\.failure?.kind)
    }
    #expect(kinds.count { $0 == .network(errno: ECONNREFUSED) } == 120)
  }
}
