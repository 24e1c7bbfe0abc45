import Glibc
import Testing

@testable import MailDNSCheck

@Suite("A client that does not get to run for a while")
struct DNSClientStallTests {
  /// On a busy machine a thread may stand still for longer than a server is waited for.
  @Test("takes an answer that came in time, though it sees the time first")
  func stall() async throws {
    let server = try FaultServer { query in
      query.name == anyQuestion.name
        ? [.reply(query.goodReply)] : [.delay(milliseconds: 100), .reply(query.goodReply)]
    }
    let client = try dnsClient(server.address, timeout: .milliseconds(500))
    let late = asking("late.example.jp", .a)
    let answers = Guarded<[Question: Answer]>([:])
    await client.ask([anyQuestion, late]) { answer in
      answers.withLock { $0[answer.question] = answer }
      // The loop's own thread stands still.
      if answer.question == anyQuestion { usleep(1_500_000) }
      return []
    }
    let answer = answers.withLock { $0[late] }
    #expect(answer != nil && answer?.failure == nil, "\(String(describing: answer?.failure))")
  }
}
