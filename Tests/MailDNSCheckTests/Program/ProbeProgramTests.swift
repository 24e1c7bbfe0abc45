import Foundation
import Testing

@testable import MailDNSCheck

@Suite("--probe-smtp, from outside")
struct ProbeProgramTests {
  private let files: TemporaryDirectory
  private let zone: String

  init() throws {
    files = try TemporaryDirectory()
    // Nobody listens on port 25 of that address.
    zone = try files.write(
      """
      $ORIGIN example.jp.
      $TTL 3600
      @ SOA ns hostmaster 1 7200 1800 1209600 300
      @ NS ns
      ns A 192.0.2.53
      @ MX 10 mail
      @ TXT "v=spf1 -all"
      mail A 127.0.0.77

      """, to: "example.jp.zone")
  }

  private func run(_ arguments: [String]) async throws -> ChildProcess.Result {
    try await ChildProcess.maildnscheck(arguments + ["--zone-file", zone, "--offline", "example.jp"])
  }

  @Test("a private address is not talked to unless that is asked for, and a closed port is unknown")
  func unknown() async throws {
    let left = try await run(["hosts", "--no-blocklists", "--probe-smtp"])
    #expect(left.status == 3, "\(left.stdout)\(left.stderr)")
    #expect(left.stdout.contains("smtp-unknown") && left.stdout.contains("private"))
    let closed = try await run(["hosts", "--no-blocklists", "--probe-smtp", "--allow-private"])
    #expect(closed.status == 3, "\(closed.stdout)\(closed.stderr)")
    #expect(closed.stdout.contains("OP25B"))
    let japanese = try await run(
      ["hosts", "--no-blocklists", "--probe-smtp", "--allow-private", "--lang", "ja"])
    #expect(japanese.stdout.contains("25番ポート"))
    let without = try await run(["hosts", "--no-blocklists"])
    #expect(without.status == 0 && !without.stdout.contains("smtp-"), "\(without.stdout)\(without.stderr)")
  }

  @Test("JSON says of each address what came of it, and null where nobody talked to the host")
  func json() async throws {
    func receiving(_ arguments: String...) async throws -> [String: Any] {
      let result = try await run(["hosts", "--no-blocklists", "--format", "json"] + arguments)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
      let hosts = try #require(object["hosts"] as? [String: Any])
      return try #require((hosts["receiving"] as? [[String: Any]])?.first)
    }
    let probed = try await receiving("--probe-smtp")
    let entry = try #require((probed["smtp"] as? [[String: Any]])?.first)
    #expect(entry["address"] as? String == "127.0.0.77" && entry["result"] as? String == "unknown")
    #expect(entry["certificate"] is NSNull && entry["greeting"] is NSNull)
    #expect(try await receiving()["smtp"] is NSNull)
  }

  @Test("it belongs to hosts, and to the check and the plugin where they are full")
  func usage() async throws {
    #expect(try await run(["check", "--probe-smtp"]).status == 4)
    #expect(try await run(["nagios", "--probe-smtp"]).status == 3)
    #expect(try await run(["mx", "--probe-smtp"]).status == 4)
    #expect(try await run(["tls", "--probe-smtp"]).status == 4)
  }

  @Test("the plugin tells the days of certificates with --probe-smtp only, U where none was seen")
  func plugin() async throws {
    let probed = try await run(["nagios", "--full", "--probe-smtp", "--warn-certificate-days", "21:"])
    #expect(probed.stdout.contains("'certificate-days'=U;21:"), "\(probed.stdout)")
    let without = try await run(["nagios", "--full"])
    #expect(!without.stdout.contains("certificate-days"))
  }
}
