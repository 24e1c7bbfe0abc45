import Testing

@testable import MailDNSCheck

@Suite("EDNS (RFC 6891) and what comes with it")
struct DNSClientEDNSTests {
  @Test(
    "a server that stumbles over the OPT record is asked again without it",
    arguments: [(1, false), (1, true), (4, false), (4, true), (16, false)] as [(UInt16, Bool)])
  func fallback(_ code: UInt16, _ headerOnly: Bool) async throws {
    let server = try FaultServer { query in
      guard query.hasEDNS else { return [.reply(query.goodReply)] }
      return [
        .reply(
          Reply.rcode(code, to: query).with {
            if headerOnly { ($0.questions, $0.hasEDNS) = ([], false) }
          })
      ]
    }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.data == goodData)
    #expect(server.queries.map(\.hasEDNS) == [true, false])
  }

  @Test("an error that stays without EDNS is the failure", arguments: [1, 4] as [UInt16])
  func stays(_ code: UInt16) async throws {
    let server = try FaultServer { [.reply(.rcode(code, to: $0))] }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.failure?.kind == .responseCode(ResponseCode(rawValue: code)))
    #expect(server.queries.map(\.hasEDNS) == [true, false])
  }

  @Test("an error that is a bare header is understood", arguments: [2, 5] as [UInt16])
  func bareHeader(_ code: UInt16) async throws {
    let server = try FaultServer { query in
      [.reply(Reply.rcode(code, to: query).with { ($0.questions, $0.hasEDNS) = ([], false) })]
    }
    let answer = try await dnsClient(server.address, attempts: 1).answer(to: anyQuestion)
    #expect(answer.failure?.kind == .responseCode(ResponseCode(rawValue: code)))
  }

  @Test("a bare header that claims success is no answer", arguments: [0, 3] as [UInt16])
  func bareSuccess(_ code: UInt16) async throws {
    let server = try FaultServer { query in
      [.reply(Reply.rcode(code, to: query).with { $0.questions = [] }), .reply(query.goodReply)]
    }
    #expect(try await dnsClient(server.address).answer(to: anyQuestion).data == goodData)
  }

  @Test("an answer without an OPT record is an answer")
  func withoutOPT() async throws {
    let server = try FaultServer { query in [.reply(query.goodReply.with { $0.hasEDNS = false })] }
    #expect(try await dnsClient(server.address).answer(to: anyQuestion).data == goodData)
  }

  @Test("extended errors come with answers, too, and are made safe to show")
  func extendedErrors() async throws {
    let server = try FaultServer { [.reply($0.goodReply.extendedError(3, "old\u{1B}[2J"))] }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.data == goodData)
    #expect(answer.origin.extendedErrors.map(\.description) == [#"Stale Answer (old\027[2J)"#])
  }

  @Test("the AD bit is asked for, and believed from loopback or with trust-ad only (RFC 6840 §5.7, §5.8)")
  func authenticated() async throws {
    let server = try FaultServer { query in [.reply(query.goodReply.with { $0.isAuthenticated = true })] }
    // Linux takes 0.0.0.0 for this machine, but an address of loopback it is not.
    let elsewhere = ServerAddress(address: .v4(IPv4Address(value: 0)), port: server.port)
    for (address, isTrusted, expected) in [
      (server.address, false, true), (elsewhere, false, false), (elsewhere, true, true),
    ] {
      let client = try dnsClient(address) { $0.trustsAuthenticatedData = isTrusted }
      let answer = await client.answer(to: anyQuestion)
      #expect(answer.data == goodData)
      #expect(answer.origin.isAuthenticated == expected, "\(address), trust-ad \(isTrusted)")
    }
    #expect(server.queries.allSatisfy { $0.octets[3] & 0x20 != 0 })
    let plain = try FaultServer { [.reply($0.goodReply)] }
    #expect(try await !dnsClient(plain.address).answer(to: anyQuestion).origin.isAuthenticated)
  }
}
