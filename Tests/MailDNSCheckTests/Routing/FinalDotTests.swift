import Testing

@testable import MailDNSCheck

@Suite("A final dot is missing in the zone file (RFC 1035 §5.1)")
struct FinalDotTests {
  private static let domain = """
    example.jp MX 0 example-jp.mail.protection.outlook.com
    example.jp TXT "v=spf1 include:spf.protection.outlook.com -all"

    """
  private static let policy = "_dmarc.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@example.jp\"\n"
  private static let target = "selector1-example-jp._domainkey.contoso.onmicrosoft.com"

  private func report(_ lines: String) async throws -> DomainReport {
    try await RecordedResolver(World.providers + Self.domain + lines).report(on: "example.jp")
  }

  @Test("in the target of a selector's CNAME")
  func selectorTarget() async throws {
    let report = try await report(
      Self.policy + "selector1._domainkey.example.jp CNAME \(Self.target).example.jp\n")
    let finding = try #require(report.findings("dkim-final-dot-missing").first)
    #expect(
      finding.fix?.english.hasSuffix("selector1._domainkey.example.jp. CNAME \(Self.target).") == true)
    #expect(report.findings("dkim-dangling") == [])
    #expect(report.findings("dkim-not-found") == [])
  }

  @Test("in the zone of a parent")
  func parent() async throws {
    let dns = try RecordedResolver(
      World.providers + "sub.example.jp MX 0 example-jp.mail.protection.outlook.com\n"
        + "selector1._domainkey.sub.example.jp CNAME \(Self.target).example.jp\n")
    let report = try await dns.report(on: "sub.example.jp")
    #expect(report.findings("dkim-final-dot-missing").count == 1)
  }

  @Test("a CNAME that leads to nobody known, or nowhere in the domain, is dangling as before")
  func unknownTarget() async throws {
    for target in ["keys.unheard-of.test.example.jp", Self.target] {
      let report = try await report(Self.policy + "selector1._domainkey.example.jp CNAME \(target)\n")
      #expect(report.findings("dkim-final-dot-missing") == [])
      #expect(report.findings("dkim-dangling").count == 1)
    }
  }

  @Test("in the target of autodiscover")
  func autodiscover() async throws {
    let report = try await report(
      Self.policy + "autodiscover.example.jp CNAME autodiscover.outlook.com.example.jp\n")
    let finding = try #require(report.findings("autodiscover-final-dot-missing").first)
    #expect(
      finding.fix?.english.hasSuffix("autodiscover.example.jp. CNAME autodiscover.outlook.com.") == true)
  }

  @Test("in the target of _dmarc")
  func policyTarget() async throws {
    let report = try await report("_dmarc.example.jp CNAME example-jp._dmarc.other.test.example.jp\n")
    #expect(report.findings("dmarc-final-dot-missing").count == 1)
    #expect(report.findings("dmarc-dangling") == [])
  }

  @Test("in the name of _dmarc: the record lies below the domain's name doubled")
  func policyOwner() async throws {
    let report = try await report(
      "_dmarc.example.jp.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@example.jp\"\n")
    let finding = try #require(report.findings("dmarc-final-dot-missing").first)
    #expect(
      finding.fix?.english.contains(Self.policy.dropLast().replacing(".jp TXT", with: ".jp. TXT")) == true)
    #expect(report.findings("dmarc-missing") == [])
  }

  @Test(
    "in the name of a selector",
    arguments: [
      World.key("selector1._domainkey.example.jp.example.jp"),
      "selector1._domainkey.example.jp.example.jp CNAME \(target)\n",
      "selector1._domainkey.example.jp.example.jp CNAME \(target).example.jp\n",
    ])
  func selectorOwner(_ lines: String) async throws {
    let report = try await report(Self.policy + lines)
    #expect(report.findings("dkim-final-dot-missing").map(\.subject) == ["selector1._domainkey.example.jp"])
    #expect(report.findings("dkim-missing") == [])
  }

  @Test("what a wildcard answers lies nowhere")
  func wildcard() async throws {
    let report = try await report("*.jp.example.jp TXT \"v=spf1 -all\"\n")
    #expect(report.findings("dmarc-missing").count == 1)
    #expect(report.findings("dkim-missing").count == 1)
  }

  @Test("the doubled names are asked for only where a record is missing, one question each")
  func questions() async throws {
    let doubled = { (dns: RecordedResolver) async -> Int in
      await dns.asked.count { $0.name.description.hasSuffix(".example.jp.example.jp") }
    }
    let bare = try RecordedResolver(World.providers + Self.domain)
    _ = try await bare.report(on: "example.jp")
    #expect(await doubled(bare) == 2)
    let whole = try RecordedResolver(
      World.providers + Self.domain + Self.policy + World.microsoftKey)
    _ = try await whole.report(on: "example.jp")
    #expect(await doubled(whole) == 0)
  }
}
