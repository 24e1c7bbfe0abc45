import Foundation
import Testing

@testable import MailDNSCheck

@Suite("tls and bimi, from outside")
struct TransportProgramTests {
  private let files: TemporaryDirectory
  private let zone: String

  init() throws {
    files = try TemporaryDirectory()
    zone = try files.write(
      """
      $ORIGIN example.jp.
      $TTL 3600
      @ SOA ns hostmaster 1 7200 1800 1209600 300
      @ NS ns
      ns A 192.0.2.53
      @ MX 10 mail
      mail A 192.0.2.25
      _25._tcp.mail TLSA 3 1 1 \(String(repeating: "ab", count: 32))
      _mta-sts TXT "v=STSv1; id=1"
      _smtp._tls TXT "v=TLSRPTv1; rua=mailto:t@example.jp"
      _dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.jp"
      default._bimi TXT "v=BIMI1; l=https://example.jp/logo.svg; a=https://example.jp/vmc.pem"

      """, to: "example.jp.zone")
  }

  private func run(_ arguments: String...) async throws -> ChildProcess.Result {
    try await ChildProcess.maildnscheck(arguments + ["--zone-file", zone, "--offline", "example.jp"])
  }

  private func policy(_ host: String) throws -> String {
    try files.write("version: STSv1\nmode: enforce\nmx: \(host)\nmax_age: 604800\n", to: "policy.txt")
  }

  @Test("a policy that allows the host, and one that does not")
  func policies() async throws {
    let good = try await run("tls", "--mta-sts-policy", policy("mail.example.jp"))
    // Whether the zone is signed only the zone above could say.
    #expect(good.status == 3, "\(good.stdout)\(good.stderr)")
    #expect(good.stdout.contains("MTA-STS: allowed"))
    #expect(good.stdout.contains("mode enforce, kept for 7 d, mx mail.example.jp"))
    let bad = try await run("tls", "--mta-sts-policy", policy("mx.example.jp"))
    #expect(bad.status == 2)
    #expect(bad.stdout.contains("mta-sts-host-unmatched"))
    let japanese = try await run("tls", "--lang", "ja", "--mta-sts-policy", policy("mx.example.jp"))
    #expect(japanese.stdout.contains("MXホスト mail.example.jp"))
  }

  @Test("without a policy nothing is fetched offline, and that is unknown")
  func offline() async throws {
    let result = try await run("tls")
    #expect(result.status == 3)
    #expect(result.stdout.contains("mta-sts-policy-unknown"))
  }

  @Test("JSON has the areas that were asked for, and null for the others")
  func json() async throws {
    let result = try await run("tls", "--format", "json", "--mta-sts-policy", policy("mail.example.jp"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
    #expect(object["mx"] is NSNull && object["spf"] is NSNull && object["bimi"] == nil)
    let transport = try #require(object["tls"] as? [String: Any])
    let record = try #require(transport["mtaSTS"] as? [String: Any])
    #expect(record["status"] as? String == "found")
    #expect((record["policy"] as? [String: Any])?["mode"] as? String == "enforce")
    let hosts = try #require(transport["hosts"] as? [[String: Any]])
    #expect(hosts.map { $0["allowed"] as? Bool } == [true])
    #expect(hosts.map { $0["tlsa"] as? String } == ["found"])
    let whole = try await run("check", "--format", "json")
    #expect(!whole.stdout.contains("\"tls\"") && !whole.stdout.contains("\"bimi\""))
  }

  @Test("nothing out of DNS or a policy reaches a terminal raw", arguments: Language.allCases)
  func hostile(language: Language) async throws {
    let evil = try files.write(
      """
      $ORIGIN evil.example.
      $TTL 3600
      @ SOA ns hostmaster 1 7200 1800 1209600 300
      @ NS ns
      ns A 192.0.2.53
      @ MX 10 \\027[31m
      _mta-sts TXT "v=STSv1; id=\\027[31m"
      _smtp._tls TXT "v=TLSRPTv1; rua=\\027[31m"
      default._bimi TXT "v=BIMI1; l=\\027[31m"

      """, to: "evil.zone")
    let policy = try files.write("version: STSv1\nmode: \u{1B}[31m\n", to: "evil.txt")
    for arguments in [
      ["tls", "--mta-sts-policy", policy], ["tls", "--format", "json"], ["bimi"], ["bimi", "-v"],
    ] {
      let result = try await ChildProcess.maildnscheck(
        arguments + ["--lang", language.rawValue, "--zone-file", evil, "--offline", "evil.example"])
      #expect(!result.standardOutput.contains(0x1B), "\(arguments)")
      #expect(result.stdout.contains("[31m"))
    }
  }

  @Test("bimi")
  func logo() async throws {
    let result = try await run("bimi")
    #expect(result.status == 0, "\(result.stdout)\(result.stderr)")
    #expect(result.stdout.contains("the DMARC policy suffices"))
    let json = try await run("bimi", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.standardOutput)) as? [String: Any])
    #expect((object["bimi"] as? [String: Any])?["dmarcSuffices"] as? Bool == true)
  }

  @Test("a policy file that is not there is an error of the command line, and belongs to tls alone")
  func usage() async throws {
    #expect(try await run("tls", "--mta-sts-policy", files.path + "/none").status == 4)
    #expect(try await run("mx", "--mta-sts-policy", policy("mail.example.jp")).status == 4)
    #expect(try await run("check", "--allow-private").status == 4)
  }
}
