import Testing

@testable import MailDNSCheck

@Suite("A plan carried out over time, with caches that keep what was there")
struct PlanSimulationTests {
  private static let placeholders = [
    "<host>": "spf", "<token>": "example-jp", "<tenant>": "contoso",
    "<key>": "\"v=DKIM1; k=ed25519; p=\(KeyFixtures.rfc8463Ed25519)\"",
  ]

  /// What is found wrong from `lines` to `target`; `timeToLive` is that of every record there is at first.
  private func losses(
    _ lines: String, _ target: RouteTarget, timeToLive: UInt32 = 3600,
    neglecting negligence: PlanSimulation.Negligence = []
  ) async throws -> [String] {
    let zone = try ZoneCopy(of: "example.jp", in: StartingPoints.world + lines).living(timeToLive)
    let start = try await zone.report()
    let inquiry = PlanInquiry(resolver: try zone.resolver())
    let plan = try MigrationPlan(
      start, to: target, in: .builtIn, evidence: await inquiry.evidence(for: start))
    var simulation = try await PlanSimulation(
      plan, from: start, in: zone, filling: Self.placeholders, neglecting: negligence)
    try await simulation.run()
    return simulation.losses
  }

  @Test(
    "loses no mail at any moment, from everywhere to everywhere", arguments: StartingPoints.zones,
    RouteTarget.allCases)
  func losesNothing(_ start: (name: String, lines: String), _ target: RouteTarget) async throws {
    for timeToLive: UInt32 in [60, 3600, 172_800] {
      let losses = try await losses(start.lines, target, timeToLive: timeToLive)
      #expect(losses == [], "\(start.name) to \(target), TTL \(timeToLive)")
    }
  }

  @Test("mail policies and keys of transport are followed as well", arguments: RouteTarget.allCases)
  func transportSecurity(_ target: RouteTarget) async throws {
    for timeToLive: UInt32 in [60, 3600, 172_800] {
      let losses = try await losses(StartingPoints.withTransportPolicy, target, timeToLive: timeToLive)
      #expect(losses == [], "TTL \(timeToLive)")
    }
  }

  @Test(
    "without its waits, its connectors, the old system or the new MTA-STS policy mail is lost: each is there for something",
    arguments: [
      ("own host", .impatience, .office365, "SPF of"),
      ("another gateway", .connectors, .office365, "the connector admits gateways only"),
      ("another gateway", .connectors, .securemxOffice365, "the connector does not admit SecureMX"),
      ("own host", .oldSystemStopped, .office365, "the old system is gone"),
    ] as [(String, PlanSimulation.Negligence, RouteTarget, String)])
  func negligence(
    _ name: String, _ negligence: PlanSimulation.Negligence, _ target: RouteTarget, _ loss: String
  ) async throws {
    let lines = try #require(StartingPoints.zones.first { $0.name == name }).lines
    let losses = try await losses(lines, target, neglecting: negligence)
    #expect(losses.contains { $0.contains(loss) }, "\(losses)")
  }

  @Test("an MTA-STS policy that does not name the new hosts stops mail, and the simulation sees it")
  func policy() async throws {
    let losses = try await losses(StartingPoints.withTransportPolicy, .securemx, neglecting: .policy)
    #expect(losses.contains { $0.contains("MTA-STS does not name mx.securemx.jp") }, "\(losses)")
  }
}
