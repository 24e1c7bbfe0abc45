import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

@Suite("Several formats of one run")
struct SeveralFormatsTests {
  private func names(in directory: TemporaryDirectory) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  private func content(_ name: String, _ directory: TemporaryDirectory) -> String {
    String(decoding: directory.read(name), as: UTF8.self)
  }

  @Test("each goes to the output in the same place, and what is left to standard output")
  func pairs() async throws {
    let directory = try TemporaryDirectory()
    let result = try await ChildProcess.checkOffline([
      "--format", "junit", "--output", directory.path + "/junit.xml", "--format", "csv",
      "--output=\(directory.path)/report.csv", "--format", "text", "-q", "dare.jp", "kara.jp",
    ])
    #expect(result.status == 2)
    #expect(result.stderr == "")
    #expect(result.lines.map { $0.prefix { $0 != ":" } } == ["dare.jp", "kara.jp"])
    try await Consumers.expectJUnit(content("junit.xml", directory))
    #expect(CSVRows.read(content("report.csv", directory)).map { $0[0] } == ["domain", "dare.jp", "kara.jp"])
    #expect(try names(in: directory) == ["junit.xml", "report.csv"])
  }

  @Test("they cost no question more than one of them")
  func questions() async throws {
    let directory = try TemporaryDirectory()
    func asked(_ options: [String]) async throws -> Int {
      let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
      let subject = ["--server", "127.0.0.1:\(server.port)", "example.jp"]
      #expect(try await ChildProcess.maildnscheck(options + subject).status == 2)
      return Set(server.queries.map { "\($0.name.description) \($0.type)" }).count
    }
    let several = ["--format", "text", "--format", "sarif", "--output", "-", "--output"]
    // The names of random labels differ, their number does not.
    #expect(try await asked(["-q"]) == asked(several + [directory.path + "/a.sarif"]))
  }

  @Test("after a signal no file is left half-written", arguments: [SIGTERM, SIGINT])
  func interrupted(signal: Int32) async throws {
    let server = try FaultServer { _ in [.drop] }
    let directory = try TemporaryDirectory()
    let running = try ChildProcess.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--format", "json", "--output",
      directory.path + "/a", "--format", "csv", "--output", directory.path + "/b", "slow.example",
    ])
    while server.queries.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    #expect(try names(in: directory).count == 2)
    running.process.send(signal)
    #expect(try await running.finish(within: .seconds(60)).signal == signal)
    #expect(try names(in: directory) == [])
  }

  @Test("a second output that can't be made leaves nothing of the first")
  func unwritable() async throws {
    let directory = try TemporaryDirectory()
    let result = try await ChildProcess.checkOffline([
      "--format", "json", "--output", directory.path + "/a", "--format", "csv", "--output",
      "/nonexistent/b", "kara.jp",
    ])
    #expect(result.status == 4)
    #expect(result.stderr == "maildnscheck: can't write /nonexistent/b: No such file or directory\n")
    #expect(try names(in: directory) == [])
  }

  @Test("lookup and plan take text and JSON at once, too")
  func lookup() async throws {
    let directory = try TemporaryDirectory()
    let result = try await ChildProcess.checkOffline([
      "lookup", "--format", "json", "--output", directory.path + "/a.json", "--format", "text", "kara.jp",
      "MX",
    ])
    #expect(result.status == 0)
    #expect(result.stdout.contains("kara.jp"))
    _ = try JSONSerialization.jsonObject(with: Data(directory.read("a.json")))
    #expect(content("a.json", directory).contains("kara.jp"))
  }

  @Test(
    "every format is a whole document of an empty list, too, and says that it is empty",
    arguments: ReportOptions.Format.allCases)
  func empty(format: ReportOptions.Format) async throws {
    let result = try await ChildProcess.maildnscheck(
      ["--format", format.rawValue, "--input", "-"], input: .text("# nothing\n"))
    #expect(result.status == 4)
    switch format {
    case .junit: try await Consumers.expectJUnit(result.stdout)
    case .sarif: try await Consumers.expectSARIF(result.stdout)
    case .prometheus: #expect(result.lines.contains("maildnscheck_run_success 0"))
    case .zabbix: #expect(result.stdout.contains(#""success":0"#))
    case .csv: #expect(CSVRows.read(result.stdout).count == 2)
    case .json:
      let documents = try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [Any]
      #expect(documents?.count == 1)
    case .text, .markdown, .html, .ndjson, .github:
      #expect(result.stdout.contains("the input names no domain"))
    }
  }
}
