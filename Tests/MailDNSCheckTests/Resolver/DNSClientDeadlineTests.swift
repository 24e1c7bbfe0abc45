import Testing

@testable import MailDNSCheck

@Suite("The deadline of a run, and cancellation")
struct DNSClientDeadlineTests {
  @Test("the deadline ends the wait for a silent server, over UDP and TCP", arguments: [false, true])
  func silence(_ isTCP: Bool) async throws {
    let server = try FaultServer { _ in [.drop] }
    let started = Instant.now
    let client = try dnsClient(server.address, timeout: .seconds(600), attempts: 5) {
      ($0.tcpOnly, $0.deadline) = (isTCP, started + .milliseconds(400))
    }
    let answer = await client.answer(to: anyQuestion)
    #expect(answer.failure?.kind == .deadline)
    #expect(Instant.now - started >= .milliseconds(400))
    #expect(Instant.now - started < .seconds(200))
    #expect(answer.failure?.wording.english == "the deadline came first")
  }

  @Test("silence to the end is the deadline's failure, also where earlier attempts timed out")
  func laterAttempt() async throws {
    let server = try FaultServer { _ in [.drop] }
    let client = try dnsClient(server.address, timeout: .milliseconds(300), attempts: 100) {
      $0.deadline = .now + .seconds(1)
    }
    #expect(await client.answer(to: anyQuestion).failure?.kind == .deadline)
  }

  @Test("what a server said before the deadline tells more than the deadline")
  func failureBefore() async throws {
    let failing = try FaultServer { [.reply(.rcode(2, to: $0))] }
    let silent = try FaultServer { _ in [.drop] }
    let client = try dnsClient(failing.address, silent.address) { $0.deadline = .now + .milliseconds(500) }
    #expect(await client.answer(to: anyQuestion).failure?.kind == .responseCode(.serverFailure))
  }

  @Test("the deadline ends fetching an answer over TCP and following a chain")
  func midway() async throws {
    let truncating = try FaultServer { $0.transport == .udp ? [.reply(.truncated(to: $0))] : [.drop] }
    let first = try dnsClient(truncating.address, timeout: .seconds(600)) {
      $0.deadline = .now + .milliseconds(400)
    }
    #expect(await first.answer(to: anyQuestion).failure?.kind == .deadline)
    let aliasing = try FaultServer {
      $0.name == anyQuestion.name ? [.reply(.cname(to: $0, target: "b.example.com"))] : [.drop]
    }
    let second = try dnsClient(aliasing.address, timeout: .seconds(600)) {
      $0.deadline = .now + .milliseconds(400)
    }
    let answer = await second.answer(to: anyQuestion)
    #expect(answer.failure?.kind == .deadline)
    #expect(answer.aliases.count == 1)
  }

  @Test("after the deadline nothing is sent any more")
  func past() async throws {
    let server = try FaultServer { [.reply($0.goodReply)] }
    for isTCP in [false, true] {
      let client = try dnsClient(server.address) { ($0.tcpOnly, $0.deadline) = (isTCP, .now - .seconds(1)) }
      #expect(await client.answer(to: anyQuestion).failure?.kind == .deadline)
    }
    #expect(server.queries.isEmpty)
  }

  @Test("an answer before the deadline is an answer")
  func inTime() async throws {
    let server = try FaultServer { [.reply($0.goodReply)] }
    let client = try dnsClient(server.address) { $0.deadline = .now + .seconds(60) }
    #expect(await client.answer(to: anyQuestion).data == goodData)
  }

  @Test("a cancelled question returns at once, over UDP and TCP", arguments: [false, true])
  func cancelled(_ isTCP: Bool) async throws {
    let server = try FaultServer { _ in [.drop] }
    let client = try dnsClient(server.address, timeout: .seconds(600), attempts: 5) { $0.tcpOnly = isTCP }
    let task = Task { await client.answer(to: anyQuestion) }
    #expect(await becomesTrue { !server.queries.isEmpty })
    task.cancel()
    let cancelled = Instant.now
    #expect(await task.value.failure?.kind == .cancelled)
    #expect(Instant.now - cancelled < .seconds(200))
  }

  @Test("a question put by a cancelled task is not sent")
  func cancelledBefore() async throws {
    let server = try FaultServer { [.reply($0.goodReply)] }
    let client = try dnsClient(server.address)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await client.answer(to: anyQuestion)
    }
    #expect(await task.value.failure?.kind == .cancelled)
    #expect(server.queries.isEmpty)
  }
}
