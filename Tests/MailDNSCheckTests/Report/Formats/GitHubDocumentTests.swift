import Foundation
import Testing

@testable import MailDNSCheck

@Suite("GitHub workflow commands")
struct GitHubDocumentTests {
  @Test("are one a finding, with the level of the severity, and read as the runner reads them")
  func commands() async throws {
    let reports = try await ExampleReports.all() + [try await ExampleReports.unasked()]
    let findings = reports.flatMap { report in report.findings.map { (report, $0) } }
    let lines = GitHubDocument(setting: .plain).text(reports).split(separator: "\n")
    try #require(lines.count == findings.count)
    for (line, (report, finding)) in zip(lines, findings) {
      let command = try #require(WorkflowCommand(line))
      let names: [Severity: String] = [
        .critical: "error", .warning: "warning", .unknown: "warning", .info: "notice",
      ]
      #expect(command.name == names[finding.severity])
      #expect(command.properties == ["title": "\(report.domain.name): \(finding.id)"])
      #expect(command.message.hasPrefix(finding.message.english))
    }
  }

  @Test("name the line of the zone file")
  func place() async throws {
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", ExampleFiles.internet, "--offline", "--format", "github", "futaba.example")
    #expect(result.status == 1)
    for line in result.lines {
      let command = try #require(WorkflowCommand(Substring(line)))
      #expect(command.properties["file"] == ExampleFiles.internet)
      #expect(Int(command.properties["line"] ?? "") != nil)
    }
  }

  @Test("escape what would end a property, a message or the line")
  func escaping() throws {
    let hostile = "a%0Ab:c,d::e\r\n::error::x"
    let line = GitHubText.command("error", ["file": nil, "title": hostile], hostile)
    #expect(line.unicodeScalars.filter { $0 == "\n" || $0 == "\r" }.count == 1)
    let command = try #require(WorkflowCommand(line.dropLast()))
    #expect(command == WorkflowCommand(name: "error", properties: ["title": hostile], message: hostile))
  }
}

/// A line as the runner of GitHub Actions reads it.
struct WorkflowCommand: Equatable {
  let name: String
  let properties: [String: String]
  let message: String

  init(name: String, properties: [String: String], message: String) {
    (self.name, self.properties, self.message) = (name, properties, message)
  }

  /// Nil for a line that is no command.
  init?(_ line: Substring) {
    guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = line.dropFirst(2)[..<end.lowerBound].split(separator: " ", maxSplits: 1)
    guard let first = head.first else { return nil }
    name = String(first)
    var properties: [String: String] = [:]
    for pair in head.dropFirst().first?.split(separator: ",") ?? [] {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { return nil }
      properties[parts[0]] = Self.data(
        parts[1].replacing("%3A", with: ":").replacing("%2C", with: ","))
    }
    self.properties = properties
    message = Self.data(String(line[end.upperBound...]))
  }

  private static func data(_ text: String) -> String {
    text.replacing("%0D", with: "\r").replacing("%0A", with: "\n").replacing("%25", with: "%")
  }
}
