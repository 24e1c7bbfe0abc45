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

  @Test(
    "too many void look-ups for one family are critical where the record authorises it, else a warning",
    arguments: [("ip6:2001:db8::/32", "critical"), ("ip4:198.51.100.0/24", "warning")])
  func voidsOfOneFamily(_ term: String, _ severity: String) async throws {
    let dns = try RecordedResolver(
      """
      example.jp TXT "v=spf1 a:x.test a:y.test a:z.test \(term) -all"
      x.test A 192.0.2.1
      y.test A 192.0.2.2
      z.test A 192.0.2.3
      """)
    let tree = SPFTree(await SPFFacts.gather(DomainName("example.jp")!, from: dns))
    let found = tree.findings(MailUse(takes: true, sends: true), SPFAdvice())
    #expect(found.map { "\($0.id) \($0.severity)" } == ["spf-too-many-void-lookups \(severity)"])
    #expect(found.first?.message.english.contains("senders with an IPv6 address 3 look-ups") == true)
  }

  @Test("of a record in error for everybody the terms are named that lead to nothing for anybody")
  func voidsOfBoth() async throws {
    let dns = try RecordedResolver(
      "example.jp TXT \"v=spf1 a:h.test a:o1.test a:o2.test mx:h.test -all\"\nh.test A 192.0.2.1")
    let tree = SPFTree(await SPFFacts.gather(DomainName("example.jp")!, from: dns))
    let found = tree.findings(MailUse(takes: true, sends: true), SPFAdvice())
    #expect(
      found == [
        .spf.tooManyVoidLookups(
          "example.jp", (count: 3, family: nil, terms: ["a:o1.test", "a:o2.test", "mx:h.test"], edits: []))
      ])
  }

  @Test(
    "modifiers that ask for reports (RFC 6652) are known", arguments: ["ra=postmaster", "rp=50", "rr=e:s"])
  func reportModifiers(_ modifier: String) async throws {
    #expect(try await findings("example.jp TXT \"v=spf1 mx \(modifier) -all\"\nexample.jp MX 0 h.test") == [])
  }

  @Test(
    "a syntax error is told with its term, as published, whatever the format of the report",
    arguments: [
      ("v=spf1 ipv4:192.0.2.0/28 -all", "ipv4:192.0.2.0/28"), ("v=spf1 mx -al", "-al"),
      // The place is the end of the term, where something is missing.
      ("v=spf1 mx ip4:192.0.2.0/ -all", "ip4:192.0.2.0/"), ("v=spf1  a:%{x}.jp ~all", "a:%{x}.jp"),
      ("v=spf1 include: a.jp -all", "include:"), ("v=spf1 redirect=x.jp redirect=y.jp", "redirect=y.jp"),
      ("v=spf1 a\u{1B}b -all", #"a\027b"#), ("v=spf1 a\u{3000}-all", "a\u{3000}-all"),
      ("v=spf1 a \(String(repeating: "x", count: 70)) -all", String(repeating: "x", count: 60) + "…"),
    ] as [(String, String)])
  func syntaxErrorTerm(record: String, term: String) throws {
    let error = try #require(spfErrors(record).first)
    let message = Finding.spf.syntax("example.jp", (error: error, text: Array(record.utf8))).message
    #expect(message.english.contains("(permerror) in \"\(term)\": "), "\(message.english)")
    #expect(message.japanese.contains("「\(term)」に構文エラー"), "\(message.japanese)")
  }

  @Test("an octet of a term that is no text is told by its number")
  func syntaxErrorOctet() throws {
    let record = Array("v=spf1 ip4:".utf8) + [0xFF]
    let error = try #require(spfErrors(record).first)
    let message = Finding.spf.syntax("example.jp", (error: error, text: record)).message
    #expect(message.english.contains(#"in "ip4:\255": "#), "\(message.english)")
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
      ("example.jp TXT", ["spf-unknown example.jp"]),
      ("i.test TXT", ["spf-unknown i.test", "spf-void-term example.jp"]),
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
