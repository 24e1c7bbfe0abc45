import Testing

@testable import MailDNSCheck

@Suite("CNAME chains over several responses")
struct DNSClientAliasTests {
  /// A server without recursion that knows aliases one by one, and the address of every other name.
  private func server(_ aliases: [String: String]) throws -> FaultServer {
    try FaultServer { query in
      let reply =
        aliases[query.name.description].map { Reply.cname(to: query, target: $0) } ?? query.goodReply
      return [.reply(reply.with { ($0.offersRecursion, $0.isAuthoritative) = (false, true) })]
    }
  }

  @Test("the target is asked for where the server gave the alias alone")
  func target() async throws {
    let server = try server(["example.jp": "b.example.com", "b.example.com": "c.example.net"])
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.data == goodData)
    #expect(answer.question == anyQuestion)
    #expect(answer.aliases.map(\.owner) == [fqdn("example.jp"), fqdn("b.example.com")])
    #expect(answer.canonicalName == fqdn("c.example.net"))
    #expect(server.queries.map(\.name.description) == ["example.jp", "b.example.com", "c.example.net"])
  }

  @Test("a chain that loops over responses ends as a failure")
  func loop() async throws {
    let server = try server(["example.jp": "b.example.com", "b.example.com": "example.jp"])
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.failure == Failure(kind: .aliasChain, server: server.address))
    #expect(server.queries.count <= AliasChain.maximumLength + 1)
  }

  @Test("a chain may have 16 steps over all responses and no more", arguments: [(16, true), (17, false)])
  func length(_ steps: Int, _ isFound: Bool) async throws {
    let names = ["example.jp"] + (1...steps).map { "n\($0).example.jp" }
    let server = try server(Dictionary(uniqueKeysWithValues: zip(names, names.dropFirst())))
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.data == (isFound ? goodData : []))
    #expect(answer.failure?.kind == (isFound ? nil : .aliasChain))
  }

  @Test("aliases are known also where what follows failed")
  func failureBehindAlias() async throws {
    let server = try FaultServer {
      [.reply($0.name == anyQuestion.name ? .cname(to: $0, target: "b.example.com") : .rcode(2, to: $0))]
    }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.failure?.kind == .responseCode(.serverFailure))
    #expect(answer.aliases.map(\.target) == [fqdn("b.example.com")])
  }

  @Test("an alias to a name that does not exist does not deny the name asked for")
  func dangling() async throws {
    let server = try FaultServer {
      [
        .reply(
          $0.name == anyQuestion.name
            ? .cname(to: $0, target: "b.example.com") : .nxdomain(to: $0, soa: "com"))
      ]
    }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.isNoSuchName)
    #expect(!answer.deniesName)
    #expect(answer.denial?.zone == fqdn("com"))
  }

  @Test("a referral and records that nobody asked for are failures that name the server")
  func notAnswers() async throws {
    let referring = try FaultServer { query in
      [.reply(Reply(to: query).with { ($0.offersRecursion, $0.authority) = (false, [.ns("jp", "ns.jp")]) })]
    }
    #expect(
      try await dnsClient(referring.address).answer(to: anyQuestion).failure
        == Failure(kind: .referral, server: referring.address))
    let forging = try FaultServer { [.reply(.answer(to: $0, .a("bank.example", "192.0.2.66")))] }
    #expect(
      try await dnsClient(forging.address).answer(to: anyQuestion).failure
        == Failure(kind: .malformed(.unrelatedRecords), server: forging.address))
  }
}
