import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The way to another route")
struct MigrationPlanTests {
  private func plan(
    _ lines: String, _ target: RouteTarget, failing: [String] = [], world: String = StartingPoints.world
  ) async throws -> MigrationPlan {
    let report = try await RecordedResolver(world + lines, failing: failing).report(on: "example.jp")
    return try MigrationPlan(report, to: target, in: .builtIn)
  }

  private func verdict(_ lines: String) async throws -> RouteVerdict {
    try await RecordedResolver(StartingPoints.world + lines).verdict(on: "example.jp")
  }

  @Test(
    "leads from everywhere to everywhere: with its records in the zone, the domain is on the target's route",
    arguments: StartingPoints.zones, RouteTarget.allCases)
  func arrives(_ start: (name: String, lines: String), _ target: RouteTarget) async throws {
    let plan = try await plan(start.lines, target)
    let zone = StartingPoints.applying(plan, to: start.lines)
    let reached = try await verdict(zone)
    #expect(reached.id.satisfies(target.route), "\(reached.id) from \(start.name)\n\(zone)")
    #expect(reached.inbound == [.provider(target.inbound)])
  }

  @Test("says where a name of its records is made by a DNAME, and which void look-ups keep SPF broken")
  func obstacles() async throws {
    let keys = try await plan(
      "example.jp MX 10 mx.securemx.jp\n_domainkey.example.jp DNAME _domainkey.elsewhere.test\n",
      .securemxOffice365)
    let name = DomainName("key1.smx._domainkey.example.jp")!
    let end = DomainName("key1.smx._domainkey.elsewhere.test")!
    #expect(keys.notes.map(\.content).contains(.nameIsAlias(name, end)))
    let voids = try await plan(
      "example.jp MX 10 mx.securemx.jp\nexample.jp TXT \"v=spf1 a:o1.test a:o2.test a:o3.test -all\"\n",
      .securemx)
    #expect(voids.notes.map(\.content).contains(.spfVoids(["a:o1.test", "a:o2.test", "a:o3.test"])))
  }

  @Test("changes nothing more where it has arrived", arguments: StartingPoints.zones, RouteTarget.allCases)
  func isDone(_ start: (name: String, lines: String), _ target: RouteTarget) async throws {
    let zone = StartingPoints.applying(try await plan(start.lines, target), to: start.lines)
    let rest = try await plan(zone, target)
    #expect(rest.changes.filter(\.isComplete) == [])
  }

  @Test("what stays behind the gateway must not stop taking mail; what is left behind may")
  func oldSystem() async throws {
    let tenant = "example.jp MX 0 example-jp.mail.protection.outlook.com\n"
    let own = "example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.7\n"
    let google = "example.jp MX 1 smtp.google.com\n"
    for (lines, target, stops) in [
      (tenant, RouteTarget.securemxOffice365, false), (own, .securemx, false), (google, .securemx, false),
      (own, .securemxOffice365, true), (google, .office365, true),
      ("example.jp MX 10 mx.securemx.jp\n", .office365, true),
    ] {
      let notes = try await plan(lines, target).notes.map(\.content)
      #expect(notes.contains(.stopOldSystem) == stops, "\(lines) \(target)")
      #expect(notes.contains(.keepOldSystem))
    }
  }

  @Test("addresses that stand in for mx leave SPF with the hosts that they are of, those of IPv6 too")
  func exchangesInSPF() async throws {
    let world =
      StartingPoints.world + "mx.securemx.jp A 210.130.202.97\nmx6.securemx.jp AAAA 2001:240:bb81::1:97\n"
    let lines = """
      example.jp MX 100 mx.securemx.jp
      example.jp MX 120 mx6.securemx.jp
      example.jp TXT "v=spf1 ip4:210.130.202.97 ip6:2001:240:bb81::1:97 ip4:192.0.2.1 include:spf.protection.outlook.com -all"

      """
    let last = try #require(
      try await plan(lines, .office365, world: world).changes.last { $0.type == .txt && $0.phase == .after })
    let text = last.added.map { entry in if case .record(let data) = entry { data.presentation } else { "" } }
      .joined()
    #expect(text.contains("192.0.2.1"))
    #expect(!text.contains("bb81") && !text.contains("210.130.202.97"))
  }

  @Test("where the domain is there already, nothing comes after anything")
  func nothingToDo() async throws {
    for (domain, target) in [("hayate.example", "office365"), ("aozora.example", "securemx-office365")] {
      let result = try await ChildProcess.maildnscheck([
        "plan", "--zone-file", ExampleFiles.internet, "--offline", "--lang", "en", "--target", target, domain,
      ])
      #expect(!result.stdout.contains("----"), "\(result.stdout)")
      #expect(result.stdout.hasSuffix("\n\n; Nothing in the zone has to change.\n"))
      #expect(result.status == 0)
    }
  }

  @Test("a first SPF record does not speak of an mx that is not there")
  func firstRecord() async throws {
    let plan = try await plan("example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.7\n", .securemx)
    let change = try #require(plan.changes.first { $0.type == .txt && $0.owner == plan.domain.name })
    #expect(change.removed == [])
    #expect(!change.wording(in: .builtIn).english.contains("\"mx\""))
  }

  @Test("adds beforehand, switches MX alone, and takes out afterwards", arguments: StartingPoints.zones)
  func order(_ start: (name: String, lines: String)) async throws {
    for target in RouteTarget.allCases {
      let changes = try await plan(start.lines, target).changes
      #expect(changes.map(\.phase) == changes.map(\.phase).sorted())
      for change in changes {
        switch change.phase {
        case .before: #expect(!change.added.isEmpty)
        case .ready: Issue.record("nothing in the zone changes then: \(change)")
        case .switchover: #expect(change.type == .mx)
        case .after: #expect(!change.removed.isEmpty || !change.isComplete)
        }
      }
    }
  }

  @Test("what was authorised stays so until mail has taken the new way", arguments: StartingPoints.zones)
  func senders(_ start: (name: String, lines: String)) async throws {
    let before = Set(try await verdict(start.lines).outbound)
    for target in RouteTarget.allCases {
      var plan = try await plan(start.lines, target)
      plan = plan.keeping { $0.phase == .before }
      let during = try await verdict(StartingPoints.applying(plan, to: start.lines))
      #expect(before.isSubset(of: during.outbound), "to \(target)")
    }
  }

  @Test("names no record that DNS does not show: the keys are left open")
  func placeholders() async throws {
    let plan = try await plan("example.jp MX 1 aspmx.l.google.com", .securemxOffice365)
    let open = plan.changes.filter { !$0.isComplete }.map { "\($0.owner) \($0.type)" }
    #expect(
      open == [
        "selector1._domainkey.example.jp CNAME", "selector2._domainkey.example.jp CNAME",
        "key1.smx._domainkey.example.jp TXT",
      ])
  }

  @Test("the second of Microsoft's selectors follows from the first")
  func sibling() async throws {
    let plan = try await plan(World.microsoftKey + World.securemx, .office365)
    let change = try #require(
      plan.changes.first { $0.owner == DomainName("selector2._domainkey.example.jp") })
    #expect(
      change.added == [
        .record(.cname(DomainName("selector2-example-jp._domainkey.contoso.onmicrosoft.com")!))
      ])
  }

  @Test("a token that can't be computed is not made up; a DKIM CNAME tells it")
  func token() async throws {
    func exchange(_ more: String) async throws -> [ZoneChange.Entry] {
      let lines = "my-shop.jp MX 10 mail.my-shop.jp\nmail.my-shop.jp A 192.0.2.1\n" + more
      let report = try await RecordedResolver(lines).report(on: "my-shop.jp")
      let plan = try MigrationPlan(report, to: .office365, in: .builtIn)
      return plan.changes.first { $0.type == .mx && $0.phase == .switchover }?.added ?? []
    }
    #expect(try await exchange("") == [.template("0 <token>.mail.protection.outlook.com.", .tenantMX)])
    let key = "selector1._domainkey.my-shop.jp CNAME selector1-myshop-jp01e._domainkey.shop.onmicrosoft.com"
    #expect(
      try await exchange(key) == [
        .record(.mx(preference: 0, exchange: DomainName("myshop-jp01e.mail.protection.outlook.com")!))
      ])
  }

  @Test("a gateway that leaves goes out of SPF and DKIM, and out of SPF only when mail has moved")
  func leaving() async throws {
    let start = StartingPoints.zones.first { $0.name == "SecureMX and Office365" }?.lines ?? ""
    let changes = try await plan(start, .office365).changes.filter { $0.phase == .after }
    #expect(changes.map(\.type) == [.txt, .txt, .mx])
    #expect(
      changes.map(\.reason) == [
        .sendersRemoved([.provider(.securemx, terms: ["include:spf.securemx.jp"])]), .signingEnded(.securemx),
        .timeToLiveRestored,
      ])
  }

  @Test("a sender behind an include of one's own is pointed out, not taken out")
  func behindInclude() async throws {
    let lines =
      World.securemx + "example.jp TXT \"v=spf1 include:_spf.example.jp -all\"\n"
      + "_spf.example.jp TXT \"v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com -all\""
    let plan = try await plan(lines, .office365)
    #expect(plan.notes.contains { $0.content == .senderBehindInclude(.securemx) })
    #expect(!plan.changes.contains { $0.type == .txt && $0.owner == DomainName("example.jp") })
  }

  @Test(
    "there is none where it is not known what is there now",
    arguments: ["example.jp MX", "example.jp TXT", "mail.example.jp"])
  func unknown(_ failing: String) async throws {
    let lines =
      "example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.1\nexample.jp TXT \"v=spf1 mx -all\""
    await #expect(throws: MigrationPlanError.self) {
      _ = try await plan(lines, .securemx, failing: [failing])
    }
  }

  @Test("there is none for a domain that does not exist")
  func nonexistent() async throws {
    await #expect(throws: MigrationPlanError.self) { _ = try await plan("", .securemx) }
  }

  @Test("the order on the way back: the connector must let mail in before MX leads to Office365")
  func connector() async throws {
    let notes = try await plan(World.securemx, .office365).notes
    #expect(notes.contains { $0.phase == .before && $0.content == .openConnector([.securemx]) })
  }

  @Test("as people read it", arguments: Language.allCases)
  func text(_ language: Language) async throws {
    let start = StartingPoints.zones.first { $0.name == "another gateway" }?.lines ?? ""
    let plan = try await plan(start, .securemxOffice365)
    let text = PlanText(plan: plan, catalogue: .builtIn, language: language, width: 80).text
    expectGolden(text, "another-gateway.\(language.rawValue).txt")
  }

  @Test("every line is a comment or a record of a zone file")
  func isZoneFile() async throws {
    for start in StartingPoints.zones {
      for target in RouteTarget.allCases {
        let plan = try await plan(start.lines, target)
        let text = PlanText(plan: plan, catalogue: .builtIn, language: .japanese, width: 60).text
        let records = text.split(separator: "\n").filter { !$0.hasPrefix(";") }
        let head = "$ORIGIN .\n@ SOA ns.example hostmaster.example 1 7200 1800 1209600 300\n"
        let zone = head + records.joined(separator: "\n") + "\n"
        _ = try ZoneSet(files: [("plan.zone", Array(zone.utf8))])
        let known = plan.changes.filter { !plan.dependsOnGap($0) }.flatMap(\.added).count
        #expect(records.count == known)
      }
    }
  }
}

extension MigrationPlan {
  fileprivate func keeping(_ isKept: (ZoneChange) -> Bool) -> MigrationPlan {
    MigrationPlan(
      domain: domain, target: target, start: start, changes: changes.filter(isKept), notes: notes,
      waits: waits)
  }
}

extension MigrationPlanTests {
  @Test("what else is at a selector is replaced in the end, and pointed out before")
  func selectorTaken() async throws {
    let plan = try await plan(World.key("selector1._domainkey.example.jp"), .securemxOffice365)
    let change = try #require(
      plan.changes.first { $0.owner == DomainName("selector1._domainkey.example.jp") })
    #expect(change.phase == .after)
    #expect(change.type == .cname && change.removed.count == 1)
    #expect(plan.notes.contains { $0.phase == .after && $0.content == .turnOnSigningLater(.office365) })
    #expect(plan.notes.contains { $0.content == .selectorTaken("selector1") })
  }

  @Test("the hosts that mail comes from today stay authorised until mail has moved")
  func currentHosts() async throws {
    let start = "example.jp MX 10 mail.example.jp\nmail.example.jp A 198.51.100.25"
    let texts = try await plan(start, .office365).changes.filter {
      $0.owner == DomainName("example.jp") && $0.type == .txt
    }
    #expect(texts.map(\.phase) == [.before, .after])
    #expect(
      texts.first?.added == [
        .record(
          .txt(
            CharacterStrings(
              cutting: Array("v=spf1 include:spf.protection.outlook.com ip4:198.51.100.25 ~all".utf8))))
      ])
    #expect(
      texts.last?.added == [
        .record(.txt(CharacterStrings(cutting: Array("v=spf1 include:spf.protection.outlook.com ~all".utf8))))
      ])
  }

  @Test(
    "there is no plan where DNS could not tell what it depends on",
    arguments: ["selector1._domainkey.example.jp", "key1.smx._domainkey.example.jp", "nested.test"])
  func undecided(_ failing: String) async throws {
    let start =
      World.securemx + "example.jp TXT \"v=spf1 include:nested.test -all\"\n"
      + World.key("x._domainkey.example.jp")
    await #expect(throws: MigrationPlanError.self) {
      _ = try await plan(start, .securemxOffice365, failing: [failing])
    }
  }

  @Test(
    "a slip of the pen is mended, what is no term left out and said, and a record for everybody pointed out")
  func faults() async throws {
    let plan = try await plan("example.jp TXT \"v=spf1 ipv4:192.0.2.0/28 !?x +all\"", .office365)
    let repair = SPFRepair.Change(from: "ipv4:192.0.2.0/28", to: "ip4:192.0.2.0/28")
    #expect(plan.notes.contains { $0.content == .termsRepaired([repair]) })
    #expect(plan.notes.contains { $0.content == .termsDropped(["!?x"]) })
    #expect(plan.notes.contains { $0.content == .passesAll })
    let text = plan.changes.first { $0.type == .txt }?.added.first?.presentation
    #expect(
      text == "\"v=spf1 ip4:192.0.2.0/28 include:spf.protection.outlook.com +all\"")
  }
}
