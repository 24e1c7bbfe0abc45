import Testing

@testable import MailDNSCheck

@Suite("What shows of the mailboxes behind a gateway")
struct MailboxTests {
  enum Sign: String, CaseIterable, Sendable {
    case dkim, probe, spf, autodiscover

    var lines: String {
      switch self {
      case .dkim: World.microsoftKey
      case .probe: "example-jp.mail.protection.outlook.com A 52.101.1.1\n"
      case .spf: "example.jp TXT \"v=spf1 include:spf.protection.outlook.com -all\"\n"
      case .autodiscover: "autodiscover.example.jp CNAME autodiscover.outlook.com\n"
      }
    }

    var kind: RouteEvidence.Kind {
      switch self {
      case .dkim: .dkimCNAME
      case .probe: .tenantProbe
      case .spf: .spf
      case .autodiscover: .autodiscover
      }
    }
  }

  private func verdict(_ lines: String, mx: String = World.securemx) async throws -> RouteVerdict {
    try await RecordedResolver(World.withoutTenant + mx + lines).verdict(on: "example.jp")
  }

  @Test(
    "signs and what they are worth together",
    arguments: [
      ([.dkim], .likely), ([.probe], .likely), ([.spf], .possible), ([.autodiscover], .possible),
      ([.dkim, .probe], .certain), ([.dkim, .spf], .certain), ([.dkim, .autodiscover], .certain),
      ([.probe, .spf], .certain), ([.probe, .autodiscover], .certain), ([.spf, .autodiscover], .likely),
      ([.dkim, .probe, .spf, .autodiscover], .certain),
    ] as [([Sign], Confidence)],
    [World.securemx, "example.jp MX 10 mxa.gslb.pphosted.com\n"])
  func confidence(_ example: (signs: [Sign], confidence: Confidence), _ mx: String) async throws {
    let verdict = try await verdict(example.signs.map(\.lines).joined(), mx: mx)
    #expect(verdict.id == (mx == World.securemx ? .securemxOffice365 : .gateway))
    #expect(verdict.mailbox == .office365)
    #expect(verdict.confidence == example.confidence)
    #expect(Set(verdict.evidence.map(\.kind)) == Set(example.signs.map(\.kind) + [.mx]))
  }

  @Test("a gateway reached by where an own-name host leads makes the whole no more than likely")
  func leadingHost() async throws {
    let mx = "example.jp MX 10 mail.example.jp\nmail.example.jp CNAME mx.securemx.jp\n"
    #expect(try await verdict(Sign.dkim.lines + Sign.spf.lines, mx: mx).confidence == .likely)
    #expect(try await verdict(Sign.spf.lines, mx: mx).confidence == .possible)
  }

  @Test("without a sign there is no mailbox, and the route is certain")
  func noSign() async throws {
    let verdict = try await verdict("")
    #expect(verdict.id == .securemx)
    #expect(verdict.mailbox == nil)
    #expect(verdict.confidence == .certain)
  }

  @Test("a verification TXT is evidence, and never sets the mailbox")
  func verification() async throws {
    let verdict = try await verdict("example.jp TXT \"MS=ms12345678\"")
    #expect(verdict.id == .securemx)
    #expect(verdict.mailbox == nil)
    #expect(verdict.evidence.map(\.kind) == [.mx, .mx, .verificationTXT])
  }

  @Test("another platform behind the gateway is named")
  func google() async throws {
    let verdict = try await verdict("example.jp TXT \"v=spf1 include:_spf.google.com -all\"")
    #expect(verdict.id == .securemx)
    #expect(verdict.mailbox == Provider.ID("google"))
    #expect(verdict.confidence == .possible)
  }

  @Test(
    "an Outlook include counts at any depth",
    arguments: [
      "example.jp TXT \"v=spf1 include:a.test -all\"\na.test TXT \"v=spf1 include:b.test -all\"\n"
        + "b.test TXT \"v=spf1 include:spf.protection.outlook.com -all\"",
      "example.jp TXT \"v=spf1 redirect=a.test\"\na.test TXT \"v=spf1 include:spf.protection.outlook.com -all\"",
      "example.jp TXT \"v=spf1 include:spf.protection.office365.us -all\"",
    ])
  func includeAtDepth(_ lines: String) async throws {
    #expect(try await verdict(lines).mailbox == .office365)
  }

  @Test("an include behind `all` authorises nobody, and shows nothing")
  func includeWithoutEffect() async throws {
    let verdict = try await verdict("example.jp TXT \"v=spf1 -all include:spf.protection.outlook.com\"")
    #expect(verdict.mailbox == nil)
    #expect(verdict.outbound == [])
  }

  @Test(
    "only a name in the vendor's zone is a sign",
    arguments: [
      "autodiscover.example.jp CNAME autodiscover.outlook.com.test",
      "autodiscover.example.jp A 192.0.2.1",
      "example.jp TXT \"v=spf1 include:spf.protection.outlook.com.test -all\"",
      "selector1._domainkey.example.jp CNAME selector1-example-jp._domainkey.contoso.onmicrosoft.com.test\n"
        + World.key("selector1-example-jp._domainkey.contoso.onmicrosoft.com.test"),
      World.key("selector1._domainkey.example.jp"),
    ])
  func lookAlikes(_ lines: String) async throws { #expect(try await verdict(lines).mailbox == nil) }

  @Test(
    "the tenant's name is read from the DKIM CNAME",
    arguments: [
      ("selector1-example-jp._domainkey.contoso.onmicrosoft.com", "contoso"),
      ("selector1-example-jp._domainkey.contoso.n-v1.dkim.mail.microsoft", "contoso"),
      ("selector1-example-jp._domainkey.contoso.onmicrosoft.us", "contoso"),
      ("selector1-example-jp._domainkey.contoso.partner.onmschina.cn", "contoso"),
    ])
  func tenant(_ target: String, _ name: String) async throws {
    let verdict = try await verdict("selector1._domainkey.example.jp CNAME \(target)\n" + World.key(target))
    #expect(verdict.tenant == name)
    #expect(verdict.mailbox == .office365)
  }

  @Test("a DKIM CNAME counts where its target has no key yet")
  func danglingTarget() async throws {
    let target = "selector2-example-jp._domainkey.contoso.onmicrosoft.com"
    let verdict = try await verdict("selector2._domainkey.example.jp CNAME \(target)")
    #expect(verdict.mailbox == .office365)
    #expect(verdict.tenant == "contoso")
  }
}

@Suite("The tenant probe")
struct TenantProbeTests {
  private let probe = "example-jp.mail.protection.outlook.com A 52.101.1.1\n"

  private func resolver(_ lines: String, failing: [String] = []) throws -> RecordedResolver {
    try RecordedResolver(World.withoutTenant + World.securemx + lines, failing: failing)
  }

  @Test("an address at the domain's token shows a tenant, its control being negative")
  func positive() async throws {
    let report = try await resolver(probe).report(on: "example.jp")
    #expect(report.facts.tenant?.probeResult == .positive)
    #expect(report.verdict?.mailbox == .office365)
    #expect(report.findings("tenant-endpoint-open").map(\.severity) == [.info])
  }

  private static let newerKey =
    """
    selector1._domainkey.example.jp CNAME selector1-example-jp._domainkey.contoso.o-v1.dkim.mail.microsoft

    """ + World.key("selector1-example-jp._domainkey.contoso.o-v1.dkim.mail.microsoft")
  private static let newerHost = "example-jp.o-v1.mx.microsoft A 52.101.1.2\n"

  @Test(
    "a tenant that is below mx.microsoft only is found where its keys are in the same part of Microsoft's zones"
  )
  func newer() async throws {
    let report = try await resolver(Self.newerKey + Self.newerHost).report(on: "example.jp")
    #expect(report.facts.tenant?.probeResult == .negative)
    #expect(report.verdict?.confidence == .certain)
    let finding = try #require(report.findings("tenant-endpoint-open").first)
    #expect(finding.message.english.contains("example-jp.o-v1.mx.microsoft"))
  }

  @Test("a negative probe takes nothing away from what a key shows", arguments: [probeless, newerKey])
  func negativeBesideKey(_ key: String) async throws {
    let report = try await resolver(key).report(on: "example.jp")
    #expect(report.facts.tenant?.probeResult == .negative)
    #expect(report.verdict?.mailbox == .office365)
    #expect(report.verdict?.confidence == .likely)
    #expect(report.findings("tenant-endpoint-open") == [])
  }

  private static let probeless = World.microsoftKey

  @Test("both names of the entrance are told")
  func bothNames() async throws {
    let report = try await resolver(probe + Self.newerKey + Self.newerHost).report(on: "example.jp")
    let message = try #require(report.findings("tenant-endpoint-open").first?.message.english)
    for name in ["example-jp.mail.protection.outlook.com", "example-jp.o-v1.mx.microsoft"] {
      #expect(message.contains(name))
    }
  }

  @Test("an MX record beside the gateway's names the entrance below mx.microsoft")
  func namedByMX() async throws {
    let report = try await resolver("example.jp MX 130 example-jp.o-v1.mx.microsoft\n" + Self.newerHost)
      .report(on: "example.jp")
    #expect(report.verdict?.id == .mixed)
    #expect(report.findings("tenant-endpoint-open").count == 1)
  }

  @Test("no address shows nothing", arguments: ["", "example-jp.mail.protection.outlook.com TXT x\n"])
  func negative(_ lines: String) async throws {
    let report = try await resolver(lines).report(on: "example.jp")
    #expect(report.facts.tenant?.probeResult == .negative)
    #expect(report.verdict?.mailbox == nil)
    #expect(report.findings("tenant-unknown") == [])
  }

  @Test("a wildcard makes the probe worthless")
  func wildcard() async throws {
    let report = try await resolver(probe + "*.mail.protection.outlook.com A 52.101.1.1").report(
      on: "example.jp")
    #expect(report.verdict?.mailbox == nil)
    #expect(report.findings("tenant-endpoint-open") == [])
  }

  @Test("without the control nothing is known")
  func controlFails() async throws {
    let zone = DomainName("mail.protection.outlook.com")!
    let own = DomainName("example-jp.mail.protection.outlook.com")
    let dns = try RecordedResolver(World.withoutTenant + World.securemx + probe) { question in
      question.name.isAtOrBelow(zone) && question.name != own ? .servfail : nil
    }
    let report = try await dns.report(on: "example.jp")
    #expect(report.verdict?.mailbox == nil)
    #expect(report.findings("tenant-unknown").map(\.severity) == [.unknown])
  }

  @Test("a probe that fails leaves open what is behind the gateway")
  func probeFails() async throws {
    let dns = try resolver(probe, failing: ["example-jp.mail.protection.outlook.com"])
    let report = try await dns.report(on: "example.jp")
    #expect(report.verdict?.id == .securemx)
    #expect(report.findings("tenant-unknown").map(\.severity) == [.unknown])
    #expect(report.status != .ok)
  }

  @Test("where another sign shows the tenant, a probe that fails leaves nothing open")
  func otherSign() async throws {
    let dns = try resolver(probe + World.microsoftKey, failing: ["example-jp.mail.protection.outlook.com"])
    let report = try await dns.report(on: "example.jp")
    #expect(report.verdict?.id == .securemxOffice365)
    #expect(report.findings("tenant-unknown") == [])
  }

  @Test("a domain with a hyphen is probed by the token that its DKIM CNAME shows")
  func hyphen() async throws {
    let target = "selector1-exampleco02e._domainkey.contoso.onmicrosoft.com"
    let dns = try RecordedResolver(
      World.providers + """
        ex-ample.jp MX 10 mx.securemx.jp
        selector1._domainkey.ex-ample.jp CNAME \(target)
        exampleco02e.mail.protection.outlook.com A 52.101.1.2

        """ + World.key(target))
    let report = try await dns.report(on: "ex-ample.jp")
    #expect(
      report.facts.tenant?.probe?.question.name == DomainName("exampleco02e.mail.protection.outlook.com"))
    #expect(report.facts.tenant?.probeResult == .positive)
  }

  @Test("a domain with a hyphen and without a DKIM CNAME is not probed")
  func hyphenWithoutToken() async throws {
    let dns = try RecordedResolver(World.providers + "ex-ample.jp MX 10 mx.securemx.jp")
    let report = try await dns.report(on: "ex-ample.jp")
    #expect(report.facts.tenant?.probe == nil)
    let zone = DomainName("mail.protection.outlook.com")!
    #expect(await dns.asked.allSatisfy { !$0.name.isAtOrBelow(zone) })
  }
}
