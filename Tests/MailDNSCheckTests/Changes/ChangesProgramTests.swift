import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Changes: the program")
struct ChangesProgramTests {
  private static let domains = ["aozora.example", "hayate.example", "kawabe.example"]

  /// A folder with a run over the example domains, and one in which the MX of one domain is another.
  private func runs() async throws -> TemporaryDirectory {
    let folder = try TemporaryDirectory()
    let zone = try String(contentsOfFile: ExampleFiles.internet, encoding: .utf8)
    try folder.write(zone, to: "then.zone")
    try folder.write(zone + "\nhayate.example. 3600 IN MX 99 mx.elsewhere.example.\n", to: "now.zone")
    for (zone, format, name) in [
      ("then.zone", "ndjson", "then.ndjson"), ("now.zone", "ndjson", "now.ndjson"),
      ("now.zone", "json", "now.json"),
    ] {
      let result = try await ChildProcess.maildnscheck(
        ["--zone-file", zone, "--offline", "--format", format] + Self.domains, directory: folder.path)
      try folder.write(result.stdout, to: name)
    }
    try folder.write("hello\n", to: "foreign.txt")
    try folder.write("", to: "empty.ndjson")
    return folder
  }

  @Test("the exit status says whether anything has changed")
  func status() async throws {
    let folder = try await runs()
    for (arguments, status) in [
      (["then.ndjson", "then.ndjson"], 0), (["now.ndjson", "now.json"], 0), (["then.ndjson", "now.json"], 1),
      (["now.json", "then.ndjson"], 1), (["then.ndjson", "foreign.txt"], 4),
      (["foreign.txt", "then.ndjson"], 4),
      (["empty.ndjson", "then.ndjson"], 4), (["none", "then.ndjson"], 4), (["then.ndjson", "."], 4),
      (["then.ndjson"], 4), ([], 4), (["a", "b", "c"], 4), (["-", "-"], 4),
      (["--format", "csv", "then.ndjson", "now.json"], 4),
      (["--output", "then.ndjson", "then.ndjson", "now.json"], 4),
    ] as [([String], Int32)] {
      let result = try await ChildProcess.maildnscheck(["diff"] + arguments, directory: folder.path)
      #expect(result.status == status, "\(arguments): \(result.stdout)\(result.stderr)")
      if status == 4 { #expect(result.stdout == "" && result.stderr.hasPrefix("maildnscheck: ")) }
    }
  }

  @Test("what has changed is named, from a pipe, too")
  func text() async throws {
    let folder = try await runs()
    let new = String(decoding: folder.read("now.ndjson"), as: UTF8.self)
    let result = try await ChildProcess.maildnscheck(
      ["diff", "then.ndjson", "-"], directory: folder.path, input: .text(new))
    #expect(result.stdout.contains("hayate.example\n") && result.stdout.contains("99 mx.elsewhere.example"))
    #expect(!result.stdout.contains("aozora.example"))
    let pipe = try await ChildProcess.run(
      "/bin/bash",
      ["-c", "\"$0\" diff <(cat then.ndjson) <(cat now.ndjson); echo $?", ChildProcess.productPath],
      environment: ChildProcess.plainEnvironment, directory: folder.path)
    #expect(pipe.stdout == result.stdout + "1\n")
  }

  @Test("a line that can't be read is named with its place")
  func broken() async throws {
    let folder = try await runs()
    let old = String(decoding: folder.read("then.ndjson"), as: UTF8.self)
    try folder.write("{\"domain\n" + old, to: "broken.ndjson")
    let result = try await ChildProcess.maildnscheck(
      ["diff", "broken.ndjson", "then.ndjson"], directory: folder.path)
    #expect(
      result.status == 4 && result.stderr.contains("broken.ndjson") && result.stdout.contains("3 domains"))
  }

  @Test("--since tells in the check what has changed, and leaves the exit status to the check")
  func since() async throws {
    let folder = try await runs()
    let check = ["--zone-file", "now.zone", "--offline"] + Self.domains
    let plain = try await ChildProcess.maildnscheck(check, directory: folder.path)
    let since = try await ChildProcess.maildnscheck(
      ["--since", "then.ndjson"] + check, directory: folder.path)
    #expect(since.status == plain.status)
    #expect(
      since.stdout.contains("99 mx.elsewhere.example")
        && since.stdout.contains("Nothing has changed since 20"))
    #expect(since.stdout.contains("1 of 3 domains has changed since 20"))
    let lines = try await ChildProcess.maildnscheck(
      ["--since", "then.ndjson", "--format", "ndjson"] + check, directory: folder.path
    ).stdout.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    let weights = lines.map { ($0?["changes"] as? [String: Any])?["weight"] as? String }
    #expect(weights == ["info", "change", "info"])
    let none = try await ChildProcess.maildnscheck(
      ["--since", "foreign.txt"] + check, directory: folder.path)
    #expect(none.status == 4)
  }

  @Test("the plugin's first line begins with what has changed")
  func plugin() async throws {
    let folder = try await runs()
    let result = try await ChildProcess.maildnscheck(
      ["--since", "then.ndjson", "--zone-file", "now.zone", "--offline", "-H", "hayate.example"],
      named: "check_maildns", directory: folder.path)
    #expect(result.stdout.contains(" - hayate.example: changed: "), "\(result.stdout)")
    let same = try await ChildProcess.maildnscheck(
      ["--since", "now.ndjson", "--zone-file", "now.zone", "--offline", "-H", "hayate.example"],
      named: "check_maildns", directory: folder.path)
    #expect(!same.stdout.contains("changed"))
    #expect(same.status == result.status)
  }

  @Test("what is printed is what the schemas say")
  func schemas() async throws {
    let folder = try await runs()
    let diff = try await ChildProcess.maildnscheck(
      ["diff", "--format", "json", "then.ndjson", "now.json"], directory: folder.path)
    let check = try await ChildProcess.maildnscheck(
      ["--since", "then.ndjson", "--zone-file", "now.zone", "--offline", "--format", "ndjson"] + Self.domains,
      directory: folder.path)
    let script = """
      import json, sys
      import jsonschema
      validator = jsonschema.Draft202012Validator(json.load(open(sys.argv[1])))
      texts = [sys.stdin.read()] if sys.argv[2] == "one" else sys.stdin
      for text in texts:
          for error in validator.iter_errors(json.loads(text)):
              print(list(error.path), error.message[:300], [e.message[:200] for e in error.context or []])
              sys.exit(1)
      """
    for (schema, count, text) in [
      ("docs/diff-schema.json", "one", diff.stdout), ("docs/schema.json", "lines", check.stdout),
    ] {
      let result = try await ChildProcess.run(
        "/usr/bin/python3", ["-c", script, ExampleFiles.root.appendingPathComponent(schema).path, count],
        environment: ["PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"], input: .text(text))
      #expect(result.status == 0, "\(schema): \(result.stdout)\(result.stderr)")
    }
  }
}
