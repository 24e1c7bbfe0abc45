import Testing

@testable import MailDNSCheck

@Suite("What a domain's DKIM keys do wrong")
struct DKIMRulesTests {
  private func findings(_ lines: String, failing: [String] = []) async throws -> [String] {
    let plan = DKIMFacts.Plan(first: ["s1", "s2", "s3"].compactMap { DKIMSelector($0) }, others: [])
    let dns = try RecordedResolver("example.jp A 192.0.2.1\n" + lines, failing: failing)
    let facts = try #require(await DKIMFacts.gather(DomainName("example.jp")!, plan, from: dns))
    return facts.findings(MailUse(takes: true, sends: true)).worstFirst.map {
      "\($0.id) \($0.severity.rawValue) \($0.subject)"
    }
  }

  private static func key(_ selector: String, _ text: String) -> String {
    "\(selector)._domainkey.example.jp TXT \(PublishedDomain.quoted(text))\n"
  }

  @Test("a key below 1024 bits is critical only where no other key could be used")
  func onlyKey() async throws {
    let short = Self.key("s1", "p=" + KeyFixtures.spki512)
    #expect(try await findings(short) == ["dkim-key-unusable critical s1._domainkey.example.jp"])
    #expect(
      try await findings(short + Self.key("s2", "p=")) == [
        "dkim-key-unusable critical s1._domainkey.example.jp", "dkim-revoked info s2._domainkey.example.jp",
      ])
    #expect(
      try await findings(short + Self.key("s2", "p=" + KeyFixtures.spki2048))
        == ["dkim-key-unusable warning s1._domainkey.example.jp"])
    #expect(
      try await findings(short + Self.key("s2", "p=" + KeyFixtures.spki1024)) == [
        "dkim-key-unusable warning s1._domainkey.example.jp",
        "dkim-key-short warning s2._domainkey.example.jp",
      ])
  }

  @Test("while another selector could not be asked, a short key is not called the only one")
  func onlyKeyUnknown() async throws {
    let found = try await findings(
      Self.key("s1", "p=" + KeyFixtures.spki512), failing: ["s2._domainkey.example.jp"])
    #expect(
      found == [
        "dkim-key-unusable warning s1._domainkey.example.jp", "dkim-unknown unknown s2._domainkey.example.jp",
      ])
  }

  @Test(
    "what could not be asked is told once, by name where it is one selector",
    arguments: [
      (["s2._domainkey.example.jp"], ["dkim-unknown unknown s2._domainkey.example.jp"]),
      (
        ["s2._domainkey.example.jp", "s3._domainkey.example.jp"],
        ["dkim-unknown unknown _domainkey.example.jp"]
      ),
    ] as [([String], [String])])
  func failures(_ failing: [String], _ expected: [String]) async throws {
    #expect(try await findings(World.key("s1._domainkey.example.jp"), failing: failing) == expected)
  }

  @Test("nothing is missing while a selector could not be asked", arguments: ["s1", "s2", "s3"])
  func notMissing(_ selector: String) async throws {
    #expect(
      try await findings("", failing: ["\(selector)._domainkey.example.jp"])
        == ["dkim-unknown unknown \(selector)._domainkey.example.jp"])
  }

  @Test("a dangling CNAME of one selector does not stand for a key at another")
  func danglingOnly() async throws {
    #expect(
      try await findings("s1._domainkey.example.jp CNAME gone.test") == [
        "dkim-dangling warning s1._domainkey.example.jp",
        "dkim-not-found warning _domainkey.example.jp",
      ])
  }

  @Test(
    "a key that is not for mail names the tag that says so, with its value",
    arguments: [
      ("h=sha1; ", ["`h=sha1`"]), ("h=SHA256; ", ["`h=SHA256`"]), ("s=tlsrpt; ", ["`s=tlsrpt`"]),
      ("h=sha1; s=Email; ", ["`h=sha1`", "`s=Email`"]),
    ] as [(String, [String])])
  func notForMail(_ tags: String, _ named: [String]) async throws {
    let plan = DKIMFacts.Plan(first: ["s1"].compactMap { DKIMSelector($0) }, others: [])
    let dns = try RecordedResolver(Self.key("s1", tags + "p=" + KeyFixtures.spki2048))
    let facts = try #require(await DKIMFacts.gather(DomainName("example.jp")!, plan, from: dns))
    let findings = facts.findings(MailUse(takes: true, sends: true))
    #expect(findings.map(\.id) == named.map { _ in "dkim-key-not-for-mail" })
    for (finding, text) in zip(findings, named) {
      #expect(finding.message.english.contains(text))
      #expect(finding.message.japanese.contains(text))
    }
  }

  @Test("a version behind other tags is for information: verifiers take the key")
  func versionLast() async throws {
    #expect(
      try await findings(Self.key("s1", "k=rsa; p=\(KeyFixtures.spki2048); v=DKIM1"))
        == ["dkim-version-not-first info s1._domainkey.example.jp"])
  }

  @Test("a bare RSAPublicKey is a warning, with the record that all verifiers read")
  func pkcs1() async throws {
    let plan = DKIMFacts.Plan(first: ["s1"].compactMap { DKIMSelector($0) }, others: [])
    let dns = try RecordedResolver(Self.key("s1", "v=DKIM1; p=\(KeyFixtures.pkcs1x2048); t=s"))
    let facts = try #require(await DKIMFacts.gather(DomainName("example.jp")!, plan, from: dns))
    let findings = facts.findings(MailUse(takes: true, sends: true))
    #expect(findings.map { "\($0.id) \($0.severity.rawValue)" } == ["dkim-key-pkcs1 warning"])
    let fix = try #require(findings.first?.fix?.english)
    let record = try #require(fix.split(separator: " TXT ", maxSplits: 1).last)
    #expect(
      record.split(separator: "\"").enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
        == "v=DKIM1;p=\(KeyFixtures.spki2048);t=s")
    let mended = try RecordedResolver("s1._domainkey.example.jp TXT \(record)\n")
    let after = try #require(await DKIMFacts.gather(DomainName("example.jp")!, plan, from: mended))
    #expect(after.findings(MailUse(takes: true, sends: true)).isEmpty)
  }

  @Test("other text beside a key leaves it open what a verifier takes (RFC 6376 §3.6.2.2)")
  func strayText() async throws {
    let lines = Self.key("s1", "p=" + KeyFixtures.spki2048) + Self.key("s1", "v=spf1 -all")
    #expect(try await findings(lines) == ["dkim-stray-text warning s1._domainkey.example.jp"])
  }

  @Test("an answer that fits no packet is pointed out")
  func large() async throws {
    let padded = Self.key("s1", "n=\(String(repeating: "x", count: 800)); p=" + KeyFixtures.spki2048)
    #expect(try await findings(padded) == ["dkim-large info s1._domainkey.example.jp"])
    #expect(try await findings(Self.key("s1", "p=" + KeyFixtures.spki4096)) == [])
  }
}
