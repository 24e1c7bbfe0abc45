import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Long lists of domains")
struct LongListTests {
  private static let offline = ["--zone-file", ExampleFiles.internet, "--offline"]
  private static let domains = ExampleFiles.domains.map(\.domain)

  /// As reports name them.
  private static let names = domains.compactMap { try? MailDomain(pasted: $0).name.description }

  /// Runs the program over all example domains.
  private func run(
    _ arguments: [String], in directory: TemporaryDirectory, list: [String] = domains
  ) async throws -> ChildProcess.Result {
    let input = try directory.write(list.map { $0 + "\n" }.joined(), to: "domains")
    return try await ChildProcess.maildnscheck(
      ["--input", input, "--lang", "en"] + Self.offline + arguments)
  }

  private func lines(_ directory: TemporaryDirectory, _ name: String) -> [String] {
    String(decoding: directory.read(name), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func domain(_ line: String) throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(object?["domain"] as? String)
  }

  @Test("with --unordered every domain is there once")
  func unordered() async throws {
    let result = try await run(["--format", "ndjson", "--unordered"], in: try TemporaryDirectory())
    #expect(try result.lines.map(domain).sorted() == Self.names.sorted())
  }

  @Test("a run is summed up on standard error where the report does not do so")
  func summary() async throws {
    let result = try await run(["--format", "ndjson"], in: try TemporaryDirectory())
    #expect(result.complaints.first?.hasPrefix("maildnscheck: \(Self.domains.count) domains: ") == true)
    #expect(result.complaints.contains { $0.contains("Routes: ") && $0.contains("securemx-office365") })
    #expect(result.complaints.contains { $0.contains("Most frequent findings: ") })
    let quiet = try await run(["--format", "ndjson", "-q"], in: try TemporaryDirectory())
    #expect(quiet.stderr == "")
  }

  @Test("a text report ends in the same lines")
  func textSummary() async throws {
    let result = try await run([], in: try TemporaryDirectory())
    #expect(result.lines.suffix(12).contains { $0.hasPrefix("Routes: ") })
    #expect(result.stderr == "")
  }

  @Test("--resume goes on where a run was cut off, and loses and repeats nothing", arguments: [0, 3, 7])
  func resumed(_ done: Int) async throws {
    let directory = try TemporaryDirectory()
    let whole = try await run(["--format", "ndjson"], in: directory)
    // The run was cut off within the line of the next domain.
    let rest = whole.lines[done].prefix(100)
    let start = whole.lines.prefix(done).map { $0 + "\n" }.joined() + rest
    let file = try directory.write(start, to: "result")
    let result = try await run(["--resume", file], in: directory)
    #expect(result.status == whole.status)
    #expect(result.stdout == "")
    #expect(try lines(directory, "result").map(domain) == Self.names)
    let again = try await run(["--resume", file], in: directory)
    #expect(again.status == whole.status)
    #expect(try lines(directory, "result").map(domain) == Self.names)
  }

  @Test("--resume goes on behind a line of the list that names no domain, and says so once")
  func refusedLine() async throws {
    let directory = try TemporaryDirectory()
    let list = ["aozora.example", "bad_domain!", "kara.jp"]
    let file = directory.path + "/result"
    let first = try await run(["--resume", file], in: directory, list: list)
    let lines = lines(directory, "result")
    #expect(lines.count == 3)
    let again = try await run(["--resume", file], in: directory, list: list)
    #expect(again.status == first.status)
    #expect(self.lines(directory, "result") == lines)
  }

  @Test(
    "--resume goes on with the reports of every command, and of the whole",
    arguments: ["check", "mx", "spf", "dkim", "dmarc", "tls", "hosts", "bimi", "ns", "--full"])
  func everyCommand(_ command: String) async throws {
    let directory = try TemporaryDirectory()
    let list = try directory.write("aozora.example\nkara.jp\n", to: "list")
    let file = directory.path + "/result"
    let arguments = [command, "--resume", file, "--input", list] + Self.offline
    let first = try await ChildProcess.maildnscheck(arguments)
    let reports = directory.read("result")
    let second = try await ChildProcess.maildnscheck(arguments)
    #expect(first.status != 4)
    #expect(second.status == first.status)
    #expect(lines(directory, "result").count == 2)
    #expect(directory.read("result") == reports)
  }

  @Test("--resume makes a file that is not there")
  func fresh() async throws {
    let directory = try TemporaryDirectory()
    _ = try await run(["--resume", directory.path + "/new"], in: directory)
    #expect(try lines(directory, "new").map(domain) == Self.names)
  }

  @Test("--resume passes over empty lines and a byte order mark, as an editor leaves them")
  func edited() async throws {
    let directory = try TemporaryDirectory()
    let whole = try await run(["--format", "ndjson"], in: directory)
    let kept = "\u{FEFF}\n\(whole.lines[0])\r\n\n  \n\(whole.lines[1])\n\n"
    let file = try directory.write(kept + "  ", to: "result")
    let result = try await run(["--resume", file], in: directory)
    #expect(result.complaints.filter { $0.contains("can't go on") } == [])
    #expect(result.status == whole.status)
    let text = String(decoding: directory.read("result"), as: UTF8.self)
    #expect(text.utf8.starts(with: kept.utf8))
    #expect(!text.utf8.dropFirst(kept.utf8.count).starts(with: " ".utf8), "blanks are no line")
    let reports = text.utf8.dropFirst(3).split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      .map { String(decoding: $0, as: UTF8.self) }.filter { $0.hasPrefix("{") }
    #expect(try reports.map(domain) == Self.names)
  }

  @Test("--resume counts empty lines where it names a line that is none of ours")
  func lineBehindEmptyOnes() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("\n\nhello\n", to: "result")
    let result = try await run(["--resume", file], in: directory)
    #expect(
      result.complaints == [
        "maildnscheck: can't go on with \(file): line 3 is no NDJSON report of this program"
      ])
  }

  @Test("--resume refuses what is no regular file, and waits for nobody to write into it")
  func pipe() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    for file in [path, "/dev/null"] {
      let result = try await run(["--resume", file], in: directory)
      #expect(result.status == 4)
      #expect(
        result.complaints == [
          "maildnscheck: can't go on with \(file): it is no regular file, but a pipe, a device or a socket"
        ])
    }
  }

  @Test("--resume leaves a file alone that is none of ours")
  func foreign() async throws {
    let directory = try TemporaryDirectory()
    for text in ["hello\nworld", "hello", #"{"a":1}"#] {
      let file = try directory.write(text, to: "result")
      let result = try await run(["--resume", file], in: directory)
      #expect(result.status == 4)
      #expect(
        result.complaints == [
          "maildnscheck: can't go on with \(file): line 1 is no NDJSON report of this program"
        ])
      #expect(String(decoding: directory.read("result"), as: UTF8.self) == text)
    }
  }

  @Test("--resume refuses the reports of a run that asked for less")
  func inPart() async throws {
    let directory = try TemporaryDirectory()
    let part = try await ChildProcess.maildnscheck(
      ["dmarc", "--format", "ndjson", "aozora.example", "kara.jp"] + Self.offline)
    let file = try directory.write(part.stdout, to: "result")
    let result = try await run(["--resume", file], in: directory)
    #expect(result.status == 4)
    #expect(
      result.complaints == [
        "maildnscheck: can't go on with \(file): line 1 is of a run that asked for something else"
      ])
    #expect(String(decoding: directory.read("result"), as: UTF8.self) == part.stdout)
  }

  @Test("--resume takes no expectations, which the file need not have been held against")
  func unjudged() async throws {
    let directory = try TemporaryDirectory()
    let result = try await run(["--resume", directory.path + "/x", "--expect", "office365"], in: directory)
    #expect(result.status == 4)
    #expect(result.stderr.contains("--resume goes with neither --expect nor --policy"))
  }

  @Test(
    "--resume needs a list, and no other format or output",
    arguments: [["--format", "json"], ["--output", "x"], ["--format", "ndjson", "--format", "csv"]])
  func conflicts(_ arguments: [String]) async throws {
    let directory = try TemporaryDirectory()
    #expect(try await run(["--resume", directory.path + "/x"] + arguments, in: directory).status == 4)
    let single = try await ChildProcess.maildnscheck(
      ["--resume", directory.path + "/x", "aozora.example"] + Self.offline)
    #expect(single.status == 4)
  }
}
