import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

@Suite("Long lists under mishap")
struct ListMishapTests {
  private static let offline = ["--zone-file", ExampleFiles.internet, "--offline"]
  /// 64 blocks of 512 octets. The profile of what is covered would be cut off, too.
  private static let smallFiles = "export LLVM_PROFILE_FILE=/dev/null; ulimit -f 64"

  private func list(_ count: Int, in directory: TemporaryDirectory) throws -> String {
    try directory.write((0..<count).map { "d\($0).example\n" }.joined(), to: "list")
  }

  /// The domains of the lines, each of which must be unknown.
  private func unknown(_ lines: [String]) throws -> [String] {
    try lines.map { line in
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["status"] as? String == "unknown")
      return try #require(object["domain"] as? String)
    }
  }

  @Test("where every server is silent, all are unknown once the first questions have had their time")
  func silence() async throws {
    let server = try FaultServer { _ in [.drop] }
    let directory = try TemporaryDirectory()
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--timeout", "1", "--attempts", "2", "--format", "ndjson",
      "--input", try list(200, in: directory))
    #expect(result.status == 3)
    #expect(try unknown(result.lines) == (0..<200).map { "d\($0).example" })
    // Waited for one after the other, they would take minutes.
    #expect(result.duration < .seconds(40))
  }

  @Test("a server that answers once is not given up")
  func firstAnswer() throws {
    let server = ServerAddress(address: IPAddress("127.0.0.1")!, port: 53)
    let silent = ServerHealth([server], spreads: false)
    let heard = ServerHealth([server], spreads: false)
    heard.noteAnswer(of: server)
    let start = Instant.now - .seconds(10)
    for health in [silent, heard] {
      for _ in 0..<40 { health.noteSilence(of: server, since: start) }
    }
    #expect(silent.isHopeless(after: .seconds(10)))
    #expect(!silent.isHopeless(after: .seconds(1_000)))
    #expect(!heard.isHopeless(after: .seconds(10)))
  }

  @Test("domains whose turn has not come by the deadline have their line, too")
  func deadline() async throws {
    let server = try FaultServer { _ in [.drop] }
    let directory = try TemporaryDirectory()
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--deadline", "1", "--format", "ndjson",
      "--concurrency", "4", "--input", try list(40, in: directory))
    #expect(result.status == 3)
    #expect(try unknown(result.lines) == (0..<40).map { "d\($0).example" })
    // Of those nothing was asked.
    #expect(try result.objectLines().suffix(30).allSatisfy { $0["queries"] as? Int == 0 })
    #expect(result.duration < .seconds(40))
  }

  @Test("what the deadline cuts off is not put into the file of --resume, and the next run begins with it")
  func cutOff() async throws {
    let server = try FaultServer { _ in [.drop] }
    let directory = try TemporaryDirectory()
    let file = directory.path + "/result"
    let list = try list(6, in: directory)
    let cut = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--deadline", "1", "--concurrency", "2",
      "--resume", file, "--input", list)
    #expect(cut.status == 4)
    #expect(directory.read("result").isEmpty)
    let whole = try await ChildProcess.maildnscheck(
      ["--resume", file, "--input", list] + Self.offline)
    #expect(whole.status != 4)
    #expect(directory.read("result").count { $0 == UInt8(ascii: "\n") } == 6)
  }

  @Test("where the deadline comes before the end of the list, each document says so")
  func cutOffInDocuments() async throws {
    let directory = try TemporaryDirectory()
    let pipe = try OpenPipe()
    try pipe.put("aozora.example\n")
    let formats = [
      "text", "json", "ndjson", "csv", "markdown", "html", "junit", "sarif", "github", "prometheus", "zabbix",
    ]
    let result = try await ChildProcess.maildnscheck(
      ["--input", "-", "--deadline", "3", "--lang", "en"] + Self.offline
        + formats.flatMap { ["--format", $0, "--output", "\(directory.path)/\($0)"] },
      input: .file(pipe.path), timeLimit: .seconds(60))
    #expect(
      result.complaints
        == ["maildnscheck: the deadline came before the end of the input, after 1 domain"])
    #expect(result.status == 3)
    for format in formats {
      let text = String(decoding: directory.read(format), as: UTF8.self)
      let sign =
        switch format {
        case "prometheus": "maildnscheck_run_success 0\n"
        case "zabbix": #""success":0"#
        default: "The deadline came after 1 domain: the rest of the list was not checked."
        }
      #expect(text.contains(sign), "\(format)")
      #expect(text.contains("aozora.example"), "\(format)")
    }
    #expect(pipe.held == 0)
    // Another run may go on with it all the same; what is said of the earlier one's end is then no longer true.
    let more = try directory.write("aozora.example\nkawabe.example\n", to: "more")
    let resumed = try await ChildProcess.maildnscheck(
      ["--resume", "\(directory.path)/ndjson", "--input", more] + Self.offline)
    #expect(resumed.status == 1)
    let lines = String(decoding: directory.read("ndjson"), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.allSatisfy { !$0.contains("input-cut-off") })
  }

  @Test("a file that another run writes to is not gone on with")
  func lock() async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write("", to: "result")
    let list = try directory.write("aozora.example\n", to: "list")
    let arguments = ["--resume", file, "--input", list] + Self.offline
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let refused = try await ChildProcess.maildnscheck(arguments)
    #expect(refused.status == 4)
    #expect(
      refused.complaints == ["maildnscheck: can't go on with \(file): another run is writing to it"])
    #expect(directory.read("result").isEmpty)
    close(descriptor)
    #expect(try await ChildProcess.maildnscheck(arguments).status != 4)
    #expect(!directory.read("result").isEmpty)
  }

  @Test("a file that may not grow ends the run with the reason, and in a whole line")
  func fileSize() async throws {
    let directory = try TemporaryDirectory()
    let domains = ExampleFiles.domains.map(\.domain)
    let list = try directory.write(domains.map { $0 + "\n" }.joined(), to: "list")
    let file = directory.path + "/result"
    let arguments = ["--resume", file, "--input", list, "--lang", "en"] + Self.offline
    let result = try await ChildProcess.maildnscheck(after: Self.smallFiles, arguments)
    #expect(result.status == 4)
    #expect(result.complaints.last?.contains("File too large") == true)
    let written = directory.read("result")
    #expect(written.last == UInt8(ascii: "\n"))
    #expect(written.count <= 32_768)
    // The rest follows where there is room again.
    let rest = try await ChildProcess.maildnscheck(arguments)
    #expect(rest.status != 4)
    #expect(directory.read("result").count { $0 == UInt8(ascii: "\n") } == domains.count)
  }

  @Test("a report for which there is no room leaves nothing behind")
  func nothingLeft() async throws {
    let directory = try TemporaryDirectory()
    let list = try directory.write(ExampleFiles.domains.map { $0.domain + "\n" }.joined(), to: "list")
    let result = try await ChildProcess.maildnscheck(
      after: Self.smallFiles,
      ["--output", directory.path + "/report", "--format", "ndjson", "--input", list] + Self.offline)
    #expect(result.status == 4)
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == ["list"])
  }
}
