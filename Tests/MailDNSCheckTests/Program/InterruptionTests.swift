import Foundation
import Testing

@testable import MailDNSCheck

@Suite("How the program ends when it is cut short")
struct InterruptionTests {
  /// Never answers what has to do with `slow…`; all else at once.
  private func slowServer() throws -> FaultServer {
    try FaultServer { query in
      query.name.description.contains("slow") ? [.drop] : [.reply(.nxdomain(to: query, soa: "."))]
    }
  }

  @Test(
    "a signal ends the run at once, by that signal, and what was finished has been printed",
    arguments: [(SIGINT, "SIGINT"), (SIGTERM, "SIGTERM"), (SIGHUP, "SIGHUP")])
  func signals(signal: Int32, name: String) async throws {
    let server = try slowServer()
    let running = try ChildProcess.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--format", "ndjson", "fast1.example",
      "fast2.example",
      "slow.example",
    ])
    #expect(try await running.prints("fast2.example"))
    running.process.send(signal)
    let result = try await running.finish(within: .seconds(60))
    #expect(result.signal == signal)
    #expect(
      result.stderr
        == "maildnscheck: ended by \(name) after 2 domains: the report is not of the whole run\n")
    #expect(try result.objectLines().map(\.domain) == ["fast1.example", "fast2.example"])
  }

  @Test("a run that has finished no domain says that, and not that there is a part of a report")
  func nothingFinished() async throws {
    let server = try slowServer()
    let running = try ChildProcess.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--format", "ndjson", "slow1.example",
      "slow2.example",
    ])
    while server.queries.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    running.process.send(SIGTERM)
    let result = try await running.finish(within: .seconds(60))
    #expect(result.stderr == "maildnscheck: ended by SIGTERM before a domain was finished\n")
    #expect(result.stdout == "")
  }

  @Test("lines on standard output just end where little is to be said")
  func linesEndQuietly() async throws {
    let server = try slowServer()
    let running = try ChildProcess.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--format", "ndjson", "-q",
      "fast1.example", "slow.example",
    ])
    #expect(try await running.prints("fast1.example"))
    running.process.send(SIGTERM)
    let result = try await running.finish(within: .seconds(60))
    #expect(result.signal == SIGTERM)
    #expect(result.stderr == "")
  }

  @Test(
    "a file that does not get its name is said not to have been written",
    arguments: [
      ("en", "maildnscheck: ended by SIGTERM after 0 domains: FILE, FILE2 were not written\n"),
      ("ja", "maildnscheck: SIGTERMにより0ドメインで終了しました。FILE、FILE2 は書き込まれていません\n"),
    ])
  func unwrittenFile(language: String, words: String) async throws {
    let server = try slowServer()
    let directory = try TemporaryDirectory()
    let file = directory.path + "/report.ndjson"
    let running = try ChildProcess.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--format", "ndjson", "--lang", language,
      "--output", file, "--format", "csv", "--output", file + "2", "slow1.example", "slow2.example",
    ])
    while server.queries.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    running.process.send(SIGTERM)
    let result = try await running.finish(within: .seconds(60))
    #expect(result.signal == SIGTERM)
    #expect(result.stderr == words.replacing("FILE", with: file))
    #expect(access(file, F_OK) != 0)
  }

  @Test(
    "a document that is closed although the run was cut off is said to be a part, in one line",
    arguments: [
      (SIGTERM, "en", "maildnscheck: ended by SIGTERM after 2 domains: the report is not of the whole run\n"),
      (SIGINT, "ja", "maildnscheck: SIGINTにより2ドメインで終了しました。出力されたのは検査結果の一部です\n"),
    ] as [(Int32, String, String)])
  func partOfDocument(signal: Int32, language: String, words: String) async throws {
    let server = try slowServer()
    let running = try ChildProcess.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--format", "json", "--lang", language, "-q",
      "fast1.example", "fast2.example", "slow.example",
    ])
    #expect(try await running.prints("fast2.example"))
    running.process.send(signal)
    let result = try await running.finish(within: .seconds(60))
    #expect(result.signal == signal)
    #expect(result.stderr == words)
    let array = try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [[String: Any]]
    #expect(array?.map { $0["domain"] as? String } == ["fast1.example", "fast2.example", nil])
    let findings = array?.last?["findings"] as? [[String: Any]]
    #expect(findings?.map { $0["id"] as? String } == ["input-cut-off"])
  }

  @Test("what monitoring reads of a run that was cut off is no success")
  func metricsOfPart() async throws {
    let server = try slowServer()
    let running = try ChildProcess.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--format", "prometheus", "-q",
      "fast1.example", "slow.example",
    ])
    while !server.queries.contains(where: { $0.name.description.contains("slow") }) {
      try await Task.sleep(for: .milliseconds(10))
    }
    running.process.send(SIGTERM)
    let result = try await running.finish(within: .seconds(60))
    #expect(result.signal == SIGTERM)
    #expect(result.lines.contains("maildnscheck_run_success 0"))
  }

  @Test("what is finished but waits for its turn is printed, too", arguments: [SIGINT, SIGTERM])
  func earlyResults(signal: Int32) async throws {
    let server = try slowServer()
    let running = try ChildProcess.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--format", "ndjson", "slow.example",
      "fast.example",
    ])
    // Long after the last question about it has been answered.
    let end = Instant.now + .seconds(60)
    var count = -1
    while Instant.now < end {
      let now = server.queries.filter { $0.name.description.contains("fast") }.count
      if now > 10, now == count { break }
      count = now
      try await Task.sleep(for: .milliseconds(500))
    }
    running.process.send(signal)
    let result = try await running.finish(within: .seconds(60))
    #expect(result.signal == signal)
    #expect(try result.objectLines().map(\.domain) == ["fast.example"])
  }

  @Test("a signal ends a run whose reader has stopped reading")
  func unreadPipe() async throws {
    let directory = try TemporaryDirectory()
    let pipe = try OpenPipe()
    let list = try directory.write((1...100).map { "d\($0).jp\n" }.joined(), to: "list")
    let file = try MailInternet.File()
    let running = try ChildProcess.startMaildnscheck(
      file.options + ["--input", list, "--format", "json"], output: .file(pipe.path))
    // Until no more fits into it.
    let end = Instant.now + .seconds(60)
    var (before, held): (Int32, Int32) = (-1, 0)
    while held == 0 || held != before, Instant.now < end {
      before = held
      try await Task.sleep(for: .milliseconds(500))
      held = pipe.held
    }
    running.process.send(SIGTERM)
    #expect(try await running.finish(within: .seconds(60)).signal == SIGTERM)
    #expect(pipe.held > 30_000)
  }

  @Test("a signal ends a run that waits for its input", arguments: [SIGINT, SIGTERM])
  func waiting(signal: Int32) async throws {
    let pipe = try OpenPipe()
    let file = try MailInternet.File()
    let running = try ChildProcess.startMaildnscheck(
      file.options + ["-q", "--input", "-"], input: .file(pipe.path))
    try pipe.put("kara.jp\n")
    #expect(try await running.prints("kara.jp"))
    running.process.send(signal)
    let result = try await running.finish(within: .seconds(60))
    #expect(result.signal == signal)
    #expect(result.stdout == "kara.jp: none OK\n")
    #expect(result.stderr == "")
    #expect(pipe.held == 0)
  }

  @Test("a signal that is ignored from outside (nohup) stays ignored")
  func ignored() async throws {
    let server = try FaultServer { _ in [.drop] }
    let running = try ChildProcess.start(
      "/bin/sh",
      [
        "-c", "trap '' HUP; exec \"$0\" \"$@\"", ChildProcess.productPath, "--server",
        "127.0.0.1:\(server.port)",
        "--timeout",
        "2", "--attempts", "1", "-q", "slow.example",
      ], environment: ChildProcess.plainEnvironment)
    while server.queries.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    running.process.send(SIGHUP)
    let result = try await running.finish()
    #expect(result.status == 3)
    #expect(result.stdout.hasPrefix("slow.example: unknown UNKNOWN: "))
  }

  @Test(
    "a broken pipe ends the program by SIGPIPE, without a word",
    arguments: [["kara.jp"], ["lookup", "kara.jp"], ["providers"], ["--help"]])
  func brokenPipe(arguments: [String]) async throws {
    let file = try MailInternet.File()
    let options = arguments.contains("kara.jp") ? file.options : []
    let result = try await ChildProcess.maildnscheck(arguments + options, output: .brokenPipe)
    #expect(result.ending == .signal(SIGPIPE))
    #expect(result.stderr == "")
  }

  @Test("a broken pipe where SIGPIPE is ignored ends the program without a word and without a trap")
  func brokenPipeIgnored() async throws {
    let file = try MailInternet.File()
    let result = try await ChildProcess.run(
      "/bin/sh",
      ["-c", "trap '' PIPE; exec \"$0\" \"$@\"", ChildProcess.productPath] + file.options + ["kara.jp"],
      environment: ChildProcess.plainEnvironment, output: .brokenPipe)
    #expect(result.signal == nil || result.signal == SIGPIPE)
    #expect(result.status != 0)
    #expect(result.stderr == "")
  }

  @Test("a reader that leaves early ends a long run")
  func readerLeaves() async throws {
    let domains = (1...500).map { "d\($0).jp" }.joined(separator: "\n")
    let directory = try TemporaryDirectory()
    let list = try directory.write(domains, to: "list")
    let file = try MailInternet.File()
    let result = try await ChildProcess.run(
      "/bin/bash",
      ["-c", "\"$0\" \"$@\" | head -n 1; echo ${PIPESTATUS[0]}", ChildProcess.productPath] + file.options
        + ["--input", list], environment: ChildProcess.plainEnvironment)
    #expect(result.lines.first?.hasPrefix("d1.jp: CRITICAL") == true || result.lines.first == "d1.jp")
    #expect(result.lines.last == "\(128 + SIGPIPE)")
    #expect(result.stderr == "")
  }

  @Test("a closed standard output is one line, and 4; no report goes anywhere else")
  func closedOutput() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let result = try await ChildProcess.maildnscheck(
      ["--server", "127.0.0.1:\(server.port)", "example.jp"], output: .closed)
    #expect(result.status == 4)
    #expect(result.stderr == "maildnscheck: can't write standard output: Bad file descriptor\n")
    #expect(server.malformed.isEmpty)
  }

  @Test("without any standard descriptor the program still ends, and sends nothing but questions")
  func nothingOpen() async throws {
    let server = try FaultServer { [.reply(.rcode(2, to: $0))] }
    let result = try await ChildProcess.maildnscheck(
      after: "exec <&- >&- 2>&-",
      ["--server", "127.0.0.1:\(server.port)", "--attempts", "1", "example.jp", "foo_bar.jp"])
    #expect(result.status == 4)
    #expect(server.malformed.isEmpty)
  }
}
