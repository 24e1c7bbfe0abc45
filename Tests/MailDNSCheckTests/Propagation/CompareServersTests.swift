import Foundation
import Testing

@testable import MailDNSCheck

/// Two name servers with two versions of a zone, and caches of other makes before them.
@Suite("compare: NSD, Unbound and dnsmasq")
struct CompareServersTests {
  private static func zone(_ host: String, _ more: String = "") -> TestZone {
    TestZone(
      "example.jp",
      """
      $ORIGIN example.jp.
      $TTL 3600
      @ SOA ns hostmaster 1 3600 600 86400 300
      @ NS ns
      ns A 127.0.0.1
      @ MX 10 \(host)
      \(host) A 192.0.2.1
      @ TXT "v=spf1 mx -all"
      \(more)

      """)
  }

  private static func dnsmasq(before port: UInt16, _ options: [String] = []) throws -> DNSDaemon {
    try DNSDaemon(program: "dnsmasq", zone: "example.jp") { own, _ in
      [
        "--keep-in-foreground", "--port=\(own)", "--listen-address=127.0.0.1", "--bind-interfaces",
        "--no-resolv", "--no-hosts", "--conf-file=/dev/null", "--user=", "--pid-file=",
        "--server=127.0.0.1#\(port)",
      ] + options
    }
  }

  private static func compare(_ home: NSDServer, _ servers: [UInt16], _ more: [String] = []) async throws
    -> ChildProcess.Result
  {
    try await ChildProcess.maildnscheck(
      ["compare", "--port", "\(home.port)", "--timeout", "2", "--attempts", "1"]
        + servers.flatMap { ["--server", "127.0.0.1:\($0)"] } + more + ["example.jp"],
      environment: ["COLUMNS": "300"])
  }

  /// The MX answers of the JSON report, by server.
  private static func answers(_ json: String, to type: String = "MX") throws -> [[String: Any]] {
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let records = try #require(object?["records"] as? [[String: Any]])
    let record = try #require(records.first { $0["type"] as? String == type })
    return try #require(record["answers"] as? [[String: Any]])
  }

  @Test("a cache that ages says how long the old records stay; the others have the new ones")
  func ageing() async throws {
    let old = try NSDServer([Self.zone("old")])
    let new = try NSDServer([Self.zone("new", "_dmarc TXT \"v=DMARC1; p=reject\"")])
    let behind = try UnboundServer(stubs: [("example.jp", old.port)])
    let unbound = try UnboundServer(stubs: [("example.jp", new.port)])
    let dnsmasq = try Self.dnsmasq(before: new.port)
    // The cache has had the old records for a while.
    let client = try dnsClient(behind.address)
    let hasAged = await becomesTrue {
      let answer = await client.answer(to: Question(LookupFixtures.name("example.jp"), .mx))
      return answer.timeToLive.map { $0 < 3600 } ?? false
    }
    #expect(hasAged)
    let servers = [behind.port, unbound.port, dnsmasq.port]
    let result = try await Self.compare(new, servers, ["--format", "json"])
    #expect(result.status == 1, "\(result.stdout)\(result.stderr)")
    let answers = try Self.answers(result.stdout)
    #expect(answers.map { $0["state"] as? String } == ["outdated", "current", "current"])
    let ttl = try #require(answers[0]["ttl"] as? Int)
    #expect(ttl < 3600 && ttl > 3000)
    // Not there yet: for as long as the zone's SOA record says.
    let policy = try await Self.compare(new, servers)
    #expect(policy.stdout.contains("_dmarc TXT") && policy.stdout.contains("no record"), "\(policy.stdout)")
  }

  @Test("caches that have what the zone has agree, whatever is left")
  func agreed() async throws {
    let home = try NSDServer([Self.zone("mx")])
    let unbound = try UnboundServer(stubs: [("example.jp", home.port)])
    let dnsmasq = try Self.dnsmasq(before: home.port)
    for _ in 0..<2 {
      let result = try await Self.compare(home, [unbound.port, dnsmasq.port])
      #expect(result.status == 0, "\(result.stdout)")
    }
  }

  @Test("what filters of Unbound and dnsmasq answer is told from what a cache has")
  func filters() async throws {
    let home = try NSDServer([Self.zone("mx")])
    let denies = try UnboundServer(
      stubs: [("example.jp", home.port)], options: ["local-zone: \"mx.example.jp\" always_nxdomain"])
    let nulls = try Self.dnsmasq(before: home.port, ["--address=/mx.example.jp/0.0.0.0"])
    let result = try await Self.compare(home, [denies.port, nulls.port], ["--format", "json"])
    #expect(result.status == 3, "\(result.stdout)")
    let answers = try Self.answers(result.stdout, to: "A")
    #expect(answers.map { $0["state"] as? String } == ["falsified", "falsified"])
    #expect(answers.map { $0["falsification"] as? String } == ["unproven", "null-address"])
  }

  @Test("Unbound's DNS64 is told, and does not count")
  func dns64() async throws {
    let home = try NSDServer([Self.zone("mx")])
    let unbound = try UnboundServer(
      stubs: [("example.jp", home.port)], modules: "dns64 iterator",
      options: ["dns64-prefix: 64:ff9b::/96"])
    let result = try await Self.compare(home, [unbound.port], ["--format", "json"])
    #expect(result.status == 3, "\(result.stdout)")
    #expect(
      try Self.answers(result.stdout, to: "AAAA").map { $0["falsification"] as? String } == ["dns64"])
  }

  @Test("a cache that keeps records for longer than the zone says is an estimate")
  func minimum() async throws {
    let old = try NSDServer([Self.zone("old")])
    let new = try NSDServer([Self.zone("new")])
    let unbound = try UnboundServer(
      stubs: [("example.jp", old.port)], options: ["cache-min-ttl: 86000", "cache-max-ttl: 90000"])
    let result = try await Self.compare(new, [unbound.port])
    #expect(result.status == 1)
    #expect(result.stdout.contains("keeps records for longer than the zone says"), "\(result.stdout)")
  }
}
