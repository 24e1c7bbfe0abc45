import Testing

@testable import MailDNSCheck

@Suite("Whether mail that leaves by the systems of the route can pass DMARC (RFC 9989 §4.4)")
struct OutboundAlignmentTests {
  /// `provider spf dkim` for each system, `?` for what is not known.
  private func paths(_ domain: PublishedDomain, failing: [String] = []) async throws -> [String] {
    try await domain.report(failing: failing).alignments.map { path in
      "\(path.provider) \(text(path.spf)) \(text(path.dkim))"
    }
  }

  private func text(_ state: OutboundAlignment.State) -> String {
    switch state {
    case .aligned(let selector): selector ?? "yes"
    case .unaligned: "no"
    case .unknown: "?"
    }
  }

  @Test("with both includes and both keys, mail is aligned twice on either way out")
  func both() async throws {
    #expect(try await paths(PublishedDomain()) == ["securemx yes key1.smx", "office365 yes selector1"])
  }

  @Test("without a key of the customer's own, the gateway signs in its own name, which never aligns")
  func gatewayKey() async throws {
    let domain = PublishedDomain(gatewayKeys: [])
    #expect(try await paths(domain) == ["securemx yes no", "office365 yes selector1"])
    let report = try await domain.report()
    #expect(report.alignments.first?.ownSigningDomain == "dxg.dox.jp")
  }

  @Test("neither an include nor a key: mail through that system can't pass, whatever the policy asks for")
  func hopeless() async throws {
    var domain = PublishedDomain(
      texts: ["v=spf1 include:spf.protection.outlook.com -all"], gatewayKeys: [])
    let report = try await domain.report()
    let finding = try #require(report.findings("dmarc-path-unaligned").first)
    #expect(finding.severity == .warning)
    #expect(finding.message.english.contains("dxg.dox.jp"))
    domain.dmarc = ["v=DMARC1; p=none; rua=mailto:dmarc@example.jp"]
    #expect(try await domain.report().findings("dmarc-path-unaligned").map(\.severity) == [.info])
    domain.dmarc = []
    #expect(try await domain.report().findings("dmarc-path-unaligned") == [])
  }

  @Test("what could not be asked, or hides by design, is not called unaligned")
  func unknown() async throws {
    let hidden = PublishedDomain(texts: ["v=spf1 exists:%{i}.spf.example.jp -all"])
    let found = try await paths(hidden)
    #expect(!found.isEmpty && found.allSatisfy { $0.contains(" ? ") })
    #expect(
      try await paths(PublishedDomain(gatewayKeys: []), failing: ["key1.smx._domainkey.example.jp"]).first
        == "securemx yes ?")
  }

  @Test("a revoked, broken or short key aligns nothing", arguments: ["v=DKIM1; p=", "v=DKIM1; p=AAAA"])
  func uselessKey(_ key: String) async throws {
    #expect(try await paths(PublishedDomain(gatewayKeys: [key])).first == "securemx yes no")
  }

  @Test("below the Organizational Domain its keys may align, unless adkim is strict")
  func parent() async throws {
    let lines = """
      mail.example.jp MX 100 mx.securemx.jp
      mx.securemx.jp A 210.130.202.97
      mail.example.jp TXT "v=spf1 include:spf.securemx.jp -all"
      spf.securemx.jp TXT "v=spf1 ip4:210.130.202.128/25 -all"

      """
    for (tags, expected) in [("", OutboundAlignment.State.unknown), ("; adkim=s", .unaligned)] {
      let record = "_dmarc.example.jp TXT \"v=DMARC1; p=reject\(tags)\""
      let report = try await RecordedResolver(lines + record).report(on: "mail.example.jp")
      #expect(report.alignments.map(\.dkim) == [expected])
    }
  }
}
