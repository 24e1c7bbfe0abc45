import Testing

@testable import MailDNSCheck

@Suite("What MTA-STS does wrong")
struct MTASTSRulesTests {
  @Test("nothing is said where nothing is wrong")
  func good() async throws {
    #expect(
      try await TransportFixtures.findings(TransportFixtures.good, policy: TransportFixtures.policy()) == [])
    #expect(
      try await TransportFixtures.findings(
        TransportFixtures.good, policy: TransportFixtures.policy("enforce", "*.securemx.jp")) == [])
  }

  @Test("nothing is missed where no mail comes")
  func nullMX() async throws {
    #expect(try await TransportFixtures.findings("example.jp MX 0 .\n") == [])
  }

  @Test(
    "the record",
    arguments: [
      ("", ["mta-sts-missing info example.jp"]),
      (
        "_mta-sts.example.jp TXT \"v=STSv1; id=1\"\n_mta-sts.example.jp TXT \"v=STSv1; id=2\"\n",
        ["mta-sts-several warning _mta-sts.example.jp"]
      ),
      (
        "_mta-sts.example.jp TXT \"v=STSv1; id=2026-11-29\"\n",
        ["mta-sts-record-invalid warning _mta-sts.example.jp"]
      ),
      ("_mta-sts.example.jp TXT \"v=stsv1; id=1\"\n", ["mta-sts-not-recognized warning _mta-sts.example.jp"]),
      ("_mta-sts.example.jp TXT \"hello\"\n", ["mta-sts-missing info example.jp"]),
      // Nobody fetches policies here.
      ("_mta-sts.example.jp TXT \"v=STSv1; id=1\"\n", ["mta-sts-policy-unknown unknown mta-sts.example.jp"]),
      (
        "_mta-sts.example.jp CNAME s.example.net\ns.example.net TXT \"v=STSv1; id=1\"\n",
        ["mta-sts-policy-unknown unknown mta-sts.example.jp"]
      ),
    ])
  func record(_ lines: String, _ expected: [String]) async throws {
    #expect(
      try await TransportFixtures.findings(TransportFixtures.mx + TransportFixtures.reports + lines)
        == expected)
  }

  @Test(
    "the policy",
    arguments: [
      (TransportFixtures.policy("none"), ["mta-sts-mode-none info mta-sts.example.jp"]),
      (TransportFixtures.policy("testing"), ["mta-sts-testing info mta-sts.example.jp"]),
      (TransportFixtures.policy(age: 86_399), ["mta-sts-max-age-short warning mta-sts.example.jp"]),
      (TransportFixtures.policy(age: 86_400), []),
      (TransportFixtures.policy("none", age: 0), ["mta-sts-mode-none info mta-sts.example.jp"]),
      ("version: STSv1\nmode: on\n", ["mta-sts-policy-invalid warning mta-sts.example.jp"]),
      (TransportFixtures.policy() + "\n", ["mta-sts-policy-empty-line info mta-sts.example.jp"]),
      (
        TransportFixtures.policy("enforce", "mx.securemx.jp"),
        ["mta-sts-host-unmatched critical mx6.securemx.jp"]
      ),
      (
        TransportFixtures.policy("testing", "mx.securemx.jp"),
        ["mta-sts-host-unmatched warning mx6.securemx.jp", "mta-sts-testing info mta-sts.example.jp"]
      ),
      (
        TransportFixtures.policy("enforce", "securemx.jp"),
        [
          "mta-sts-host-unmatched critical mx.securemx.jp", "mta-sts-host-unmatched critical mx6.securemx.jp",
        ]
      ),
      (
        TransportFixtures.policy("enforce", "example-jp.mail.protection.outlook.com"),
        ["mta-sts-leftover critical example.jp"]
      ),
      (
        TransportFixtures.policy("enforce", "*.mail.protection.outlook.com"),
        ["mta-sts-leftover critical example.jp"]
      ),
      (TransportFixtures.policy("enforce", "*.a-v1.mx.microsoft"), ["mta-sts-leftover critical example.jp"]),
      (
        TransportFixtures.policy("testing", "*.mail.protection.outlook.com"),
        ["mta-sts-leftover warning example.jp", "mta-sts-testing info mta-sts.example.jp"]
      ),
      (
        TransportFixtures.policy("none", "*.mail.protection.outlook.com"),
        ["mta-sts-mode-none info mta-sts.example.jp"]
      ),
      // Some mail arrives.
      (
        TransportFixtures.policy("enforce", "*.mail.protection.outlook.com", "mx.securemx.jp"),
        ["mta-sts-host-unmatched critical mx6.securemx.jp"]
      ),
    ] as [(String, [String])])
  func policy(_ policy: String, _ expected: [String]) async throws {
    #expect(try await TransportFixtures.findings(TransportFixtures.good, policy: policy) == expected)
  }

  @Test("a policy of Office365 is no left-over where MX is no gateway")
  func noGateway() async throws {
    let lines =
      World.providers + "example.jp MX 10 mx.unheard-of.test\n" + TransportFixtures.record
      + TransportFixtures.reports
    let policy = TransportFixtures.policy("enforce", "*.mail.protection.outlook.com")
    #expect(
      try await TransportFixtures.findings(lines, policy: policy) == [
        "mta-sts-host-unmatched critical mx.unheard-of.test"
      ])
  }

  @Test("a policy that is handed over for a domain without a record is judged, and stops no mail yet")
  func withoutRecord() async throws {
    let lines = TransportFixtures.mx + TransportFixtures.reports
    #expect(
      try await TransportFixtures.findings(
        lines, policy: TransportFixtures.policy("enforce", "mx.securemx.jp")) == [
          "mta-sts-policy-without-record warning _mta-sts.example.jp",
          "mta-sts-host-unmatched warning mx6.securemx.jp",
        ])
  }

  @Test("a test that nobody hears of is none")
  func unreported() async throws {
    let lines = TransportFixtures.mx + TransportFixtures.record
    #expect(
      try await TransportFixtures.findings(lines, policy: TransportFixtures.policy("testing")) == [
        "mta-sts-testing-unreported warning mta-sts.example.jp", "tlsrpt-missing info _smtp._tls.example.jp",
      ])
    #expect(
      try await TransportFixtures.findings(
        lines, policy: TransportFixtures.policy("testing"), failing: ["_smtp._tls.example.jp"])
        == ["tlsrpt-unknown unknown _smtp._tls.example.jp", "mta-sts-testing info mta-sts.example.jp"])
  }

  @Test("the domain's own address is its host where it has no MX")
  func implicit() async throws {
    let lines = "example.jp A 192.0.2.1\n" + TransportFixtures.record + TransportFixtures.reports
    #expect(
      try await TransportFixtures.findings(lines, policy: TransportFixtures.policy("enforce", "example.jp"))
        == [])
    #expect(
      try await TransportFixtures.findings(lines, policy: TransportFixtures.policy()) == [
        "mta-sts-host-unmatched critical example.jp"
      ])
  }

  @Test(
    "a server that gives senders nothing is a warning; what may be our own fault is unknown",
    arguments: [
      (.redirect(status: 302), "mta-sts-policy-unavailable warning"),
      (.status(404), "mta-sts-policy-unavailable warning"),
      (.mediaType(Array("text/html".utf8)), "mta-sts-policy-unavailable warning"),
      (.certificate(.expired), "mta-sts-policy-unavailable warning"),
      (.tooLarge, "mta-sts-policy-unavailable warning"),
      (.noAddress, "mta-sts-policy-unavailable warning"),
      (.noTrustStore, "mta-sts-policy-unknown unknown"),
      (.noLibrary, "mta-sts-policy-unknown unknown"),
      (.unknownIssuer, "mta-sts-policy-unknown unknown"),
      (.timedOut, "mta-sts-policy-unknown unknown"),
      (.connection("refused"), "mta-sts-policy-unknown unknown"),
    ] as [(MTASTSPolicyFailure, String)])
  func failures(_ failure: MTASTSPolicyFailure, _ expected: String) async throws {
    var check = DomainCheck(
      areas: [.tls], resolver: try RecordedResolver(TransportFixtures.good), catalogue: .builtIn,
      selectors: [],
      expectedRoute: nil)
    check.mtaSTSPolicies = FailingPolicies(failure: failure)
    let report = await check.report(on: try MailDomain(pasted: "example.jp"))
    #expect(report.summary == [expected])
  }
}
