import Testing

@testable import MailDNSCheck

@Suite("Asking again")
struct DNSClientRetryTests {
  @Test(
    "a silent server is asked again after 0.3 s, doubling, in every attempt, each time from a fresh port and id"
  )
  func silence() async throws {
    let server = try FaultServer { _ in [.drop] }
    // In an attempt of 1.5 s the question goes out at 0, 0.3 and 0.9 s.
    let client = try dnsClient(server.address, timeout: .milliseconds(1_500), attempts: 2)
    let started = Instant.now
    let answer = await client.answer(to: anyQuestion)
    let elapsed = Instant.now - started
    #expect(answer.failure == Failure(kind: .timedOut(ignored: 0), server: server.address))
    #expect(elapsed >= .seconds(3))
    #expect(answer.origin.duration >= .seconds(3))
    let queries = server.queries
    #expect(queries.count == 6)
    #expect(Set(queries.map(\.sourcePort)).count == 6)
    #expect(Set(queries.map(\.id)).count >= 5, "two in a million may be the same by chance")
    #expect(queries.allSatisfy { $0.hasEDNS && $0.transport == .udp && $0.name == anyQuestion.name })
  }

  @Test("one packet lost costs no answer")
  func firstLost() async throws {
    let server = try FaultServer { $0.sequence == 0 ? [.drop] : [.reply($0.goodReply)] }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.data == goodData)
    #expect(server.queries.count == 2)
  }

  @Test("an answer to an earlier sending still counts")
  func earlierSending() async throws {
    let server = try FaultServer {
      $0.sequence == 0 ? [.delay(milliseconds: 600), .reply($0.goodReply)] : [.drop]
    }
    let answer = try await dnsClient(server.address).answer(to: anyQuestion)
    #expect(answer.data == goodData)
    #expect(server.queries.count >= 2)
  }

  @Test("a server that will not answer hands over to the next one", arguments: [2, 4, 5, 9] as [UInt16])
  func nextServer(_ code: UInt16) async throws {
    let first = try FaultServer { [.reply(.rcode(code, to: $0))] }
    let second = try FaultServer { [.reply($0.goodReply)] }
    let answer = try await dnsClient(first.address, second.address).answer(to: anyQuestion)
    #expect(answer.data == goodData)
    #expect(answer.server == second.address)
    #expect(!first.queries.isEmpty)
  }

  @Test("a server found silent is asked last from then on, and first again once it has answered")
  func silentLast() async throws {
    let moody = try FaultServer { $0.name == anyQuestion.name ? [.drop] : [.reply($0.goodReply)] }
    let steady = try FaultServer { [.reply($0.name == fqdn("b.jp") ? .rcode(2, to: $0) : $0.goodReply)] }
    let client = try dnsClient(moody.address, steady.address, timeout: .seconds(2))
    #expect(await client.answer(to: anyQuestion).server == steady.address)
    #expect(await client.answer(to: asking("a.jp", .a)).server == steady.address)
    #expect(await client.answer(to: asking("b.jp", .a)).server == moody.address)
    #expect(await client.answer(to: asking("c.jp", .a)).server == moody.address)
  }

  @Test("the first server that answers is enough")
  func firstServer() async throws {
    let first = try FaultServer { [.reply(.nxdomain(to: $0, soa: "jp"))] }
    let second = try FaultServer { [.reply($0.goodReply)] }
    let answer = try await dnsClient(first.address, second.address, attempts: 3).answer(to: anyQuestion)
    #expect(answer.deniesName)
    #expect(first.queries.count == 1)
    #expect(second.queries.isEmpty)
  }

  @Test("after all servers failed they are asked once more, attempt by attempt", arguments: [1, 2, 3])
  func attempts(_ attempts: Int) async throws {
    let server = try FaultServer { [.reply(.rcode(2, to: $0))] }
    let answer = try await dnsClient(server.address, attempts: attempts).answer(to: anyQuestion)
    #expect(answer.failure == Failure(kind: .responseCode(.serverFailure), server: server.address))
    #expect(server.queries.count == attempts)
  }

  @Test("a server that recovers is believed in the next attempt")
  func recovers() async throws {
    let server = try FaultServer { [.reply($0.sequence == 0 ? .rcode(2, to: $0) : $0.goodReply)] }
    let answer = try await dnsClient(server.address, attempts: 2).answer(to: anyQuestion)
    #expect(answer.data == goodData)
  }

  @Test("a closed port is known at once, not after the time-out")
  func closedPort() async throws {
    let port = try ClosedPort()
    defer { withExtendedLifetime(port) {} }
    let closed = port.address
    for isTCP in [false, true] {
      let client = try dnsClient(closed, timeout: .seconds(600), attempts: 2) { $0.tcpOnly = isTCP }
      let started = Instant.now
      let answer = await client.answer(to: anyQuestion)
      #expect(answer.failure == Failure(kind: .network(errno: 111), server: closed))
      #expect(Instant.now - started < .seconds(200))
      #expect(answer.failure?.wording.english == "network error: Connection refused, from \(closed)")
    }
  }

  @Test("of several failures the most telling one is reported", arguments: 0..<6)
  func mostTelling(_ order: Int) async throws {
    let silent = try FaultServer { _ in [.drop] }
    let failing = try FaultServer { [.reply(.rcode(2, to: $0).extendedError(6, "no DS"))] }
    let closed = try ClosedPort()
    defer { withExtendedLifetime(closed) {} }
    var servers = [silent.address, failing.address, closed.address]
    servers.swapAt(0, order % 3)
    if order >= 3 { servers.swapAt(1, 2) }
    let answer = try await dnsClient(timeout: .milliseconds(200)) { $0.servers = servers }.answer(
      to: anyQuestion)
    #expect(answer.failure?.kind == .responseCode(.serverFailure))
    #expect(answer.failure?.server == failing.address)
    #expect(answer.origin.extendedErrors.map(\.code) == [6])
    #expect(
      answer.failure?.wording.english == "SERVFAIL, from \(failing.address): DNSSEC Bogus (no DS)")
  }

  @Test("without a server there is no answer, and the failure says so")
  func noServer() async throws {
    let answer = try await dnsClient().answer(to: anyQuestion)
    #expect(answer.failure == Failure(kind: .noServer))
    #expect(answer.origin.source == .nowhere)
  }
}
