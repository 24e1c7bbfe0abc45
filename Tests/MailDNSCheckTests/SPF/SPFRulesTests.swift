import Testing

@testable import MailDNSCheck

@Suite("What an SPF record does wrong")
struct SPFRulesTests {
  private func findings(_ lines: String, failing: [String] = []) async throws -> [String] {
    let dns = try RecordedResolver(lines, failing: failing)
    let tree = SPFTree(await SPFFacts.gather(DomainName("example.jp")!, from: dns))
    return tree.findings(MailUse(takes: true, sends: true), SPFAdvice()).worstFirst.map {
      "\($0.id) \($0.subject)"
    }
  }

  @Test(
    "findings name the place that they are about",
    arguments: [
      (
        "example.jp TXT \"v=spf1 include:i.test -all\"\ni.test TXT \"v=spf1 foo -all\"", ["spf-syntax i.test"]
      ),
      (
        "example.jp TXT \"v=spf1 include:i.test -all\"\ni.test TXT \"v=spf1 -all\"\ni.test TXT \"v=spf1 a -all\"",
        ["spf-several i.test"]
      ),
      (
        "example.jp TXT \"v=spf1 include:i.test -all\"\ni.test TXT \"v=spf1 include:gone.test -all\"",
        ["spf-target-missing gone.test"]
      ),
      (
        "example.jp TXT \"v=spf1 include:i.test -all\"\ni.test TXT \"v=spf1 redirect=example.jp\"",
        ["spf-loop i.test"]
      ),
      ("example.jp TXT \"v=spf1 redirect=i.test\"\ni.test TXT \"v=spf1 +all\"", ["spf-pass-all example.jp"]),
      (
        "example.jp TXT \"v=spf1 a=b c=d -all\"",
        ["spf-unknown-modifier example.jp", "spf-unknown-modifier example.jp"]
      ),
    ] as [(String, [String])])
  func subjects(_ lines: String, _ expected: [String]) async throws {
    #expect(try await findings(lines) == expected)
  }

  @Test("the `all` of an include that passes everybody is not the record's, and its missing `all` neither")
  func allOfInclude() async throws {
    #expect(
      try await findings("example.jp TXT \"v=spf1 include:i.test -all\"\ni.test TXT \"v=spf1 ip4:192.0.2.1\"")
        == [])
  }

  @Test(
    "what could not be asked is told by its name",
    arguments: [
      ("example.jp TXT", ["spf-unknown example.jp"]), ("i.test TXT", ["spf-unknown i.test"]),
      ("h.test A", ["spf-unknown h.test"]),
      ("h.test", ["spf-unknown h.test", "spf-unknown h.test"]),
    ] as [(String, [String])])
  func failures(_ failing: String, _ expected: [String]) async throws {
    let lines = "example.jp TXT \"v=spf1 include:i.test a:h.test -all\"\ni.test TXT \"v=spf1 -all\""
    #expect(try await findings(lines, failing: [failing]) == expected)
  }

  @Test("where a redirect could not be followed, nothing is said about its `all`")
  func redirectUnknown() async throws {
    #expect(
      try await findings("example.jp TXT \"v=spf1 redirect=i.test\"", failing: ["i.test"]) == [
        "spf-unknown i.test"
      ])
  }
}
