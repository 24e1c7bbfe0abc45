import Testing

@testable import MailDNSCheck

/// Each test has a process of its own, so that nobody else's sockets and threads are counted.
@Suite("Sockets and threads are given back")
struct ResourceUseTests {
  @Test("an answered question leaves no socket behind")
  func answered() async {
    await #expect(processExitsWith: .success) {
      let server = try FaultServer {
        $0.transport == .udp && $0.sequence % 2 == 0 ? [.reply(.truncated(to: $0))] : [.reply($0.goodReply)]
      }
      let client = try dnsClient(server.address)
      await ProcessUsage.warmUp()
      let before = ProcessUsage.descriptors
      for _ in 0..<50 { #expect(await client.answer(to: anyQuestion).data == goodData) }
      #expect(await becomesTrue { ProcessUsage.descriptors <= before })
    }
  }

  @Test("a cancelled question leaves no socket behind")
  func cancelled() async {
    await #expect(processExitsWith: .success) {
      let server = try FaultServer { _ in [.drop] }
      let client = try dnsClient(server.address, timeout: .seconds(600))
      await ProcessUsage.warmUp()
      let before = ProcessUsage.descriptors
      let task = Task {
        await withTaskGroup(of: Answer.self) { group in
          for number in 0..<50 { group.addTask { await client.answer(to: asking("n\(number).jp", .a)) } }
          return await group.reduce(into: []) { $0.append($1.failure?.kind) }
        }
      }
      #expect(await becomesTrue { server.queries.count >= 50 })
      #expect(ProcessUsage.descriptors >= before + 50)
      task.cancel()
      #expect(await task.value == Array(repeating: .cancelled, count: 50))
      #expect(await becomesTrue { ProcessUsage.descriptors <= before })
    }
  }

  @Test("a question that ran out of time leaves no socket behind")
  func timedOut() async {
    await #expect(processExitsWith: .success) {
      let server = try FaultServer { _ in [.drop] }
      let client = try dnsClient(server.address, timeout: .milliseconds(400))
      await ProcessUsage.warmUp()
      let before = ProcessUsage.descriptors
      #expect(await client.answer(to: anyQuestion).failure?.kind == .timedOut(ignored: 0))
      #expect(await becomesTrue { ProcessUsage.descriptors <= before })
    }
  }

  @Test("fifty clients made and dropped leave neither threads nor descriptors behind")
  func dropped() async {
    await #expect(processExitsWith: .success) {
      let server = try FaultServer { [.reply($0.goodReply)] }
      #expect(try await dnsClient(server.address).answer(to: anyQuestion).data == goodData)
      await ProcessUsage.warmUp()
      let (descriptors, threads) = (ProcessUsage.descriptors, ProcessUsage.threads)
      for number in 0..<50 {
        let client = try dnsClient(server.address)
        if number % 2 == 0 { #expect(await client.answer(to: anyQuestion).data == goodData) }
      }
      #expect(await becomesTrue { ProcessUsage.descriptors <= descriptors })
      // Swift's own threads may come and go.
      #expect(await becomesTrue { ProcessUsage.threads <= threads + 8 })
    }
  }

  @Test("without descriptors a question waits for one or fails; nothing hangs, and it works again after")
  func noDescriptors() async {
    await #expect(processExitsWith: .success) {
      let server = try FaultServer { [.reply($0.goodReply)] }
      let client = try dnsClient(server.address)
      var hoard: [LoopbackSocket] = []
      while let socket = try? LoopbackSocket(.udp) { hoard.append(socket) }
      #expect(await client.answer(to: anyQuestion).failure?.kind == .network(errno: 24))
      #expect(throws: Errno(code: 24)) { try dnsClient(server.address) }
      hoard = []
      #expect(await client.answer(to: anyQuestion).data == goodData)
    }
  }
}
