import Testing

@testable import MailDNSCheck

@Suite("The steps of a plan")
struct PlanStepsTests {
  private func plan(_ lines: String, _ target: RouteTarget) async throws -> MigrationPlan {
    let zone = try ZoneCopy(of: "example.jp", in: StartingPoints.world + lines)
    let report = try await zone.report()
    let inquiry = PlanInquiry(resolver: try zone.resolver())
    return try MigrationPlan(
      report, to: target, in: .builtIn, evidence: await inquiry.evidence(for: report))
  }

  private func start(_ name: String) throws -> String {
    try #require(StartingPoints.zones.first { $0.name == name }).lines
  }

  private func phase(_ plan: MigrationPlan, _ isMeant: (MigrationNote.Content) -> Bool) -> ZoneChange.Phase? {
    plan.notes.first { isMeant($0.content) }?.phase
  }

  private func text(_ plan: MigrationPlan) -> String {
    PlanText(plan: plan, catalogue: .builtIn, language: .english, width: 200).text
  }

  @Test("the connector of the gateway there is comes before the switch, whichever gateway is next")
  func connector() async throws {
    let lines = try start("another gateway")
    let proofpoint = try #require(Provider.ID("proofpoint"))
    let through = try await plan(lines, .securemxOffice365)
    #expect(phase(through) { $0 == .widenConnector([proofpoint]) } == .before)
    #expect(phase(through) { $0 == .restrictConnector } == .after)
    #expect(phase(through) { $0 == .sendThroughGateway } == .ready)
    let directly = try await plan(lines, .office365)
    #expect(phase(directly) { $0 == .openConnector([proofpoint]) } == .before)
    let back = try await plan(try start("SecureMX and Office365"), .office365)
    #expect(phase(back) { $0 == .openConnector([.securemx]) } == .before)
    #expect(phase(back) { $0 == .sendDirectly([.securemx]) } == .ready)
  }

  @Test("a signer is turned on when its keys have been seen")
  func signing() async throws {
    let plan = try await plan(try start("own host"), .securemxOffice365)
    #expect(phase(plan) { $0 == .turnOnSigning(.office365) } == .ready)
    #expect(phase(plan) { $0 == .turnOnSigning(.securemx) } == .ready)
    #expect(plan.waits.first?.phase == .ready)
  }

  @Test("MTA-STS names the new hosts before the switch and the old ones no more after it; TLSA goes")
  func transportSecurity() async throws {
    let plan = try await plan(StartingPoints.withTransportPolicy, .securemxOffice365)
    #expect(phase(plan) { $0 == .transportPolicyWidened(["mx.securemx.jp", "mx6.securemx.jp"]) } == .before)
    #expect(phase(plan) { $0 == .transportPolicyNarrowed } == .after)
    let keys = plan.changes.filter { $0.type == .tlsa }
    #expect(keys.map(\.phase) == [.after])
    #expect(keys.map(\.added) == [[]])
  }

  @Test(
    "DMARC has its part: reports before the switch, and what a strict policy means",
    arguments: [
      (nil, [.policyMissing], .before), ("v=DMARC1; p=none", [.policyWithoutReports], .before),
      ("v=DMARC1; p=reject; rua=mailto:r@x.test", [.policyStrict(.reject)], .ready),
      ("v=DMARC1; p=none; rua=mailto:r@example.jp", [.reportsMove(["r@example.jp"])], .switchover),
      ("v=DMARC1; p=none; rua=mailto:r@x.test", [.readReports], .after),
    ] as [(String?, [MigrationNote.Content], ZoneChange.Phase)])
  func policy(_ record: String?, _ contents: [MigrationNote.Content], _ expected: ZoneChange.Phase)
    async throws
  {
    let lines = try start("own host") + (record.map { "\n_dmarc.example.jp TXT \"\($0)\"" } ?? "")
    let plan = try await plan(lines, .securemx)
    for content in contents { #expect(phase(plan) { $0 == content } == expected) }
  }

  @Test("SecureMX's IPv6 host is added where it is missing, without lowering anything")
  func secondHost() async throws {
    let plan = try await plan(try start("SecureMX without its IPv6 host"), .securemx)
    let exchanges = plan.changes.filter { $0.type == .mx }
    #expect(exchanges.map(\.phase) == [.switchover])
    #expect(exchanges.first?.reason == .inboundCompleted(.securemx))
    #expect(exchanges.first?.added.map(\.presentation) == ["10 mx.securemx.jp.", "30 mx6.securemx.jp."])
    let own = try await self.plan(
      "example.jp MX 10 mx1.customer.securemx.jp\nmx1.customer.securemx.jp A 210.130.202.97", .securemx)
    #expect(own.changes.filter { $0.type == .mx } == [])
  }

  @Test("hosts behind `mx` are named by address before they are no MX any more, and taken out by name")
  func ownHosts() async throws {
    let plan = try await plan(try start("own host that everybody is authorised beside"), .securemxOffice365)
    let texts = plan.changes.filter { $0.type == .txt && $0.owner == plan.domain.name }
    #expect(texts.map(\.phase) == [.before, .after])
    #expect(texts.first?.added.first?.presentation.contains("ip4:192.0.2.25") == true)
    let host = try #require(DomainName("mail.example.jp"))
    #expect(texts.last?.reason == .sendersRemoved([.host(host, .own, terms: ["ip4:192.0.2.25"])]))
    #expect(texts.last?.added.first?.presentation.contains("ip4:203.0.113.9") == true)
    #expect(text(plan).contains("ip4:192.0.2.25 (mail.example.jp"))
  }

  @Test(
    "an SPF record that would need more than ten look-ups is shown in a shorter form that authorises the same"
  )
  func shortening() async throws {
    let plan = try await plan(try start("eleven look-ups with the new senders"), .office365)
    let change = try #require(plan.changes.first { $0.type == .txt && $0.phase == .before })
    let record = try #require(change.added.first?.presentation)
    #expect(record.contains("include:spf.protection.outlook.com"))
    #expect(!record.contains(" mx "))
    var zone = try ZoneCopy(
      of: "example.jp", in: StartingPoints.world + start("eleven look-ups with the new senders"))
    for change in plan.changes where change.phase == .before {
      try zone.make(change, filling: ["<token>": "example-jp", "<tenant>": "contoso"])
    }
    let spf = try #require(try await zone.report().facts.spf)
    #expect(spf.lookups <= SPFTree.lookupLimit)
    #expect(spf.errors == [])
    for address in ["203.0.113.9", "203.0.113.20", "203.0.113.130", "192.0.2.25", "40.92.0.1"] {
      #expect(spf.authorization.addresses.contains(try #require(IPAddress(address))), "\(address)")
    }
  }

  @Test("what depends on a gap is in comments with it, and the plan is not finished")
  func gaps() async throws {
    let plan = try await plan(try start("own host"), .securemx)
    #expect(!plan.isFinished)
    let text = text(plan)
    let live = text.split(separator: "\n").filter { !$0.hasPrefix(";") }
    // Lowering the TTL depends on nothing.
    #expect(live == ["example.jp. 300 IN MX 10 mail.example.jp."])
    #expect(text.contains("; example.jp. 300 IN MX 100 mx.securemx.jp."))
    #expect(text.contains("Not finished"))
  }

  @Test("a plan without a gap is finished, and nothing of it is in comments")
  func finished() async throws {
    let plan = try await plan(try start("Office365"), .office365)
    #expect(plan.isFinished)
    let both = try await self.plan(try start("SecureMX and Office365"), .office365)
    #expect(both.isFinished)
    #expect(text(both).contains("\nexample.jp. 300 IN MX 0 example-jp.mail.protection.outlook.com."))
  }
}

@Suite("The plan as it is run")
struct PlanProgramTests {
  @Test(
    "an unfinished plan is 1, a finished one 0, none 3",
    arguments: [("jisha.jp", "securemx", 1), ("kaisha.jp", "office365", 0), ("kiru.jp", "securemx", 3)])
  func status(_ domain: String, _ target: String, _ status: Int32) async throws {
    let result = try await ChildProcess.checkOffline(["plan", "--target", target, domain])
    #expect(result.status == status, "\(result.stdout)\(result.stderr)")
    let json = try await ChildProcess.checkOffline(["plan", "--format", "json", "--target", target, domain])
    #expect(json.status == status)
    if status != 3 { #expect(try json.object()["finished"] as? Bool == (status == 0)) }
  }
}
