import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Name servers in a report")
struct NameServerReportTests {
  private typealias World = SyntheticInternet

  private func lines(_ world: World, _ language: Language = .english) async -> [String] {
    NameServerLines(facts: await world.facts(), language: language).lines
  }

  @Test("the way, each server, and whether all have the same")
  func text() async {
    var world = World.healthy(second: World.usual.replacing("MX 10 mx", with: "MX 10 old"), serial: 7)
    #expect(
      await lines(world) == [
        ". → jp → example.co.jp",
        "ns1.example.co.jp  198.51.100.1  holds the zone, serial 1",
        "ns2.example.co.jp  203.0.113.1  holds the zone, serial 7",
        "not the same everywhere: example.co.jp MX",
        "the same everywhere: example.co.jp TXT, _dmarc.example.co.jp TXT, key1.smx._domainkey.example.co.jp TXT, mx.example.co.jp A",
      ])
    world.make("203.0.113.1", .responseCode(5))
    #expect(
      await lines(world, .japanese) == [
        ". → jp → example.co.jp",
        "ns1.example.co.jp  198.51.100.1  ゾーンあり、シリアル番号1",
        "ns2.example.co.jp  203.0.113.1  ゾーンなし(REFUSED)",
      ])
    world.make("203.0.113.1", .silent)
    world.make("198.51.100.1", .silent)
    #expect(await lines(world).dropFirst().allSatisfy { $0.hasSuffix("no answer") || $0.contains("REFUSED") })
  }

  @Test("in one line, where all is well")
  func brief() async {
    let facts = await World.healthy().facts()
    #expect(
      NameServerLines(facts: facts, language: .english).brief.hasPrefix(
        "2 of 2 servers hold the zone, the same everywhere: example.co.jp MX"))
  }

  @Test("what was not learnt is not called absent")
  func unknown() async {
    var intercepted = World()
    intercepted.make("198.18.0.1", .resolver)
    #expect(await lines(intercepted) == ["something in between answers"])
    #expect(await lines(World()) == ["could not be asked"])
  }

  private func json(_ world: World) async throws -> [String: Any] {
    let entry = JSONReport.NameServersEntry(await world.facts())
    let text = try JSONText.make(entry, pretty: false)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("JSON says who has what, and null where nobody could be asked")
  func json() async throws {
    var world = World.healthy(second: World.usual.replacing("MX 10 mx", with: "MX 10 old"))
    world.make("203.0.113.1", .silentAbout(Question(fqdn("example.co.jp"), .txt)))
    let object = try await json(world)
    #expect(object["state"] as? String == "found" && object["zone"] as? String == "example.co.jp")
    #expect(object["path"] as? [String] == [".", "jp", "example.co.jp"])
    #expect(object["signed"] as? Bool == false)
    let servers = try #require(object["servers"] as? [[String: Any]])
    #expect(servers.map { $0["state"] as? String } == ["serving", "serving"])
    #expect(servers.allSatisfy { $0["tcp"] as? Bool == true && $0["keys"] is NSNull })
    let records = try #require(object["records"] as? [[String: Any]])
    func record(_ type: String) throws -> (same: Any?, values: [[String: Any]]) {
      let entry = try #require(records.first { $0["type"] as? String == type })
      return (entry["same"], try #require(entry["values"] as? [[String: Any]]))
    }
    let mx = try record("MX")
    #expect(mx.same as? Bool == false)
    #expect(
      mx.values.map { $0["records"] as? [String] } == [["10 mx.example.co.jp"], ["10 old.example.co.jp"]])
    #expect(mx.values.map { $0["servers"] as? [String] } == [["198.51.100.1"], ["203.0.113.1"]])
    let text = try record("TXT")
    #expect(text.same is NSNull)
    #expect(
      text.values.last?["records"] is NSNull && text.values.last?["servers"] as? [String] == ["203.0.113.1"])
    let nothing = try await json(World())
    #expect(nothing["state"] as? String == "unknown" && nothing["delegated"] is NSNull)
  }
}

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
