import Foundation
import Testing

@testable import MailDNSCheck

/// The programs that read reports, from outside. One that is missing fails the test.
enum Consumers {
  private static let schemas = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Schemas")

  static func run(_ program: String, _ arguments: [String], _ text: String) async throws
    -> ChildProcess.Result
  {
    try #require(
      FileManager.default.isExecutableFile(atPath: program),
      "\(program) is missing: run Scripts/install-test-tools")
    return try await ChildProcess.run(
      program, arguments, environment: ["PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"],
      input: .text(text))
  }

  /// xmllint, by the schema that JUnit's readers have in common.
  static func expectJUnit(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let schema = schemas.appendingPathComponent("junit.xsd").path
    let result = try await run("/usr/bin/xmllint", ["--noout", "--schema", schema, "-"], text)
    #expect(result.status == 0, "\(result.stderr)", sourceLocation: sourceLocation)
  }

  /// What the XPath expression comes to.
  static func xpath(_ expression: String, _ text: String) async throws -> String {
    let result = try await run("/usr/bin/xmllint", ["--xpath", expression, "-"], text)
    return result.stdout.hasSuffix("\n") ? String(result.stdout.dropLast()) : result.stdout
  }

  /// python3-jsonschema, by the part of the standard's schema that reports use.
  static func expectSARIF(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let script = """
      import json, sys
      try:
          import jsonschema
      except ImportError:
          sys.exit("python3-jsonschema is missing: run Scripts/install-test-tools")
      validator = jsonschema.Draft7Validator(json.load(open(sys.argv[1])))
      errors = list(validator.iter_errors(json.load(sys.stdin)))
      for error in errors[:3]:
          print(list(error.path), error.message[:300])
      sys.exit(1 if errors else 0)
      """
    let schema = schemas.appendingPathComponent("sarif-2.1.0.json").path
    let result = try await run("/usr/bin/python3", ["-c", script, schema], text)
    #expect(result.status == 0, "\(result.stdout)\(result.stderr)", sourceLocation: sourceLocation)
  }

  /// promtool, which reads as the textfile collector does. It would have sizes of keys in bytes, and nothing else.
  static func expectMetrics(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let result = try await run("/usr/bin/promtool", ["check", "metrics"], text)
    let complaints = (result.stderr + result.stdout).split(separator: "\n").filter {
      !$0.hasPrefix("maildnscheck_dkim_key_bits_min use base unit")
    }
    #expect(complaints.isEmpty, sourceLocation: sourceLocation)
    #expect([0, 3].contains(result.status), sourceLocation: sourceLocation)
  }

  /// What GitHub's renderer makes of Markdown.
  static func html(_ markdown: String) async throws -> String {
    let extensions = ["table", "autolink", "strikethrough", "tasklist"].flatMap { ["-e", $0] }
    let result = try await run("/usr/bin/cmark-gfm", ["--unsafe"] + extensions, markdown)
    #expect(result.status == 0)
    return result.stdout
  }
}

extension ReportDocument {
  /// The whole document on `reports`.
  func text(_ reports: [DomainReport]) -> String {
    var document = self
    var text = document.begin()
    for report in reports { text += document.add(report) }
    return text + document.end()
  }
}

extension ReportSetting {
  static let plain = ReportSetting(language: .english, catalogue: .builtIn)

  static func speaking(_ language: Language) -> ReportSetting {
    ReportSetting(language: language, catalogue: .builtIn)
  }
}

extension ExampleReports {
  /// All of the example domains.
  static func all() async throws -> [DomainReport] {
    var reports: [DomainReport] = []
    for domain in domains { reports.append(try await report(domain)) }
    return reports
  }

  /// A domain of which hardly anything could be asked.
  static func unasked() async throws -> DomainReport {
    try await RecordedResolver.example { _ in .servfail }.report(on: "aozora.example")
  }
}
