import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Messages: the command")
struct MessagesProgramTests {
  private func run(_ arguments: [String], input: String) async throws -> ChildProcess.Result {
    try await ChildProcess.maildnscheck(["headers", "--offline"] + arguments, input: .text(input))
  }

  @Test("the exit status is that of the worst finding, and 4 where there is no message")
  func status() async throws {
    let direct = SampleMessage.direct().text
    #expect(try await run([], input: SampleMessage.throughSecureMX().text).status == 0)
    #expect(try await run(["-"], input: direct).status == 0)
    #expect(try await run(["--expect", "securemx-office365", "-"], input: direct).status == 2)
    #expect(
      try await run(["--expect", "securemx-office365", "--fail-on", "never"], input: direct).status == 0)
    for text in ["", "\n\n", "hello, world\n", "key: value\n"] {
      let result = try await run([], input: text)
      #expect(result.status == 4)
      #expect(result.stdout == "")
      #expect(result.stderr.split(separator: "\n").count == 1)
    }
    #expect(try await run(["/nonexistent/a.eml"], input: "").status == 4)
  }

  @Test("a mailbox gives an object a message")
  func mailbox() async throws {
    let text = (1...3).map { _ in
      "From a@example.net Mon Nov  2 01:00:00 2026\n" + SampleMessage.throughSecureMX().text + "\n"
    }
    .joined()
    let result = try await run(["--format", "ndjson"], input: text)
    #expect(result.stdout.split(separator: "\n").count == 3)
    #expect(result.stdout.contains("\"index\":3"))
  }

  @Test("the recipient's MX is asked where nobody says what to expect")
  func dns() async throws {
    let zone = "$ORIGIN example.jp.\n$TTL 60\n@ SOA ns h 1 1 1 1 1\n@ NS ns\n@ MX 10 mx.securemx.jp.\n"
    let directory = try TemporaryDirectory()
    let path = try directory.write(zone, to: "example.jp.zone")
    let result = try await run(["--zone-file", path, "--format", "json"], input: SampleMessage.direct().text)
    #expect(result.status == 2)
    #expect(result.stdout.contains("message-bypass"))
  }
}
