import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The pipelines of docs/ci.md, as they stand")
struct PipelineExamplesTests {
  enum Example: String, CaseIterable {
    case github = "GitHub Actions"
    case gitlab = "GitLab CI"
    case jenkins = "Jenkins"
  }

  enum Fault: CaseIterable {
    case none
    case zoneSyntax, zoneRoute, zoneMissing, policySyntax, policyElsewhere, resolver
  }

  /// What a system runs, and with which exit statuses it lets the job pass all the same.
  private struct Job {
    let shell: [String]
    let scripts: [String]
    let allowed: Set<Int32>
  }

  @Test(
    "are green where all is well, and red for each kind of broken input", arguments: Example.allCases,
    Fault.allCases)
  func colour(example: Example, fault: Fault) async throws {
    let directory = try TemporaryDirectory()
    let server = try FaultServer { [.reply(.rcode(5, to: $0))] }
    try prepare(directory, example, fault, port: Int(server.port))
    let job = try job(example)
    #expect(!job.scripts.isEmpty)
    var isRed = false
    for script in job.scripts {
      let path = try directory.write(script, to: "script")
      let result = try await ChildProcess.run(
        job.shell[0], job.shell.dropFirst() + [path],
        environment: ChildProcess.plainEnvironment.merging([
          "PATH": "\(directory.path)/bin:/usr/bin:/bin", "GITHUB_STEP_SUMMARY": "\(directory.path)/step.md",
        ]) { $1 }, directory: directory.path)
      let status = try #require(result.status)
      if status != 0, !job.allowed.contains(status) { isRed = true }
      #expect(!result.stderr.contains("not found"), "\(result.stderr)")
    }
    #expect(isRed == (fault != .none), "\(example) \(fault)")
    let report = example == .github ? "summary.md" : "junit.xml"
    #expect(directory.read(report) != Array("earlier".utf8))
    #expect(!directory.read(report).isEmpty)
  }

  /// The folder of a job: zones, list, policy, the program in its path with an Internet of its own, and reports of an earlier
  /// run.
  private func prepare(
    _ directory: TemporaryDirectory, _ example: Example, _ fault: Fault, port: Int
  ) throws {
    for folder in ["bin", "zones"] {
      try FileManager.default.createDirectory(
        atPath: "\(directory.path)/\(folder)", withIntermediateDirectories: false)
    }
    for report in ["junit.xml", "mail.csv", "mail.sarif", "summary.md"] {
      try directory.write("earlier", to: report)
    }
    let world =
      fault == .resolver
      ? "--server 127.0.0.1:\(port) --attempts 1" : "--zone-file '\(ExampleFiles.internet)' --offline"
    try directory.write(
      "#!/bin/sh\nexec '\(ChildProcess.productPath)' \(world) \"$@\"\n", to: "bin/maildnscheck")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(directory.path)/bin/maildnscheck")
    let name = example == .jenkins ? "aozora.example" : "example.co.jp"
    var policy = #"{ "domains": { "\#(name)": { "route": "securemx-office365" } } }"#
    if fault == .policySyntax { policy += "}" }
    if fault == .policyElsewhere { policy = policy.replacingOccurrences(of: name, with: "typo." + name) }
    try directory.write(policy, to: "mail-policy.json")
    if example == .jenkins {
      // What is a zone to the others is a list here.
      let list =
        switch fault {
        case .zoneSyntax: "aozora.example\nfoo_bar.jp\n"
        case .zoneRoute: "aozora.example\nkujira.example\n"
        default: "aozora.example\n"
        }
      if fault != .zoneMissing { try directory.write(list, to: "domains.txt") }
    } else if fault != .zoneMissing {
      var zone = try String(contentsOfFile: ExampleFiles.customerZone, encoding: .utf8)
      if fault == .zoneSyntax { zone += "www IN A 192.0.2.256\n" }
      if fault == .zoneRoute { zone = zone.replacingOccurrences(of: "mx.securemx.jp.", with: "mail") }
      try directory.write(zone, to: "zones/example.co.jp.zone")
    }
  }

  /// The block of the documentation below the heading of the system.
  private func block(_ example: Example) throws -> [String] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../docs/ci.md"
    ).path
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let heading = try #require(lines.firstIndex(of: "## " + example.rawValue))
    return lines[(heading + 1)...].drop { $0.isEmpty }.prefix { $0.isEmpty || $0.hasPrefix("    ") }.map {
      String($0.dropFirst(4))
    }
  }

  private func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  private func job(_ example: Example) throws -> Job {
    let lines = try block(example)
    switch example {
    case .github:
      // https://docs.github.com: a step without `shell` is run by `bash -e`, and every step here always runs.
      var scripts: [String] = []
      for (index, line) in lines.enumerated() {
        guard let range = line.range(of: "run: ") else { continue }
        let rest = String(line[range.upperBound...])
        if rest != "|" {
          scripts.append(rest)
          continue
        }
        let column = indent(line)
        scripts.append(lines[(index + 1)...].prefix { indent($0) > column }.joined(separator: "\n"))
      }
      #expect(!lines.contains { $0.contains("continue-on-error") })
      return Job(shell: ["/bin/bash", "-e"], scripts: scripts, allowed: [])
    case .gitlab:
      let start = try #require(lines.firstIndex { $0.hasSuffix("script:") })
      let body = lines[(start + 1)...].prefix { indent($0) > indent(lines[start]) }
      // A plain scalar over several lines is folded (YAML 1.2 §7.3.3).
      let folded = body.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
      let commands = folded.components(separatedBy: "- ").filter { $0.hasPrefix("maildnscheck") }
      let codes = lines.drop { !$0.contains("exit_codes") }.joined().filter { $0.isNumber }
      return Job(
        shell: ["/bin/bash", "-eo", "pipefail"], scripts: [commands.joined(separator: "\n")],
        allowed: Set(codes.compactMap { Int32(String($0)) }))
    case .jenkins:
      let text = lines.joined(separator: "\n")
      // With `returnStatus` the step would not fail by itself.
      #expect(!text.contains("returnStatus"))
      let parts = text.components(separatedBy: "'''")
      return Job(shell: ["/bin/sh", "-xe"], scripts: parts.count == 3 ? [parts[1]] : [], allowed: [])
    }
  }
}
