import Testing

@testable import MailDNSCheck

@Suite("A limited rate of queries")
struct PaceTests {
  @Test("queries leave one after the other, so many a second")
  func rate() async throws {
    let server = try FaultServer { [.reply($0.goodReply)] }
    let client = try dnsClient(server.address) { $0.rate = 50 }
    let started = Instant.now
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask {
          let answer = await client.answer(to: asking("host\(number).example.jp", .a))
          #expect(answer.failure == nil || answer.failure?.kind == .malformed(.unrelatedRecords))
        }
      }
    }
    // Twenty at fifty a second: not before 0.38 s, one or two that go at once aside.
    #expect(started.duration(to: .now) >= .milliseconds(340))
    #expect(server.queries.count == 20)
  }

  @Test("a question sent again counts, too")
  func retries() async throws {
    let server = try FaultServer { _ in [] }
    let client = try dnsClient(server.address, timeout: .seconds(1.5)) { $0.rate = 1 }
    _ = await client.answer(to: anyQuestion)
    // After 0 and 1 s, and none of the times lies where the wait ends. Without the limit it would be after 0, 0.3 and 0.9 s.
    #expect(server.queries.count == 2)
  }
}
