import Testing

@testable import MailDNSCheck

/// A change to a domain where nothing is wrong, and all that the program then says of it, worst first.
struct SeverityCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let domain: PublishedDomain
  let findings: [String]

  init(_ title: String, _ findings: [String], _ change: (inout PublishedDomain) -> Void = { _ in }) {
    var domain = PublishedDomain()
    change(&domain)
    (testDescription, self.domain, self.findings) = (title, domain, findings)
  }

  /// What programs make of a record besides has tests of its own (`ReceiverDifferenceTests`).
  func expectFindings() async throws {
    let summary = try await domain.report().summary.filter { !$0.contains("-receivers-differ ") }
    #expect(summary == findings)
  }
}

@Suite("Severities of what is published")
struct SeverityTests {
  @Test("where nothing is wrong, there is nothing to say")
  func healthy() async throws { try await SeverityCase("healthy", []).expectFindings() }

  @Test("MX", arguments: mxCases)
  func mx(_ example: SeverityCase) async throws { try await example.expectFindings() }

  static let mxCases = [
    SeverityCase("an MX that is a CNAME", ["mx-cname warning"]) {
      $0.mx = ["10 mail.example.jp"]
      $0.more = ["mail.example.jp CNAME mx.securemx.jp"]
    },
    SeverityCase("an MX that is an IP literal", ["mx-ip-literal warning"]) {
      $0.mx = ["10 aspmx.l.google.com", "20 192.0.2.1"]
    },
    SeverityCase("one of several MX hosts without an address", ["mx-host-without-address warning"]) {
      $0.mx.append("130 gone.securemx.jp")
    },
    SeverityCase("no MX host has an address", ["mx-no-address critical"]) { $0.mx = ["10 gone.securemx.jp"] },
    SeverityCase("MX only of Microsoft's verification", ["mx-verification-only critical"]) {
      $0.mx = ["10 ms12345678.msv1.invalid"]
    },
    SeverityCase("a leftover of Microsoft's verification", ["mx-verification-leftover info"]) {
      $0.mx.append("32767 ms12345678.msv1.invalid")
    },
    SeverityCase("a final dot that is missing", ["mx-no-address critical", "mx-final-dot-missing warning"]) {
      $0.mx = ["10 mx.securemx.jp.example.jp"]
    },
    SeverityCase("a private address", ["mx-private-address warning"]) {
      $0.mx = ["10 mail.example.jp"]
      $0.more = ["mail.example.jp A 10.0.0.25"]
    },
    SeverityCase("implicit MX", ["mx-implicit info"]) {
      $0.mx = []
      $0.more = ["example.jp A 192.0.2.1"]
    },
    SeverityCase("neither MX nor address", ["mx-absent info"]) {
      $0.mx = []
      $0.dmarc = ["v=DMARC1; p=reject; rua=mailto:dmarc@reports.example.jp"]
      $0.more = ["reports.example.jp A 192.0.2.1"]
    },
    SeverityCase("a host of nobody known", ["mx-provider-unknown info"]) {
      $0.mx = ["10 mx.unheard-of.test"]
    },
    SeverityCase("hosts of two kinds", ["route-mixed warning"]) {
      $0.mx.append("200 example-jp.mail.protection.outlook.com")
      $0.more = ["example-jp.mail.protection.outlook.com A 52.101.1.1"]
    },
  ]

  @Test("SPF", arguments: spfCases)
  func spf(_ example: SeverityCase) async throws { try await example.expectFindings() }

  private static func spfCase(_ terms: String, _ findings: [String], all: String = "-all", _ more: String...)
    -> SeverityCase
  {
    SeverityCase("\(terms) \(all)", findings) {
      $0.texts = [PublishedDomain.spf(terms, all: all)]
      $0.more = more
    }
  }

  private static func lookups(_ count: Int) -> String {
    (3...count).map { "a:h\($0).up.test" }.joined(separator: " ")
  }

  private static func exchanges(_ count: Int) -> String {
    (1...count).map { "many.test MX \($0) m\($0).test" }.joined(separator: "\n")
      + "\n" + (1...count).map { "m\($0).test A 192.0.2.1" }.joined(separator: "\n")
  }

  static let spfCases = [
    SeverityCase("absent", ["spf-missing warning"]) { $0.texts = [] },
    SeverityCase("another version", ["spf-missing warning"]) { $0.texts = ["v=spf10 -all"] },
    SeverityCase("meant, but not recognised", ["spf-not-recognized warning"]) {
      $0.texts = [" " + $0.texts[0]]
    },
    SeverityCase("two records", ["spf-several critical"]) { $0.texts.append("v=spf1 -all") },
    spfCase("ipv4:192.0.2.1", ["spf-syntax critical"]),
    spfCase(lookups(10), [], "*.up.test A 192.0.2.1\n*.up.test AAAA 2001:db8::1"),
    spfCase(
      lookups(11), ["spf-too-many-lookups critical"], "*.up.test A 192.0.2.1\n*.up.test AAAA 2001:db8::1"),
    spfCase("exists:a.test exists:b.test", ["spf-void-term info"]),
    spfCase("exists:a.test exists:b.test exists:c.test", ["spf-too-many-void-lookups critical"]),
    spfCase("include:nospf.test", ["spf-target-missing critical"], "nospf.test A 192.0.2.1"),
    spfCase("redirect=nospf.test", ["spf-target-missing critical"], all: "", "nospf.test A 192.0.2.1"),
    spfCase("include:example.jp", ["spf-loop critical"]),
    spfCase("", ["spf-pass-all critical"], all: "+all"),
    spfCase("", ["spf-pass-all critical"], all: "all"),
    spfCase("ip4:0.0.0.0/0", ["spf-pass-all critical", "spf-wide-network info"]),
    spfCase(
      "ip4:0.0.0.0/1 ip4:128.0.0.0/1",
      ["spf-pass-all critical"] + ["spf-wide-network info", "spf-wide-network info"]),
    spfCase("a:h.test/0", ["spf-pass-all critical"], "h.test A 192.0.2.1"),
    spfCase("include:open.test", ["spf-pass-all critical"], "open.test TXT \"v=spf1 +all\""),
    spfCase("-include:open.test", [], "open.test TXT \"v=spf1 +all\""),
    spfCase("mx:many.test", [], exchanges(10)),
    spfCase("mx:many.test", ["spf-too-many-mx critical"], exchanges(11)),
    spfCase("", ["spf-neutral-all warning"], all: "?all"),
    spfCase("", ["spf-no-all warning"], all: ""),
    spfCase("", ["spf-softfail-all info"], all: "~all"),
    spfCase("foo=bar", ["spf-unknown-modifier info"]),
    SeverityCase("without the gateway", ["spf-gateway-not-authorized warning"]) {
      $0.texts = ["v=spf1 include:spf.protection.outlook.com -all"]
    },
    SeverityCase("without Office365", ["spf-office365-not-authorized warning"]) {
      $0.texts = ["v=spf1 include:spf.securemx.jp -all"]
    },
    SeverityCase(
      "another gateway that is not authorised",
      ["spf-gateway-not-authorized warning", "spf-other-senders info"]
    ) {
      $0.mx = ["10 mxa.gslb.pphosted.com"]
    },
    SeverityCase(
      "senders hidden by macros", ["spf-macros info", "spf-opaque info", "spf-other-senders info"]
    ) {
      $0.texts = ["v=spf1 include:%{i}._spf.vali.email -all"]
    },
  ]

  @Test("DKIM", arguments: dkimCases)
  func dkim(_ example: SeverityCase) async throws { try await example.expectFindings() }

  private static func keyCase(_ text: String..., findings: [String]) -> SeverityCase {
    SeverityCase("\(text[0].prefix(30))… \(findings)", findings) { $0.gatewayKeys = text }
  }

  private static func onlyKey(_ title: String, _ findings: [String], _ key: String) -> SeverityCase {
    SeverityCase(title, findings) {
      $0.hasMicrosoftKeys = false
      $0.gatewayKeys = ["p=" + key]
    }
  }

  static let dkimCases = [
    keyCase("p=" + KeyFixtures.spki2048, findings: []),
    keyCase("p=" + KeyFixtures.spki4096, findings: []),
    keyCase("p=" + KeyFixtures.spki2047, findings: ["dkim-key-short warning"]),
    keyCase("p=" + KeyFixtures.spki1024, findings: ["dkim-key-short warning"]),
    keyCase("p=" + KeyFixtures.spki1023, findings: ["dkim-key-unusable warning"]),
    onlyKey(
      "the only key has 1023 bits", ["dkim-key-unusable critical", "mailbox-possible info"],
      KeyFixtures.spki1023),
    onlyKey(
      "the only key has 1024 bits", ["dkim-key-short warning", "mailbox-possible info"], KeyFixtures.spki1024),
    keyCase("v=DKIM1; t=y; p=" + KeyFixtures.spki2048, findings: ["dkim-testing warning"]),
    keyCase("v=DKIM1; t=s; p=" + KeyFixtures.spki2048, findings: []),
    keyCase("v=DKIM1; h=sha1; p=" + KeyFixtures.spki2048, findings: ["dkim-key-not-for-mail warning"]),
    keyCase("v=DKIM1; s=tlsrpt; p=" + KeyFixtures.spki2048, findings: ["dkim-key-not-for-mail warning"]),
    keyCase("v=DKIM1; p=", findings: ["dkim-revoked info"]),
    keyCase("v=DKIM1; p=!!!!", findings: ["dkim-malformed warning"]),
    keyCase("v=DKIM1; k=pq; p=AAAA", findings: ["dkim-key-type-unknown warning"]),
    keyCase(
      "p=" + KeyFixtures.spki2048, "p=" + KeyFixtures.spki4096,
      findings: ["dkim-several-keys warning", "dkim-large info"]),
    SeverityCase("no key at any selector", ["dkim-missing warning", "mailbox-possible info"]) {
      $0.hasMicrosoftKeys = false
      $0.gatewayKeys = []
    },
    SeverityCase(
      "keys at unknown selectors only", ["dkim-selectors-unknown warning", "mailbox-possible info"]
    ) {
      $0.hasMicrosoftKeys = false
      $0.gatewayKeys = []
      $0.more = [World.key("unheard-of._domainkey.example.jp")]
    },
    SeverityCase(
      "a zone that denies nothing",
      ["dkim-not-found warning", "dkim-inconclusive info", "mailbox-possible info"]
    ) {
      $0.hasMicrosoftKeys = false
      $0.gatewayKeys = []
      $0.more = ["*.example.jp A 192.0.2.1"]
    },
    SeverityCase("a selector2 without a key yet", ["dkim-dangling info"]) {
      $0.hasMicrosoftKeys = false
      $0.more = [
        World.microsoftKey,
        "selector2._domainkey.example.jp CNAME selector2-example-jp._domainkey.contoso.onmicrosoft.com",
      ]
    },
    SeverityCase("another CNAME without a key", ["dkim-dangling warning"]) {
      $0.more = ["google._domainkey.example.jp CNAME gone.test"]
    },
    SeverityCase("a wildcard", ["dkim-wildcard info"]) {
      $0.more = ["*._domainkey.example.jp TXT \"v=DKIM1; p=\""]
    },
  ]

  @Test("DMARC", arguments: dmarcCases)
  func dmarc(_ example: SeverityCase) async throws { try await example.expectFindings() }

  private static func dmarcCase(_ tags: String, _ findings: [String], _ more: String...) -> SeverityCase {
    SeverityCase(tags, findings) {
      $0.dmarc = ["v=DMARC1; \(tags)"]
      $0.more = more
    }
  }

  private static let toUs = "rua=mailto:dmarc@example.jp"

  static let dmarcCases = [
    SeverityCase("absent", ["dmarc-missing warning"]) { $0.dmarc = [] },
    SeverityCase("something else at the name", ["dmarc-missing warning", "dmarc-unrelated-text info"]) {
      $0.dmarc = ["hello"]
    },
    SeverityCase("two records", ["dmarc-several warning"]) { $0.dmarc.append("v=DMARC1; p=none") },
    SeverityCase("meant, but not recognised", ["dmarc-not-recognized warning"]) {
      $0.dmarc = ["v=dmarc1; p=reject"]
    },
    dmarcCase("p=rejct", ["dmarc-invalid warning"]),
    dmarcCase("p=reject; sp=rejct", ["dmarc-invalid warning"]),
    dmarcCase("p=reject; \(toUs); foo=bar", ["dmarc-flaw warning"]),
    dmarcCase("p=reject; \(toUs); ri=86400", ["dmarc-flaw info"]),
    dmarcCase("p=reject; \(toUs); rf=afrf", ["dmarc-flaw info"]),
    dmarcCase("p=reject; \(toUs); pct=100", ["dmarc-flaw info"]),
    dmarcCase("p=reject; \(toUs); pct=99", ["dmarc-percentage warning"]),
    dmarcCase("p=reject; \(toUs); pct=0", ["dmarc-percentage warning"]),
    dmarcCase("p=none; \(toUs)", ["dmarc-policy-none info"]),
    dmarcCase("p=none; t=y; \(toUs)", ["dmarc-policy-none info"]),
    dmarcCase("p=reject; rua=https://r.test/x", ["dmarc-no-reports info"]),
    dmarcCase("p=quarantine; \(toUs)", []),
    dmarcCase("p=reject; \(toUs); t=y", ["dmarc-testing warning"]),
    dmarcCase("p=reject; \(toUs); t=n", []),
    dmarcCase("p=reject; sp=quarantine; \(toUs)", ["dmarc-subdomains-weaker warning"]),
    dmarcCase("p=reject; np=none; \(toUs)", ["dmarc-subdomains-weaker warning"]),
    dmarcCase(
      "p=reject; sp=none; np=none; \(toUs)",
      ["dmarc-subdomains-weaker warning", "dmarc-subdomains-weaker warning"]),
    dmarcCase("p=quarantine; sp=reject; np=quarantine; \(toUs)", []),
    dmarcCase("p=reject", ["dmarc-no-reports info"]),
    dmarcCase(
      "p=reject; rua=mailto:x@outside.test",
      ["dmarc-reports-unauthorized warning", "dmarc-report-host-no-mail warning"]),
    dmarcCase(
      "p=reject; rua=mailto:x@outside.test", [],
      "example.jp._report._dmarc.outside.test TXT \"v=DMARC1\"\noutside.test A 192.0.2.1"),
    dmarcCase(
      "p=reject; rua=mailto:x@outside.test", ["dmarc-report-host-no-mail warning"],
      "example.jp._report._dmarc.outside.test TXT \"v=DMARC1\""),
  ]

  @Test("a verification TXT without any other sign of a tenant")
  func stale() async throws {
    let example = SeverityCase("stale", ["stale-verification info"]) {
      $0.hasMicrosoftKeys = false
      $0.texts = ["v=spf1 include:spf.securemx.jp -all", "MS=ms12345678"]
    }
    try await example.expectFindings()
  }

  @Test("the tenant's own entrance")
  func openEndpoint() async throws {
    let example = SeverityCase("open", ["tenant-endpoint-open info"]) {
      $0.more = ["example-jp.mail.protection.outlook.com A 52.101.1.1"]
    }
    try await example.expectFindings()
  }

  @Test("a record that leads to more names than are followed")
  func tooLarge() async throws {
    var domain = PublishedDomain()
    domain.texts = [PublishedDomain.spf((1...201).map { "a:h\($0).test" }.joined(separator: " "))]
    let report = try await domain.report()
    #expect(report.findings("spf-too-large").map(\.severity) == [.critical])
    #expect(report.status == .critical)
  }

  @Test("an internal view: AA and RA at once, for the domain itself")
  func internalView() async throws {
    let dns = try RecordedResolver(PublishedDomain().lines)
    #expect(
      try await dns.authoritative(offersRecursion: true).report(on: "example.jp").summary == [
        "internal-view warning"
      ])
    #expect(try await dns.authoritative(offersRecursion: false).report(on: "example.jp").summary == [])
  }

  @Test("AA beside a CNAME is no internal view: dnsmasq sets it where the alias leads nowhere")
  func aliasWithAuthority() async throws {
    let dns = try RecordedResolver("example.jp. CNAME gone.example.\n").authoritative(offersRecursion: true)
    let findings = try await dns.report(on: "example.jp").summary
    #expect(!findings.isEmpty && !findings.contains("internal-view warning"))
  }

  @Test("a selector that the user names, and where nothing is, is a warning")
  func namedSelector() async throws {
    let dns = try RecordedResolver(PublishedDomain().lines)
    let found = try await dns.report(on: "example.jp", selectors: ["nosuch", "selector1"])
    #expect(found.summary == ["dkim-selector-missing warning"])
  }

  @Test("a text at a selector that the user names is not said to be missing, but to be no key")
  func otherTextAtNamedSelector() async throws {
    let dns = try RecordedResolver(
      "example.jp MX 10 mx.example.jp\nmx.example.jp A 192.0.2.1\n"
        + "s1._domainkey.example.jp TXT \"hello world\"\n")
    let findings = try await dns.report(on: "example.jp", selectors: ["s1"]).findings
    let named = try #require(findings.first { $0.id == "dkim-selector-missing" })
    #expect(
      named.message.english
        == "The text at s1._domainkey.example.jp, the selector that was named, is not meant as a DKIM key.")
    #expect(findings.contains { $0.id == "dkim-not-found" })
    #expect(!findings.contains { $0.id == "dkim-selectors-unknown" })
  }

  @Test(
    "a policy from above is judged by what it says of the subdomain",
    arguments: [("p=none; sp=reject", []), ("p=reject; sp=none", ["dmarc-policy-none info"])])
  func inherited(_ tags: String, _ expected: [String]) async throws {
    let lines =
      "sub.example.jp MX 0 .\nexample.jp A 192.0.2.1\nsub.example.jp TXT \"v=spf1 ip4:192.0.2.1 -all\"\n"
      + "_dmarc.example.jp TXT \"v=DMARC1; \(tags); rua=mailto:dmarc@example.jp\"\n"
      + World.key("selector1._domainkey.sub.example.jp")
    let found = try await RecordedResolver(lines).report(on: "sub.example.jp")
    #expect(
      found.findings.filter { $0.area == .dmarc }.map { "\($0.id) \($0.severity.rawValue)" } == expected)
  }
}
