import Testing

@testable import MailDNSCheck

@Suite("Judging by a policy")
struct PolicyJudgementTests {
  /// `id severity` of the findings in the area of policies, with `expectation` as the entry of example.jp.
  private func findings(
    _ expectation: String, _ domain: PublishedDomain = PublishedDomain(), failing: [String] = []
  ) async throws -> [Finding] {
    try await report(expectation, domain, failing: failing).findings
  }

  private func report(
    _ expectation: String, _ domain: PublishedDomain = PublishedDomain(), failing: [String] = [],
    expecting expected: RouteID? = nil
  ) async throws -> DomainReport {
    let text = "{ \"domains\": { \"example.jp\": \(expectation) } }"
    let policy = try PolicyFile.read(name: "policy.json", octets: Array(text.utf8), in: .builtIn)
    let check = DomainCheck(
      areas: .whole, resolver: try RecordedResolver(domain.lines, failing: failing),
      catalogue: .builtIn, selectors: [], expectedRoute: expected, policy: policy)
    return await check.report(on: try MailDomain(pasted: "example.jp"))
  }

  private func policyFindings(
    _ expectation: String, _ domain: PublishedDomain = PublishedDomain(), failing: [String] = []
  ) async throws -> [String] {
    try await findings(expectation, domain, failing: failing).filter { $0.area == .policy }
      .map { "\($0.id) \($0.severity.rawValue)" }
  }

  @Test("a domain that is as expected in everything has no finding of a policy")
  func met() async throws {
    let report = try await report(
      """
      { "route": "securemx-office365", "dmarc": "reject",
        "spf": { "authorize": ["securemx", "office365", "210.130.202.128/26", "40.92.0.1"] },
        "dkim": { "selectors": { "key1.smx": { "minimumBits": 2048 }, "selector1": {} } } }
      """)
    #expect(report.findings.filter { $0.area == .policy } == [])
    #expect(report.meetsExpectation == true)
  }

  @Test("a domain of which nothing is expected is neither as expected nor not")
  func nothing() async throws {
    #expect(try await report("{}").meetsExpectation == nil)
  }

  @Test("the route of the policy is expected, unless the command line says otherwise")
  func route() async throws {
    #expect(try await policyFindings(#"{ "route": "office365" }"#) == ["route-unexpected critical"])
    let report = try await report(#"{ "route": "office365" }"#, expecting: .securemxOffice365)
    #expect(report.meetsExpectation == true)
  }

  @Test(
    "DMARC must be as strict as expected, after t=y, and for no record nothing is enough",
    arguments: [
      ("reject", ["v=DMARC1; p=reject"], []),
      ("quarantine", ["v=DMARC1; p=reject"], []),
      ("reject", ["v=DMARC1; p=quarantine"], ["policy-dmarc-weak critical"]),
      ("reject", ["v=DMARC1; p=reject; t=y"], ["policy-dmarc-weak critical"]),
      ("none", ["v=DMARC1; p=none"], []),
      ("none", [], ["policy-dmarc-weak critical"]),
    ] as [(String, [String], [String])])
  func dmarc(expected: String, records: [String], findings: [String]) async throws {
    var domain = PublishedDomain()
    domain.dmarc = records
    #expect(try await policyFindings("{ \"dmarc\": \"\(expected)\" }", domain) == findings)
  }

  @Test("what DMARC asks for is unknown where it could not be asked")
  func dmarcUnknown() async throws {
    #expect(
      try await policyFindings(#"{ "dmarc": "none" }"#, failing: ["_dmarc.example.jp"]) == [
        "policy-dmarc-undecided unknown"
      ])
  }

  @Test(
    "SPF must authorise whole networks and providers",
    arguments: [
      ("192.0.2.0/24", PublishedDomain.spf("ip4:192.0.2.0/25 ip4:192.0.2.128/25"), []),
      ("192.0.2.0/24", PublishedDomain.spf("ip4:192.0.2.0/25"), ["policy-spf-unauthorized critical"]),
      ("192.0.2.1", PublishedDomain.spf("?ip4:192.0.2.1"), ["policy-spf-unauthorized critical"]),
      ("2001:db8::/48", PublishedDomain.spf("ip6:2001:db8::/32"), []),
      ("securemx", "v=spf1 ip4:210.130.202.130 -all", []),
      ("google", PublishedDomain.goodSPF, ["policy-spf-unauthorized critical"]),
      (
        "securemx", "v=spf1 include:gone.test include:spf.securemx.jp -all",
        ["policy-spf-unauthorized critical"]
      ),
      ("google", "v=spf1 +all", []),
      ("192.0.2.1", PublishedDomain.spf("exists:%{i}.x.test"), ["policy-spf-undecided unknown"]),
    ] as [(String, String, [String])])
  func spf(sender: String, record: String, findings: [String]) async throws {
    var domain = PublishedDomain()
    domain.texts = [record]
    #expect(try await policyFindings("{ \"spf\": { \"authorize\": [\"\(sender)\"] } }", domain) == findings)
  }

  @Test("without an SPF record nobody is authorised; without an answer nothing is known")
  func noSPF() async throws {
    var domain = PublishedDomain()
    domain.texts = []
    let expectation = #"{ "spf": { "authorize": ["securemx"] } }"#
    #expect(
      try await findings(expectation, domain).filter { $0.area == .policy } == [
        .policy.spfUnauthorized(
          "example.jp",
          (sender: ProviderCatalogue.builtIn[.securemx]!.name, addition: nil, shortfall: .noRecord))
      ])
    #expect(
      try await policyFindings(expectation, failing: ["example.jp TXT"]) == ["policy-spf-undecided unknown"])
  }

  private static func key(_ selector: String, _ text: String) -> String {
    "\(selector)._domainkey.example.jp TXT \(PublishedDomain.quoted(text))"
  }

  @Test(
    "a DKIM key must be there, be taken by verifiers, and be long enough; it is asked for whatever it is called",
    arguments: [
      ("v=DKIM1; p=" + KeyFixtures.spki2048, 2048, nil),
      ("v=DKIM1; p=" + KeyFixtures.spki1024, 2048, .tooShort(bits: 1024, minimum: 2048)),
      ("v=DKIM1; p=" + KeyFixtures.spki1024, 1024, nil),
      ("v=DKIM1; k=ed25519; p=" + KeyFixtures.rfc8463Ed25519, 4096, nil),
      ("v=DKIM1; p=", 1024, .revoked),
      ("v=DKIM1; s=other; p=" + KeyFixtures.spki2048, 1024, .unusable),
      ("v=DKIM1; p=###", 1024, .missing),
      (nil, 1024, .missing),
    ] as [(String?, Int, DKIMShortfall?)])
  func dkim(text: String?, bits: Int, shortfall: DKIMShortfall?) async throws {
    var domain = PublishedDomain()
    domain.more = text.map { [Self.key("unheardof", $0)] } ?? []
    let found = try await findings(
      "{ \"dkim\": { \"selectors\": { \"unheardof\": { \"minimumBits\": \(bits) } } } }", domain)
    let expected = shortfall.map {
      [Finding.policy.dkimSelector("unheardof._domainkey.example.jp", (shortfall: $0, inUse: nil))]
    }
    #expect(found.filter { $0.area == .policy } == expected ?? [])
    #expect(found.allSatisfy { $0.id != "dkim-selector-missing" })
  }

  @Test("of two selectors that are used in turn the one that has the key will do")
  func dkimInTurn() async throws {
    let policy = #"{ "dkim": { "selectors": { "key1.smx": { "minimumBits": 2048 } } } }"#
    for (text, expected) in [
      ("v=DKIM1; p=" + KeyFixtures.spki2048, "policy-dkim-selector info"),
      ("v=DKIM1; p=" + KeyFixtures.spki1024, "policy-dkim-selector critical"),
      ("v=DKIM1; p=", "policy-dkim-selector critical"),
    ] {
      var domain = PublishedDomain()
      domain.gatewayKeys = ["v=DKIM1; p="]
      domain.more = [Self.key("key2.smx", text)]
      let found = try await findings(policy, domain).filter { $0.area == .policy }
      #expect(found.map { "\($0.id) \($0.severity.rawValue)" } == [expected], "\(text)")
    }
  }

  @Test("while the other one could not be asked, nobody can tell")
  func dkimInTurnUnknown() async throws {
    #expect(
      try await policyFindings(
        #"{ "dkim": { "selectors": { "key2.smx": {} } } }"#, failing: ["key1.smx._domainkey.example.jp"])
        == ["policy-dkim-undecided unknown"])
  }

  @Test("a key that a wildcard gives every selector is there")
  func dkimWildcard() async throws {
    var domain = PublishedDomain()
    domain.more = [Self.key("*", "v=DKIM1; p=" + KeyFixtures.spki2048)]
    let policy = #"{ "dkim": { "selectors": { "unheardof": {} } } }"#
    #expect(try await findings(policy, domain).filter { $0.area == .policy } == [])
  }

  @Test("a selector that could not be asked is unknown")
  func dkimUnknown() async throws {
    #expect(
      try await policyFindings(
        #"{ "dkim": { "selectors": { "selector1": {} } } }"#,
        failing: ["selector1._domainkey.example.jp"]) == ["policy-dkim-undecided unknown"])
  }

  @Test("severities are changed after judging, those of expectations too")
  func severities() async throws {
    var domain = PublishedDomain()
    domain.dmarc = ["v=DMARC1; p=none"]
    let report = try await report(
      """
      { "dmarc": "reject", "severity": { "policy-dmarc-weak": "warning", "dmarc-policy-none": "critical",
        "dmarc-no-reports": "warning" } }
      """, domain)
    #expect(report.findings("policy-dmarc-weak").map(\.severity) == [.warning])
    #expect(report.findings("dmarc-policy-none").map(\.severity) == [.critical])
    #expect(report.findings("dmarc-no-reports").map(\.severity) == [.warning])
    #expect(report.status == .critical)
    #expect(report.meetsExpectation == false)
  }

  private static func ignoring(_ id: String, until: String, subject: String? = nil) -> String {
    let about = subject.map { "\"subject\": \"\($0)\", " } ?? ""
    return """
      { "dmarc": "reject", "severity": { "dmarc-policy-none": "critical" },
        "ignore": [ { "finding": "\(id)", \(about)"reason": "being rolled out", "until": "\(until)" } ] }
      """
  }

  @Test("what is ignored is listed as info with its reason, and does not count")
  func ignored() async throws {
    var domain = PublishedDomain()
    domain.dmarc = ["v=DMARC1; p=none; rua=mailto:dmarc@example.jp"]
    let report = try await report(
      """
      { "dmarc": "reject", "ignore": [
        { "finding": "policy-dmarc-weak", "subject": "EXAMPLE.jp", "reason": "being rolled out", "until": "9999-12-31" } ] }
      """, domain)
    let finding = try #require(report.findings("policy-dmarc-weak").first)
    #expect(finding.severity == .info)
    #expect(finding.message.english.hasSuffix(". (ignored until 9999-12-31: being rolled out)"))
    #expect(finding.message.japanese.hasSuffix("(9999-12-31 まで無視: being rolled out)"))
    #expect(finding.fix == nil)
    #expect(report.meetsExpectation == true)
    #expect(report.status == .ok)
  }

  @Test("an exemption for another subject ignores nothing")
  func otherSubject() async throws {
    var domain = PublishedDomain()
    domain.dmarc = ["v=DMARC1; p=none"]
    let found = try await findings(
      Self.ignoring("dmarc-policy-none", until: "9999-12-31", subject: "_dmarc.example.com"), domain)
    #expect(found.filter { $0.id == "dmarc-policy-none" }.map(\.severity) == [.critical])
    #expect(found.allSatisfy { $0.id != "policy-ignore-expired" })
  }

  @Test("an exemption that is over ignores nothing, and is named where what it was for is still there")
  func expired() async throws {
    var domain = PublishedDomain()
    domain.dmarc = ["v=DMARC1; p=none"]
    let expectation = Self.ignoring("dmarc-policy-none", until: "2020-01-31")
    let found = try await findings(expectation, domain)
    #expect(found.filter { $0.id == "dmarc-policy-none" }.map(\.severity) == [.critical])
    #expect(
      found.filter { $0.id == "policy-ignore-expired" } == [
        .policy.ignoreExpired(
          "example.jp",
          (
            finding: "dmarc-policy-none",
            exemption: Finding.Exemption(
              reason: "being rolled out", until: CalendarDate("2020-01-31")!)
          ))
      ])
    #expect(try await findings(expectation).allSatisfy { $0.id != "policy-ignore-expired" })
  }

  @Test("a domain that does not exist is judged by its route alone")
  func nonexistent() async throws {
    let text =
      #"{ "default": { "route": "securemx", "dmarc": "reject", "spf": { "authorize": ["securemx"] } } }"#
    let policy = try PolicyFile.read(name: "policy.json", octets: Array(text.utf8), in: .builtIn)
    let check = DomainCheck(
      areas: .whole, resolver: try RecordedResolver(""), catalogue: .builtIn, selectors: [],
      expectedRoute: nil, policy: policy)
    let report = await check.report(on: try MailDomain(pasted: "gone.example"))
    #expect(report.summary == ["domain-nonexistent critical", "route-unexpected critical"])
  }
}
