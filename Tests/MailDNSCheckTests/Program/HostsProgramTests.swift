import Foundation
import Testing

@testable import MailDNSCheck

@Suite("hosts, from outside")
struct HostsProgramTests {
  private let files: TemporaryDirectory
  private let zone: String
  private let lists: String
  private let reverse: String

  init() throws {
    files = try TemporaryDirectory()
    let head =
      "$TTL 3600\n@ SOA ns.example.jp. hostmaster.example.jp. 1 7200 1800 1209600 300\n@ NS ns.example.jp.\n"
    zone = try files.write(
      "$ORIGIN example.jp.\n" + head
        + """
        ns A 192.0.2.53
        @ MX 10 mail
        @ TXT "v=spf1 mx -all"
        mail A 192.0.2.25

        """, to: "example.jp.zone")
    lists = try files.write(
      "$ORIGIN list.test.\n" + head + "2.0.0.127 A 127.0.0.2\n25.2.0.192 A 127.0.0.2\n", to: "list.test.zone")
    reverse = try files.write(
      "$ORIGIN 2.0.192.in-addr.arpa.\n" + head + "25 PTR mail.example.jp.\n", to: "2.0.192.in-addr.arpa.zone")
  }

  private func run(_ arguments: String...) async throws -> ChildProcess.Result {
    try await run(["hosts"] + arguments)
  }

  private func run(_ arguments: [String]) async throws -> ChildProcess.Result {
    try await ChildProcess.maildnscheck(
      arguments + [
        "--zone-file", zone, "--zone-file", lists, "--zone-file", reverse, "--offline", "example.jp",
      ])
  }

  @Test("a host that is well, one that is listed, and what lies in no zone file")
  func statuses() async throws {
    let good = try await run("--no-blocklists")
    #expect(good.status == 0, "\(good.stdout)\(good.stderr)")
    #expect(good.stdout.contains("192.0.2.25  mail.example.jp, confirmed"))
    let listed = try await run("--blocklist", "list.test")
    #expect(listed.status == 1)
    #expect(listed.stdout.contains("blocklist-listed") && listed.stdout.contains("on list.test"))
    let unknown = try await run()
    #expect(unknown.status == 3)
    #expect(unknown.stdout.contains("zen.spamhaus.org") && unknown.stdout.contains("blocklist-unknown"))
    let other = try await run("--no-blocklists", "--ip", "192.0.2.26")
    #expect(other.status == 1)
    #expect(other.stdout.contains("ptr-missing"))
    let japanese = try await run("--lang", "ja", "--blocklist", "list.test")
    #expect(japanese.stdout.contains("送信元 192.0.2.25 が list.test に登録されています"))
  }

  @Test("JSON has the area, and null for the others")
  func json() async throws {
    let result = try await run("--blocklist", "list.test", "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
    #expect(object["mx"] is NSNull && object["tls"] == nil)
    let hosts = try #require(object["hosts"] as? [String: Any])
    let receiving = try #require(hosts["receiving"] as? [[String: Any]])
    #expect(receiving.map { $0["host"] as? String } == ["mail.example.jp"])
    let sending = try #require(hosts["sending"] as? [String: Any])
    #expect(sending["source"] as? String == "spf" && sending["complete"] as? Bool == true)
    let sender = try #require((sending["addresses"] as? [[String: Any]])?.first)
    #expect(sender["reverse"] as? String == "confirmed" && sender["provider"] is NSNull)
    let entries = try #require(sender["lists"] as? [[String: Any]])
    #expect(entries.map { $0["verdict"] as? String } == ["listed"])
    #expect(entries.map { $0["codes"] as? [String] } == [["127.0.0.2"]])
    let whole = try await ChildProcess.maildnscheck(
      "--format", "json", "--zone-file", zone, "--offline", "example.jp")
    #expect(!whole.stdout.contains("\"sending\""))
  }

  @Test("a full check takes the same options, goes on with its own reports only, and needs --full for them")
  func full() async throws {
    let result = try await run(
      ["check", "--full", "--blocklist", "list.test", "--format", "ndjson"])
    for key in ["tls", "hosts", "bimi", "route"] {
      #expect(result.stdout.contains("\"\(key)\":{"), "\(key)")
    }
    #expect(result.stdout.contains("blocklist-listed"))
    #expect(try await run(["check", "--blocklist", "list.test"]).status == 4)
    let list = try files.write("example.jp\n", to: "list.txt")
    let done = files.path + "/done.ndjson"
    let whole = ["check", "--input", list, "--resume", done, "--zone-file", zone, "--offline"]
    _ = try await ChildProcess.maildnscheck(whole)
    #expect(try await ChildProcess.maildnscheck(whole + ["--full"]).status == 4)
  }

  @Test("what is no address or no zone is an error of the command line")
  func usage() async throws {
    #expect(try await run("--ip", "192.0.2").status == 4)
    #expect(try await run("--blocklist", "a..b").status == 4)
    #expect(try await run("--selector", "a").status == 4)
  }

  @Test("nothing out of DNS reaches a terminal raw", arguments: Language.allCases)
  func hostile(language: Language) async throws {
    let evil = try files.write(
      "$ORIGIN 2.0.192.in-addr.arpa.\n$TTL 3600\n@ SOA ns.example.jp. hostmaster.example.jp. 1 7200 1800 1209600 300\n@ NS ns.example.jp.\n25 PTR \\027[31m.example.jp.\n",
      to: "evil.zone")
    for arguments in [["--format", "text"], ["--format", "json"], ["-v"]] {
      let result = try await ChildProcess.maildnscheck(
        ["hosts", "--lang", language.rawValue] + arguments + [
          "--zone-file", zone, "--zone-file", evil, "--offline", "example.jp",
        ])
      #expect(!result.standardOutput.contains(0x1B), "\(arguments)")
      #expect(result.stdout.contains("[31m"))
    }
  }
}
