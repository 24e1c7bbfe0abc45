import Testing

@testable import MailDNSCheck

@Suite("Who may send, by SPF")
struct OutboundTests {
  @Test(
    "providers in the order of the record, each once",
    arguments: [
      ("include:spf.securemx.jp include:spf.protection.outlook.com", ["securemx", "office365"]),
      ("include:spf.protection.outlook.com include:spf.securemx.jp", ["office365", "securemx"]),
      ("include:spf.securemx.jp include:other.securemx.jp", ["securemx"]),
      ("include:nested.test include:_spf.google.com", ["sendgrid", "google"]),
      ("ip4:210.130.202.128/25", ["securemx"]),
      ("ip6:2001:240:bb81::/48", ["securemx"]),
      ("ip4:192.0.2.0/24", []),
      ("-ip4:210.130.202.128/25", []),
      ("redirect=spf.securemx.jp", ["securemx"]),
      ("exists:%{i}.spf.securemx.jp", ["securemx"]),
      ("", []),
    ] as [(String, [String])])
  func providers(_ terms: String, _ expected: [String]) async throws {
    let dns = try RecordedResolver(
      World.withoutTenant + World.securemx + """
        example.jp TXT "v=spf1 \(terms)\(terms.hasPrefix("redirect") ? "" : " -all")"
        nested.test TXT "v=spf1 include:sendgrid.net -all"
        sendgrid.net TXT "v=spf1 ip4:167.89.0.0/17 -all"
        other.securemx.jp TXT "v=spf1 ip4:210.130.202.130 -all"
        """)
    #expect(try await dns.verdict(on: "example.jp").outbound.map(\.text) == expected)
  }

  @Test("an include that excludes authorises nobody")
  func excluded() async throws {
    let dns = try RecordedResolver(
      World.withoutTenant + World.securemx
        + "example.jp TXT \"v=spf1 -include:spf.protection.outlook.com include:spf.securemx.jp -all\"")
    let report = try await dns.report(on: "example.jp")
    #expect(report.verdict?.outbound.map(\.text) == ["securemx"])
  }
}
