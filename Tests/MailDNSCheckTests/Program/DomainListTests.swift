import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

@Suite("Several domains in a run")
struct DomainListTests {
  /// Quiet lines of the domains that have no finding.
  private func ok(_ domains: String...) -> String { domains.map { "\($0): none OK\n" }.joined() }

  @Test("comments, blank lines, CRLF and a missing final newline are no part of a domain")
  func inputSyntax() async throws {
    let text = "# all of them\r\n\r\nkara.jp\r\n  jisha.jp \t# our own\n\n#\nkara.jp. \nKara.jp"
    let result = try await ChildProcess.checkOffline(["-q", "--input", "-"], input: .text(text))
    #expect(result.lines.count == 2)
    #expect(result.stdout.hasPrefix(ok("kara.jp") + "jisha.jp: other WARNING: "))
    #expect(result.stderr == "")
    #expect(result.status == 1)
  }

  @Test("a bad line is told with file and line, and the rest is checked")
  func badLines() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("kara.jp\r\nfoo_bar.jp\r\n\n192.0.2.1\nkara.jp\n", to: "domains.txt")
    let result = try await ChildProcess.checkOffline(["-q", "--input", path])
    #expect(result.stdout.hasPrefix(ok("kara.jp")))
    #expect(result.status == 4)
    let complaints = result.complaints
    try #require(complaints.count == 2)
    #expect(complaints[0].hasPrefix("maildnscheck: \(path):2: 'foo_bar.jp' is not a mail domain: "))
    #expect(complaints[1].hasPrefix("maildnscheck: \(path):4: '192.0.2.1' is not a mail domain: "))
  }

  @Test("a bad line of standard input is told as one of -")
  func badLineOfStandardInput() async throws {
    let result = try await ChildProcess.checkOffline(
      ["-q", "--input", "-"], input: .text("kara.jp\n-x.jp\n"))
    #expect(result.stdout.hasPrefix(ok("kara.jp")))
    #expect(result.stderr.hasPrefix("maildnscheck: -:2: '-x.jp' is not a mail domain: "))
  }

  @Test("an empty input is an empty report, and no success: whoever fills it has failed")
  func emptyInput() async throws {
    let json = try await ChildProcess.checkOffline(
      ["--format", "json", "--input", "-"], input: .text("# none\n"))
    #expect(try json.objects().map(\.findingIDs) == [["input-unusable"]])
    #expect(json.status == 4)
    #expect(json.stderr == "maildnscheck: the input names no domain\n")
    let lines = try await ChildProcess.checkOffline(["--format", "ndjson", "--input", "-"])
    #expect(try lines.objectLines().map(\.domain) == [nil])
  }

  @Test("an input that is binary, or one endless line, is refused line by line")
  func garbage() async throws {
    let directory = try TemporaryDirectory()
    let octets = Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 | 1) })
    try octets.write(to: URL(fileURLWithPath: directory.path + "/binary"))
    let binary = try await ChildProcess.checkOffline(["-q", "--input", directory.path + "/binary"])
    #expect(binary.status == 4)
    #expect(binary.lines.count <= 102)
    let long = try directory.write(String(repeating: "a.", count: 500_000) + "\nkara.jp\n", to: "long")
    let result = try await ChildProcess.checkOffline(["-q", "--input", long])
    #expect(result.stdout.hasPrefix(ok("kara.jp")))
    #expect(result.complaints.count == 1)
    #expect(result.stderr.utf8.count < 1000)
  }

  @Test("domains of the command line come before those of the input")
  func bothSources() async throws {
    let result = try await ChildProcess.checkOffline(
      ["-q", "kara.jp", "--input", "-"], input: .text("jisha.jp\n"))
    #expect(result.lines.count == 2)
    #expect(result.stdout.hasPrefix(ok("kara.jp") + "jisha.jp: other WARNING: "))
  }

  @Test("a result is printed before the input ends", arguments: ["text", "json", "ndjson"])
  func slowInput(format: String) async throws {
    let directory = try TemporaryDirectory()
    let pipe = directory.path + "/pipe"
    try #require(mkfifo(pipe, 0o600) == 0)
    let writer = open(pipe, O_RDWR | O_CLOEXEC)
    let file = try MailInternet.File()
    let running = try ChildProcess.startMaildnscheck(
      file.options + ["--format", format, "--input", "-"], input: .file(pipe))
    #expect(write(writer, "kara.jp\n", 8) == 8)
    #expect(try await running.prints("kara.jp"))
    #expect(running.process.poll() == nil)
    #expect(write(writer, "dare.jp", 7) == 7)
    close(writer)
    let result = try await running.finish()
    #expect(result.status == 2)
    #expect(result.stdout.contains("dare.jp"))
  }

  @Test("the order is that of the input, however many are under way", arguments: ["1", "50"])
  func order(concurrency: String) async throws {
    let server = try FaultServer { query in
      // The first domains are the slowest.
      let label = query.name.description.split(separator: ".").suffix(2).first ?? ""
      let delay = label.hasPrefix("d") ? max(0, 60 - 2 * (Int(label.dropFirst()) ?? 0)) : 0
      return [.delay(milliseconds: delay), .reply(.nxdomain(to: query, soa: "."))]
    }
    let domains = (1...30).map { "d\($0).example" }
    let result = try await ChildProcess.maildnscheck(
      ["--server", "127.0.0.1:\(server.port)", "--format", "ndjson", "--concurrency", concurrency] + domains)
    #expect(try result.objectLines().map(\.domain) == domains)
  }

  @Test("JSON is an object for one domain, an array for several and for any input")
  func jsonShape() async throws {
    #expect(
      try await ChildProcess.checkOffline(["--format", "json", "kara.jp"]).object().domain == "kara.jp")
    let two = try await ChildProcess.checkOffline(["--format", "json", "kara.jp", "dare.jp"]).objects()
    #expect(two.map(\.domain) == ["kara.jp", "dare.jp"])
    let refused = try await ChildProcess.checkOffline(["--format", "json", "kara.jp", "foo_bar.jp"]).objects()
    #expect(refused.map(\.domain) == ["kara.jp"])
    let input = try await ChildProcess.checkOffline(
      ["--format", "json", "--input", "-"], input: .text("kara.jp"))
    #expect(try input.objects().map(\.domain) == ["kara.jp"])
  }

  @Test("NDJSON is one object a line")
  func ndjson() async throws {
    let result = try await ChildProcess.checkOffline(["--format", "ndjson", "kara.jp", "dare.jp", "nai.jp"])
    #expect(try result.objectLines().map(\.domain) == ["kara.jp", "dare.jp", "nai.jp"])
    #expect(result.stdout.hasSuffix("}\n"))
  }

  @Test("a domain that is given twice is checked and reported once, and that is said")
  func duplicates() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--format", "ndjson", "--concurrency", "1", "twice.example",
      "Twice.example.")
    #expect(try result.objectLines().map(\.domain) == ["twice.example"])
    #expect(result.complaints == ["maildnscheck: 1 domain was named again, and checked once"])
    let apex = DomainName("twice.example")
    #expect(server.queries.filter { $0.name == apex && $0.type == .mx }.count == 1)
  }

  @Test("an input that can't be read is one line, and 4")
  func missingInput() async throws {
    let result = try await ChildProcess.checkOffline(["--input", "/nonexistent/list"])
    #expect(result.stderr == "maildnscheck: can't read /nonexistent/list: No such file or directory\n")
    #expect(result.stdout == "")
    #expect(result.status == 4)
    let directory = try await ChildProcess.checkOffline(["-q", "--input", "/tmp"])
    #expect(directory.stderr == "maildnscheck: can't read /tmp: Is a directory\n")
    #expect(directory.status == 4)
    let closed = try await ChildProcess.checkOffline(["-q", "--input", "-"], input: .closed)
    #expect(closed.stderr == "maildnscheck: can't read standard input: Bad file descriptor\n")
    #expect(closed.status == 4)
  }
}
