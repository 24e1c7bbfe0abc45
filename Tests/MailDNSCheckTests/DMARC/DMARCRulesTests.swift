import Testing

@testable import MailDNSCheck

@Suite("What a DMARC record does wrong")
struct DMARCRulesTests {
  private func findings(_ lines: String, _ domain: String = "example.jp", failing: [String] = []) async throws
    -> [String]
  {
    let facts = await DMARCFacts.gather(
      DomainName(domain)!, from: try RecordedResolver(lines, failing: failing))
    return facts.findings(MailUse(takes: true, sends: true)).worstFirst.map {
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

  @Test("a policy that can't be read becomes p=none where there is a report address")
  func assumedNone() async throws {
    #expect(
      try await findings("_dmarc.example.jp TXT \"v=DMARC1; p=rejct; rua=mailto:d@example.jp\"") == [
        "dmarc-flaw warning _dmarc.example.jp", "dmarc-policy-none info _dmarc.example.jp",
      ])
  }

  @Test(
    "what could not be asked is unknown, and not missing",
    arguments: [
      ("_dmarc.mail.example.jp", ["dmarc-unknown unknown _dmarc.mail.example.jp"]),
      ("_dmarc.example.jp", ["dmarc-unknown unknown _dmarc.mail.example.jp"]),
      ("_dmarc.jp", ["dmarc-unknown unknown _dmarc.mail.example.jp"]),
    ] as [(String, [String])])
  func failures(_ failing: String, _ expected: [String]) async throws {
    #expect(
      try await findings("mail.example.jp A 192.0.2.1", "mail.example.jp", failing: [failing]) == expected)
  }

  @Test("consent that could not be asked is unknown")
  func consentUnknown() async throws {
    #expect(
      try await findings(
        "_dmarc.example.jp TXT \"v=DMARC1; p=reject; rua=mailto:d@out.test\"",
        failing: ["example.jp._report._dmarc.out.test"])
        == ["dmarc-reports-unknown unknown example.jp._report._dmarc.out.test"])
  }
}
