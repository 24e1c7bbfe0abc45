import Testing

@testable import MailDNSCheck

@Suite("The walk from the root to a zone (RFC 1034 §5.3.3)")
struct DelegationWalkTests {
  @Test("leads from referral to referral: co.jp is no zone, and the walk does not look for one")
  func withoutCut() async throws {
    let world = SyntheticInternet.healthy()
    let zone = try #require(await world.facts().zone)
    #expect(zone.name == fqdn("example.co.jp"))
    #expect(zone.path == [.root, fqdn("jp"), fqdn("example.co.jp")])
    #expect(zone.authorities.count == 2)
    #expect(!world.asked.contains { $0.question.name == fqdn("co.jp") })
  }

  @Test("finds the zone that holds a name without a cut of its own")
  func below() async throws {
    let world = SyntheticInternet.healthy()
    let zone = try #require(await world.facts("mx.example.co.jp").zone)
    #expect(zone.name == fqdn("example.co.jp"))
  }

  @Test("asks for no recursion, but where a server offers it")
  func iterative() async {
    let world = SyntheticInternet.healthy()
    _ = await world.facts()
    #expect(!world.asked.isEmpty && world.asked.allSatisfy { $0.form != .recursive })
  }

  @Test("looks up the servers' names that no glue comes with by walks of their own")
  func withoutGlue() async throws {
    var world = SyntheticInternet.healthy()
    world.serve(
      "jp", at: "198.18.0.2",
      "jp NS ns.jp\nns.jp A 198.18.0.2\nexample.co.jp NS ns.host.jp\n"
        + "host.jp NS ns1.host.jp\nns1.host.jp A 198.51.100.9")
    world.serve("host.jp", at: "198.51.100.9", "host.jp NS ns1.host.jp\nns.host.jp A 198.51.100.1")
    let zone = try #require(await world.facts().zone)
    #expect(zone.hosts.map(\.name).contains(fqdn("ns.host.jp")))
    #expect(zone.servers.contains { $0.address == IPAddress("198.51.100.1") && $0.serving != nil })
  }

  @Test("finds zones whose servers' names hang on each other")
  func cyclic() async throws {
    var world = SyntheticInternet.healthy()
    world.serve(
      "jp", at: "198.18.0.2",
      "jp NS ns.jp\nns.jp A 198.18.0.2\na.jp NS ns.b.jp\nb.jp NS ns.c.jp\nc.jp NS ns.a.jp")
    let zone = try #require(await world.facts("a.jp").zone)
    #expect(zone.obstacle == .cyclic([fqdn("a.jp"), fqdn("b.jp"), fqdn("c.jp")]))
    #expect(await world.findings("a.jp") == ["ns-servers-not-found critical a.jp"])
  }

  @Test("goes so deep and no deeper")
  func depth() async throws {
    var world = SyntheticInternet.healthy()
    let chain = (0..<12).map { "z\($0).jp NS ns.z\($0 + 1).jp\n" }.joined()
    world.serve("jp", at: "198.18.0.2", "jp NS ns.jp\nns.jp A 198.18.0.2\n" + chain)
    let zone = try #require(await world.facts("z0.jp").zone)
    #expect(zone.obstacle == .tooLong)
    #expect(world.asked.count < 50)
  }

  @Test("asks so many questions and no more, however many names the servers have")
  func breadth() async throws {
    var world = SyntheticInternet.healthy()
    let names = (0..<100).map {
      "wide.jp NS ns.w\($0).jp\nw\($0).jp NS ns.x\($0).jp\nx\($0).jp NS ns.y\($0).jp\n"
    }
    world.serve("jp", at: "198.18.0.2", "jp NS ns.jp\nns.jp A 198.18.0.2\n" + names.joined())
    _ = await world.facts("wide.jp")
    #expect(world.asked.count < 300)
    #expect(Set(world.asked).count == world.asked.count, "no question is put twice")
  }

  @Test("passes over servers that are silent or lame, as long as one leads on")
  func failing() async throws {
    var world = SyntheticInternet.healthy()
    world.serve(
      ".", at: "198.18.0.1",
      ". NS a.root\na.root A 198.18.0.1\njp NS a.jp\njp NS b.jp\njp NS c.jp\na.jp A 198.18.9.1\nb.jp A 198.18.9.2\nc.jp A 198.18.0.2"
    )
    world.make("198.18.9.2", .responseCode(5))
    #expect(try #require(await world.facts().zone).authorities.count == 2)
  }

  @Test("does not blame a domain for a zone above whose servers say nothing")
  func stuck() async {
    var world = SyntheticInternet.healthy()
    world.make("198.18.0.2", .silent)
    #expect(await world.findings() == ["ns-zone-unknown unknown example.co.jp"])
  }

  @Test("says which zone denies the name")
  func denied() async {
    let world = SyntheticInternet.healthy()
    #expect(await world.findings("gone.co.jp") == ["ns-denied critical gone.co.jp"])
  }

  @Test("takes no glue from who may not speak for the name")
  func foreignGlue() throws {
    let reply = Reply(to: Question(fqdn("example.jp"), .ns), hasEDNS: true).with {
      $0.authority = [.ns("example.jp", "ns1.example.jp"), .ns("example.jp", "ns.victim.com")]
      $0.additional = [
        .a("ns1.example.jp", "192.0.2.1"), .a("ns.victim.com", "192.0.2.66"), .a("other.jp", "192.0.2.67"),
      ]
    }
    let message = try reply.octets.withUnsafeBytes {
      try Message($0, head: #require(MessageHead($0)), withAdditional: true)
    }
    let cut = try #require(ZoneCut(message, to: Question(fqdn("example.jp"), .ns), from: fqdn("jp")))
    #expect(cut.glue == [fqdn("ns1.example.jp"): [IPAddress("192.0.2.1")!]])
    #expect(ZoneCut(message, to: Question(fqdn("example.jp"), .ns), from: fqdn("example.jp")) == nil)
    #expect(ZoneCut(message, to: Question(fqdn("other.jp"), .ns), from: fqdn("jp")) == nil)
  }

  @Test("a server that holds the zone and the one above answers for both")
  func shared() async throws {
    var world = SyntheticInternet()
    world.serve(".", at: "198.18.0.1", ". NS a.root\na.root A 198.18.0.1\njp NS ns.jp\nns.jp A 198.18.0.2")
    world.serve("jp", at: "198.18.0.2", "jp NS ns.jp\nns.jp A 198.18.0.2\nown.jp NS ns.jp")
    world.serve("own.jp", at: "198.18.0.2", "own.jp NS ns.jp\nown.jp MX 10 mx.own.jp")
    let zone = try #require(await world.facts("own.jp").zone)
    #expect(zone.name == fqdn("own.jp") && zone.authorities.count == 1)
    #expect(zone.delegated == nil && zone.own == [fqdn("ns.jp")])
  }
}

@Suite("Whether something answers in place of name servers")
struct VantageTests {
  private static let question = Question(DomainName.root, .ns)

  /// The Internet's first root servers with what `habits` say, and one at TEST-NET where that is wanted.
  private func world(_ habits: SyntheticInternet.Habit..., nobodyAnswers: Bool = true) -> SyntheticInternet {
    var world = SyntheticInternet()
    for address in ["198.41.0.4", "170.247.170.2", "2001:503:ba3e::2:30"] {
      world.serve(".", at: address, ". NS a.root-servers.net\na.root-servers.net A 198.41.0.4")
      for habit in habits { world.make(address, habit) }
    }
    if !nobodyAnswers { world.make("192.0.2.1", .resolver) }
    return world
  }

  @Test("the root's own servers answer with authority: it is clear")
  func clear() async {
    #expect(await world().findings("example.jp", roots: .internet) == ["ns-denied critical example.jp"])
  }

  @Test(
    "whatever shows that they do not answer themselves makes all of it unknown",
    arguments: [
      ([.resolver], true, .withoutAuthority), ([.openResolver], true, .offersRecursion),
      ([.responseCode(5)], true, .responseCode(.refused)), ([], false, .answersForNobody),
    ] as [([SyntheticInternet.Habit], Bool, Interception.Sign)])
  func intercepted(
    _ habits: [SyntheticInternet.Habit], _ nobodyAnswers: Bool, _ sign: Interception.Sign
  ) async throws {
    var world = world(nobodyAnswers: nobodyAnswers)
    for habit in habits { world.make("170.247.170.2", habit) }
    let facts = await world.facts("example.jp", roots: .internet)
    guard case .intercepted(let interception) = facts.state else {
      Issue.record("\(facts.state)")
      return
    }
    #expect(interception.sign == sign)
    #expect(
      await world.findings("example.jp", roots: .internet) == ["ns-intercepted-unknown unknown example.jp"])
    #expect(world.asked.allSatisfy { $0.question == Self.question }, "nothing else is asked")
  }

  @Test("silence is no interception")
  func unreachable() async {
    let findings = await SyntheticInternet().findings("example.jp", roots: .internet)
    #expect(findings == ["ns-root-unknown unknown example.jp"])
  }

  @Test("the list in force is what the root says, not what was shipped")
  func primed() async {
    var world = world()
    world.serve(
      ".", at: "198.41.0.4", "170.247.170.2",
      ". NS new.root-servers.net\nnew.root-servers.net A 198.51.100.77\njp NS ns.jp\nns.jp A 198.51.100.78")
    world.serve(
      ".", at: "198.51.100.77",
      ". NS new.root-servers.net\nnew.root-servers.net A 198.51.100.77\njp NS ns.jp\nns.jp A 198.51.100.78")
    _ = await world.facts("example.jp", roots: .internet)
    let servers = world.asked.filter { $0.question.name == fqdn("jp") }.map(\.server.address)
    #expect(servers == [IPAddress("198.51.100.77")!])
  }

  @Test("a server given as a root that is none is told as such")
  func noRoot() async {
    var world = SyntheticInternet()
    world.make("198.18.0.1", .resolver)
    #expect(await world.findings("example.jp") == ["ns-intercepted-unknown unknown example.jp"])
  }

  @Test("the shipped addresses are thirteen of each family")
  func shipped() {
    let addresses = RootServers.internet.addresses.map(\.address)
    #expect(addresses.count { $0.isIPv4 } == 13 && addresses.count { !$0.isIPv4 } == 13)
    #expect(Set(addresses).count == 26 && addresses.allSatisfy { !$0.isUnreachable })
  }
}

@Suite("A resolver that walks itself")
struct IterativeResolverTests {
  private func answer(_ name: String, _ type: RecordType, in world: SyntheticInternet) async -> Answer {
    await IterativeResolver(roots: SyntheticInternet.root, servers: world).answer(
      to: Question(fqdn(name), type))
  }

  @Test("answers, denies, and says what it can't tell")
  func outcomes() async {
    let world = SyntheticInternet.healthy()
    #expect(await answer("example.co.jp", .mx, in: world).records.count == 1)
    #expect(await answer("gone.example.co.jp", .a, in: world).deniesName)
    #expect(await answer("co.jp", .mx, in: world).isAbsence)
    var dead = SyntheticInternet.healthy()
    dead.make("198.18.0.2", .silent)
    #expect(await answer("example.co.jp", .mx, in: dead).failure != nil)
  }

  @Test("follows a CNAME out of the zone")
  func alias() async {
    var world = SyntheticInternet.healthy(
      SyntheticInternet.usual + "\nwww.example.co.jp CNAME target.jp\nloop.example.co.jp CNAME loop.jp")
    world.serve(
      "jp", at: "198.18.0.2",
      "jp NS ns.jp\nns.jp A 198.18.0.2\ntarget.jp A 192.0.2.7\nloop.jp CNAME loop.example.co.jp\n"
        + SyntheticInternet.delegation)
    let found = await answer("www.example.co.jp", .a, in: world)
    #expect(found.aliases.map(\.target) == [fqdn("target.jp")])
    #expect(found.records.compactMap(\.data.address) == [IPAddress("192.0.2.7")!])
    #expect(await answer("loop.example.co.jp", .a, in: world).failure?.kind == .aliasChain)
  }
}
