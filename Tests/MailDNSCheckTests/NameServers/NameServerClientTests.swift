import Testing

@testable import MailDNSCheck

@Suite("Asking name servers themselves")
struct NameServerClientTests {
  private func ask(
    _ server: FaultServer, _ form: ServerQuery.Form = .extended, _ transport: Answer.Transport = .udp
  ) async throws -> ServerReply {
    let client = try NameServerClient(timeout: .milliseconds(300), rate: nil, deadline: nil)
    let address = ServerAddress(address: .loopback, port: server.port)
    return await client.reply(
      to: ServerQuery(server: address, question: asking("example.jp", .mx), form: form, transport: transport))
  }

  @Test("a question asks for no recursion, with EDNS or without")
  func flags() async throws {
    let server = try FaultServer { query in
      [.reply(.answer(to: query, .mx("example.jp", 10, "mx.example.jp")))]
    }
    for form in [ServerQuery.Form.extended, .signed, .plain, .recursive] {
      let reply = try await ask(server, form)
      #expect(reply.records.count == 1)
      let query = try #require(server.queries.last)
      #expect((query.octets[2] & 1 == 1) == (form == .recursive))
      #expect(query.hasEDNS == (form != .plain))
    }
  }

  @Test("what is cut short is fetched over TCP; where that fails, the failure says so")
  func truncated() async throws {
    let server = try FaultServer { query in
      query.transport == .udp
        ? [.reply(.truncated(to: query))]
        : [.reply(.answer(to: query, .mx("example.jp", 10, "mx.example.jp")))]
    }
    let reply = try await ask(server)
    #expect(reply.records.count == 1 && reply.transport == .tcp)
    let broken = try FaultServer { query in
      query.transport == .udp ? [.reply(.truncated(to: query))] : [.close]
    }
    let kind = try await ask(broken).failure?.kind
    guard case .truncated = kind else {
      Issue.record("\(String(describing: kind))")
      return
    }
  }

  @Test("additional records and EDNS are read")
  func additional() async throws {
    let server = try FaultServer { query in
      [.reply(Reply.answer(to: query).with { $0.additional = [.a("mx.example.jp", "192.0.2.1")] })]
    }
    let message = try #require(try await ask(server).message)
    #expect(message.additional.map(\.owner) == [fqdn("mx.example.jp")] && message.hasEDNS)
    #expect(try await ask(server, .plain).message?.hasEDNS == false)
  }

  @Test("silence is a failure that names the server")
  func silence() async throws {
    let server = try FaultServer { _ in [.drop] }
    let failure = try #require(try await ask(server).failure)
    #expect(failure.server?.port == server.port)
    guard case .timedOut = failure.kind else {
      Issue.record("\(failure.kind)")
      return
    }
  }

  @Test("what many domains share is asked once a run, also by those who ask at the same time")
  func memory() async {
    let world = SyntheticInternet.healthy()
    let memory = NameServerMemory(world)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 {
        group.addTask {
          _ = await NameServerFacts.gather(
            fqdn("example.co.jp"), NameServerPlan(roots: SyntheticInternet.root, now: 0), asking: memory)
        }
      }
    }
    let asked = world.asked
    #expect(asked.count { $0.question == Question(fqdn("jp"), .ns) } == 1)
    #expect(asked.count { $0.question == Question(fqdn("example.co.jp"), .mx) } == 40)
  }

  @Test("a domain gets so many questions and no more; what is left out is unknown")
  func limit() async {
    struct Endless: NameServers {
      func reply(to query: ServerQuery) async -> ServerReply {
        ServerReply(query: query, outcome: .failure(Failure(kind: .timedOut(ignored: 0))))
      }
    }
    let server = ServerAddress("192.0.2.1")!
    let (last, replies) = await ServerInquiry.run(asking: Endless()) { known throws(MissingReplies) in
      let queries = (1...1_500).map {
        ServerQuery(server: server, question: Question(fqdn("n\($0).jp"), .a))
      }
      return try known.replies(to: queries).last
    }
    #expect(replies.count == ServerInquiry.maximumQuestions)
    #expect(last?.failure?.kind == .questionLimit)
  }
}
