import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Input that can't be used, in the reports")
struct UnusableInputTests {
  private static let formats = [
    "json", "ndjson", "csv", "markdown", "html", "junit", "sarif", "prometheus", "zabbix", "github", "text",
  ]

  /// Runs into a file a format, each of which an earlier run has left there.
  private func run(_ arguments: [String], _ directory: TemporaryDirectory) async throws -> ChildProcess.Result
  {
    for format in Self.formats { try directory.write("earlier", to: format) }
    return try await ChildProcess.checkOffline(
      Self.formats.flatMap { ["--format", $0, "--output", "\(directory.path)/\($0)"] } + arguments)
  }

  private func content(_ format: String, _ directory: TemporaryDirectory) -> String {
    String(decoding: directory.read(format), as: UTF8.self)
  }

  @Test("a policy that can't be understood leaves its words, and no file of an earlier run stands")
  func policy() async throws {
    let directory = try TemporaryDirectory()
    let policy = try directory.write("{\n \"defualt\": {} }", to: "policy.json")
    let result = try await run(["--policy", policy, "kara.jp"], directory)
    #expect(result.status == 4)
    for format in Self.formats {
      let text = content(format, directory)
      let path = "\(directory.path)/\(format)"
      switch format {
      case "json", "ndjson", "csv": #expect(!FileManager.default.fileExists(atPath: path), "\(format)")
      case "prometheus":
        #expect(text.contains("maildnscheck_run_success 0\n"))
        #expect(!text.contains("maildnscheck_status"))
        try await Consumers.expectMetrics(text)
      case "zabbix": #expect(text.contains(#""success":0"#) && text.contains(#""domains":null"#))
      default: #expect(text.contains("defualt") && !text.contains("earlier"), "\(format): \(text)")
      }
    }
    try await Consumers.expectJUnit(content("junit", directory))
    try await Consumers.expectSARIF(content("sarif", directory))
    #expect(content("junit", directory).contains("errors=\"1\""))
    #expect(content("sarif", directory).contains("\"executionSuccessful\":false"))
    let command = try #require(WorkflowCommand(content("github", directory).dropLast()))
    #expect(command.name == "error")
    #expect(command.properties["file"] == policy)
    #expect(command.properties["line"] == "2")
  }

  @Test(
    "so do a list, a zone file and a table of providers",
    arguments: [
      ["--input", "/nonexistent/list"], ["--zone-file", "/nonexistent/zone", "kara.jp"],
      ["--providers", "/nonexistent/providers", "kara.jp"], ["--input", "/tmp"],
      ["--policy", "/nonexistent/policy", "kara.jp"],
    ])
  func files(arguments: [String]) async throws {
    let directory = try TemporaryDirectory()
    let result = try await run(arguments, directory)
    #expect(result.status == 4)
    #expect(content("junit", directory).contains(arguments[1]))
    #expect(content("junit", directory).contains("<error "))
    #expect(!Self.formats.contains { content($0, directory) == "earlier" })
  }

  @Test("a file that can't be a report of this run is left alone")
  func clash() async throws {
    let directory = try TemporaryDirectory()
    let policy = try directory.write("{", to: "policy.json")
    _ = try await ChildProcess.checkOffline(["--policy", policy, "--output", policy, "kara.jp"])
    #expect(content("policy.json", directory) == "{")
  }

  @Test("a list's refused lines are in every report, and the rest is checked")
  func refusedLines() async throws {
    let directory = try TemporaryDirectory()
    let list = try directory.write("kara.jp\nfoo_bar.jp\n", to: "list.txt")
    let result = try await run(["--input", list], directory)
    #expect(result.status == 4)
    for format in Self.formats where format != "prometheus" && format != "zabbix" {
      let text = content(format, directory)
      #expect(text.contains("bar.jp") && text.contains("kara.jp"), "\(format): \(text)")
      if !["text", "markdown", "html"].contains(format) {
        #expect(text.contains("input-line-refused"), "\(format)")
      }
    }
    #expect(content("prometheus", directory).contains("maildnscheck_refused_lines 1\n"))
    #expect(content("prometheus", directory).contains("maildnscheck_run_success 1\n"))
    #expect(content("zabbix", directory).contains(#""refusedLines":1"#))
    #expect(content("zabbix", directory).contains(#""success":1"#))
    try await Consumers.expectJUnit(content("junit", directory))
    try await Consumers.expectSARIF(content("sarif", directory))
    try await Consumers.expectMetrics(content("prometheus", directory))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(directory.read("json"))) as? [[String: Any]])
    #expect(json.map(\.domain) == ["kara.jp", nil])
    #expect(json[1].findingIDs == ["input-line-refused"])
    #expect(
      content("text", directory).replacing("\n    ", with: " ").hasSuffix(
        "1 line of the list was not checked:\n  \(result.complaints[0].dropFirst("maildnscheck: ".count)).\n")
    )
  }

  @Test("a workbook and a column that is not there are said as such")
  func lists() async throws {
    let directory = try TemporaryDirectory()
    let workbook = try directory.write("PK\u{3}\u{4}xyz", to: "list.xlsx")
    let packed = try await ChildProcess.checkOffline(["--input", workbook])
    #expect(packed.status == 4)
    #expect(packed.stderr.contains("it is a workbook of Excel"))
    let table = try directory.write("name,domain\na,kara.jp\n", to: "list.csv")
    let read = try await ChildProcess.checkOffline(["-q", "--input", table, "--column", "domain"])
    #expect(read.stdout == "kara.jp: none OK\n")
    let missing = try await ChildProcess.checkOffline(["--input", table, "--column", "mail"])
    #expect(missing.status == 4)
    #expect(
      missing.stderr
        == "maildnscheck: can't use \(table): there is no column 'mail'; there are: name, domain\n")
  }
}
