import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Policies and provider files given to the program")
struct PolicyProgramTests {
  private let file: MailInternet.File
  private let directory: TemporaryDirectory

  init() throws {
    file = try MailInternet.File()
    directory = try TemporaryDirectory()
  }

  private func run(
    _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> ChildProcess.Result {
    try await ChildProcess.maildnscheck(
      arguments + ["--zone-file", file.path, "--offline"], environment: environment)
  }

  @Test("init writes a policy that the same DNS meets")
  func roundTrip() async throws {
    let path = directory.path + "/policy.json"
    let made = try await run("init", "kaisha.jp", "kojo.jp", "kara.jp", "--output", path)
    #expect(made.stdout == "")
    #expect(made.stderr == "")
    let checked = try await run("--policy", path)
    #expect(checked.stdout.hasSuffix("As expected: 3 of 3: kaisha.jp, kojo.jp, kara.jp\n"))
    let json = try await run("--policy", path, "--format", "json")
    #expect(!json.stdout.contains("\"policy-"))
    #expect(json.stdout.hasPrefix("["))
  }

  @Test(
    "a policy without domains on the command line checks those that it names, and says who is as expected")
  func ownDomains() async throws {
    let path = try directory.write(
      #"{ "default": {"route": "securemx"}, "domains": { "kaisha.jp": {}, "shiten.jp": {}, "*.example": {} } }"#,
      to: "policy.json")
    let result = try await run("--policy", path)
    #expect(result.stdout.contains("The route of shiten.jp is office365; expected is securemx."))
    #expect(result.stdout.hasSuffix("As expected: 1 of 2: kaisha.jp\n"))
    #expect(result.status == 2)
    let one = try await run("--policy", path, "-q", "kojo.jp")
    #expect(one.lines.count == 1)
    #expect(try await run("--policy", path, "--expect", "office365", "-q", "shiten.jp").status != 2)
  }

  @Test("a policy that names no domain needs one on the command line")
  func nothingToCheck() async throws {
    let path = try directory.write("{}", to: "policy.json")
    let result = try await run("--policy", path)
    #expect(result.status == 4)
    #expect(result.complaints.count == 1)
  }

  @Test("a policy without a word about a domain says so, unless it says that nothing is expected")
  func uncovered() async throws {
    let path = try directory.write(#"{ "domains": { "kaar.jp": {}, "*.kara.jp": {} } }"#, to: "policy.json")
    let result = try await run("--policy", path, "kara.jp")
    #expect(result.stdout.contains("No entry of the policy covers kara.jp"))
    #expect(result.status == 1)
    let general = try directory.write(#"{ "default": {}, "domains": { "kaar.jp": {} } }"#, to: "policy.json")
    #expect(try await run("--policy", general, "kara.jp").status == 0)
  }

  @Test("init overwrites nothing, and writes nothing where nothing was learnt")
  func draft() async throws {
    let path = try directory.write("old", to: "policy.json")
    let there = try await run("init", "--output", path, "kara.jp")
    #expect(there.status == 4)
    #expect(there.stderr == "maildnscheck: \(path) is there already, and is not overwritten\n")
    #expect(directory.read("policy.json") == Array("old".utf8))
    let new = directory.path + "/new.json"
    let nothing = try await run("init", "--output", new, "kiru.jp")
    #expect(nothing.status == 3)
    #expect(nothing.complaints.count == 1)
    #expect(!FileManager.default.fileExists(atPath: new))
    let some = try await run("init", "--output", new, "kara.jp", "kiru.jp")
    #expect(some.status == 3)
    #expect(String(decoding: directory.read("new.json"), as: UTF8.self).contains(#""route": "none""#))
    #expect(try await run("init", "kiru.jp").stdout == "")
  }

  @Test("a name that does not exist, as a mistyped one, is not drafted and not planned: 4")
  func missingDomain() async throws {
    let result = try await run("init", "nai.jp", "kara.jp")
    #expect(result.status == 4)
    #expect(result.stderr == "maildnscheck: nai.jp does not exist in DNS: it is left out\n")
    #expect(!result.stdout.contains("nai.jp") && result.stdout.contains("kara.jp"))
    #expect(try await run("init", "nai.jp").stdout == "")
    #expect(try await run("plan", "--target", "office365", "nai.jp").status == 4)
  }

  @Test("a mistake in a file is one line with file, line and column, before any question, and 4")
  func mistakes() async throws {
    let bad = try directory.write("{ \"default\": {\n \"dmrac\": \"none\" } }", to: "bad.json")
    let policy = try await run("--policy", bad, "kara.jp")
    #expect(
      policy.stderr == "maildnscheck: \(bad):2:2: unknown key \"dmrac\"; did you mean \"dmarc\"?\n")
    #expect(policy.stdout == "")
    #expect(policy.status == 4)
    for command in ["check", "mx", "plan", "init", "providers"] {
      let arguments =
        switch command {
        case "providers": ["providers", "--providers", bad]
        case "plan": ["plan", "--target", "office365", "kara.jp", "--providers", bad]
        default: [command, "kara.jp", "--providers", bad]
        }
      let result = try await ChildProcess.maildnscheck(arguments)
      #expect(result.stderr.hasPrefix("maildnscheck: \(bad):1:3: unknown key \"default\""), "\(command)")
      #expect(result.status == 4)
      #expect(result.stdout == "")
    }
    let missing = try await run("--policy", "/nonexistent/policy", "kara.jp")
    #expect(missing.stderr == "maildnscheck: can't read /nonexistent/policy: No such file or directory\n")
    #expect(missing.status == 4)
  }

  @Test("what the report says of an unknown MX host can be pasted into a provider file")
  func paste() async throws {
    let zone = try directory.write(
      """
      $ORIGIN .
      $TTL 300
      @ IN SOA a.root. hostmaster.root. 1 3600 600 86400 300
      ken.jp. MX 10 mx1.unheard-of.test.
      mx1.unheard-of.test. A 198.51.100.1

      """, to: "zone")
    let report = try await ChildProcess.maildnscheck(
      "--zone-file", zone, "--offline", "--format", "json", "ken.jp")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.standardOutput)) as? [String: Any])
    let findings = try #require(object["findings"] as? [[String: Any]])
    let fix = try #require(
      findings.first { $0["id"] as? String == "mx-provider-unknown" }?["fix"] as? String)
    let entry = try #require(fix.firstIndex(of: "{"))
    let providers = try directory.write("{ \"providers\": [ \(fix[entry...]) ] }", to: "providers.json")
    let again = try await ChildProcess.maildnscheck(
      "--zone-file", zone, "--offline", "--format", "json", "--providers", providers, "ken.jp")
    #expect(!again.stdout.contains("mx-provider-unknown"))
    #expect(again.stdout.contains("\"unheard-of-test\""))
  }

  @Test("the user's own provider file is read, one in the working directory is not")
  func standardPlace() async throws {
    let text = #"{ "providers": [ { "id": "ours", "name": "Ours", "kinds": ["mailbox"] } ] }"#
    try FileManager.default.createDirectory(
      atPath: directory.path + "/maildnscheck", withIntermediateDirectories: true)
    try directory.write(text, to: "maildnscheck/providers.json")
    try directory.write(text, to: "providers.json")
    let own = try await ChildProcess.maildnscheck(
      ["providers"], environment: ["XDG_CONFIG_HOME": directory.path])
    #expect(own.stdout.contains("\nours  Ours\n"))
    let other = try await ChildProcess.maildnscheck(["providers"], directory: directory.path)
    #expect(!other.stdout.contains("ours  Ours"))
  }
}
