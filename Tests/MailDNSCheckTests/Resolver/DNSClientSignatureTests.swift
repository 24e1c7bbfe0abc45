import Testing

@testable import MailDNSCheck

@Suite("Questions with checking disabled (RFC 4035 §3.2)")
struct DNSClientSignatureTests {
  private static let signature = Reply.Record(
    owner: "example.jp", type: 46,
    data: [0, 1, 8, 2, 0, 0, 1, 44] + WireWriter.number(UInt32(2_000)) + WireWriter.number(UInt32(1_000)) + [
      0, 7,
    ]
      + WireWriter.name("example.jp") + [1, 2, 3])

  private func server(_ reply: @escaping @Sendable (FaultServer.Query) -> Reply) throws -> FaultServer {
    try FaultServer { [.reply(reply($0))] }
  }

  @Test("the signatures are kept where they were asked for, and are no answer themselves")
  func kept() async throws {
    let server = try server { $0.goodReply.with { $0.answers.append(Self.signature) } }
    let client = try dnsClient(server.address)
    let answer = await client.answer(to: anyQuestion.unchecked)
    #expect(answer.data == goodData)
    #expect(answer.origin.signatures.map(\.covered) == [.a])
    #expect(answer.question == anyQuestion.unchecked)
    #expect(await client.answer(to: anyQuestion).origin.signatures.isEmpty)
    #expect(server.queries.map { $0.octets[3] & 0x10 != 0 } == [true, false])
  }

  @Test("those of a denial are kept as well")
  func denial() async throws {
    let soa = Reply.Record(
      owner: "example.jp", type: 46,
      data: [0, 6] + Self.signature.data.dropFirst(2))
    let server = try server { query in
      Reply(to: query).with { $0.authority = [.soa("example.jp"), soa] }
    }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion.unchecked)
    #expect(answer.isNoData)
    #expect(answer.origin.signatures.map(\.signer) == [fqdn("example.jp")])
  }

  @Test("both questions are two to whoever keeps answers")
  func cached() async throws {
    let server = try server { query in
      query.octets[3] & 0x10 != 0 ? query.goodReply : Reply.rcode(2, to: query)
    }
    let cache = AnswerCache(try dnsClient(server.address))
    for _ in 0..<2 {
      #expect(await cache.answer(to: anyQuestion).failure?.kind == .servfail)
      #expect(await cache.answer(to: anyQuestion.unchecked).data == goodData)
    }
    #expect(server.queries.count == 2)
  }

  @Test("a failure names all servers that failed in the same way")
  func refusers() async throws {
    let servers = try [2, 2, 5].map { code in try server { Reply.rcode(code, to: $0) } }
    let client = try dnsClient(servers[0].address, servers[1].address, servers[2].address)
    let failure = try #require(await client.answer(to: anyQuestion).failure)
    #expect(failure.kind == .responseCode(.refused) && failure.refusers == [servers[2].address])
    let two = try dnsClient(servers[2].address, servers[0].address, servers[1].address)
    let other = try #require(await two.answer(to: anyQuestion).failure)
    #expect(other.kind == .servfail)
    #expect(Set(other.refusers) == [servers[0].address, servers[1].address])
  }
}
