import Testing

@testable import MailDNSCheck

@Suite("Packets that do not answer the question")
struct DNSClientForgeryTests {
  private static func forged(_ query: FaultServer.Query) -> Reply {
    .answer(to: query, .a(query.name.description, "192.0.2.66"))
  }

  /// Packets that must not count, each made for a query.
  static let forgeries: [(name: String, action: @Sendable (FaultServer.Query) -> FaultServer.Action)] = [
    ("a wrong id", { query in .reply(forged(query).with { $0.id = query.id ^ 1 }) }),
    ("another name", { .reply(.wrongQuestion(to: $0, records: [.a("example.jp", "192.0.2.66")])) }),
    (
      "another type",
      { query in
        .reply(forged(query).with { $0.questions = [query.name.wire + [0, 28, 0, 1]] })
      }
    ),
    (
      "another class",
      { query in
        .reply(forged(query).with { $0.questions = [query.name.wire + [0, 1, 0, 3]] })
      }
    ),
    ("two questions", { query in .reply(forged(query).with { $0.questions += $0.questions }) }),
    ("the query itself", { .reply($0.octets) }),
    ("garbage", { .reply(Reply.garbage(count: 300, seed: UInt64($0.sequence))) }),
    ("nothing at all", { _ in .reply([UInt8]()) }),
    ("half a header", { .reply(Array($0.octets.prefix(6))) }),
    ("another port", { .replyFromOtherPort(forged($0)) }),
  ]

  @Test("is ignored, and the right answer after it counts", arguments: forgeries.indices)
  func ignored(_ index: Int) async throws {
    let forgery = Self.forgeries[index]
    let server = try FaultServer { query in
      [forgery.action(query), forgery.action(query), .delay(milliseconds: 20), .reply(query.goodReply)]
    }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.data == goodData, "\(forgery.name)")
  }

  @Test("alone, it is a time-out that says how many were ignored", arguments: forgeries.indices.dropLast())
  func counted(_ index: Int) async throws {
    let forgery = Self.forgeries[index]
    let server = try FaultServer { query in query.sequence == 0 ? [forgery.action(query)] : [] }
    let answer = try await dnsClient(server.address, timeout: .milliseconds(400)).answer(to: anyQuestion)
    #expect(answer.failure?.kind == .timedOut(ignored: 1), "\(forgery.name)")
    #expect(
      answer.failure?.wording.english == "no valid answer in time (1 ignored), from \(server.address)")
  }

  @Test("from another port it is not even seen")
  func otherPort() async throws {
    let server = try FaultServer { [.replyFromOtherPort(Self.forged($0))] }
    let answer = try await dnsClient(server.address, timeout: .milliseconds(400)).answer(to: anyQuestion)
    #expect(answer.failure?.kind == .timedOut(ignored: 0))
  }

  @Test("a flood of forgeries does not keep the right answer out")
  func flood() async throws {
    let server = try FaultServer { query in
      (0..<100).map { number in .reply(Self.forged(query).with { $0.id = query.id &+ 1 &+ UInt16(number) }) }
        + [.delay(milliseconds: 20), .reply(query.goodReply)]
    }
    #expect(try await dnsClient(server.address).answer(to: anyQuestion).data == goodData)
  }

  @Test("the letters of the question may come back in another case")
  func caseOfLetters() async throws {
    let server = try FaultServer { query in
      [.reply(query.goodReply.with { $0.questions = [WireWriter.name("EXAMPLE.jp") + [0, 1, 0, 1]] })]
    }
    #expect(try await dnsClient(server.address).answer(to: anyQuestion).data == goodData)
  }

  @Test("an answer that fits and can't be read is a failure that says so, and the next server is asked")
  func malformed() async throws {
    let broken = try FaultServer { query in
      [.reply(.answer(to: query, Reply.Record(owner: "example.jp", type: 1, data: [192, 0, 2])))]
    }
    let cut = try FaultServer { [.reply(Array($0.goodReply.octets.dropLast(15)))] }
    let good = try FaultServer { [.reply($0.goodReply)] }
    #expect(
      try await dnsClient(broken.address).answer(to: anyQuestion).failure
        == Failure(kind: .malformed(.recordData(.a)), server: broken.address))
    #expect(
      try await dnsClient(cut.address).answer(to: anyQuestion).failure
        == Failure(kind: .malformed(.sections), server: cut.address))
    let answer = try await dnsClient(broken.address, cut.address, good.address).answer(to: anyQuestion)
    #expect(answer.data == goodData)
  }
}
