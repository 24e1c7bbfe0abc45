import Foundation
import Testing

@testable import MailDNSCheck

/// Several NSD on addresses of loopback, all on one port: a root, `jp`, and servers of example.co.jp of which one has an old copy,
/// one does not hold the zone, and one is silent.
private final class NameServerLab: Sendable {
  let port: UInt16
  private let servers: [NSDServer]
  /// Takes what comes, and says nothing.
  private let silent: LoopbackSocket

  static func address(_ number: Int) -> IPAddress { IPAddress("127.0.31.\(number)")! }

  var root: String { "127.0.31.1:\(port)" }

  init() throws {
    // The port is free on one address, and may not be on the others: then there is another one.
    var failure: any Error = DNSDaemon.Unavailable(description: "")
    for _ in 0..<3 {
      do {
        let port = try LoopbackSocket.freePort()
        let silent = try LoopbackSocket(.udp)
        try silent.bind(port: port, at: 0x7F00_1F0E)
        let servers = try Self.zones.map { number, zones in
          try NSDServer(zones, at: Self.address(number), port: port, patience: .seconds(20))
        }
        (self.port, self.silent, self.servers) = (port, silent, servers)
        return
      } catch {
        failure = error
      }
    }
    throw failure
  }

  private static func head(_ origin: String, serial: Int = 1) -> String {
    "$ORIGIN \(origin)\n$TTL 300\n@ SOA ns.nic. h.nic. \(serial) 3600 600 86400 300\n"
  }

  private static func copy(_ host: String, serial: Int) -> String {
    head("example.co.jp.", serial: serial) + """
      @ NS ns1
      @ NS ns2
      ns1 A 127.0.31.11
      ns2 A 127.0.31.12
      @ MX 10 \(host)
      @ TXT "v=spf1 -all"
      _dmarc TXT "v=DMARC1; p=reject"
      \(host) A 192.0.2.25
      big._domainkey TXT \(Array(repeating: "\"\(String(repeating: "x", count: 250))\"", count: 8).joined(separator: " "))

      """
  }

  private static let zones: [(Int, [TestZone])] = [
    (1, [TestZone(".", head(".") + "@ NS a.root\na.root A 127.0.31.1\njp NS ns.jp\nns.jp A 127.0.31.2\n")]),
    (
      2,
      [
        TestZone(
          "jp",
          head("jp.") + """
            @ NS ns
            ns A 127.0.31.2
            example.co NS ns1.example.co
            example.co NS ns2.example.co
            example.co NS lame.example.co
            example.co NS silent.example.co
            ns1.example.co A 127.0.31.11
            ns2.example.co A 127.0.31.12
            lame.example.co A 127.0.31.13
            silent.example.co A 127.0.31.14
            one NS ns.other
            two NS ns.three
            three NS ns.two

            """)
      ]
    ),
    (11, [TestZone("example.co.jp", copy("new", serial: 7))]),
    (12, [TestZone("example.co.jp", copy("old", serial: 6))]),
    (13, [TestZone("other.jp", head("other.jp.") + "@ NS ns\nns A 127.0.31.13\n")]),
  ]
}

@Suite("ns, from outside, against several NSD")
struct NameServerProgramTests {
  private static let lab = Result { try NameServerLab() }

  private func run(_ arguments: String...) async throws -> ChildProcess.Result {
    let lab = try Self.lab.get()
    return try await ChildProcess.maildnscheck(["ns", "--root", lab.root, "--timeout", "0.5"] + arguments)
  }

  @Test("which server has the old MX, which does not hold the zone, and which is silent")
  func text() async throws {
    let result = try await run("example.co.jp")
    #expect(result.status == 1, "\(result.stdout)\(result.stderr)")
    for line in [
      ". → jp → example.co.jp", "ns1.example.co.jp  127.0.31.11  holds the zone, serial 7",
      "lame.example.co.jp  127.0.31.13  does not hold the zone (REFUSED)",
      "silent.example.co.jp  127.0.31.14  no answer", "not the same everywhere: example.co.jp MX",
    ] {
      #expect(result.stdout.contains(line), "\(line)\n\(result.stdout)")
    }
    for id in [
      "ns-lame", "ns-unreachable", "ns-records-differ", "ns-sets-differ", "ns-serials-differ", "ns-no-ipv6",
    ] {
      #expect(result.stdout.contains(id), "\(id)")
    }
    let japanese = try await run("--lang", "ja", "example.co.jp")
    #expect(japanese.stdout.contains("サーバによって異なる: example.co.jp MX"))
  }

  @Test("JSON has the area, and every format says the same")
  func formats() async throws {
    let result = try await run("--format", "json", "--selector", "big", "example.co.jp")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
    #expect(object["mx"] is NSNull && object["tls"] == nil)
    let area = try #require(object["ns"] as? [String: Any])
    let servers = try #require(area["servers"] as? [[String: Any]])
    let states = servers.reduce(into: [String: String]()) { states, server in
      states[server["address"] as? String ?? ""] = server["state"] as? String
    }
    #expect(
      states == [
        "127.0.31.11": "serving", "127.0.31.12": "serving", "127.0.31.13": "lame", "127.0.31.14": "silent",
      ])
    let records = try #require(area["records"] as? [[String: Any]])
    // Too long for UDP: fetched over TCP.
    #expect(
      records.contains {
        $0["name"] as? String == "big._domainkey.example.co.jp" && $0["same"] as? Bool == true
      })
    for format in ["markdown", "junit", "sarif", "csv", "ndjson", "github"] {
      let other = try await run("--format", format, "example.co.jp")
      #expect(other.status == 1 && other.stdout.contains("ns-records-differ"), "\(format)")
    }
  }

  @Test("the domain's own records are walked to as well, where the root is one's own")
  func full() async throws {
    let lab = try Self.lab.get()
    let result = try await ChildProcess.maildnscheck(
      "check", "--full", "--root", lab.root, "--timeout", "0.5", "--no-blocklists", "--format", "json",
      "example.co.jp")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
    let hosts = (object["mx"] as? [String: Any])?["hosts"] as? [[String: Any]] ?? []
    #expect(hosts.count == 1, "\(result.stdout)")
    #expect(object["ns"] is [String: Any] && object["hosts"] is [String: Any])
  }

  @Test("zones whose servers hang on each other, and names that are not there")
  func broken() async throws {
    let cyclic = try await run("two.jp")
    #expect(cyclic.status == 2 && cyclic.stdout.contains("ns-servers-not-found"), "\(cyclic.stdout)")
    let gone = try await run("gone.jp")
    #expect(gone.status == 2 && gone.stdout.contains("domain-nonexistent"), "\(gone.stdout)")
  }

  @Test("a resolver in the root's place makes all of it unknown")
  func intercepted() async throws {
    let zone = try NSDServer(
      origin: "jp", "$ORIGIN jp.\n$TTL 300\n@ SOA ns.nic. h.nic. 1 3600 600 86400 300\n@ NS ns.nic.\n")
    let resolver = try UnboundServer(stubs: [("jp", zone.port)])
    let result = try await ChildProcess.maildnscheck(
      "ns", "--root", "\(resolver.address)", "--timeout", "0.5", "example.jp")
    #expect(result.status == 3, "\(result.stdout)")
    #expect(result.stdout.contains("-unknown") && !result.stdout.contains("ns-lame"))
  }

  @Test("offline nothing is known; a root that is no address is an error of the command line")
  func usage() async throws {
    let directory = try TemporaryDirectory()
    let zone = try directory.write(
      "$ORIGIN example.jp.\n$TTL 300\n@ SOA ns.example.jp. h.example.jp. 1 3600 600 86400 300\n@ NS ns.example.jp.\n@ MX 10 mx\nmx A 192.0.2.1\n",
      to: "example.jp.zone")
    let offline = try await ChildProcess.maildnscheck("ns", "--offline", "--zone-file", zone, "example.jp")
    #expect(offline.status == 3 && offline.stdout.contains("ns-root-unknown"), "\(offline.stdout)")
    for arguments in [
      ["ns", "--root", "a.root", "example.jp"], ["mx", "--root", "127.0.0.1", "example.jp"],
    ] {
      #expect(try await ChildProcess.maildnscheck(arguments).status == 4)
    }
    #expect(try await ChildProcess.maildnscheck("check", "--root", "127.0.0.1", "example.jp").status == 4)
  }
}
