import Testing

@testable import MailDNSCheck

@Suite("What a DMARC record does wrong")
struct DMARCRulesTests {
  /// The addresses for reports take mail.
  private let takesMail = "example.jp A 192.0.2.1\nout.test A 192.0.2.1\nmail.example.jp A 192.0.2.1\n"

  private func findings(
    _ lines: String, _ domain: String = "example.jp", failing: [String] = [],
    organization: DMARCLegacyOrganization = .undetermined
  ) async throws -> [String] {
    let dns = try RecordedResolver(takesMail + lines, failing: failing)
    let facts = await DMARCFacts.gather(DomainName(domain)!, organization: organization, from: dns)
    let apex = await ApexFacts.gather(DomainName(domain)!, from: dns)
    return facts.findings(MailUse(takes: true, sends: true), apex, facts.policiesInForce(apex)).worstFirst.map
    {
      "\($0.id) \($0.severity.rawValue) \($0.subject)"
    }
  }

  private static let good = "v=DMARC1; p=reject; rua=mailto:d@example.jp"

  @Test(
    "findings name the record that they are about",
    arguments: [
      (
        "_dmarc.example.jp TXT \"v=DMARC1; p=none; rua=mailto:d@example.jp\"", "mail.example.jp",
        ["dmarc-policy-none info _dmarc.example.jp"]
      ),
      ("", "mail.example.jp", ["dmarc-missing warning _dmarc.mail.example.jp"]),
      (
        "_dmarc.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@out.test\"", "example.jp",
        ["dmarc-reports-unauthorized warning example.jp._report._dmarc.out.test"]
      ),
      (
        "_dmarc.example.jp TXT \"\(good)\"\n_dmarc.example.jp TXT \"v=DMARC1; p=none\"", "example.jp",
        ["dmarc-several warning _dmarc.example.jp"]
      ),
      (
        "_dmarc.mail.example.jp TXT \"v=dmarc1; p=none\"\n_dmarc.example.jp TXT \"\(good)\"",
        "mail.example.jp",
        ["dmarc-not-recognized warning _dmarc.mail.example.jp"]
      ),
    ])
  func subjects(_ lines: String, _ domain: String, _ expected: [String]) async throws {
    #expect(try await findings(lines, domain) == expected)
  }

  @Test("a text beside the record of the Organizational Domain is told where a domain below it is checked")
  func strayTextAbove() async throws {
    let lines = "_dmarc.example.jp TXT \"hello\"\n_dmarc.example.jp TXT \"\(Self.good)\""
    #expect(
      try await findings(lines, "mail.example.jp") == ["dmarc-unrelated-text warning _dmarc.example.jp"])
  }

  @Test("a policy that can't be read becomes p=none where there is a report address")
  func assumedNone() async throws {
    #expect(
      try await findings("_dmarc.example.jp TXT \"v=DMARC1; p=rejct; rua=mailto:d@example.jp\"") == [
        "dmarc-flaw warning _dmarc.example.jp", "dmarc-policy-none info _dmarc.example.jp",
      ])
  }

  @Test(
    "an np that can't be read voids the record or its policy by RFC 9989, and changes nothing for older receivers",
    arguments: [
      ("v=DMARC1; p=reject; np=x", ["dmarc-invalid warning _dmarc.example.jp"]),
      (
        "\(good); np=x", ["dmarc-flaw warning _dmarc.example.jp", "dmarc-policy-none info _dmarc.example.jp"]
      ),
    ])
  func nonexistent(_ record: String, _ expected: [String]) async throws {
    #expect(
      try await findings("_dmarc.example.jp TXT \"\(record)\"") == expected + [
        "dmarc-readings-differ info example.jp"
      ])
  }

  @Test(
    "a parent that takes reports without consent is of the same organization by RFC 7489, or may be",
    arguments: [
      (.domain(DomainName("example.jp")!), "example.jp", "do, as both"),
      (.undetermined, "example.jp", "7489 may"),
      (.domain(DomainName("example.jp")!), "out.test", "none are sent"),
      (.undetermined, "out.test", "none are sent"),
    ] as [(DMARCLegacyOrganization, String, String)])
  func consentByBothReadings(
    _ organization: DMARCLegacyOrganization, _ host: String, _ words: String
  ) async throws {
    let dns = try RecordedResolver(
      takesMail + "_dmarc.news.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@\(host)\"")
    let domain = try #require(DomainName("news.example.jp"))
    let facts = await DMARCFacts.gather(domain, organization: organization, from: dns)
    let apex = await ApexFacts.gather(domain, from: dns)
    let found = facts.findings(MailUse(takes: true, sends: true), apex, facts.policiesInForce(apex))
    let finding = try #require(found.first { $0.id == "dmarc-reports-unauthorized" })
    #expect(finding.severity == .warning)
    #expect(finding.message.english.contains(words), "\(finding.message.english)")
  }

  @Test(
    "what could not be asked is unknown, and not missing",
    arguments: [
      ("_dmarc.mail.example.jp", ["dmarc-unknown unknown _dmarc.mail.example.jp"]),
      ("_dmarc.example.jp", ["dmarc-unknown unknown _dmarc.example.jp"]),
      ("_dmarc.jp", ["dmarc-unknown unknown _dmarc.jp"]),
    ] as [(String, [String])])
  func failures(_ failing: String, _ expected: [String]) async throws {
    #expect(
      try await findings("mail.example.jp A 192.0.2.1", "mail.example.jp", failing: [failing]) == expected)
  }

  @Test("where only a name above could not be asked, it is said that the domain has no record of its own")
  func failureAbove() async throws {
    for (failing, isWithout) in [("_dmarc.mail.example.jp", false), ("_dmarc.jp", true)] {
      let dns = try RecordedResolver("mail.example.jp A 192.0.2.1", failing: [failing])
      let domain = try #require(DomainName("mail.example.jp"))
      let facts = await DMARCFacts.gather(domain, from: dns)
      let apex = await ApexFacts.gather(domain, from: dns)
      let found = facts.findings(MailUse(takes: true, sends: true), apex, facts.policiesInForce(apex))
      let message = try #require(found.first { $0.id == "dmarc-unknown" }).message.english
      #expect(message.contains(failing))
      #expect(message.contains("mail.example.jp has no DMARC record of its own") == isWithout)
    }
  }

  @Test(
    "what stands at _dmarc or at the domain and is no policy is named",
    arguments: [
      (
        "_dmarc.example.jp TXT \"v=spf1 -all\"",
        ["dmarc-missing warning _dmarc.example.jp", "dmarc-unrelated-text info _dmarc.example.jp"]
      ),
      (
        "_dmarc.example.jp TXT \"hello\"\n_dmarc.example.jp TXT \"\(good)\"",
        ["dmarc-unrelated-text warning _dmarc.example.jp"]
      ),
      (
        "example.jp TXT \"v=DMARC1; p=reject\"",
        ["dmarc-missing warning _dmarc.example.jp", "dmarc-at-apex warning example.jp"]
      ),
      (
        "example.jp TXT \"v=DMARC1; p=reject\"\n_dmarc.example.jp TXT \"\(good)\"",
        ["dmarc-at-apex info example.jp"]
      ),
    ] as [(String, [String])])
  func strays(_ lines: String, _ expected: [String]) async throws {
    #expect(try await findings(lines) == expected)
  }

  @Test(
    "a record behind a CNAME is judged where it is; a CNAME that leads nowhere is a finding of its own",
    arguments: [
      (
        "vendor.test TXT \"v=DMARC1; p=none; rua=mailto:d@example.jp\"",
        ["dmarc-policy-none info vendor.test"]
      ),
      ("vendor.test TXT \"v=DMARC1; p=x\"", ["dmarc-invalid warning vendor.test"]),
      ("vendor.test A 192.0.2.1", ["dmarc-dangling warning _dmarc.example.jp"]),
      ("other.test A 192.0.2.1", ["dmarc-dangling warning _dmarc.example.jp"]),
      ("vendor.test TXT \"hello\"", ["dmarc-dangling warning _dmarc.example.jp"]),
    ] as [(String, [String])])
  func hosted(_ lines: String, _ expected: [String]) async throws {
    #expect(try await findings("_dmarc.example.jp CNAME vendor.test\n" + lines) == expected)
  }

  @Test("every fault of a record is listed, those that break it first")
  func allFaults() async throws {
    #expect(
      try await findings("_dmarc.example.jp TXT \"v=DMARC1; p=rejct; sp=x; foo=1; ri=3600\"") == [
        "dmarc-invalid warning _dmarc.example.jp", "dmarc-invalid warning _dmarc.example.jp",
        "dmarc-flaw warning _dmarc.example.jp", "dmarc-flaw info _dmarc.example.jp",
      ])
  }

  @Test("sp and np of a domain below the Organizational Domain have no effect")
  func subdomainTags() async throws {
    #expect(
      try await findings(
        "_dmarc.example.jp TXT \"\(Self.good)\"\n_dmarc.mail.example.jp TXT \"\(Self.good); sp=none\"",
        "mail.example.jp") == ["dmarc-subdomain-tags-unused info _dmarc.mail.example.jp"])
  }

  @Test(
    "a wildcard takes the place of sp and np, or makes every subdomain exist",
    arguments: [
      ("*.example.jp TXT \"v=DMARC1; p=reject\"", "", ["dmarc-wildcard info example.jp"]),
      ("*.example.jp TXT \"hello\"", "; np=reject", ["dmarc-np-unreachable info example.jp"]),
      ("*.example.jp A 192.0.2.1", "; np=reject", ["dmarc-np-unreachable info example.jp"]),
      ("*.example.jp A 192.0.2.1", "", []), ("www.example.jp A 192.0.2.1", "; np=reject", []),
    ] as [(String, String, [String])])
  func wildcard(_ line: String, _ tags: String, _ expected: [String]) async throws {
    #expect(try await findings(line + "\n_dmarc.example.jp TXT \"\(Self.good)\(tags)\"") == expected)
  }

  @Test(
    "reports go to a domain that takes mail",
    arguments: [
      ("nowhere.test MX 0 .", ["dmarc-report-host-no-mail warning nowhere.test"]),
      ("other.test A 192.0.2.1", ["dmarc-report-host-no-mail warning nowhere.test"]),
      ("nowhere.test MX 10 gone.test", ["dmarc-report-host-no-mail warning nowhere.test"]),
      ("nowhere.test MX 10 out.test", []), ("nowhere.test AAAA 2001:db8::1", []),
    ] as [(String, [String])])
  func reportHosts(_ line: String, _ expected: [String]) async throws {
    let consent = "example.jp._report._dmarc.nowhere.test TXT \"v=DMARC1\"\n"
    let record = "_dmarc.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@nowhere.test\"\n"
    #expect(try await findings(consent + record + line) == expected)
  }

  @Test("a report host that could not be asked for its MX is unknown")
  func reportHostUnknown() async throws {
    let consent = "example.jp._report._dmarc.out.test TXT \"v=DMARC1\"\n"
    #expect(
      try await findings(
        consent + "_dmarc.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@out.test\"",
        failing: ["out.test MX"]) == ["dmarc-reports-unknown unknown out.test"])
  }

  @Test("more report hosts than are asked is said")
  func manyReportHosts() async throws {
    let addresses = (1...21).map { "mailto:a@h\($0).example.jp" }.joined(separator: ",")
    let quoted = PublishedDomain.quoted("v=DMARC1; p=reject; rua=\(addresses)")
    let ids = try await findings("*.example.jp A 192.0.2.1\n_dmarc.example.jp TXT \(quoted)")
    #expect(ids == ["dmarc-report-hosts-many info _dmarc.example.jp"])
  }

  @Test(
    "where RFC 7489 is read otherwise, the report says both",
    arguments: [
      ("_dmarc.example.jp TXT \"\(good); t=y; pct=10\"", "example.jp", false),
      ("_dmarc.example.jp TXT \"\(good)\"", "example.jp", false),
      ("_dmarc.example.jp TXT \"\(good); np=none\"", "example.jp", true),
      // Two records: RFC 9989 goes on above, RFC 7489 stops.
      (
        "_dmarc.mail.example.jp TXT \"\(good)\"\n_dmarc.mail.example.jp TXT \"v=DMARC1; p=none\"\n"
          + "_dmarc.example.jp TXT \"\(good)\"", "mail.example.jp", true
      ),
      ("_dmarc.jp TXT \"\(good); psd=y\"", "example.jp", true),
    ])
  func readings(_ lines: String, _ domain: String, _ differ: Bool) async throws {
    let ids = try await findings(lines, domain, organization: .domain(DomainName("example.jp")!))
    #expect(ids.contains { $0.hasPrefix("dmarc-readings-differ") } == differ, "\(ids)")
  }

  @Test("consent that could not be asked is unknown")
  func consentUnknown() async throws {
    #expect(
      try await findings(
        "_dmarc.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@out.test\"",
        failing: ["example.jp._report._dmarc.out.test"])
        == ["dmarc-reports-unknown unknown example.jp._report._dmarc.out.test"])
  }

  @Test("while it is not known whose organization a report host is of, nobody is said to have refused")
  func reportsWithinAnUnknownOrganization() async throws {
    let lines = "_dmarc.b.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:r@example.jp\""
    #expect(
      try await findings(lines, "b.example.jp") == [
        "dmarc-reports-unauthorized warning b.example.jp._report._dmarc.example.jp"
      ])
    #expect(
      try await findings(lines, "b.example.jp", failing: ["_dmarc.jp"]) == [
        "dmarc-reports-unknown unknown b.example.jp._report._dmarc.example.jp"
      ])
  }

  @Test("test mode of a record above weakens the policy that applies here, not the one of the domain above")
  func testingAbove() async throws {
    let lines = "_dmarc.example.jp TXT \"v=DMARC1; p=reject; sp=quarantine; t=y; rua=mailto:d@example.jp\""
    let dns = try RecordedResolver(takesMail + lines)
    let facts = await DMARCFacts.gather(DomainName("mail.example.jp")!, from: dns)
    let apex = await ApexFacts.gather(DomainName("mail.example.jp")!, from: dns)
    let found = facts.findings(MailUse(takes: true, sends: true), apex, facts.policiesInForce(apex))
    #expect(found.contains(.dmarc.testing("_dmarc.example.jp", .quarantine)))
  }

  @Test("the record of a registry's domain is not the owner's to mend")
  func registry() async throws {
    #expect(
      try await findings("_dmarc.jp TXT \"v=DMARC1; p=none; psd=y; rua=mailto:r@out.test\"") == [
        "dmarc-public-suffix-only warning _dmarc.example.jp"
      ])
  }

  @Test(
    "what some programs refuse the record for is a warning, and a mere fault of syntax is none",
    arguments: [
      ("\(good); pct=abc", "warning"), ("\(good); pct=101", "warning"), ("\(good); aspf=x", "warning"),
      ("v = DMARC1; p=reject; rua=mailto:d@example.jp", "warning"), ("\(good); pct=100", "info"),
      ("v=DMARC1; p=reject;; rua=mailto:d@example.jp", "info"),
      ("v=DMARC1; P=reject; rua=mailto:d@example.jp", "info"),
      ("v=DMARC1; p=reject\\010; rua=mailto:d@example.jp", "info"),
    ])
  func severities(_ record: String, _ severity: String) async throws {
    #expect(
      try await findings("_dmarc.example.jp TXT \"\(record)\"") == [
        "dmarc-flaw \(severity) _dmarc.example.jp"
      ])
  }

  @Test(
    "a consent that names another address is told: at the host it is followed, elsewhere it is not",
    arguments: [
      ("v=DMARC1; rua=mailto:other@out.test", ["info"]),
      ("v=DMARC1; rua=mailto:other@elsewhere.test", ["warning"]),
      ("v=DMARC1; ruf=mailto:other@out.test", ["info"]), ("v=DMARC1", []), ("v=DMARC1; rua=", []),
    ])
  func overrides(_ consent: String, _ severities: [String]) async throws {
    let lines =
      "_dmarc.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@out.test\"\n"
      + "example.jp._report._dmarc.out.test TXT \"\(consent)\""
    #expect(
      try await findings(lines)
        == severities.map { "dmarc-reports-overridden \($0) example.jp._report._dmarc.out.test" })
  }
}
