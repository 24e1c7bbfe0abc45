import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

@Suite("The monitoring plugin as it is run")
struct PluginProgramTests {
  private func plugin(
    _ arguments: String..., environment: [String: String] = [:], output: ChildProcess.Output = .captured
  ) async throws -> ChildProcess.Result {
    try await ChildProcess.maildnscheck(
      arguments, named: "/usr/lib/nagios/plugins/check_maildns", environment: environment, output: output)
  }

  /// One line on standard output that begins with the state, nothing on standard error, and the state's status.
  private func expect(
    _ result: ChildProcess.Result, _ state: MailDNSCheck.ExitStatus,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(result.status == state.rawValue, "\(result.stdout)", sourceLocation: sourceLocation)
    #expect(result.lines.count == 1, "\(result.stdout)", sourceLocation: sourceLocation)
    #expect(
      result.stdout.hasPrefix("MAILDNS \(state.word) - "), "\(result.stdout)", sourceLocation: sourceLocation)
    #expect(result.stderr == "", sourceLocation: sourceLocation)
  }

  private static let offline = ["--zone-file", ExampleFiles.internet, "--offline"]

  @Test(
    "each state arrives as such, by either name",
    arguments: [
      ("aozora.example", .ok), ("kawabe.example", .warning), ("kujira.example", .critical),
      ("nosuch.test", .critical),
    ] as [(String, MailDNSCheck.ExitStatus)])
  func states(domain: String, state: MailDNSCheck.ExitStatus) async throws {
    let arguments = ["-H", domain] + Self.offline
    for result in [
      try await ChildProcess.maildnscheck(["nagios"] + arguments),
      try await ChildProcess.maildnscheck(arguments, named: "check_maildns"),
    ] {
      expect(result, state)
      #expect(result.stdout.contains(" | 'time'="))
    }
  }

  @Test("--full also looks at the areas that the whole check leaves out: offline they are unknown")
  func full() async throws {
    let arguments = ["nagios", "-H", "aozora.example", "--full"]
    expect(try await ChildProcess.maildnscheck(arguments + Self.offline), .unknown)
  }

  @Test("a symbolic link named check_maildns is the plugin")
  func symbolicLink() async throws {
    let directory = try TemporaryDirectory()
    let link = directory.path + "/check_maildns"
    try #require(symlink(ChildProcess.productPath, link) == 0)
    let result = try await ChildProcess.run(
      link, Self.offline + ["aozora.example"], environment: ChildProcess.plainEnvironment)
    expect(result, .ok)
  }

  @Test("a refused port is UNKNOWN at once, or the state of --on-unknown")
  func refused() async throws {
    let result = try await plugin("-H", "example.jp", "--server", "127.0.0.1:9")
    expect(result, .unknown)
    #expect(result.stdout.contains("Connection refused"))
    #expect(result.duration < .seconds(9))
    expect(
      try await plugin("-H", "example.jp", "--server", "127.0.0.1:9", "--on-unknown", "ok"), .ok)
  }

  @Test("an answer that says failure is not silence", arguments: [2, 5] as [UInt16])
  func failure(code: UInt16) async throws {
    let server = try FaultServer { [.reply(.rcode(code, to: $0))] }
    expect(
      try await plugin(
        "-H", "example.jp", "--server", "127.0.0.1:\(server.port)", "--on-unknown=warning", "-t", "30"),
      .warning)
  }

  @Test(
    "a silent server is the state of -t, within the limit",
    arguments: [("2", .critical), ("2:unknown", .unknown), ("1:0", .ok)]
      as [(String, MailDNSCheck.ExitStatus)])
  func silence(limit: String, state: MailDNSCheck.ExitStatus) async throws {
    let server = try FaultServer { _ in [.drop] }
    let result = try await plugin("-H", "example.jp", "--server", "127.0.0.1:\(server.port)", "-t", limit)
    expect(result, state)
    #expect(result.stdout.contains("no answer from DNS within \(limit.prefix(1)) s"))
    // By the program's own clock: this one stands still while other tests keep the threads busy.
    let seconds = try #require(result.stdout.firstMatch(of: /'time'=([0-9.]+)s/).flatMap { Double($0.1) })
    #expect(seconds <= 2)
  }

  @Test("a silent server among several does not use up the time of the others")
  func silentFirst() async throws {
    let silent = try FaultServer { _ in [.drop] }
    let answering = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let result = try await plugin(
      "-H", "example.jp", "--server", "127.0.0.1:\(silent.port)", "--server", "127.0.0.1:\(answering.port)",
      "-t", "10:ok")
    expect(result, .critical)
    #expect(result.stdout.contains("The domain does not exist"))
  }

  @Test("what is critical for certain is critical at the limit")
  func certain() async throws {
    // Everything is denied but SPF, which lets everybody pass, and DMARC, which nobody answers for.
    let server = try FaultServer { query in
      if query.name.description.hasPrefix("_dmarc") { return [.drop] }
      if query.name.description == "example.jp", query.type == .txt {
        return [.reply(.answer(to: query, .txt("example.jp", "v=spf1 +all")))]
      }
      return [.reply(.nodata(to: query, soa: "."))]
    }
    let result = try await plugin(
      "-H", "example.jp", "--server", "127.0.0.1:\(server.port)", "-t", "2:ok")
    expect(result, .critical)
    #expect(result.stdout.contains("SPF lets anybody pass"))
  }

  @Test("a zone file that is a pipe without a writer does not hold up the limit")
  func hangingZoneFile() async throws {
    let directory = try TemporaryDirectory()
    let pipe = directory.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let result = try await plugin("-H", "example.jp", "--zone-file", pipe, "-t", "1:warning")
    expect(result, .warning)
    #expect(result.stdout.contains("not finished within 1 s"))
    #expect(result.duration < .seconds(20))
  }

  @Test("a reader that does not read does not hold up the limit")
  func fullPipe() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    defer { close(reader) }
    let filling = [UInt8](repeating: 0x20, count: 65_536)
    while write(reader, filling, filling.count) > 0 {}
    while write(reader, filling, 1) > 0 {}
    let result = try await ChildProcess.maildnscheck(
      ["nagios", "-H", "aozora.example", "-t", "1:warning"] + Self.offline, output: .file(path))
    #expect(result.status == 1)
    #expect(result.stderr == "")
    #expect(result.duration < .seconds(20))
  }

  @Test(
    "a mistake is one line on standard output, and UNKNOWN",
    arguments: [
      ["--bogus"], ["-w", "5:1", "-H", "a.jp"], [], ["-H", "a b"],
      ["-H", "a.jp", "--zone-file", "/nonexistent"],
      ["-H", "a.jp", "--expect", "nowhere"], ["-H", "\u{1B}|\n.jp"], ["--lang", "fr"],
      ["-H", String(repeating: "x", count: 5000)],
    ])
  func mistakes(arguments: [String]) async throws {
    let result = try await ChildProcess.maildnscheck(
      arguments, named: "check_maildns", environment: ["LC_ALL": "ja_JP.UTF-8"])
    expect(result, .unknown)
    #expect(result.stdout.displayWidth <= 80)
    #expect(result.stdout.unicodeScalars.allSatisfy { $0.isASCII && $0 != "|" })
    #expect(Visibility.violations(in: result.standardOutput) == [])
  }

  @Test("a domain that is none does not keep the others from being checked")
  func someRefused() async throws {
    let result = try await ChildProcess.maildnscheck(
      ["nagios", "-H", "a b", "-H", "aozora.example"] + Self.offline)
    expect(result, .unknown)
    #expect(result.stdout.contains("'domains-ok'=1"))
    let worse = try await ChildProcess.maildnscheck(
      ["nagios", "-H", "a b", "-H", "kawabe.example"] + Self.offline)
    expect(worse, .warning)
  }

  @Test("help and version are UNKNOWN, on standard output", arguments: ["-h", "--help", "-V", "--version"])
  func help(option: String) async throws {
    for arguments in [["nagios", option], ["nagios", "-H", "a.jp", option]] {
      let result = try await ChildProcess.maildnscheck(arguments)
      #expect(result.status == 3)
      #expect(result.stderr == "")
      #expect(result.lines.count <= 23 && result.lines.allSatisfy { $0.utf8.count <= 80 })
    }
    #expect(try await plugin(option).status == 3)
  }

  @Test("help nagios is no run of the plugin")
  func helpCommand() async throws {
    #expect(try await ChildProcess.maildnscheck("help", "nagios").status == 0)
  }

  @Test("the language is English in every locale, and Japanese where it is asked for")
  func language() async throws {
    let japanese = ["LC_ALL": "ja_JP.UTF-8"]
    let usual = try await ChildProcess.maildnscheck(
      ["nagios", "-H", "aozora.example"] + Self.offline, environment: japanese)
    #expect(usual.stdout.contains("no problem found"))
    let asked = try await ChildProcess.maildnscheck(
      ["nagios", "--lang", "ja", "-H", "aozora.example"] + Self.offline)
    #expect(asked.stdout.hasPrefix("MAILDNS OK - ") && asked.stdout.contains("問題なし"))
  }

  @Test("a closed standard output is UNKNOWN without a word")
  func closedOutput() async throws {
    let result = try await ChildProcess.maildnscheck(
      ["nagios", "-H", "aozora.example"] + Self.offline, output: .closed)
    #expect(result.status == 3)
    #expect(result.stderr == "")
  }

  @Test("without descriptors for sockets it is UNKNOWN")
  func noDescriptors() async throws {
    let result = try await ChildProcess.maildnscheck(
      after: "ulimit -n 4", ["nagios", "-H", "example.jp", "--server", "127.0.0.1:9"])
    expect(result, .unknown)
  }

  @Test(
    "without any network set-up it is UNKNOWN",
    .enabled(if: geteuid() == 0, "needs root: mounts over /etc in a namespace of its own"))
  func noConfiguration() async throws {
    let script = """
      mount -t tmpfs none /etc || exit 99
      exec "$0" "$@"
      """
    let result = try await ChildProcess.run(
      "/usr/bin/unshare",
      ["--mount", "--net", "/bin/sh", "-c", script, ChildProcess.productPath, "nagios", "-H", "example.jp"],
      environment: ChildProcess.plainEnvironment)
    try #require(result.status != 99)
    expect(result, .unknown)
  }
}
