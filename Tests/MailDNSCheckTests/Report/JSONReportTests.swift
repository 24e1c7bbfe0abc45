import Foundation
import Testing

@testable import MailDNSCheck

@Suite("JSON reports")
struct JSONReportTests {
  private func json(_ arguments: String...) async throws -> String {
    try await ChildProcess.maildnscheck(arguments + ["--zone-file", ExampleFiles.internet, "--offline"])
      .stdout
  }

  @Test("of a domain")
  func golden() async throws {
    let text = try await json("--format", "json", "aozora.example")
      .replacing(/"checkedAt" : "[^"]*"/, with: "\"checkedAt\" : \"2026-11-24T01:02:03Z\"")
      .replacing(/"seconds" : [0-9.e-]+/, with: "\"seconds\" : 0.084")
      .replacing(/"queries" : [0-9]+/, with: "\"queries\" : 31")
    expectGolden(text, "aozora.json")
  }

  @Test("one object for one domain, an array for several, a line for each as NDJSON")
  func shapes() async throws {
    #expect(try await json("--format", "json", "aozora.example").hasPrefix("{\n"))
    let several = try await json("--format", "json", "aozora.example", "kawabe.example")
    let array = try JSONSerialization.jsonObject(with: Data(several.utf8)) as? [[String: Any]]
    #expect(array?.compactMap { $0["domain"] as? String } == ["aozora.example", "kawabe.example"])
    let lines = try await json("--format", "ndjson", "aozora.example", "kawabe.example").lines
    #expect(lines.count == 3)
    #expect(lines.last == "")
  }

  @Test("what the program prints is what the schema says, its keys in order")
  func schema() async throws {
    let directory = try TemporaryDirectory()
    let evil = try directory.write(HostileReportTests.zone, to: "evil.zone")
    var lines: [Substring] = []
    func add(_ arguments: [String]) async throws {
      let result = try await ChildProcess.maildnscheck(["--format", "ndjson"] + arguments)
      #expect(result.stderr.isEmpty)
      lines += result.stdout.split(separator: "\n")
    }
    let examples = ["--zone-file", ExampleFiles.internet, "--offline"] + ExampleReports.domains
    try await add(examples)
    try await add(["--lang", "ja"] + examples)
    for area in ["mx", "spf", "dkim", "dmarc", "tls", "hosts", "bimi", "ns"] {
      try await add([area] + examples)
    }
    try await add(["--full"] + examples)
    for expected in RouteID.allCases where expected != .unknown {
      try await add(["--expect", expected.rawValue] + examples)
    }
    try await add(["--zone-file", evil, "--offline", "evil.test", "modifiers.test"])
    try await add(["--zone-file", ExampleFiles.customerZone, "--offline", "example.co.jp", "gone.example"])
    let array = try await ChildProcess.maildnscheck(["--format", "json"] + examples).stdout
    lines.append(Substring(array.replacing("\n", with: "")))
    #expect(lines.count > 200)
    try await expectValid(lines.joined(separator: "\n"), with: "docs/schema.json")
  }

  @Test("the schema lists the ids of findings, in the order in which they are declared")
  func findingIDs() throws {
    let file = ExampleFiles.root.appendingPathComponent("docs/schema.json")
    let schema = try String(contentsOf: file, encoding: .utf8)
    let list = try #require(schema.firstMatch(of: /\[[^\[\]]+"domain-closed"[^\[\]]+\]/)).range
    let ids = FindingCatalogue.ids.map { "            \"\($0)\"" }.joined(separator: ",\n")
    let wanted = schema.replacingCharacters(in: list, with: "[\n\(ids)\n          ]")
    let isUpdate = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
    if let complaint = compareGolden(wanted, with: file, isUpdate: isUpdate) {
      Issue.record("\(complaint)")
    }
  }

  @Test("the schema knows every id, severity, route and kind of evidence")
  func enumerations() throws {
    let file = ExampleFiles.root.appendingPathComponent("docs/schema.json")
    let schema = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    func values(_ path: String) -> Set<String> {
      let node = path.split(separator: "/").reduce(schema as Any?) { node, key in
        (node as? [String: Any])?[String(key)]
      }
      return Set((node as? [Any])?.compactMap { $0 as? String } ?? [])
    }
    let finding = "$defs/finding/properties"
    #expect(values("\(finding)/id/enum") == Set(FindingCatalogue.ids))
    #expect(values("\(finding)/severity/enum") == Set(Severity.allCases.map(\.rawValue)))
    #expect(values("\(finding)/area/enum") == Set(Finding.Area.allCases.map(\.rawValue)))
    #expect(values("$defs/route/properties/id/enum") == Set(RouteID.allCases.map(\.rawValue)))
    #expect(values("$defs/route/properties/confidence/enum") == Set(Confidence.allCases.map(\.rawValue)))
    #expect(values("$defs/report/properties/status/enum") == Set(Status.allCases.map(\.rawValue)))
  }

  /// Validates each line, a JSON document of its own.
  private func expectValid(_ lines: String, with schema: String) async throws {
    let script = """
      import json, sys
      try:
          import jsonschema
      except ImportError:
          sys.exit("python3-jsonschema is missing: run Scripts/install-test-tools")
      def members(pairs):
          keys = [key for key, _ in pairs]
          if keys != sorted(keys):
              sys.exit(f"keys are out of order: {keys}")
          return dict(pairs)
      validator = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
      for line in sys.stdin:
          for error in validator.iter_errors(json.loads(line, object_pairs_hook=members)):
              details = [error] + sorted(error.context or [], key=lambda e: -len(e.path))
              print(line[:60], *(f"{list(e.path)}: {e.message[:200]}" for e in details[:3]), sep="\\n  ")
              sys.exit(1)
      """
    let result = try await ChildProcess.run(
      "/usr/bin/python3", ["-c", script, ExampleFiles.root.appendingPathComponent(schema).path],
      environment: ["PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"], input: .text(lines))
    #expect(result.status == 0, "\(result.stdout)\(result.stderr)")
  }
}
