import Testing

@testable import MailDNSCheck

/// What a DNAME (RFC 6672) or a wildcard (RFC 4592) makes for every name says nothing about one selector.
@Suite("DKIM below a DNAME or a wildcard")
struct SynthesizedAnswerTests {
  private static let plan = DKIMFacts.Plan(
    first: ["key1.smx", "selector1", "selector2"].compactMap { DKIMSelector($0) },
    others: ["google"].compactMap { DKIMSelector($0) })

  private func gather(_ lines: String, failing: [String] = []) async throws -> DKIMFacts {
    let dns = try RecordedResolver("example.jp MX 10 mx.other.test\n" + lines, failing: failing)
    return try #require(await DKIMFacts.gather(DomainName("example.jp")!, Self.plan, from: dns))
  }

  private func ids(_ facts: DKIMFacts) -> [String] {
    facts.findings(MailUse(takes: true, sends: true)).map { "\($0.id) \($0.severity.rawValue)" }
  }

  @Test(
    "of the selectors below a DNAME those are there that have a key where it leads",
    arguments: ["example.jp DNAME other.test\n", "_domainkey.example.jp DNAME _domainkey.other.test\n"])
  func redirected(_ redirection: String) async throws {
    let facts = try await gather(redirection + World.key("selector1._domainkey.other.test"))
    #expect(facts.published.map(\.selector.text) == ["selector1"])
    #expect(facts.published.first?.alias == DomainName("selector1._domainkey.other.test"))
    #expect(facts.published.first?.isPublishedHere == false)
    #expect(facts.existence == .exists)
    #expect(ids(facts) == [])
  }

  @Test("a selector of several labels is shaped by a DNAME like any other")
  func severalLabels() async throws {
    let facts = try await gather(
      "_domainkey.example.jp DNAME keys.other.test\n" + World.key("key1.smx.keys.other.test"))
    #expect(facts.published.map(\.selector.text) == ["key1.smx"])
    #expect(ids(facts) == [])
  }

  @Test("a CNAME that somebody put behind a DNAME for one selector counts")
  func aliasBehind() async throws {
    let target = "selector1-other-test._domainkey.contoso.onmicrosoft.com"
    let facts = try await gather(
      "_domainkey.example.jp DNAME _domainkey.other.test\nselector1._domainkey.other.test CNAME \(target)\n")
    #expect(facts.published.map(\.status) == [.dangling])
    #expect(facts.microsoftTenants.map(\.name) == ["contoso"])
    #expect(facts.published.first?.ownAlias == DomainName(target))
  }

  @Test("a wildcard CNAME that leads nowhere leaves no selector dangling")
  func emptyWildcard() async throws {
    let facts = try await gather("*._domainkey.example.jp CNAME nowhere.other.test\n")
    #expect(facts.published.isEmpty)
    #expect(facts.existence == .inconclusive)
    #expect(ids(facts) == ["dkim-not-found warning", "dkim-inconclusive info"])
  }

  @Test(
    "a key that every selector gets is found once, however it gets there",
    arguments: [
      World.key("*._domainkey.example.jp"),
      "*._domainkey.example.jp CNAME key.other.test\n" + World.key("key.other.test"),
      "_domainkey.example.jp DNAME _domainkey.other.test\n" + World.key("*._domainkey.other.test"),
    ])
  func sharedKey(_ lines: String) async throws {
    let facts = try await gather(lines)
    #expect(facts.published.map(\.selector.text) == ["*"])
    #expect(facts.hasWildcard == true)
    #expect(ids(facts) == ["dkim-wildcard info"])
  }

  @Test(
    "what verifiers could not use is no key, though a wildcard gives it to all",
    arguments: ["v=DKIM1; p=", "p=\(KeyFixtures.spki512)", "v=DKIM1; p=###", "v=spf1 -all"])
  func uselessWildcard(_ text: String) async throws {
    let facts = try await gather("*._domainkey.example.jp TXT \(PublishedDomain.quoted(text))\n")
    #expect(facts.published.isEmpty)
    #expect(facts.wildcardKey == nil)
  }

  @Test("a selector that the user named has the key of the wildcard")
  func named() async throws {
    var plan = Self.plan
    plan.named = Set(["selector2"].compactMap { DKIMSelector($0) })
    let dns = try RecordedResolver("example.jp A 192.0.2.1\n" + World.key("*._domainkey.example.jp"))
    let facts = try #require(await DKIMFacts.gather(DomainName("example.jp")!, plan, from: dns))
    #expect(facts.published.map(\.selector.text) == ["selector2", "*"])
    #expect(ids(facts) == ["dkim-wildcard info"])
  }

  @Test("while the random selector could not be asked, what looks like a DNAME's is held against nobody")
  func randomFails() async throws {
    let facts = try await gather(
      "_domainkey.example.jp DNAME _domainkey.other.test\n" + World.key("selector1._domainkey.other.test"),
      failing: ["\(RandomLabel.ofRun)._domainkey.example.jp"])
    #expect(facts.published.map(\.selector.text) == ["selector1"])
  }
}
