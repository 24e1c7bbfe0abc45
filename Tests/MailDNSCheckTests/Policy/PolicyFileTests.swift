import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Policy files")
struct PolicyFileTests {
  private func policy(_ text: String) throws(SettingsError) -> Policy {
    try PolicyFile.read(name: "policy.json", octets: Array(text.utf8), in: .builtIn)
  }

  private func expectation(_ text: String, for domain: String) throws -> MailDNSCheck.Expectation {
    try policy(text).expectation(for: try DomainName(parsing: domain))
  }

  @Test("every key is read")
  func keys() throws {
    let expectation = try expectation(
      """
      { "default": {
        "route": "securemx", "dmarc": "reject",
        "spf": { "authorize": ["210.130.202.0/24", "192.0.2.1", "securemx"] },
        "dkim": { "selectors": { "key1.smx": {"minimumBits": 2048}, "selector1": {} } },
        "ignore": [ { "finding": "dmarc-no-reports", "subject": "_dmarc.example.jp", "reason": "later", "until": "2027-03-31" } ],
        "severity": { "dmarc-policy-none": "critical" } } }
      """, for: "example.jp")
    #expect(
      expectation
        == MailDNSCheck.Expectation(
          route: .securemx, dmarc: .reject,
          authorized: [
            .network(IPNetwork("210.130.202.0/24")!), .network(IPNetwork("192.0.2.1/32")!),
            .provider(.securemx),
          ],
          keys: [
            MailDNSCheck.Expectation.Key(selector: DKIMSelector("key1.smx")!, minimumBits: 2048),
            MailDNSCheck.Expectation.Key(selector: DKIMSelector("selector1")!, minimumBits: 1024),
          ],
          ignored: [
            MailDNSCheck.Expectation.Exemption(
              finding: "dmarc-no-reports", subject: "_dmarc.example.jp",
              exemption: Finding.Exemption(reason: "later", until: CalendarDate("2027-03-31")!))
          ],
          severities: ["dmarc-policy-none": .critical]))
  }

  private static let layers = """
    { "default": { "route": "other", "dmarc": "none", "severity": { "spf-ptr": "warning", "spf-long": "warning" } },
      "domains": {
        "*.jp": { "route": "office365" },
        "*.example.jp": { "dmarc": "quarantine", "severity": { "spf-ptr": "critical" } },
        "a.example.jp": { "route": "mixed" } } }
    """

  @Test(
    "of each key the most specific entry that has it wins",
    arguments: [
      ("a.example.jp", .mixed, .quarantine), ("b.a.example.jp", .office365, .quarantine),
      ("example.jp", .office365, DMARCPolicy.none), ("notexample.jp", .office365, DMARCPolicy.none),
      ("example.com", .other, DMARCPolicy.none), ("A.EXAMPLE.JP", .mixed, .quarantine),
    ] as [(String, RouteID, DMARCPolicy)])
  func specificity(domain: String, route: RouteID, dmarc: DMARCPolicy) throws {
    let expectation = try expectation(Self.layers, for: domain)
    #expect(expectation.route == route)
    #expect(expectation.dmarc == dmarc)
  }

  @Test("severities are put together finding by finding")
  func severities() throws {
    #expect(
      try expectation(Self.layers, for: "a.example.jp").severities == [
        "spf-ptr": .critical, "spf-long": .warning,
      ])
  }

  @Test("the domains that a file names are its exact ones, in its order, in A-labels")
  func domains() throws {
    let policy = try policy(
      #"{ "domains": { "b.example": {}, "*.example": {}, "日本語.jp": {}, "A.example": {} } }"#)
    #expect(policy.domains.map(\.description) == ["b.example", "xn--wgv71a119e.jp", "a.example"])
  }

  @Test("an empty file expects nothing")
  func nothing() throws { #expect(try expectation("{}", for: "example.jp").isEmpty) }

  private static func entry(_ fields: String) -> String {
    "{ \"domains\": { \"example.jp\": {\n\(fields) } } }"
  }

  private static func exemption(_ fields: String) -> String { entry("\"ignore\": [{ \(fields) }]") }

  static let mistakes: [(String, String)] = [
    ("{ \"domain\": {} }", "1:3: unknown key \"domain\"; did you mean \"domains\"?"),
    (entry("\"dmrac\": \"none\""), "2:1: unknown key \"dmrac\"; did you mean \"dmarc\"?"),
    (
      entry("\"route\": \"secure-mx\""),
      "2:10: \"route\": \"secure-mx\" is not one of securemx-office365, securemx, office365, mixed, gateway, other, implicit, none; did you mean \"securemx\"?"
    ),
    (
      entry("\"route\": \"unknown\""),
      "2:10: \"route\": \"unknown\" is not one of securemx-office365, securemx, office365, mixed, gateway, other, implicit, none"
    ),
    (
      entry("\"dmarc\": \"rejcet\""),
      "2:10: \"dmarc\": \"rejcet\" is not one of none, quarantine, reject; did you mean \"reject\"?"
    ),
    (entry("\"dmarc\": null"), "2:10: \"dmarc\": a text in quotation marks expected, not null"),
    (entry("\"spf\": [\"securemx\"]"), "2:8: \"spf\": an object in { } expected, not a list"),
    (entry("\"spf\": {}"), "2:8: \"authorize\" is missing"),
    (
      entry("\"spf\": { \"authorize\": [\"secrumx\"] }"),
      "2:24: there is no provider \"secrumx\" ('maildnscheck providers' lists them), and it is no address or network; did you mean \"securemx\"?"
    ),
    (
      entry("\"spf\": { \"authorize\": [\"192.0.2.0/40\"] }"),
      "2:24: \"192.0.2.0/40\" is not an address or a network such as 192.0.2.0/24"
    ),
    (entry("\"dkim\": { \"selectors\": { \"a b\": {} } }"), "2:26: \"a b\" is not a DKIM selector"),
    (
      entry("\"dkim\": { \"selectors\": { \"a\": { \"minimumBits\": \"2048\" } } }"),
      "2:48: \"minimumBits\": a whole number from 1024 to 16384 expected, not a text"
    ),
    (
      entry("\"dkim\": { \"selectors\": { \"a\": { \"minimumBits\": 2.5 } } }"),
      "2:48: \"minimumBits\": a whole number from 1024 to 16384 expected, not this number"
    ),
    (
      entry("\"dkim\": { \"selectors\": { \"a\": {}, \"A\": {} } }"),
      "2:35: \"A\" is there a second time, the first is on line 2"
    ),
    (exemption("\"finding\": \"dmarc-no-reports\""), "2:12: \"reason\" is missing"),
    (exemption("\"finding\": \"dmarc-no-reports\", \"reason\": \"x\""), "2:12: \"until\" is missing"),
    (
      exemption("\"finding\": \"dmarc-no-reports\", \"reason\": \" \", \"until\": \"2027-01-01\""),
      "2:55: \"reason\" is empty"
    ),
    (
      exemption("\"finding\": \"dmarc-no-reports\", \"reason\": \"x\", \"until\": \"2027-02-29\""),
      "2:69: \"2027-02-29\" is not a date such as 2027-03-31"
    ),
    (
      exemption("\"finding\": \"dmarc-no-report\", \"reason\": \"x\", \"until\": \"2027-02-28\""),
      "2:25: there is no finding \"dmarc-no-report\" (docs/findings.md lists them); did you mean \"dmarc-no-reports\"?"
    ),
    (
      entry("\"severity\": { \"spf-pt\": \"info\" }"),
      "2:15: there is no finding \"spf-pt\" (docs/findings.md lists them); did you mean \"spf-ptr\"?"
    ),
    (
      entry("\"severity\": { \"spf-ptr\": \"unknown\" }"),
      "2:26: \"spf-ptr\": \"unknown\" is not one of info, warning, critical"
    ),
    (
      "{ \"domains\": { \"example.jp\": {},\n\"EXAMPLE.jp\": {} } }",
      "2:1: \"EXAMPLE.jp\" is there a second time, the first is on line 1"
    ),
    (
      "{ \"domains\": { \"*\": {} } }",
      "1:16: \"*\" is neither a domain nor a pattern such as *.example.jp: it has the character '*'"
    ),
    (
      "{ \"domains\": { \"a@example.jp\": {} } }",
      "1:16: \"a@example.jp\" is neither a domain nor a pattern such as *.example.jp: it has the character '@'"
    ),
    (
      "{ \"domains\": { \"*.\": {} } }",
      "1:16: \"*.\" is neither a domain nor a pattern such as *.example.jp: there is no name in it"
    ),
  ]

  @Test("a mistake is named with file, line, column and what would be right", arguments: mistakes)
  func mistake(text: String, expected: String) {
    do throws(SettingsError) {
      _ = try policy(text)
      Issue.record("read without complaint")
    } catch {
      #expect(error.wording.english == "policy.json:" + expected)
      #expect(error.wording.japanese.unicodeScalars.contains { !$0.isASCII })
    }
  }

  @Test("the example that comes with the program can be read")
  func example() throws {
    let path = ExampleFiles.root.appendingPathComponent("Examples/policy.json").path
    #expect(
      try policy(String(contentsOfFile: path, encoding: .utf8)).domains.map(\.description) == [
        "aozora.example", "futaba.example",
      ])
  }

  @Test(
    "a day is over when the next one begins in UTC",
    arguments: [
      ("2027-03-31", "2027-03-31T23:59:59Z", false), ("2027-03-31", "2027-04-01T00:00:00Z", true),
      ("2028-02-29", "2028-02-29T00:00:00Z", false), ("2028-02-29", "2028-03-01T00:00:00Z", true),
      ("1970-01-01", "1970-01-01T00:00:00Z", false), ("2000-12-31", "2001-01-01T00:00:00Z", true),
    ])
  func days(day: String, moment: String, isOver: Bool) throws {
    let date = try #require(CalendarDate(day))
    #expect(date.description == day)
    #expect(date.isOver(at: try Date(moment, strategy: .iso8601)) == isOver)
  }

  @Test(
    "what is no day is no date",
    arguments: [
      "2027-2-1", "2027-13-01", "2027-00-10", "2027-04-31", "1900-02-29", "2027/01/01", "", "2027-01-01 ",
    ])
  func noDay(text: String) { #expect(CalendarDate(text) == nil) }
}
