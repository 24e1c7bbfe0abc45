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
}
