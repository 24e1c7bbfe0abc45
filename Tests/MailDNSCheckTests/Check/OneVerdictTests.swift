import Testing

@testable import MailDNSCheck

@Suite("An area alone and the whole check")
struct OneVerdictTests {
  /// Domains in which what one area is warned of shows in another.
  private static let domains: [(name: String, lines: String)] = [
    (
      "split MX",
      "example.jp MX 10 mx.securemx.jp\nexample.jp MX 20 example-jp.mail.protection.outlook.com\nexample.jp TXT \"v=spf1 include:spf.securemx.jp -all\""
    ),
    ("an SPF that forgets the gateway", World.securemx + "example.jp TXT \"v=spf1 ip4:192.0.2.1 -all\""),
    (
      "an SPF that forgets the tenant",
      World.securemx + "example.jp TXT \"v=spf1 include:spf.securemx.jp -all\"\n" + World.microsoftKey
    ),
    ("a key and nothing else", "example.jp TXT \"x\"\n" + World.key("selector1._domainkey.example.jp")),
    (
      "mail that passes DMARC in no way",
      World.securemx
        + "example.jp TXT \"v=spf1 ip4:192.0.2.1 -all\"\n_dmarc.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:a@example.jp\""
    ),
  ]

  private static func warned(_ report: DomainReport, _ area: CheckArea) -> Set<String> {
    Set(
      report.findings.filter { finding in
        finding.severity >= .warning
          && (finding.area.rawValue == area.rawValue || area == .mx && finding.id == "route-mixed")
      }.map(\.id))
  }

  @Test("say the same of the area", arguments: domains)
  func same(_ domain: (name: String, lines: String)) async throws {
    let resolver = try RecordedResolver(World.providers + domain.lines)
    let whole = try await resolver.report(on: "example.jp")
    for area in [CheckArea.mx, .spf, .dkim, .dmarc] {
      let alone = try await resolver.report(on: "example.jp", [area])
      #expect(Self.warned(alone, area) == Self.warned(whole, area), "\(domain.name), \(area)")
      #expect(alone.verdict == nil)
      #expect(
        alone.findings.allSatisfy {
          $0.area.rawValue == area.rawValue || $0.area == .domain || $0.id == "route-mixed"
        })
    }
  }

  @Test("split MX and an SPF that forgets the gateway are warned of in their area alone")
  func shown() async throws {
    let mx = try await RecordedResolver(World.providers + Self.domains[0].lines).report(
      on: "example.jp", [.mx])
    #expect(mx.findings("route-mixed").map(\.severity) == [.warning])
    let spf = try await RecordedResolver(World.providers + Self.domains[1].lines).report(
      on: "example.jp", [.spf])
    #expect(spf.findings("spf-gateway-not-authorized").map(\.severity) == [.warning])
    #expect(spf.facts.dkim == nil && spf.facts.dmarc == nil)
  }

  @Test("a flow names no mailbox on one weak sign")
  func flow() async throws {
    func flow(_ lines: String) async throws -> String {
      let report = try await RecordedResolver(World.withoutTenant + lines).report(on: "example.jp")
      let verdict = try #require(report.verdict)
      return RouteFlow(verdict: verdict, facts: report.facts, catalogue: .builtIn).wording.english
    }
    let weak = World.securemx + "example.jp TXT \"v=spf1 include:spf.protection.outlook.com -all\""
    #expect(try await !flow(weak).contains("Office365"))
    #expect(try await flow(weak + "\n" + World.microsoftKey).contains("Office365"))
  }
}
