import Testing

@testable import MailDNSCheck

@Suite("What a domain without mail lacks")
struct MailUseTests {
  private func summary(_ lines: String, failing: [String] = []) async throws -> [String] {
    try await RecordedResolver(lines, failing: failing).report(on: "example.jp").summary
  }

  @Test(
    "is worth knowing, and no warning",
    arguments: [
      ("example.jp MX 0 .\n", ["domain-not-closed info", "spf-missing info", "dmarc-missing info"]),
      (
        "example.jp MX 0 .\nexample.jp TXT \"v=spf1 -all\"\n",
        ["domain-not-closed info", "dmarc-missing info"]
      ),
      (
        "example.jp TXT x\n",
        ["domain-not-closed info", "mx-absent info", "spf-missing info", "dmarc-missing info"]
      ),
      (
        "example.jp MX 0 .\nexample.jp TXT \"v=spf1;-all\"\n",
        ["spf-not-recognized warning", "domain-not-closed info", "dmarc-missing info"]
      ),
      (
        "example.jp MX 0 .\n*.example.jp TXT x\n",
        [
          "domain-not-closed info", "spf-missing info", "dkim-wildcard info", "dmarc-unrelated-text info",
          "dmarc-missing info",
        ]
      ),
    ])
  func inactive(_ lines: String, _ expected: [String]) async throws {
    #expect(try await summary(lines) == expected)
  }

  @Test(
    "counts where it sends, or may take mail",
    arguments: [
      "example.jp MX 0 .\nexample.jp TXT \"v=spf1 ip4:192.0.2.1 -all\"\n",
      "example.jp MX 0 .\nexample.jp TXT \"v=spf1 redirect=a.test\"\na.test TXT \"v=spf1 -all\"\n",
      "example.jp MX 0 .\nexample.jp TXT \"v=spf1 ip4:192.0.2.1-all\"\n",
      "example.jp MX 0 .\nexample.jp TXT \"v=spf1;ip4:192.0.2.1 -all\"\n",
      "example.jp MX 0 .\nexample.jp TXT \"v=spf1 ip4:192.0.2 -all\"\n",
      "example.jp MX 0 .\n" + World.key("selector1._domainkey.example.jp"),
      "example.jp A 192.0.2.1\n",
      "example.jp MX 10 m.test\nm.test A 198.51.100.1\n",
    ])
  func active(_ lines: String) async throws {
    #expect(try await summary(lines).contains("dmarc-missing warning"))
  }

  @Test("is no warning either where it is not known whether it takes mail: that is unknown, and said so")
  func unknown() async throws {
    let found = try await summary("example.jp TXT x", failing: ["example.jp MX"])
    #expect(found.contains("dmarc-missing info"))
    #expect(found.contains("mx-unknown unknown"))
  }

  @Test("a key that was revoked does not show that a domain sends")
  func revoked() async throws {
    let lines =
      "example.jp MX 0 .\nexample.jp TXT \"v=spf1 -all\"\nselector1._domainkey.example.jp TXT \"v=DKIM1; p=\"\n"
    #expect(
      try await summary(lines) == ["domain-not-closed info", "dkim-revoked info", "dmarc-missing info"])
  }

  @Test("where mail comes without MX, the record to begin with lets the address send")
  func implicit() async throws {
    let report = try await RecordedResolver("example.jp A 192.0.2.7\n").report(on: "example.jp")
    let fix = try #require(report.findings("spf-missing").first?.fix)
    #expect(fix.english.hasSuffix("example.jp. TXT \"v=spf1 a -all\""))
  }

  @Test("a record that belongs where an alias leads is told at that name, and as a sentence")
  func alias() async throws {
    let report = try await RecordedResolver(
      "example.jp CNAME host.test\nhost.test MX 10 mail.host.test\nmail.host.test A 192.0.2.7\n"
    ).report(on: "example.jp")
    let fix = try #require(report.findings("spf-missing").first?.fix)
    #expect(fix.english.hasPrefix("example.jp is a CNAME (to host.test), "))
    #expect(fix.english.hasSuffix("such as:\nhost.test. TXT \"v=spf1 mx -all\""))
    #expect(fix.japanese.hasSuffix("例:\nhost.test. TXT \"v=spf1 mx -all\""))
  }
}
