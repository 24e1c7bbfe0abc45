import Glibc
import Testing

@testable import MailDNSCheck

@Suite("Answers cut short over UDP (RFC 7766)")
struct DNSClientTruncationTests {
  /// A server whose answers over UDP are cut short; `overTCP` gets the query and the whole answer in wire form.
  private func server(
    overTCP: @escaping @Sendable (FaultServer.Query, _ whole: [UInt8]) -> [FaultServer.Action]
  ) throws -> FaultServer {
    try FaultServer { query in
      let name = query.name.description
      guard query.transport == .tcp else {
        return [.reply(.truncated(to: query, records: [.a(name, "192.0.2.1")]))]
      }
      return overTCP(query, Reply.answer(to: query, .a(name, "192.0.2.1"), .a(name, "192.0.2.2")).octets)
    }
  }

  private func failure(
    timeout: Duration = .seconds(10),
    overTCP: @escaping @Sendable (FaultServer.Query, _ whole: [UInt8]) -> [FaultServer.Action]
  ) async throws -> Failure.Kind? {
    let server = try server(overTCP: overTCP)
    let answer = try await dnsClient(server.address, timeout: timeout).answer(to: anyQuestion)
    #expect(answer.records.isEmpty, "a part was taken for the whole")
    #expect(answer.failure?.server == server.address)
    #expect(server.queries.map(\.transport) == [.udp, .tcp])
    return answer.failure?.kind
  }

  private static let whole = [ipv4("192.0.2.1"), ipv4("192.0.2.2")]

  @Test("are fetched whole over TCP")
  func fetched() async throws {
    let server = try server { [.reply($1)] }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.data == Self.whole)
    #expect(answer.transport == .tcp)
    #expect(server.queries.map(\.transport) == [.udp, .tcp])
    #expect(server.queries.map(\.hasEDNS) == [true, true])
  }

  @Test("may come octet by octet over TCP, as long as the time is not up")
  func slowButWhole() async throws {
    let server = try server { _, whole in
      let framed = WireWriter.number(UInt16(whole.count)) + whole
      return framed.flatMap {
        [.partial([$0], lengthPrefix: nil), .delay(milliseconds: 2)] as [FaultServer.Action]
      }
    }
    #expect(try await dnsClient(server.address).answer(to: anyQuestion).data == Self.whole)
  }

  @Test("are a failure where TCP is refused")
  func refused() async throws {
    let server = try FaultServer(transports: [.udp]) {
      [.reply(.truncated(to: $0, records: [.a("example.jp", "192.0.2.1")]))]
    }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(
      answer.failure == Failure(kind: .truncated(.network(errno: ECONNREFUSED)), server: server.address))
    #expect(
      answer.failure?.wording.english
        == "answer cut short, and TCP failed: network error: Connection refused, from \(server.address)")
  }

  @Test("are a failure where the server closes the connection at once or midway, which is no reset")
  func closed() async throws {
    #expect(try await failure { _, _ in [.close] } == .truncated(.closed))
    #expect(
      try await failure { _, whole in
        [.partial(Array(whole.dropLast(10)), lengthPrefix: UInt16(whole.count)), .close]
      } == .truncated(.closed))
  }

  @Test("are a failure where the connection is reset, and that is what is said")
  func reset() async throws {
    #expect(try await failure { _, _ in [.reset] } == .truncated(.network(errno: ECONNRESET)))
  }

  @Test("are a failure where the length announced is a lie")
  func lengthLie() async throws {
    #expect(
      try await failure { _, whole in [.partial(whole, lengthPrefix: UInt16(whole.count - 20))] }
        == .truncated(.malformed(.sections)))
    #expect(
      try await failure { _, whole in [.partial(whole, lengthPrefix: 0)] }
        == .truncated(.malformed(.sections)))
    #expect(
      try await failure(timeout: .milliseconds(500)) { _, whole in [.partial(whole, lengthPrefix: 65_535)] }
        == .truncated(.timedOut(ignored: 0)))
  }

  @Test("are a failure where octets trickle in until the time is up")
  func trickle() async throws {
    let kind = try await failure(timeout: .milliseconds(500)) { _, whole in
      [.partial([], lengthPrefix: UInt16(whole.count))]
        + whole.flatMap {
          [.partial([$0], lengthPrefix: nil), .delay(milliseconds: 300)] as [FaultServer.Action]
        }
    }
    #expect(kind == .truncated(.timedOut(ignored: 0)))
  }

  @Test("are a failure where the answer over TCP is for another question or id")
  func foreign() async throws {
    #expect(
      try await failure { query, _ in [.reply(.wrongID(to: query))] } == .truncated(.malformed(.foreignID)))
    #expect(
      try await failure { query, _ in [.reply(.wrongQuestion(to: query))] }
        == .truncated(.malformed(.foreignQuestion)))
  }

  @Test("are a failure where the answer over TCP is cut short, too: a part is never the whole")
  func truncatedAgain() async throws {
    let kind = try await failure { query, _ in
      [.reply(.truncated(to: query, records: [.a(query.name.description, "192.0.2.1")]))]
    }
    #expect(kind == .truncated(.malformed(.truncated)))
  }

  @Test(
    "say in both languages what the server did over TCP",
    arguments: [
      (
        .closed, "the server closed the connection before the answer was whole",
        "応答を受信し終える前にサーバが接続を切断"
      ),
      (
        .malformed(.truncated), "unreadable answer (it is cut short over TCP, too)",
        "解釈できない応答(TCPでも応答の切り詰め)"
      ),
      (
        .malformed(.foreignID), "unreadable answer (it has the id of another query)",
        "解釈できない応答(IDが問い合わせと不一致)"
      ),
      (
        .malformed(.foreignQuestion), "unreadable answer (it does not answer the question that was asked)",
        "解釈できない応答(問い合わせた質問への応答ではない)"
      ),
    ] as [(Failure.Kind, String, String)])
  func words(_ kind: Failure.Kind, _ english: String, _ japanese: String) {
    let failure = Failure(kind: .truncated(kind), server: ServerAddress("192.0.2.53"))
    #expect(
      failure.wording
        == Wording(
          "answer cut short, and TCP failed: \(english), from 192.0.2.53:53",
          "応答の切り詰め、TCPでの再問い合わせも失敗: \(japanese)(192.0.2.53:53)"))
  }

  @Test("are a failure with the server's own code where that comes over TCP")
  func codeOverTCP() async throws {
    #expect(try await failure { query, _ in [.reply(.rcode(2, to: query))] } == .responseCode(.serverFailure))
  }

  @Test("hand over to the next server where TCP fails")
  func nextServer() async throws {
    let first = try server { _, _ in [.close] }
    let second = try FaultServer { [.reply($0.goodReply)] }
    let answer = try await dnsClient(first.address, second.address).answer(to: anyQuestion)
    #expect(answer.data == goodData)
    #expect(answer.server == second.address)
  }

  /// Its answers do not fit over UDP, and over TCP it says nothing.
  private func silentOverTCP() throws -> FaultServer { try server { _, _ in [.drop] } }

  @Test("a server that is silent over TCP costs its time once: then the others are asked first")
  func silentOverTCPLast() async throws {
    let hanging = try silentOverTCP()
    let steady = try FaultServer { [.reply($0.goodReply)] }
    let client = try dnsClient(hanging.address, steady.address, timeout: .seconds(2))
    #expect(await client.answer(to: anyQuestion).server == steady.address)
    for name in ["a.jp", "b.jp", "c.jp"] {
      #expect(await client.answer(to: asking(name, .a)).server == steady.address)
    }
    #expect(hanging.queries.map(\.transport) == [.udp, .tcp])
  }

  @Test("of questions put at once those that wait for their turn go past a server silent over TCP")
  func silentOverTCPMeanwhile() async throws {
    let hanging = try silentOverTCP()
    let steady = try FaultServer { [.reply($0.goodReply)] }
    let client = try dnsClient(hanging.address, steady.address, timeout: .seconds(2))
    let questions = (0..<40).map { asking("n\($0).example.jp", .a) }
    let answers = await client.answers(to: questions)
    #expect(answers.allSatisfy { $0.server == steady.address })
    // Those that were under way when the first one's time was up, and hardly more.
    #expect(hanging.queries.count { $0.transport == .tcp } <= 16)
  }

  @Test("a server alone is asked over TCP, however often it was silent there")
  func silentOverTCPAlone() async throws {
    let hanging = try silentOverTCP()
    let client = try dnsClient(hanging.address, timeout: .milliseconds(300))
    for name in ["a.jp", "b.jp"] {
      #expect(
        await client.answer(to: asking(name, .a)).failure?.kind == .truncated(.timedOut(ignored: 0)))
    }
    #expect(hanging.queries.map(\.transport) == [.udp, .tcp, .udp, .tcp])
  }

  @Test("where a server is silent over TCP to several, hundreds do not wait for each other")
  func silentOverTCPToHundreds() async throws {
    let hanging = try silentOverTCP()
    let client = try dnsClient(hanging.address, timeout: .milliseconds(500), attempts: 2)
    let answers = await withTaskGroup(of: [Answer].self) { group in
      for domain in 0..<20 {
        group.addTask {
          await client.answers(to: (0..<20).map { asking("n\($0).d\(domain).example.jp", .a) })
        }
      }
      return await group.reduce(into: []) { $0 += $1 }
    }
    #expect(answers.count { $0.failure?.kind == .truncated(.timedOut(ignored: 0)) } == 400)
    #expect(hanging.queries.count { $0.transport == .tcp } <= 40)
  }

  @Test("what waits for its turn over TCP takes nothing of the server's time")
  func slowOverTCP() async throws {
    let server = try server { [.delay(milliseconds: 1_100), .reply($1)] }
    let client = try dnsClient(server.address, timeout: .seconds(2))
    let answers = await client.answers(to: (0..<20).map { asking("n\($0).example.jp", .a) })
    #expect(answers.count { $0.data == Self.whole } == 20)
  }

  @Test("an answer over TCP as long as one can be is read whole")
  func longest() async throws {
    let server = try server { query, _ in
      let long = String(repeating: "x", count: 255)
      var reply = Reply.answer(to: query, records: (0..<229).map { _ in .txt("example.jp", long) })
      reply.answers.append(.txt("example.jp", String(repeating: "y", count: 200)))
      return [.reply(reply)]
    }
    let answer = try await dnsClient(server.address).answer(to: asking("example.jp", .txt))
    #expect(answer.records.count == 230)
  }

  @Test("with TCP only, nothing goes over UDP and a failure is that of TCP")
  func onlyTCP() async throws {
    let server = try FaultServer { $0.sequence == 0 ? [.reply($0.goodReply)] : [.close] }
    let client = try dnsClient(server.address) { $0.tcpOnly = true }
    #expect(await client.answer(to: anyQuestion).data == goodData)
    #expect(await client.answer(to: anyQuestion).failure?.kind == .closed)
    #expect(server.queries.map(\.transport) == [.tcp, .tcp])
  }
}
