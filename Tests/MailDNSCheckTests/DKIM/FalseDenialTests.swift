import Testing

@testable import MailDNSCheck

/// tinydns and PowerDNS say of `_domainkey` that it does not exist, beside keys that work.
@Suite("NXDOMAIN at _domainkey that is not true")
struct FalseDenialTests {
  private static let key = "v=DKIM1; k=ed25519; p=\(KeyFixtures.rfc8463Ed25519)"

  private func facts(_ domain: String, _ server: ServerAddress) async throws -> DKIMFacts {
    let check = DomainCheck(
      areas: [.dkim], resolver: try dnsClient(server, timeout: .seconds(60)), catalogue: .builtIn,
      selectors: [], expectedRoute: nil)
    return try #require(await check.report(on: MailDomain(pasted: domain)).facts.dkim)
  }

  private func findings(_ facts: DKIMFacts) -> [String] {
    facts.findings(MailUse(takes: true, sends: true)).map { "\($0.id) \($0.severity.rawValue)" }
  }

  @Test(
    "tinydns",
    .enabled(
      if: TinyDNSServer.isPossible, "tinydns binds port 53 and changes its root directory: run as root"))
  func tinydns() async throws {
    let server = try TinyDNSServer(
      zone: "example.jp",
      """
      .example.jp:192.0.2.53:a
      @example.jp:192.0.2.25:mail:10
      'google._domainkey.example.jp:\(Self.key)
      .none.example.jp:192.0.2.53:a
      @none.example.jp:192.0.2.25:mail:10

      """)
    defer { server.stop() }
    let facts = try await facts("example.jp", server.address)
    #expect(facts.namespace.deniesName)
    #expect(facts.published.map(\.selector.text) == ["google"])
    #expect(findings(facts) == ["dkim-namespace-denied info"])
    let none = try await self.facts("none.example.jp", server.address)
    #expect(none.selectors.count < 10)
    #expect(findings(none) == ["dkim-missing warning"])
  }

  @Test(
    "PowerDNS with rows that a panel wrote; told about them, it denies nothing", arguments: [false, true])
  func powerDNS(_ isRectified: Bool) async throws {
    let server = try PowerDNSServer(
      zone: "example.jp", isRectified: isRectified,
      [
        ("example.jp", "SOA", "ns.example.jp. host.example.jp. 1 7200 1800 1209600 300"),
        ("example.jp", "NS", "ns.example.jp"), ("ns.example.jp", "A", "192.0.2.53"),
        ("example.jp", "MX", "mail.example.jp"), ("mail.example.jp", "A", "192.0.2.25"),
        ("google._domainkey.example.jp", "TXT", "\"\(Self.key)\""),
      ])
    defer { server.stop() }
    let facts = try await facts("example.jp", server.address)
    #expect(facts.namespace.deniesName == !isRectified)
    #expect(facts.published.map(\.selector.text) == ["google"])
    #expect(findings(facts) == (isRectified ? [] : ["dkim-namespace-denied info"]))
  }
}
