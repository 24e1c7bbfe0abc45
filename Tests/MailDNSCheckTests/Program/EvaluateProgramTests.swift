import Foundation
import Testing

@testable import MailDNSCheck

@Suite("maildnscheck spf --ip, over a name server")
struct EvaluateProgramTests {
  private static let zone = """
    $ORIGIN test.
    $TTL 300
    @ IN SOA ns hostmaster 1 3600 600 86400 300
    @ NS ns
    ns A 127.0.0.1
    pass TXT "v=spf1 ip4:192.0.2.0/24 -all"
    softfail TXT "v=spf1 ip4:192.0.2.99 ~all"
    neutral TXT "v=spf1 ?all"
    none A 192.0.2.1
    fail TXT "v=spf1 -all exp=why.test"
    why TXT "go away, %{i}"
    permerror TXT "v=spf1 include:gone.test -all"
    temperror TXT "v=spf1 include:elsewhere.invalid -all"
    mail.helo TXT "v=spf1 a -all"
    mail.helo A 192.0.2.3
    six TXT "v=spf1 ip6:2001:db8::/32 -all"

    """

  private static let server = Swift.Result { try NSDServer([TestZone("test", zone)]) }

  private func run(_ arguments: String...) async throws -> ChildProcess.Result {
    try await ChildProcess.maildnscheck(
      ["spf", "--server", "127.0.0.1:\(try Self.server.get().port)"] + arguments)
  }

  /// `result domain status` of the evaluation.
  private func outcome(_ result: ChildProcess.Result) throws -> String {
    let evaluation = try #require(try result.object()["evaluation"] as? [String: Any])
    return "\(evaluation["result"] ?? "") \(result.status ?? -1)"
  }

  @Test(
    "the result decides the exit status",
    arguments: [
      ("pass", 0), ("softfail", 1), ("neutral", 1), ("none", 1), ("fail", 2), ("permerror", 2),
      ("temperror", 3),
    ] as [(String, Int32)])
  func exitStatus(_ result: String, _ status: Int32) async throws {
    let run = try await run("--ip", "192.0.2.3", "--mail-from", "user@\(result).test", "-q")
    #expect(run.stdout == "user@\(result).test: \(result)\n")
    #expect(run.status == status)
    #expect(run.stderr == "")
  }

  @Test("with an explanation in JSON")
  func explanation() async throws {
    let run = try await run("--ip", "192.0.2.3", "--mail-from", "user@fail.test", "--format", "json")
    let evaluation = try #require(try run.object()["evaluation"] as? [String: Any])
    #expect(evaluation["explanation"] as? String == "go away, 192.0.2.3")
    #expect(evaluation["mechanism"] as? String == "-all")
    #expect(try run.object().domain == "fail.test")
  }

  @Test("as NDJSON it is one line")
  func ndjson() async throws {
    let run = try await run("--ip", "192.0.2.3", "--mail-from", "user@pass.test", "--format", "ndjson")
    #expect(run.lines.count == 1)
    #expect(try run.objectLines().first?["evaluation"] != nil)
  }

  @Test("a bounce is checked by its HELO name", arguments: ["", "<>"])
  func bounce(_ mailFrom: String) async throws {
    let run = try await run("--ip", "192.0.2.3", "--mail-from", mailFrom, "--helo", "mail.helo.test", "-q")
    #expect(run.stdout == "postmaster@mail.helo.test: pass\n")
    #expect(run.status == 0)
  }

  @Test("a HELO name alone is one too")
  func heloAlone() async throws {
    let run = try await run("--ip", "192.0.2.4", "--helo", "mail.helo.test", "-q")
    #expect(run.stdout == "postmaster@mail.helo.test: fail\n")
  }

  private static let junk = [
    "JUMPIN' JUPITER", "[192.0.2.1]", "", "-", "--ip", "@", "a..b", ".", "\u{1B}[31m", "日本語",
    String(repeating: "a", count: 64) + ".test", String(repeating: "a.", count: 200) + "test", "localhost",
  ]

  @Test("whatever a host calls itself is evaluated, never a mistake of the command line", arguments: junk)
  func junkHELO(_ helo: String) async throws {
    let bounce = try await run("--ip", "192.0.2.3", "--helo", helo, "--format", "json")
    #expect(bounce.stderr == "")
    #expect(try outcome(bounce) == "none 1")
    #expect(try bounce.object()["domain"] is NSNull)
    let mail = try await run(
      "--ip", "192.0.2.3", "--helo", helo, "--mail-from", "u@pass.test", "--format", "json")
    #expect(mail.stderr == "")
    #expect(try outcome(mail) == "pass 0")
  }

  @Test("whatever the sender's address is, neither", arguments: junk)
  func junkMailFrom(_ mailFrom: String) async throws {
    let run = try await run("--ip", "192.0.2.3", "--mail-from", mailFrom, "--format", "json")
    #expect(run.stderr == "")
    #expect(try outcome(run) == "none 1")
    let text = try await self.run("--ip", "192.0.2.3", "--mail-from", mailFrom, "-vv")
    #expect(text.status == 1)
    #expect(Visibility.violations(in: text.standardOutput) == [])
  }

  @Test("a DOMAIN is checked in place of the sender's")
  func operand() async throws {
    let override = try await run(
      "--ip", "192.0.2.3", "--mail-from", "u@fail.test", "--format", "json", "pass.test")
    #expect(try outcome(override) == "pass 0")
    #expect(try override.object().domain == "pass.test")
    let alone = try await run("--ip", "192.0.2.3", "--format", "json", "User@Pass.TEST.")
    #expect(try outcome(alone) == "pass 0")
  }

  @Test(
    "an IPv4-mapped address is the IPv4 address",
    arguments: [
      ("::ffff:192.0.2.3", "pass", 0), ("::FFFF:c000:203", "pass", 0), ("2001:db8::1", "six", 0),
      ("192.0.2.3", "six", 2), ("2001:db8::1", "pass", 2),
    ] as [(String, String, Int32)])
  func families(_ address: String, _ domain: String, _ status: Int32) async throws {
    #expect(try await run("--ip", address, "--mail-from", "u@\(domain).test").status == status)
  }

  @Test(
    "the command line is wrong in one line, and 4",
    arguments: [
      ["--ip", "192.0.2.256", "--mail-from", "u@pass.test"], ["--ip", "", "--mail-from", "u@pass.test"],
      ["--ip", "192.0.2.0/24", "pass.test"], ["--ip", "pass.test", "pass.test"], ["--ip", "192.0.2.3"],
      ["--mail-from", "u@pass.test"], ["--helo", "pass.test"], ["--mail-from", "u@pass.test", "pass.test"],
      ["--ip", "192.0.2.3", "pass.test", "fail.test"], ["--ip", "192.0.2.3", "bad..test"],
      ["--ip", "192.0.2.3", "--input", "-"],
    ])
  func usage(_ arguments: [String]) async throws {
    let result = try await ChildProcess.maildnscheck(["spf"] + arguments)
    #expect(result.status == 4)
    #expect(result.stdout == "")
    #expect(result.complaints.count == 1)
    #expect(result.stderr.hasPrefix("maildnscheck: "))
  }

  @Test("a server that does not answer is temperror")
  func silence() async throws {
    let server = try FaultServer { _ in [.drop] }
    let result = try await ChildProcess.maildnscheck([
      "spf", "--server", "127.0.0.1:\(server.port)", "--timeout", "0.2", "--attempts", "1", "--ip",
      "192.0.2.3",
      "--format", "json", "pass.test",
    ])
    #expect(try outcome(result) == "temperror 3")
    #expect(!server.queries.isEmpty)
  }
}
