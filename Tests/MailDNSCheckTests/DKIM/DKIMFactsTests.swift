import Testing

@testable import MailDNSCheck

@Suite("Which DKIM selectors exist")
struct DKIMFactsTests {
  private static let plan = DKIMFacts.Plan(
    first: ["key1.smx", "selector1", "selector2"].compactMap { DKIMSelector($0) },
    others: ["google", "default"].compactMap { DKIMSelector($0) })

  private func gather(_ dns: some Resolver) async throws -> DKIMFacts {
    try #require(await DKIMFacts.gather(DomainName("example.jp")!, Self.plan, from: dns))
  }

  private func gather(_ lines: String, failing: [String] = []) async throws -> DKIMFacts {
    try await gather(try RecordedResolver(lines, failing: failing))
  }

  private static let apex = "example.jp A 192.0.2.1\n"

  @Test("NXDOMAIN at _domainkey denies every selector (RFC 8020)")
  func denied() async throws { #expect(try await gather(Self.apex).existence == .none) }

  @Test("NODATA there shows that some selector exists")
  func emptyNonTerminal() async throws {
    #expect(try await gather(Self.apex + World.key("unheard-of._domainkey.example.jp")).existence == .exists)
  }

  @Test(
    "NODATA proves nothing",
    arguments: [
      // A random sibling gets NODATA, or an answer: a wildcard, or compact denial of existence.
      "*.example.jp A 192.0.2.1", "*.example.jp TXT x",
      // The name has records of its own.
      "_domainkey.example.jp A 192.0.2.1\n*.example.jp A 192.0.2.1", "_domainkey.example.jp TXT \"o=~\"",
      // A CNAME leads out of the domain.
      "_domainkey.example.jp CNAME d.test\nx.d.test A 192.0.2.1", "_domainkey.example.jp CNAME gone.test",
      // The name is the apex of a zone of its own.
      "_domainkey.example.jp SOA ns.test host.test 1 7200 1800 1209600 300",
    ])
  func inconclusive(_ lines: String) async throws {
    #expect(try await gather(Self.apex + lines).existence == .inconclusive)
  }

  @Test("compact denial: every name that does not exist looks like NODATA")
  func compactDenial() async throws {
    let facts = try await gather(CompactDenial(base: try RecordedResolver(Self.apex)))
    #expect(facts.existence == .inconclusive)
    #expect(facts.published.isEmpty)
  }

  /// Turns NXDOMAIN into NODATA, as servers with RFC 9824 do.
  private struct CompactDenial: Resolver {
    let base: RecordedResolver

    func answer(to question: Question) async -> Answer {
      let answer = await base.answer(to: question)
      guard case .noSuchName(let denial) = answer.outcome else { return answer }
      return Answer(
        question: question, aliases: answer.aliases, outcome: .noData(denial), origin: answer.origin)
    }
  }

  @Test("a selector that is there shows that one exists, whatever else is denied")
  func found() async throws {
    let facts = try await gather(
      Self.apex + "*.example.jp A 192.0.2.1\n" + World.key("selector1._domainkey.example.jp"))
    #expect(facts.existence == .exists)
  }

  @Test("where the question that settles it failed, nothing is known", arguments: ["_domainkey.example.jp"])
  func unknown(_ failing: String) async throws {
    let facts = try await gather(Self.apex, failing: [failing])
    guard case .unknown = facts.existence else { return #expect(Bool(false), "\(facts.existence)") }
  }

  @Test("a second round of selectors is asked for only where there may be more")
  func secondRound() async throws {
    let names = { (facts: DKIMFacts) in facts.selectors.map(\.selector.text) }
    #expect(names(try await gather(Self.apex)) == ["key1.smx", "selector1", "selector2"])
    let all = ["key1.smx", "selector1", "selector2", "google", "default"]
    #expect(names(try await gather(Self.apex + World.key("x._domainkey.example.jp"))) == all)
    #expect(names(try await gather(Self.apex, failing: ["_domainkey.example.jp"])) == all)
  }

  @Test("a server that denies _domainkey and has a selector below it is not believed")
  func lyingServer() async throws {
    let dns = Denying(base: try RecordedResolver(Self.apex + World.key("selector1._domainkey.example.jp")))
    let facts = try await gather(dns)
    #expect(facts.existence == .exists)
    #expect(facts.selectors.count == 5)
  }

  @Test("where nothing is at the first selectors either, those are asked for that are likely, and few others")
  func lyingServerWithoutHints() async throws {
    let likely = try #require(DKIMSelector("k1"))
    let usual = try #require(DKIMSelector("default"))
    var plan = DKIMFacts.Plan(first: Self.plan.first, others: Self.plan.others) { _, _ in [likely] }
    plan.whereDenied = [usual]
    let domain = try #require(DomainName("example.jp"))
    let denied = try #require(
      await DKIMFacts.gather(domain, plan, from: try RecordedResolver(Self.apex)))
    #expect(denied.selectors.map(\.selector.text) == ["key1.smx", "selector1", "selector2", "k1", "default"])
    #expect(denied.existence == .none)
    #expect(!denied.isDenialFalse)
    let lying = Denying(base: try RecordedResolver(Self.apex + World.key("k1._domainkey.example.jp")))
    let found = try #require(await DKIMFacts.gather(domain, plan, from: lying))
    #expect(found.published.map(\.selector.text) == ["k1"])
    #expect(found.selectors.count == 6)
    #expect(found.existence == .exists)
    #expect(found.isDenialFalse)
    #expect(
      found.findings(MailUse(takes: true, sends: true)).map { "\($0.id) \($0.severity.rawValue)" }
        == ["dkim-namespace-denied info"])
  }

  /// Answers NXDOMAIN for an empty non-terminal, as old servers do.
  private struct Denying: Resolver {
    let base: RecordedResolver

    func answer(to question: Question) async -> Answer {
      let answer = await base.answer(to: question)
      guard question.name == DomainName("_domainkey.example.jp"), case .noData(let denial) = answer.outcome
      else {
        return answer
      }
      return Answer(question: question, aliases: [], outcome: .noSuchName(denial), origin: answer.origin)
    }
  }

  @Test("a selector with a dot is found below its empty non-terminal")
  func dottedSelector() async throws {
    let facts = try await gather(Self.apex + World.key("key1.smx._domainkey.example.jp"))
    #expect(facts.published.map(\.selector.text) == ["key1.smx"])
    #expect(facts.keys.count == 1)
  }

  @Test("what a wildcard answers is no key; a selector that answers otherwise is one")
  func wildcard() async throws {
    let wildcard = "*._domainkey.example.jp TXT \"v=DKIM1; p=\"\n"
    let only = try await gather(Self.apex + wildcard)
    #expect(only.hasWildcard == true)
    #expect(only.published.isEmpty)
    #expect(only.existence == .inconclusive)
    let beside = try await gather(Self.apex + wildcard + World.key("selector1._domainkey.example.jp"))
    #expect(beside.published.map(\.selector.text) == ["selector1"])
  }

  @Test("a key that a wildcard gives every selector is a key, told once")
  func wildcardKey() async throws {
    let facts = try await gather(Self.apex + World.key("*._domainkey.example.jp"))
    #expect(facts.hasWildcard == true)
    #expect(facts.published.map(\.selector.text) == ["*"])
    #expect(facts.published.map(\.answer.question.name) == [DomainName("*._domainkey.example.jp")])
    #expect(facts.keys.count == 1)
    #expect(facts.existence == .exists)
    #expect(facts.selectors.allSatisfy { $0.key != nil && $0.isFromWildcard })
  }

  @Test("a wildcard CNAME into a provider's zone is no selector's")
  func wildcardAlias() async throws {
    let target = "selector1-example-jp._domainkey.contoso.onmicrosoft.com"
    let facts = try await gather(Self.apex + "*._domainkey.example.jp CNAME \(target)\n" + World.key(target))
    #expect(facts.published.map(\.selector.text) == ["*"])
    #expect(facts.hasWildcard == true)
    #expect(facts.microsoftTenants.isEmpty)
  }

  @Test("whether there is a wildcard is unknown where the random selector failed")
  func wildcardUnknown() async throws {
    let dns = try RecordedResolver(Self.apex + World.key("selector1._domainkey.example.jp")) { question in
      question.name.description.hasPrefix(RandomLabel.ofRun + "._domainkey") ? .servfail : nil
    }
    #expect(try await gather(dns).hasWildcard == nil)
  }

  @Test("the tenant is read from a dangling CNAME, too")
  func danglingTenant() async throws {
    let facts = try await gather(
      Self.apex
        + "selector2._domainkey.example.jp CNAME selector2-example-jp._domainkey.contoso.onmicrosoft.com")
    #expect(facts.selectors.map(\.status).filter { $0 == .dangling }.count == 1)
    #expect(facts.microsoftTenants.map(\.name) == ["contoso"])
    #expect(facts.microsoftTenants.map(\.token) == ["example-jp"])
  }

  @Test("a domain that leaves no room for a selector has none")
  func tooLong() async throws {
    let domain = DomainName(
      Array(repeating: String(repeating: "a", count: 49), count: 5).joined(separator: "."))!
    #expect(await DKIMFacts.gather(domain, Self.plan, from: try RecordedResolver("")) == nil)
  }

  @Test("selectors of the providers that MX, SPF and TXT point to are asked for before the common ones")
  func likelySelectors() async throws {
    let lines = """
      example.jp MX 10 mx.zoho.jp
      example.jp TXT "v=spf1 include:mandrillapp.com -all"
      example.jp TXT "google-site-verification=x"
      x._domainkey.example.jp TXT x

      """
    let report = try await RecordedResolver(lines).report(on: "example.jp", [.dkim])
    let asked = report.facts.dkim?.selectors.map(\.selector.text) ?? []
    let first = Array(asked.drop { $0 != "zoho" }.prefix(3))
    #expect(first == ["zoho", "zmail", "mandrill"])
    #expect(asked.firstIndex(of: "zoho") ?? .max < asked.firstIndex(of: "default") ?? 0)
    #expect(Set(asked).count == asked.count)
  }

  @Test(
    "a zone of its own below _domainkey is found, with its servers",
    arguments: [
      "smx._domainkey.example.jp NS ns.iij.test\nkey1.smx._domainkey.example.jp TXT \"p=\"",
      "smx._domainkey.example.jp SOA ns.iij.test host.test 1 7200 1800 1209600 300\nsmx._domainkey.example.jp NS ns.iij.test",
    ])
  func delegations(_ lines: String) async throws {
    let facts = try await gather(Self.apex + lines)
    #expect(facts.delegations.map(\.question.name.description) == ["smx._domainkey.example.jp"])
  }
}
