import Testing

@testable import MailDNSCheck

/// MX records of example.jp, and the route that they make.
struct RouteCase: CustomTestStringConvertible, Sendable {
  let lines: String
  let route: RouteID
  let inbound: [String]

  init(_ lines: String, _ route: RouteID, _ inbound: String...) {
    (self.lines, self.route, self.inbound) = (lines, route, inbound)
  }

  var testDescription: String { lines.replacing("\n", with: ", ").replacing("example.jp ", with: "") }

  func expectVerdict(in world: String = World.withoutTenant) async throws {
    let verdict = try await RecordedResolver(world + lines).verdict(on: "example.jp")
    #expect(verdict.id == route)
    #expect(verdict.inbound.map(\.id) == inbound)
  }
}

@Suite("Routes")
struct RouteTests {
  @Test(
    "MX hosts of one kind decide",
    arguments: [
      RouteCase(World.securemx, .securemx, "securemx"),
      RouteCase("example.jp MX 10 mx1.customer.securemx.jp", .securemx, "securemx"),
      RouteCase("example.jp MX 0 example-jp.mail.protection.outlook.com", .office365, "office365"),
      RouteCase("example.jp MX 0 example-jp.a-v1.mx.microsoft", .office365, "office365"),
      RouteCase("example.jp MX 10 mxa.gslb.pphosted.com", .gateway, "proofpoint"),
      RouteCase(
        "example.jp MX 10 mxa.gslb.pphosted.com\nexample.jp MX 10 mxb.gslb.pphosted.com", .gateway,
        "proofpoint"),
      RouteCase("example.jp MX 1 aspmx.l.google.com", .other, "google"),
      RouteCase("example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.25", .other, "self"),
      RouteCase("example.jp MX 10 example.jp\nexample.jp A 192.0.2.25", .other, "self"),
      RouteCase("example.jp MX 10 mx.unheard-of.test", .other, "unknown"),
    ])
  func oneKind(_ example: RouteCase) async throws { try await example.expectVerdict() }

  @Test("SecureMX with a tenant behind it is a route of its own")
  func tenantBehind() async throws {
    try await RouteCase(World.securemx, .securemxOffice365, "securemx").expectVerdict(in: World.providers)
  }

  private static let kinds = [
    ("securemx", "mx.securemx.jp"), ("office365", "example-jp.mail.protection.outlook.com"),
    ("proofpoint", "mxa.gslb.pphosted.com"), ("messagelabs", "cluster1.messagelabs.com"),
    ("unknown", "mx.unheard-of.test"),
  ]

  @Test("hosts of any two kinds are mixed, whichever comes first", arguments: kinds, kinds)
  func mixed(first: (id: String, host: String), second: (id: String, host: String)) async throws {
    guard first.id != second.id else { return }
    try await RouteCase(
      "example.jp MX 10 \(first.host)\nexample.jp MX 20 \(second.host)", .mixed, first.id, second.id
    ).expectVerdict()
  }

  @Test(
    "other platforms, own hosts and unknown hosts count as one kind",
    arguments: [
      ("aspmx.l.google.com", "mail.example.jp", "google", "self"),
      ("mail.example.jp", "mx.unheard-of.test", "self", "unknown"),
      ("aspmx.l.google.com", "mx.unheard-of.test", "google", "unknown"),
      ("aspmx.l.google.com", "mx.zoho.com", "google", "zoho"),
    ])
  func others(_ first: String, _ second: String, _ firstID: String, _ secondID: String) async throws {
    try await RouteCase(
      "example.jp MX 10 \(first)\nexample.jp MX 20 \(second)\nmail.example.jp A 192.0.2.25", .other, firstID,
      secondID
    ).expectVerdict()
  }

  @Test(
    "a domain that takes no mail has the route none, and nobody's hosts",
    arguments: [
      RouteCase("example.jp MX 0 .", .none),
      RouteCase("example.jp TXT \"v=spf1 -all\"", .none),
      RouteCase("example.jp MX 10 ms12345678.msv1.invalid", .none),
      RouteCase("example.jp MX 10 ms12345678.msv1.invalid\nexample.jp MX 20 ms2.msv1.invalid", .none),
      RouteCase("", .none),
    ])
  func none(_ example: RouteCase) async throws { try await example.expectVerdict() }

  @Test(
    "Microsoft's verification MX is ignored beside others",
    arguments: [
      RouteCase(World.securemx + "example.jp MX 32767 ms12345678.msv1.invalid", .securemx, "securemx"),
      RouteCase(
        "example.jp MX 0 ms12345678.msv1.invalid\nexample.jp MX 10 aspmx.l.google.com", .other, "google"),
    ])
  func verificationMX(_ example: RouteCase) async throws { try await example.expectVerdict() }

  @Test("a root target with another preference than 0 is no null MX, and no provider's host")
  func rootTarget() async throws {
    #expect(try await RecordedResolver("example.jp MX 10 .").verdict(on: "example.jp").id == .other)
  }

  @Test(
    "without MX, the domain's own address takes the mail", arguments: ["A 192.0.2.1", "AAAA 2001:db8::1"])
  func implicit(_ record: String) async throws {
    try await RouteCase("example.jp \(record)", .implicit).expectVerdict()
  }

  @Test(
    "a host without address is judged by its name",
    arguments: [
      RouteCase("example.jp MX 0 gone.mail.protection.outlook.com", .office365, "office365"),
      RouteCase("example.jp MX 0 gone.securemx.jp", .securemx, "securemx"),
      RouteCase("example.jp MX 0 gone.pphosted.com", .gateway, "proofpoint"),
    ])
  func gone(_ example: RouteCase) async throws { try await example.expectVerdict() }

  @Test(
    "Microsoft's sovereign clouds and older names are Office365, and its consumer service is not",
    arguments: [
      RouteCase("example.jp MX 0 example-jp.mail.protection.office365.us", .office365, "office365"),
      RouteCase("example.jp MX 0 example-jp.mail.protection.partner.outlook.cn", .office365, "office365"),
      RouteCase("example.jp MX 0 example-jp.mail.protection.outlook.de", .office365, "office365"),
      RouteCase("example.jp MX 0 mail.eo.outlook.com", .office365, "office365"),
      RouteCase("example.jp MX 0 example-jp.olc.protection.outlook.com", .other, "outlook-consumer"),
    ])
  func clouds(_ example: RouteCase) async throws { try await example.expectVerdict() }

  @Test(
    "names that merely look like a provider's are nobody's",
    arguments: [
      "mx.securemx.biz", "mx.securemx.jp.evil.test", "xsecuremx.jp", "securemx.jp.test",
      "mailprotection.outlook.com",
      "aspmx.l.google.com.test",
    ])
  func lookAlikes(_ host: String) async throws {
    try await RouteCase("example.jp MX 10 \(host)\n\(host) A 198.51.100.7", .other, "unknown").expectVerdict()
  }

  @Test("the case of a name makes no difference")
  func letterCase() async throws {
    try await RouteCase("example.jp MX 10 MX.SecureMX.JP", .securemx, "securemx").expectVerdict()
  }

  @Test(
    "a host with a name of nobody known is judged by where it leads, and the verdict is likely",
    arguments: [
      ("mail.example.jp CNAME mx.securemx.jp", RouteID.securemx, "mx.securemx.jp"),
      (
        "mail.example.jp CNAME step.example.jp\nstep.example.jp CNAME mx.securemx.jp", .securemx,
        "mx.securemx.jp"
      ),
      ("mail.example.jp A 210.130.202.99", .securemx, "210.130.202.99"),
      ("mail.example.jp AAAA 2001:240:bb81::4:9", .securemx, "2001:240:bb81::4:9"),
      ("mail.example.jp CNAME gone.securemx.jp", .securemx, "gone.securemx.jp"),
      (
        "mail.example.jp CNAME example-jp.mail.protection.outlook.com", .office365,
        "example-jp.mail.protection.outlook.com"
      ),
      ("mail.example.jp CNAME mxa.gslb.pphosted.com", .gateway, "mxa.gslb.pphosted.com"),
    ])
  func whereItLeads(_ lines: String, _ route: RouteID, _ target: String) async throws {
    let dns = try RecordedResolver(World.withoutTenant + "example.jp MX 10 mail.example.jp\n" + lines)
    let verdict = try await dns.verdict(on: "example.jp")
    #expect(verdict.id == route)
    #expect(verdict.confidence == .likely)
    #expect(verdict.evidence.filter { $0.kind == .mxTarget }.map(\.value) == [target])
    #expect(verdict.evidence.filter { $0.kind == .mx }.map(\.value) == ["mail.example.jp"])
  }

  @Test(
    "by name alone the verdict is certain",
    arguments: [World.securemx, "example.jp MX 0 .", "example.jp A 192.0.2.1"])
  func certain(_ lines: String) async throws {
    #expect(
      try await RecordedResolver(World.withoutTenant + lines).verdict(on: "example.jp").confidence == .certain
    )
  }

  @Test("hosts of the domain's organization are its own")
  func organization() async throws {
    let dns = try RecordedResolver(
      "sales.example.co.jp MX 10 mail.example.co.jp\nmail.example.co.jp A 192.0.2.1")
    var check = DomainCheck(
      areas: .whole, resolver: dns, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    let domain = try MailDomain(pasted: "sales.example.co.jp")
    #expect(await check.report(on: domain).verdict?.inbound == [.unknown])
    check.publicSuffixes = PublicSuffixRules("co.jp".utf8).map(PublicSuffixList.rules)
    #expect(await check.report(on: domain).verdict?.inbound == [.own])
  }
}
