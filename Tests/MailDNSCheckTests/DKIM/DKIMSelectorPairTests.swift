import Testing

@testable import MailDNSCheck

@Suite("Selectors that are used in turn")
struct DKIMSelectorPairTests {
  private static let plan = DKIMFacts.Plan(
    first: ["key1.smx", "key2.smx", "selector1", "selector2"].compactMap { DKIMSelector($0) }, others: [])

  private func findings(
    _ lines: [String], named: [String] = [], failing: [String] = []
  ) async throws -> [String] {
    var plan = Self.plan
    plan.named = Set(named.compactMap { DKIMSelector($0) })
    let dns = try RecordedResolver(lines.joined(separator: "\n") + "\n", failing: failing)
    let facts = try #require(await DKIMFacts.gather(DomainName("example.jp")!, plan, from: dns))
    return facts.findings(MailUse(takes: true, sends: true)).map { "\($0.id) \($0.severity.rawValue)" }
  }

  private static func alias(_ selector: String, hasKey: Bool) -> String {
    let target = "\(selector)-example-jp._domainkey.contoso.onmicrosoft.com"
    return "\(selector)._domainkey.example.jp CNAME \(target)\n" + (hasKey ? World.key(target) : "")
  }

  @Test(
    "the other one of a pair",
    arguments: [
      ("selector1", "selector2"), ("key2.smx", "key1.smx"),
      ("selector2-contoso-onmicrosoft-com", "selector1-contoso-onmicrosoft-com"), ("google", nil),
      ("s1", nil),
    ] as [(String, String?)])
  func other(_ selector: String, _ other: String?) {
    #expect(DKIMSelectorPair.other(of: selector) == other)
  }

  @Test(
    "one of Microsoft's two without a key is normal while the other one has it",
    arguments: [(true, false), (false, true)])
  func microsoft(_ first: Bool, _ second: Bool) async throws {
    let lines = [Self.alias("selector1", hasKey: first), Self.alias("selector2", hasKey: second)]
    #expect(try await findings(lines) == ["dkim-dangling info"])
  }

  @Test("both without a key: DKIM was never turned on")
  func neither() async throws {
    let lines = [Self.alias("selector1", hasKey: false), Self.alias("selector2", hasKey: false)]
    #expect(
      try await findings(lines) == ["dkim-dangling warning", "dkim-dangling info", "dkim-not-found warning"])
  }

  @Test("selectors of those names that lead elsewhere are not Microsoft's")
  func foreign() async throws {
    let lines = [
      "selector1._domainkey.example.jp CNAME gone.test", World.key("selector2._domainkey.example.jp"),
    ]
    #expect(try await findings(lines) == ["dkim-dangling warning"])
  }

  @Test("the same for SecureMX's", arguments: [("key1.smx", "key2.smx"), ("key2.smx", "key1.smx")])
  func secureMX(_ empty: String, _ used: String) async throws {
    let lines = [
      "\(empty)._domainkey.example.jp CNAME gone.test", World.key("\(used)._domainkey.example.jp"),
    ]
    #expect(try await findings(lines) == ["dkim-dangling info"])
    #expect(
      try await findings([World.key("\(used)._domainkey.example.jp")], named: [empty])
        == ["dkim-selector-missing info"])
  }

  @Test("while the other one could not be asked, nothing is said of an empty one")
  func unknown() async throws {
    #expect(
      try await findings(
        [Self.alias("selector1", hasKey: false), Self.alias("selector2", hasKey: true)],
        failing: ["selector2._domainkey.example.jp"]) == ["dkim-unknown unknown"])
  }
}
