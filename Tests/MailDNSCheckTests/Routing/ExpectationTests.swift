import Testing

@testable import MailDNSCheck

@Suite("Whether the route is the one expected")
struct ExpectationTests {
  private static let tenant = World.providers + World.securemx
  private static let noTenant = World.withoutTenant + World.securemx
  private static let mixed = noTenant + "example.jp MX 10 example-jp.mail.protection.outlook.com\n"

  private func policy(_ report: DomainReport) -> [String] {
    report.summary.filter { $0.hasPrefix("route-") && !$0.hasPrefix("route-mixed") }
  }

  @Test(
    "securemx accepts SecureMX with and without Office365 behind it; every other expectation is exact",
    arguments: RouteID.allCases)
  func exactness(_ expected: RouteID) async throws {
    let behind = try await RecordedResolver(Self.tenant).report(on: "example.jp", expecting: expected)
    let isMet = expected == .securemx || expected == .securemxOffice365
    #expect(policy(behind) == (isMet ? [] : ["route-unexpected critical"]))
    let bare = try await RecordedResolver(Self.noTenant).report(on: "example.jp", expecting: expected)
    #expect(policy(bare) == (expected == .securemx ? [] : ["route-unexpected critical"]))
  }

  @Test("the finding says what was expected and what was found")
  func arguments() async throws {
    let report = try await RecordedResolver(Self.noTenant).report(on: "example.jp", expecting: .office365)
    #expect(
      report.findings("route-unexpected") == [
        .route.unexpected("example.jp", (expected: .office365, found: .securemx))
      ])
  }

  @Test("an unknown route never counts as another one", arguments: RouteID.allCases)
  func unknown(_ expected: RouteID) async throws {
    let dns = try RecordedResolver(Self.tenant, failing: ["example.jp MX"])
    let report = try await dns.report(on: "example.jp", expecting: expected)
    #expect(policy(report) == ["route-undecided unknown"])
  }

  @Test(
    "whether Office365 is behind SecureMX is undecided while a place where it could show was not asked",
    arguments: [
      "example-jp.mail.protection.outlook.com", "selector1._domainkey.example.jp",
      "selector2._domainkey.example.jp",
      "autodiscover.example.jp", "example.jp TXT", "nested.test TXT",
    ])
  func undecided(_ failing: String) async throws {
    let lines = Self.noTenant + "example.jp TXT \"v=spf1 include:spf.securemx.jp include:nested.test -all\""
    let dns = try RecordedResolver(lines, failing: [failing])
    #expect(
      policy(try await dns.report(on: "example.jp", expecting: .securemxOffice365)) == [
        "route-undecided unknown"
      ])
    #expect(policy(try await dns.report(on: "example.jp", expecting: .securemx)) == [])
    #expect(
      policy(try await dns.report(on: "example.jp", expecting: .office365)) == ["route-unexpected critical"])
  }

  @Test(
    "mixed is critical where SecureMX or Office365 was expected, and a warning otherwise",
    arguments: [
      (nil, ["route-mixed warning"]),
      (.mixed, ["route-mixed warning"]),
      (.securemx, ["route-mixed critical", "route-unexpected critical"]),
      (.securemxOffice365, ["route-mixed critical", "route-unexpected critical"]),
      (.office365, ["route-mixed critical", "route-unexpected critical"]),
      (.gateway, ["route-unexpected critical", "route-mixed warning"]),
    ] as [(RouteID?, [String])])
  func mixed(_ expected: RouteID?, _ findings: [String]) async throws {
    let report = try await RecordedResolver(Self.mixed).report(on: "example.jp", expecting: expected)
    #expect(report.summary.filter { $0.hasPrefix("route-") } == findings)
  }

  @Test("a domain that does not exist has the route none")
  func nonexistent() async throws {
    let dns = try RecordedResolver("")
    #expect(
      try await dns.report(on: "example.jp", expecting: .securemx).summary
        == ["domain-nonexistent critical", "route-unexpected critical"])
    #expect(
      try await dns.report(on: "example.jp", expecting: RouteID.none).summary == [
        "domain-nonexistent critical"
      ])
  }
}
