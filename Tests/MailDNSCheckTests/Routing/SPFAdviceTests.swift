import Testing

@testable import MailDNSCheck

@Suite("What the route has to say to whoever mends an SPF record")
struct SPFAdviceTests {
  private func advice(_ lines: String) async throws -> SPFAdvice {
    let report = try await RecordedResolver(lines).report(on: "example.jp")
    return SPFAdvice(try #require(report.verdict), report.facts.spf, in: .builtIn)
  }

  @Test(
    "a record to begin with is made of what the route shows",
    arguments: [
      ("example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.25\n", "v=spf1 mx -all"),
      ("example.jp MX 10 mx.unheard-of.test\n", "v=spf1 mx -all"),
      (
        "example.jp MX 0 example-jp.mail.protection.outlook.com\n",
        "v=spf1 include:spf.protection.outlook.com -all"
      ),
      ("example.jp MX 1 aspmx.l.google.com\n", "v=spf1 include:_spf.google.com -all"),
      (
        "example.jp MX 10 a.example.jp\nexample.jp MX 20 b.example.jp\na.example.jp A 192.0.2.1\n",
        "v=spf1 mx -all"
      ),
      ("example.jp MX 0 .\n", "v=spf1 -all"),
    ])
  func record(_ mx: String, _ expected: String) async throws {
    #expect(try await advice(World.withoutTenant + mx).record == expected)
  }

  @Test("of SecureMX the host is left open, since it differs from customer to customer")
  func secureMX() async throws {
    #expect(
      try await advice(World.withoutTenant + World.securemx).record
        == "v=spf1 include:spf.securemx.jp -all")
  }

  @Test("behind SecureMX the mailbox platform is included too")
  func both() async throws {
    #expect(
      try await advice(World.withoutTenant + World.securemx + World.microsoftKey).record
        == "v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com -all")
  }

  @Test("the report on a domain without SPF shows it")
  func finding() async throws {
    var domain = PublishedDomain()
    domain.texts = []
    let fix = try #require(try await domain.report().findings("spf-missing").first?.fix)
    for language in Language.allCases {
      #expect(
        fix[language].contains("v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com -all"))
    }
  }

  @Test("names of the systems that mail leaves by must stay, others not")
  func essential() async throws {
    let record =
      "v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com include:_spf.google.com -all"
    let advice = try await advice(
      World.withoutTenant + World.securemx + World.microsoftKey + "example.jp TXT \"\(record)\"\n")
    #expect(
      advice.essential.map(\.description).sorted() == ["spf.protection.outlook.com", "spf.securemx.jp"])
  }

  @Test("of a provider whose SPF host is not known no name is made up")
  func unknownInclude() async throws {
    let lines = World.withoutTenant + "example.jp MX 10 mxa.gslb.pphosted.com\n"
    #expect(try await advice(lines).record == "v=spf1 include:<SPF host of proofpoint> -all")
  }
}
