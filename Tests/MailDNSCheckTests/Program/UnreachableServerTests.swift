import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

@Suite("A check without a server that answers")
struct UnreachableServerTests {
  /// Every area of the domain is unknown, and nothing is called absent.
  private func expectUnknown(_ report: [String: Any], sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(report.status == "unknown", sourceLocation: sourceLocation)
    #expect(report.route == "unknown", sourceLocation: sourceLocation)
    for area in ["mx", "spf", "dmarc"] {
      let status = (report[area] as? [String: Any])?["status"] as? String
      #expect(status == "unknown", "\(area)", sourceLocation: sourceLocation)
    }
    #expect(report.findingIDs.allSatisfy { $0.hasSuffix("-unknown") }, sourceLocation: sourceLocation)
    #expect(report.findingIDs.contains("mx-unknown"), sourceLocation: sourceLocation)
  }

  @Test("a closed port is reported at once, with what could not be asked")
  func closedPort() async throws {
    let text = try await ChildProcess.maildnscheck("--server", "127.0.0.1:9", "example.jp")
    #expect(text.status == 3)
    #expect(text.stderr == "")
    #expect(text.stdout.contains("MX records of example.jp could not be asked"))
    #expect(text.stdout.contains("127.0.0.1:9"))
    #expect(text.duration < .seconds(60))
    expectUnknown(
      try await ChildProcess.maildnscheck("--server", "127.0.0.1:9", "--format", "json", "example.jp")
        .object())
  }

  @Test("a silent server is waited for as long as --timeout says")
  func silence() async throws {
    let server = try FaultServer { _ in [.drop] }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--timeout", "0.5", "--attempts", "1", "--format", "json",
      "example.jp")
    #expect(result.status == 3)
    // By the program's own clock: this one stands still while other tests keep the threads busy.
    let seconds = try #require(result.stdout.firstMatch(of: /"seconds" : ([0-9.]+)/).flatMap { Double($0.1) })
    #expect((0.5..<9).contains(seconds))
    expectUnknown(try result.object())
  }

  @Test("the deadline ends the run, and there is a report")
  func deadline() async throws {
    let server = try FaultServer { _ in [.drop] }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--deadline", "1", "--format", "json",
      "example.jp")
    #expect(result.status == 3)
    #expect(result.duration >= .seconds(1))
    #expect(result.duration < .seconds(60))
    expectUnknown(try result.object())
  }

  @Test("the deadline is that of the whole run, not of each domain")
  func deadlineOfSeveral() async throws {
    let server = try FaultServer { _ in [.drop] }
    let domains = (1...20).map { "d\($0).example" }
    let result = try await ChildProcess.maildnscheck(
      ["--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--deadline", "1", "--concurrency", "1"]
        + ["--format", "ndjson"] + domains)
    #expect(result.status == 3)
    #expect(result.duration < .seconds(60))
    let reports = try result.objectLines()
    #expect(reports.map(\.domain) == domains)
    for report in reports { expectUnknown(report) }
  }

  @Test("the deadline ends a run whose input never does")
  func deadlineOfInput() async throws {
    let pipe = try OpenPipe()
    let result = try await ChildProcess.maildnscheck(
      ["--server", "127.0.0.1:9", "--deadline", "1", "--input", "-"], input: .file(pipe.path),
      timeLimit: .seconds(60))
    #expect(result.status == 3)
    #expect(pipe.held == 0)
  }

  @Test(
    "without a resolv.conf one line says so, and the report says what could not be asked",
    .enabled(if: geteuid() == 0, "needs root: mounts over /etc in a namespace of its own"))
  func noConfiguration() async throws {
    let script = """
      mount -t tmpfs none /etc || exit 99
      exec "$0" "$@"
      """
    let result = try await ChildProcess.run(
      "/usr/bin/unshare",
      [
        "--mount", "--net", "/bin/sh", "-c", script, ChildProcess.productPath, "--format", "json",
        "example.jp",
      ],
      environment: ChildProcess.plainEnvironment)
    try #require(result.status != 99)
    #expect(result.status == 3)
    #expect(
      result.stderr == """
        maildnscheck: there is no /etc/resolv.conf: asking the server on this machine; name another one with --server

        """)
    expectUnknown(try result.object())
  }

  @Test("servers that fail are passed over for one that answers")
  func nextServer() async throws {
    let authority = try NSDServer(origin: ".", MailInternet.zone)
    let refusing = try FaultServer { [.reply(.rcode(5, to: $0))] }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:9", "--server=127.0.0.1:\(refusing.port)", "@127.0.0.1:\(authority.port)", "-q",
      "kara.jp")
    #expect(result.stdout == "kara.jp: none OK\n")
    #expect(result.status == 0)
  }
}
