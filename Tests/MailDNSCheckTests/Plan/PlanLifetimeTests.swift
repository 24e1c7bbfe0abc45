import Testing

@testable import MailDNSCheck

/// A real cache in front of a real name server: the cache counts down and cuts off, the name server says what is so.
@Suite("The TTLs of a plan")
struct PlanLifetimeTests {
  private static let zone = TestZone(
    "example.jp",
    """
    $TTL 7200
    @ IN SOA ns hostmaster 1 3600 600 86400 900
    @ IN NS ns
    ns IN A 127.0.0.1
    @ IN MX 10 mail
    mail IN A 192.0.2.25
    @ 5400 IN TXT "v=spf1 mx -all"

    """)

  private static func plan(
    over resolver: ServerAddress, asking authority: NSDServer?, _ domain: String = "example.jp"
  ) async throws -> MigrationPlan {
    let client = AnswerCache(try dnsClient(resolver))
    let check = DomainCheck(
      areas: .whole, resolver: client, catalogue: .builtIn, selectors: [], expectedRoute: nil
    )
    let report = await check.report(on: try MailDomain(pasted: domain))
    var inquiry = PlanInquiry(resolver: client)
    if let authority {
      // As the program does at port 53.
      inquiry.authority = { servers in
        let servers = servers.map { ServerAddress(address: $0.address, port: authority.port) }
        return try? DNSClient(ResolverConfiguration(servers: servers, timeout: .seconds(10), attempts: 1))
      }
    }
    return try MigrationPlan(
      report, to: .securemxOffice365, in: .builtIn, evidence: await inquiry.evidence(for: report))
  }

  private static func text(_ plan: MigrationPlan) -> String {
    PlanText(plan: plan, catalogue: .builtIn, language: .english, width: 80).text
  }

  /// Everything that nobody holds does not exist.
  private static func servers() throws -> (authority: NSDServer, root: NSDServer) {
    let root = TestZone(
      ".",
      """
      $TTL 3600
      . IN SOA ns. hostmaster. 1 3600 600 86400 300
      . IN NS ns.
      ns. IN A 127.0.0.1
      jp. IN TXT "here"

      """)
    return (try NSDServer([zone]), try NSDServer([root]))
  }

  private static func cache(
    _ servers: (authority: NSDServer, root: NSDServer), _ options: [String] = []
  ) throws -> UnboundServer {
    try UnboundServer(
      stubs: [("example.jp", servers.authority.port), (".", servers.root.port)], options: options)
  }

  @Test("are those of the name servers: a warm cache and a capped one give the same plan")
  func caches() async throws {
    let servers = try Self.servers()
    let warm = try Self.cache(servers)
    let first = try await Self.plan(over: warm.address, asking: servers.authority)
    try await Task.sleep(for: .milliseconds(2100))
    let later = try await Self.plan(over: warm.address, asking: servers.authority)
    let small = try Self.cache(servers, ["cache-max-ttl: 60"])
    let capped = try await Self.plan(over: small.address, asking: servers.authority)
    #expect(Self.text(later) == Self.text(first))
    #expect(Self.text(capped) == Self.text(first))
    #expect(later.waits == first.waits && capped.waits == first.waits)
    #expect(first.waits.first?.seconds == 7200)
    #expect(first.waits.flatMap(\.lifetimes).allSatisfy { !$0.isAssumed })
    let lowered = first.changes.first { $0.phase == .before && $0.type == .mx }
    #expect(lowered?.timeToLive == 300)
    #expect(first.changes.last { $0.type == .mx }?.timeToLive == 7200)
  }

  @Test("that only a cache knows the rest of are said to be unknown, and the step stays")
  func unknown() async throws {
    let servers = try Self.servers()
    let capped = try Self.cache(servers, ["cache-max-ttl: 60"])
    let first = try await Self.plan(over: capped.address, asking: nil)
    let warm = try Self.cache(servers)
    _ = try await Self.plan(over: warm.address, asking: nil)
    try await Task.sleep(for: .milliseconds(1100))
    let later = try await Self.plan(over: warm.address, asking: nil)
    #expect(Self.text(first) == Self.text(later))
    #expect(first.waits.first?.seconds == RecordLifetime.assumption)
    #expect(first.changes.contains { $0.phase == .before && $0.type == .mx && $0.timeToLive == 300 })
    #expect(Self.text(first).contains("could not be asked"))
  }

  @Test("an answer that does not come from whoever holds the zone is not believed")
  func notAuthoritative() async throws {
    let servers = try Self.servers()
    let cache = try Self.cache(servers)
    let client = try dnsClient(cache.address)
    let check = DomainCheck(
      areas: .whole, resolver: client, catalogue: .builtIn, selectors: [], expectedRoute: nil
    )
    let report = await check.report(on: try MailDomain(pasted: "example.jp"))
    // Somebody answers for everybody at port 53, as in some offices.
    let inquiry = PlanInquiry(resolver: client) { _ in try? dnsClient(cache.address) }
    let evidence = await inquiry.evidence(for: report)
    #expect(evidence.lifetimes[report.domain.name, .mx].isAssumed)
  }

  @Test("a TTL that is short already is left alone")
  func short() async throws {
    let lines = "example.jp 300 MX 10 mail.example.jp\nmail.example.jp A 192.0.2.25"
    let zone = try ZoneCopy(of: "example.jp", in: StartingPoints.world + lines)
    let plan = try MigrationPlan(try await zone.report(), to: .office365, in: .builtIn)
    let exchanges = plan.changes.filter { $0.type == .mx }
    #expect(exchanges.map(\.phase) == [.switchover])
    #expect(exchanges.map(\.timeToLive) == [300])
  }
}
