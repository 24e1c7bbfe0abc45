import Testing

@testable import MailDNSCheck

/// Every plan carried out in a copy of the zone, as an administrator would, and the copy checked as `--zone-file` does.
@Suite("A plan carried out in a copy of the zone")
struct PlanRoundTripTests {
  /// What an administrator finds where the plan says to look.
  private static let placeholders = [
    "<host>": "spf", "<token>": "example-jp", "<tenant>": "contoso",
    "<key>": "\"v=DKIM1; k=ed25519; p=\(KeyFixtures.rfc8463Ed25519)\"",
  ]

  private static let tenant = """
    example-jp.mail.protection.outlook.com A 52.101.1.1

    """

  /// Starting points in which a tenant shows, so that the way to SecureMX keeps it.
  private static let startsWithTenant = [
    "Office365", "Office365, new host", "SecureMX and Office365", "both at once", "another gateway",
    "own host that everybody is authorised beside",
  ]

  /// Routes that plans must start from.
  private static let routes: Set<RouteID> = [
    .securemxOffice365, .securemx, .office365, .mixed, .gateway, .other, .implicit, .none,
  ]

  private struct Journey {
    let start: DomainReport
    let plan: MigrationPlan
    var copy: ZoneCopy

    init(_ lines: String, to target: RouteTarget) async throws {
      let copy = try ZoneCopy(of: "example.jp", in: StartingPoints.world + lines)
      let start = try await copy.report()
      plan = try MigrationPlan(start, to: target, in: .builtIn)
      (self.copy, self.start) = (copy, start)
    }

    mutating func make(_ phases: Set<ZoneChange.Phase>) throws {
      for change in plan.changes where phases.contains(change.phase) {
        try copy.make(change, filling: PlanRoundTripTests.placeholders)
      }
      // The plan has the domain accepted in the tenant before mail goes there.
      if phases.contains(.switchover), plan.target.needsTenant {
        try copy.addToWorld(PlanRoundTripTests.tenant)
      }
    }
  }

  private static func critical(_ report: DomainReport) -> Set<String> {
    Set(report.findings.filter { $0.severity == .critical }.map(\.id))
  }

  @Test("starts are on every route")
  func starts() async throws {
    var found: Set<RouteID> = []
    for start in StartingPoints.zones {
      let copy = try ZoneCopy(of: "example.jp", in: StartingPoints.world + start.lines)
      if let id = try await copy.report().verdict?.id { found.insert(id) }
    }
    #expect(found == Self.routes)
  }

  @Test(
    "the target is the route that comes out, and nothing is wrong with it",
    arguments: StartingPoints.zones, RouteTarget.allCases)
  func arrives(_ start: (name: String, lines: String), _ target: RouteTarget) async throws {
    var journey = try await Journey(start.lines, to: target)
    try journey.make([.before, .switchover, .after])
    let report = try await journey.copy.report(expecting: target.route)
    let verdict = try #require(report.verdict)
    let keepsTenant = target == .securemx && Self.startsWithTenant.contains(start.name)
    #expect(verdict.id == (keepsTenant ? .securemxOffice365 : target.route), "\(journey.copy.masterFile)")
    #expect(verdict.inbound == [.provider(target.inbound)])
    #expect(Self.critical(report) == [], "\(journey.copy.masterFile)")
    if target == .securemxOffice365 {
      #expect(verdict.confidence == .certain)
      #expect(verdict.mailbox == .office365)
      #expect(verdict.tenant == "contoso")
    }
    let authorized = Set(verdict.outbound)
    #expect(authorized.isSuperset(of: target.senders))
    if target == .office365 { #expect(!authorized.contains(.securemx)) }
  }

  @Test(
    "having arrived there is nothing left to change", arguments: StartingPoints.zones, RouteTarget.allCases)
  func isDone(_ start: (name: String, lines: String), _ target: RouteTarget) async throws {
    var journey = try await Journey(start.lines, to: target)
    try journey.make([.before, .switchover, .after])
    let report = try await journey.copy.report()
    let rest = try MigrationPlan(report, to: target, in: .builtIn)
    #expect(rest.changes == [])
  }

  @Test(
    "after what is done beforehand mail comes in as it did, and nothing is broken",
    arguments: StartingPoints.zones, RouteTarget.allCases)
  func beforehand(_ start: (name: String, lines: String), _ target: RouteTarget) async throws {
    var journey = try await Journey(start.lines, to: target)
    try journey.make([.before])
    let during = try await journey.copy.report()
    let before = try #require(journey.start.verdict)
    let verdict = try #require(during.verdict)
    // The tenant's keys make it show behind a SecureMX that is there already.
    let shows = before.id == .securemx && target.needsTenant
    #expect(verdict.id == (shows ? .securemxOffice365 : before.id))
    #expect(verdict.inbound == before.inbound)
    #expect(during.facts.mx.exchanges.map(\.host) == journey.start.facts.mx.exchanges.map(\.host))
    #expect(Self.critical(during).isSubset(of: Self.critical(journey.start)), "\(journey.copy.masterFile)")
    #expect(Set(verdict.outbound).isSuperset(of: Set(before.outbound)))
    let keys = Set(during.facts.dkim?.published.map(\.selector) ?? [])
    #expect(keys.isSuperset(of: journey.start.facts.dkim?.published.map(\.selector) ?? []))
  }

  @Test(
    "between the switch and what is done afterwards both ways out are still authorised",
    arguments: StartingPoints.zones, RouteTarget.allCases)
  func between(_ start: (name: String, lines: String), _ target: RouteTarget) async throws {
    var journey = try await Journey(start.lines, to: target)
    try journey.make([.before, .switchover])
    let report = try await journey.copy.report(expecting: target.route)
    let verdict = try #require(report.verdict)
    #expect(verdict.id.satisfies(target.route))
    #expect(Self.critical(report) == [], "\(journey.copy.masterFile)")
    let senders = Set(journey.start.verdict?.outbound ?? []).union(target.senders)
    #expect(Set(verdict.outbound).isSuperset(of: senders))
  }

  @Test("a change only replaces what is there, and adds what is not", arguments: StartingPoints.zones)
  func replaces(_ start: (name: String, lines: String)) async throws {
    for target in RouteTarget.allCases {
      var journey = try await Journey(start.lines, to: target)
      for change in journey.plan.changes {
        let present = journey.copy.records.filter { $0.owner == change.owner }.map(\.data)
        for case .record(let data) in change.added where !change.removed.contains(.record(data)) {
          #expect(!present.contains(data), "\(change.owner) \(data.presentation) to \(target)")
        }
        try journey.copy.make(change, filling: Self.placeholders)
      }
    }
  }

  @Test("a token that can't be computed is filled in from the admin centre")
  func hyphen() async throws {
    var copy = try ZoneCopy(
      of: "my-shop.test",
      in: StartingPoints.world + """
        my-shop.test MX 10 mail.my-shop.test
        mail.my-shop.test A 192.0.2.25
        myshop-test01e.mail.protection.outlook.com A 52.101.7.7

        """)
    let start = try await copy.report()
    let plan = try MigrationPlan(start, to: .office365, in: .builtIn)
    let values = ["<token>": "myshop-test01e", "<tenant>": "shop"]
    for change in plan.changes { try copy.make(change, filling: values) }
    let report = try await copy.report(expecting: .office365)
    let verdict = try #require(report.verdict)
    #expect(verdict.id == .office365)
    #expect(verdict.mailbox == .office365)
    #expect(verdict.tenant == "shop")
  }
}

@Suite("A plan's text as a piece of a zone file")
struct PlanTextRoundTripTests {
  private static func text(
    _ lines: String, _ target: RouteTarget, _ language: Language, width: Int
  ) async throws -> (plan: MigrationPlan, text: String) {
    let copy = try ZoneCopy(of: "example.jp", in: StartingPoints.world + lines)
    let start = try await copy.report()
    let plan = try MigrationPlan(start, to: target, in: .builtIn)
    return (plan, PlanText(plan: plan, catalogue: .builtIn, language: language, width: width).text)
  }

  @Test(
    "is read as it is, comments and all, as the records that are known", arguments: StartingPoints.zones,
    Language.allCases)
  func parses(_ start: (name: String, lines: String), _ language: Language) async throws {
    for target in RouteTarget.allCases {
      for width in [40, 80, 200] {
        let (plan, text) = try await Self.text(start.lines, target, language, width: width)
        let known = plan.changes.filter { !plan.dependsOnGap($0) }.flatMap { change in
          change.added.compactMap { added -> ResourceRecord? in
            guard case .record(let data) = added else { return nil }
            return ResourceRecord(owner: change.owner, timeToLive: change.timeToLive, data: data)
          }
        }
        let records = try ZoneCopy.records(of: text)
        // A record that a later phase publishes again, with another TTL, is the same record to a zone.
        let once = known.reduce(into: [ResourceRecord]()) { once, record in
          if !once.contains(where: { ($0.owner, $0.data) == (record.owner, record.data) }) {
            once.append(record)
          }
        }
        #expect(Set(records) == Set(once))
      }
    }
  }

  /// In the phase before, a record of the same plan may already have been put in place of the published one; without its
  /// removal there would be two SPF records.
  @Test("says of every SPF record but a first one what it replaces", arguments: StartingPoints.zones)
  func saysWhatItReplaces(_ start: (name: String, lines: String)) async throws {
    for target in RouteTarget.allCases {
      let (_, text) = try await Self.text(start.lines, target, .english, width: 200)
      var isFirst = !start.lines.contains("\"v=spf1 ")
      for block in text.split(separator: "\n\n") {
        let lines = block.split(separator: "\n")
        let isSPF = lines.contains { line in
          line.contains(" IN TXT \"v=spf1") && !line.hasPrefix(";   ")
        }
        guard isSPF else { continue }
        if !isFirst { #expect(lines.contains("; replaces:"), "\(start.name) to \(target):\n\(block)") }
        isFirst = false
      }
    }
  }
}
