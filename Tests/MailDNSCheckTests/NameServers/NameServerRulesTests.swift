import Testing

@testable import MailDNSCheck

@Suite("What is wrong with name servers")
struct NameServerRulesTests {
  private typealias World = SyntheticInternet

  /// Told of every world of these tests, since none has IPv6.
  private static let always = "ns-no-ipv6 info example.co.jp"

  private func findings(_ world: World) async -> [String] {
    await world.findings().filter { $0 != Self.always }
  }

  @Test("nothing, where all is well, but that there is no IPv6")
  func healthy() async {
    #expect(await World.healthy().findings() == [Self.always])
  }

  @Test(
    "a server that answers without holding the zone is lame, and never called unreachable",
    arguments: [.responseCode(5), .responseCode(2), .resolver, .upward] as [SyntheticInternet.Habit])
  func lame(_ habit: SyntheticInternet.Habit) async {
    var world = World.healthy()
    world.make("203.0.113.1", habit)
    #expect(await findings(world) == ["ns-lame warning ns2.example.co.jp (203.0.113.1)"])
    world.make("198.51.100.1", habit)
    #expect(
      await findings(world) == [
        "ns-lame critical ns1.example.co.jp (198.51.100.1)",
        "ns-lame critical ns2.example.co.jp (203.0.113.1)",
      ])
  }

  @Test("a server that holds another zone is named with it")
  func otherZone() async {
    var other = World()
    other.serve(".", at: "198.18.0.1", ". NS a.root\na.root A 198.18.0.1\njp NS ns.jp\nns.jp A 198.18.0.2")
    other.serve(
      "jp", at: "198.18.0.2", "203.0.113.1", "jp NS ns.jp\nns.jp A 198.18.0.2\nx.example.co.jp A 192.0.2.9")
    other.serve("jp", at: "198.18.0.2", "jp NS ns.jp\nns.jp A 198.18.0.2\n" + World.delegation)
    other.serve("example.co.jp", at: "198.51.100.1", World.usual)
    #expect(await findings(other) == ["ns-other-zone warning ns2.example.co.jp (203.0.113.1)"])
  }

  @Test("a silent server is unreachable, not lame; where all are, nothing is known")
  func silent() async {
    var world = World.healthy()
    world.make("203.0.113.1", .silent)
    #expect(await findings(world) == ["ns-unreachable warning ns2.example.co.jp (203.0.113.1)"])
    world.make("198.51.100.1", .silent)
    #expect(await findings(world) == ["ns-servers-unknown unknown example.co.jp"])
  }

  @Test("the servers' names are compared as sets, whatever the case")
  func sets() async {
    let own = World.usual.replacing("NS ns2.example.co.jp", with: "NS NS2.Example.CO.jp")
    #expect(await findings(.healthy(own)) == [])
    let other =
      World.usual.replacing("NS ns2.example.co.jp", with: "NS ns3.example.co.jp")
      + "\nns3.example.co.jp A 203.0.113.1"
    #expect(await findings(.healthy(other)) == ["ns-sets-differ warning example.co.jp"])
  }

  @Test("servers of the zone above that differ")
  func parents() async {
    var world = World.healthy()
    world.serve(
      ".", at: "198.18.0.1",
      ". NS a.root\na.root A 198.18.0.1\njp NS ns.jp\njp NS ns2.jp\nns.jp A 198.18.0.2\nns2.jp A 198.18.0.3")
    world.serve(
      "jp", at: "198.18.0.3",
      "jp NS ns.jp\nexample.co.jp NS ns1.example.co.jp\nns1.example.co.jp A 198.51.100.1")
    #expect(await findings(world) == ["ns-parents-differ warning example.co.jp"])
  }

  @Test("glue that is missing, and glue that is another address than the zone's")
  func glue() async {
    var world = World.healthy()
    world.serve(
      "jp", at: "198.18.0.2",
      "jp NS ns.jp\nns.jp A 198.18.0.2\n"
        + World.delegation.replacing("ns2.example.co.jp A 203.0.113.1\n", with: ""))
    #expect(await findings(world) == ["ns-glue-missing warning ns2.example.co.jp"])
    var other = World.healthy(
      World.usual.replacing("ns2.example.co.jp A 203.0.113.1", with: "ns2.example.co.jp A 203.0.113.9"))
    other.serve(
      "example.co.jp", at: "203.0.113.9",
      World.usual.replacing("ns2.example.co.jp A 203.0.113.1", with: "ns2.example.co.jp A 203.0.113.9"))
    #expect(await findings(other) == ["ns-glue-differs warning ns2.example.co.jp"])
  }

  @Test("names of servers that lead nowhere")
  func hosts() async {
    var world = World.healthy()
    func delegate(_ host: String, _ more: String = "") async -> [String] {
      world.serve(
        "jp", at: "198.18.0.2",
        "jp NS ns.jp\nns.jp A 198.18.0.2\nexample.co.jp NS ns1.example.co.jp\nns1.example.co.jp A 198.51.100.1\nexample.co.jp NS \(host)\n"
          + more)
      return await findings(world).filter { $0.contains("ns-host") }
    }
    #expect(await delegate("gone.jp") == ["ns-host-without-address warning gone.jp"])
    #expect(
      await delegate("alias.jp", "alias.jp CNAME ns1.example.co.jp") == ["ns-host-alias warning alias.jp"])
    #expect(
      await delegate("ns.b.jp", "b.jp NS ns.c.jp\nc.jp NS ns.b.jp") == ["ns-host-not-found warning ns.b.jp"])
    #expect(
      await delegate("ns.b.jp", "b.jp NS ns.c.jp\nns.c.jp A 198.18.7.7") == [
        "ns-host-unknown unknown ns.b.jp"
      ])
  }

  @Test("a single server, and servers in a single network")
  func places() async {
    var world = World()
    world.serve(".", at: "198.18.0.1", ". NS a.root\na.root A 198.18.0.1\njp NS ns.jp\nns.jp A 198.18.0.2")
    let one = "example.co.jp NS ns1.example.co.jp\nns1.example.co.jp A 198.51.100.1\n"
    let two = one + "example.co.jp NS ns2.example.co.jp\nns2.example.co.jp A 198.51.100.2\n"
    for (lines, finding) in [(one, "ns-single-server"), (two, "ns-single-network")] {
      world.serve("jp", at: "198.18.0.2", "jp NS ns.jp\nns.jp A 198.18.0.2\n" + lines)
      world.serve("example.co.jp", at: "198.51.100.1", "198.51.100.2", lines + "example.co.jp MX 0 .")
      #expect(await findings(world) == ["\(finding) warning example.co.jp"])
    }
  }

  @Test("addresses that nobody on the Internet has are not asked, and told")
  func privateAddress() async {
    let vantage = World.root
    #expect(vantage.isPrivate)
    var world = World()
    for address in ["198.41.0.4", "170.247.170.2"] {
      world.serve(".", at: address, ". NS a.root\na.root A 198.41.0.4\njp NS ns.jp\nns.jp A 198.51.100.53")
    }
    let lines =
      "x.jp NS a.x.jp\nx.jp NS b.x.jp\na.x.jp A 198.51.100.1\nb.x.jp A 10.0.0.1\n"
    world.serve("jp", at: "198.51.100.53", "jp NS ns.jp\n" + lines)
    world.serve("x.jp", at: "198.51.100.1", "10.0.0.1", lines)
    let findings = await world.findings("x.jp", roots: .internet)
    #expect(findings.contains("ns-address-private warning b.x.jp (10.0.0.1)"), "\(findings)")
    #expect(!world.asked.contains { $0.server.address == IPAddress("10.0.0.1") })
  }

  @Test(
    "what is wrong with one server besides",
    arguments: [
      (.openResolver, "ns-open-recursion"), (.noTCP, "ns-tcp-refused"), (.noEDNS, "ns-edns-broken"),
      (.dropsEDNS, "ns-edns-broken"),
    ] as [(SyntheticInternet.Habit, String)])
  func service(_ habit: SyntheticInternet.Habit, _ id: String) async {
    var world = World.healthy()
    world.make("203.0.113.1", habit)
    #expect(await findings(world) == ["\(id) warning ns2.example.co.jp (203.0.113.1)"])
  }

  @Test("servers are not blamed for TCP where even the root can't be asked over it")
  func noTCPHere() async {
    var world = World.healthy()
    for address in ["198.18.0.1", "198.51.100.1", "203.0.113.1"] { world.make(address, .noTCP) }
    #expect(await findings(world) == [])
  }

  @Test("DS records that name no key of a server")
  func keys() async {
    var world = World.healthy()
    world.add(.signer(of: "example.co.jp", tag: 4711), to: "jp", at: "198.18.0.2")
    for address in ["198.51.100.1", "203.0.113.1"] {
      world.add(.key(of: "example.co.jp", tag: 4711), to: "example.co.jp", at: address)
    }
    #expect(await findings(world) == [])
    world.serve("example.co.jp", at: "203.0.113.1", World.usual)
    #expect(await findings(world) == ["ns-ds-unmatched critical ns2.example.co.jp (203.0.113.1)"])
    world.add(.key(of: "example.co.jp", tag: 4712), to: "example.co.jp", at: "203.0.113.1")
    #expect(await findings(world) == ["ns-ds-unmatched critical ns2.example.co.jp (203.0.113.1)"])
    world.make("203.0.113.1", .silentAbout(Question(fqdn("example.co.jp"), .dnskey)))
    #expect(await findings(world) == ["ns-keys-unknown unknown ns2.example.co.jp (203.0.113.1)"])
  }

  @Test(
    "a signed zone that one server serves stale: critical where a chain of trust leads there, else information"
  )
  func stale() async {
    var world = World.healthy()
    world.add(
      .signature(of: "example.co.jp", until: World.now + 86_400), to: "example.co.jp", at: "198.51.100.1")
    world.add(.signature(of: "example.co.jp", until: World.now - 1), to: "example.co.jp", at: "203.0.113.1")
    #expect(await findings(world) == ["ns-signature-ended info ns2.example.co.jp (203.0.113.1)"])
    world.add(.signer(of: "example.co.jp", tag: 4711), to: "jp", at: "198.18.0.2")
    for address in ["198.51.100.1", "203.0.113.1"] {
      world.add(.key(of: "example.co.jp", tag: 4711), to: "example.co.jp", at: address)
    }
    #expect(await findings(world) == ["ns-signature-ended critical ns2.example.co.jp (203.0.113.1)"])
  }

  @Test("a CNAME at the zone's own name")
  func apexAlias() async {
    var world = World.healthy()
    for address in ["198.51.100.1", "203.0.113.1"] {
      world.make(address, .alias(fqdn("example.co.jp"), fqdn("shop.example")))
    }
    let findings = await findings(world)
    #expect(findings.contains("ns-apex-alias critical example.co.jp"), "\(findings)")
  }
}

@Suite("Mail records on each server")
struct ServerRecordsTests {
  private typealias World = SyntheticInternet

  private func differences(_ second: String) async -> [String] {
    await World.healthy(second: second).findings().filter { $0.contains("-differ") }
  }

  @Test(
    "whichever record one server has otherwise is told",
    arguments: [
      ("MX 10 mx.example.co.jp", "MX 20 mx.example.co.jp", "example.co.jp"),
      ("TXT v=spf1 mx -all", "TXT v=spf1 -all", "example.co.jp"),
      ("p=reject", "p=none", "_dmarc.example.co.jp"),
      ("v=DKIM1; p=AAAA", "v=DKIM1; p=BBBB", "key1.smx._domainkey.example.co.jp"),
      ("mx.example.co.jp A 198.51.100.25", "mx.example.co.jp A 198.51.100.26", "mx.example.co.jp"),
    ])
  func differ(_ here: String, _ there: String, _ name: String) async {
    #expect(
      await differences(World.usual.replacing(here, with: there)) == ["ns-records-differ warning \(name)"])
  }

  @Test("letter case of names and order are no difference")
  func same() async {
    #expect(await differences(World.usual.replacing("MX 10 mx.", with: "MX 10 MX.")) == [])
    let lines = World.usual.split(separator: "\n").reversed().joined(separator: "\n")
    #expect(await differences(lines) == [])
  }

  @Test("how a text is cut into strings is no difference")
  func strings() throws {
    func holding(_ strings: [String]) throws -> ServerRecords.Holding {
      let question = Question(fqdn("a.jp"), .txt)
      let reply = Reply(to: question, hasEDNS: true).with {
        $0.isAuthoritative = true
        $0.answers = [
          Reply.Record(
            owner: "a.jp", type: 16, data: strings.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) })
        ]
      }
      let message = try reply.octets.withUnsafeBytes { try Message($0, head: #require(MessageHead($0))) }
      let query = ServerQuery(server: ServerAddress("192.0.2.1")!, question: question)
      return ServerRecords.Holding(
        ServerReply(query: query, outcome: .success(message)), of: fqdn("jp"))
    }
    #expect(try holding(["v=spf1 ", "-all"]) == holding(["v=spf1 -all"]))
    #expect(try holding(["v=spf1 ", "-all"]) != holding(["v=spf1", "-all"]))
  }

  @Test("a server that could not be asked for a record is unknown, not different")
  func unknown() async {
    var world = World.healthy()
    world.make("203.0.113.1", .silentAbout(Question(fqdn("example.co.jp"), .mx)))
    let findings = await world.findings()
    #expect(findings.contains("ns-records-unknown unknown example.co.jp"), "\(findings)")
    #expect(!findings.contains { $0.contains("differ") })
  }

  @Test("a name that is delegated further is compared by whom it is delegated to")
  func delegated() async throws {
    let lines = World.usual.replacing(
      "key1.smx._domainkey.example.co.jp TXT v=DKIM1; p=AAAA", with: "_domainkey.example.co.jp NS dns.host.jp"
    )
    let world = World.healthy(lines)
    #expect(await world.findings().filter { $0.contains("-differ") } == [])
    let keys = try #require(
      await world.facts().zone?.records.first {
        $0.question.name == fqdn("key1.smx._domainkey.example.co.jp")
      })
    #expect(keys.groups.map(\.holding) == [.delegated([fqdn("dns.host.jp")])])
    let other = lines.replacing("dns.host.jp", with: "dns.other.jp")
    #expect(
      await World.healthy(lines, second: other).findings().contains(
        "ns-records-differ warning key1.smx._domainkey.example.co.jp"))
  }

  @Test("serial numbers alone are a hint, whatever they look like")
  func serials() async {
    let findings = await World.healthy(serial: 2_026_113_001).findings()
    #expect(findings.filter { !$0.contains("ipv6") } == ["ns-serials-differ info example.co.jp"])
  }

  @Test("DKIM keys that MX and SPF point to are compared, too")
  func likelySelectors() async {
    let world = World.healthy()
    let plan = NameServerPlan(
      roots: World.root,
      selectors: DKIMFacts.Plan(first: [], others: []) { mx, _ in
        mx.records.isEmpty ? [] : [DKIMSelector("key1.smx")!]
      }, now: World.now)
    let facts = await NameServerFacts.gather(fqdn("example.co.jp"), plan, asking: world).facts
    #expect(
      facts.zone?.records.contains { $0.question.name == fqdn("key1.smx._domainkey.example.co.jp") } == true)
  }
}
