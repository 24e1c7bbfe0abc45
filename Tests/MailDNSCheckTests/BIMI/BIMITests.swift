import Testing

@testable import MailDNSCheck

@Suite("BIMI (draft-brand-indicators-for-message-identification)")
struct BIMITests {
  private static let dmarc = "_dmarc.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@example.jp\"\n"
  private static let whole = "v=BIMI1; l=https://example.jp/logo.svg; a=https://example.jp/vmc.pem"
  private static let published = "default._bimi.example.jp TXT \"\(whole)\"\n"

  private func findings(
    _ lines: String, of domain: String = "example.jp", failing: [String] = []
  ) async throws -> [String] {
    let dns = try RecordedResolver(
      World.providers + World.securemx + "example.jp A 192.0.2.1\nmail.example.jp A 192.0.2.1\n" + lines,
      failing: failing)
    return try await dns.report(on: domain, [.bimi]).findings.map {
      "\($0.id) \($0.severity.rawValue) \($0.subject)"
    }
  }

  @Test(
    "the record",
    arguments: [
      ("v=BIMI1; l=https://example.jp/a.svg", "https://example.jp/a.svg", nil),
      ("v=BIMI1;l=HTTPS://example.jp/a.svg;a=;", "HTTPS://example.jp/a.svg", nil),
      (
        "v=BIMI1; l=https://a.jp/a.svg; a=https://a.jp/b.pem; avp=brand; lps=a,b", "https://a.jp/a.svg",
        "https://a.jp/b.pem"
      ),
      ("v=BIMI1; l=; a=;", nil, nil),
    ] as [(String, String?, String?)])
  func record(_ text: String, _ logo: String?, _ evidence: String?) throws {
    let record = try BIMIRecord(parsing: Array(text.utf8))
    #expect(record.logo == logo)
    #expect(record.evidence == evidence)
    #expect(record.isDeclination == (logo == nil))
  }

  @Test(
    "what can't be used",
    arguments: [
      ("v=BIMI1", .missingLogo), ("v=BIMI1; a=https://example.jp/a.pem", .missingLogo),
      ("v=BIMI1; l=; a=https://example.jp/a.pem", .missingLogo),
      ("v=BIMI1; l=http://example.jp/a.svg", .notSecureAddress(tag: "l")),
      ("v=BIMI1; l=https://example.jp/a b.svg", .notSecureAddress(tag: "l")),
      ("v=BIMI1; l=https://example.jp/a.svg; a=x", .notSecureAddress(tag: "a")),
      ("v=BIMI1; l", .syntax),
    ] as [(String, BIMIRecordError.Reason)])
  func invalid(_ text: String, _ reason: BIMIRecordError.Reason) {
    do throws(BIMIRecordError) {
      _ = try BIMIRecord(parsing: Array(text.utf8))
      Issue.record("\(text) was taken")
    } catch {
      #expect(error.reason == reason)
    }
  }

  @Test(
    "findings",
    arguments: [
      ([whole], "p=reject", []), ([whole], "p=quarantine", []),
      ([], "p=reject", ["bimi-missing info default._bimi.example.jp"]),
      ([whole, "v=BIMI1; l=;"], "p=reject", ["bimi-several warning default._bimi.example.jp"]),
      (["v=spf1 -all", whole], "p=reject", []),
      (
        ["v=BIMI1; l=http://example.jp/a.svg"], "p=reject", ["bimi-invalid warning default._bimi.example.jp"]
      ),
      (["v=BIMI1; l=; a=;"], nil, ["bimi-declined info default._bimi.example.jp"]),
      (
        ["v=BIMI1; l=https://example.jp/a.svg"], "p=reject",
        ["bimi-no-evidence info default._bimi.example.jp"]
      ),
      ([whole], nil, ["bimi-dmarc-weak warning example.jp"]),
      ([whole], "p=none", ["bimi-dmarc-weak warning example.jp"]),
      ([whole], "p=reject; sp=none", ["bimi-dmarc-weak warning example.jp"]),
      ([whole], "p=quarantine; pct=50", ["bimi-dmarc-weak warning example.jp"]),
      // Of mail that is rejected the draft asks for no share.
      ([whole], "p=reject; pct=50", []), ([whole], "p=quarantine; pct=100", []),
      ([whole], "p=quarantine; t=y", ["bimi-dmarc-weak warning example.jp"]),
    ] as [([String], String?, [String])])
  func findings(_ records: [String], _ policy: String?, _ expected: [String]) async throws {
    var lines = records.map { "default._bimi.example.jp TXT \"\($0)\"\n" }.joined()
    if let policy {
      lines += "_dmarc.example.jp TXT \"v=DMARC1; \(policy); rua=mailto:d@example.jp\"\n"
    }
    #expect(try await findings(lines) == expected)
  }

  @Test("a subdomain without a record has that of its organisation")
  func organization() async throws {
    #expect(try await findings(Self.published + Self.dmarc, of: "mail.example.jp") == [])
    #expect(
      try await findings(Self.dmarc, of: "mail.example.jp") == [
        "bimi-missing info default._bimi.mail.example.jp"
      ])
  }

  @Test(
    "the organisational domain's own policy has to do as well",
    arguments: [
      ("p=reject", true), ("p=none", false), ("p=reject; sp=none", false), ("p=quarantine; pct=10", false),
    ])
  func organizationPolicy(_ policy: String, _ suffices: Bool) async throws {
    let lines =
      "default._bimi.mail.example.jp TXT \"v=BIMI1; l=https://example.jp/a.svg; a=https://example.jp/a.pem\"\n"
      + "_dmarc.mail.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@example.jp\"\n"
      + "_dmarc.example.jp TXT \"v=DMARC1; \(policy); rua=mailto:d@example.jp\"\n"
    #expect(
      try await findings(lines, of: "mail.example.jp")
        == (suffices ? [] : ["bimi-dmarc-weak warning mail.example.jp"]))
  }

  @Test("what could not be asked is unknown")
  func unknown() async throws {
    #expect(
      try await findings(Self.published + Self.dmarc, failing: ["default._bimi.example.jp"]) == [
        "bimi-unknown unknown default._bimi.example.jp"
      ])
    #expect(
      try await findings(Self.published + Self.dmarc, failing: ["_dmarc.example.jp"]) == [
        "bimi-dmarc-unknown unknown example.jp"
      ])
  }
}
