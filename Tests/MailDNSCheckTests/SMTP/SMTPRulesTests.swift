import Testing

@testable import MailDNSCheck

@Suite("What hosts that take mail say, judged")
struct SMTPRulesTests {
  private typealias Fixtures = SMTPFixtures

  private static let record = "_mta-sts.example.jp TXT \"v=STSv1; id=1\"\n"
  private static let enforce = "version: STSv1\nmode: enforce\nmx: mail.example.jp\nmax_age: 604800\n"
  private static let testing = "version: STSv1\nmode: testing\nmx: mail.example.jp\nmax_age: 604800\n"

  private func secured(_ session: TLSSession) -> SMTPSession.Outcome { .secured(Fixtures.greeting, session) }

  private let plain = SMTPSession.Outcome.plain(
    SMTPGreeting(
      reply: SMTPFixtures.reply(220, "mail"), capabilities: SMTPCapabilities(SMTPFixtures.reply(250, "mail")))
  )

  @Test("a host that is as it should be is no matter")
  func good() async throws {
    #expect(try await Fixtures.findings(secured(Fixtures.tls())) == [])
    #expect(
      try await Fixtures.findings(
        secured(Fixtures.tls()), Fixtures.zone + Self.record, policy: Self.enforce) == [])
  }

  @Test(
    "what is not known is never absent: no connection, silence, refusals",
    arguments: [
      .failed(.closed(Errno(code: 111)), greeting: nil), .failed(.timedOut(.connection), greeting: nil),
      .failed(.brokenOff(.handshake), greeting: nil), .failed(.noLibrary, greeting: nil),
      .failed(.privateAddress, greeting: nil),
    ] as [SMTPSession.Outcome])
  func unknown(_ outcome: SMTPSession.Outcome) async throws {
    #expect(try await Fixtures.findings(outcome) == ["smtp-unknown unknown mail.example.jp"])
  }

  @Test("where no host at all was reached, it is said that the network may let nobody out to port 25")
  func shutIn() async throws {
    func fix(_ outcome: SMTPSession.Outcome) async throws -> String {
      let report = try await Fixtures.report(outcome)
      return try #require(report.findings.first { $0.id == "smtp-unknown" }?.fix).english
    }
    #expect(try await fix(.failed(.timedOut(.connection), greeting: nil)).contains("No host was reached"))
    #expect(try await !fix(.failed(.timedOut(.greeting), greeting: nil)).contains("No host was reached"))
  }

  @Test("a host whose addresses could not be asked is one that nobody talked to")
  func addresses() async throws {
    #expect(
      try await Fixtures.findings(secured(Fixtures.tls()), failing: ["mail.example.jp"])
        == ["smtp-unknown unknown mail.example.jp"])
  }

  @Test("a server that does not talk to us is unknown, but for a tenant that is closed as it should be")
  func refused() async throws {
    func findings(_ code: Int, _ text: String) async throws -> [String] {
      try await Fixtures.findings(.refused(Fixtures.reply(code, text), .greeting))
    }
    #expect(try await findings(554, "no") == ["smtp-refused unknown mail.example.jp"])
    #expect(try await findings(451, "4.7.500 Server busy") == ["smtp-refused unknown mail.example.jp"])
    #expect(try await findings(550, "5.7.51 TenantInbound") == ["smtp-refused info mail.example.jp"])
    #expect(try await findings(550, "5.7.68 TenantInbound") == ["smtp-refused info mail.example.jp"])
  }

  @Test("no STARTTLS matters as much as the domain says")
  func plainText() async throws {
    #expect(try await Fixtures.findings(plain) == ["starttls-missing warning mail.example.jp"])
    let zone = Fixtures.zone + Self.record
    #expect(
      try await Fixtures.findings(plain, zone, policy: Self.testing)
        == ["starttls-missing warning mail.example.jp"])
    #expect(
      try await Fixtures.findings(plain, zone, policy: Self.enforce)
        == ["starttls-missing critical mail.example.jp"])
  }

  @Test("a keyword that a firewall has written over is not a missing one")
  func masked() async throws {
    let greeting = SMTPGreeting(
      reply: Fixtures.reply(220, "mail"),
      capabilities: SMTPCapabilities(Fixtures.reply(250, "mail", "XXXXXXXA")))
    #expect(try await Fixtures.findings(.plain(greeting)) == ["starttls-missing unknown mail.example.jp"])
  }

  @Test("what MTA-STS demands is certain, also where TLSA could not be asked")
  func policyBesideUnknownKeys() async throws {
    let zone = Fixtures.zone + Self.record
    let keys = ["_25._tcp.mail.example.jp TLSA"]
    #expect(
      try await Fixtures.findings(plain, zone, policy: Self.enforce, failing: keys)
        == ["starttls-missing critical mail.example.jp"])
    let named = secured(Fixtures.tls(["www.example.jp"]))
    #expect(
      try await Fixtures.findings(named, zone, policy: Self.enforce, failing: keys)
        == ["smtp-certificate-name critical mail.example.jp"])
    #expect(
      try await Fixtures.findings(named, zone, policy: Self.testing, failing: keys)
        == ["smtp-certificate-name warning mail.example.jp"])
    #expect(
      try await Fixtures.findings(named, failing: keys) == ["smtp-certificate-name unknown mail.example.jp"])
  }

  @Test("TLSA records that hold are no answer to what MTA-STS may demand of the certificate")
  func unknownPolicyBesideKeys() async throws {
    let keys = "_25._tcp.mail.example.jp TLSA 3 1 1 " + String(repeating: "02", count: 32) + "\n"
    let session = secured(Fixtures.tls(["www.example.jp"]))
    for (lines, severity) in [(Self.record, Severity.unknown), ("", .info)] {
      // The record says that there is a policy, and nobody fetches it.
      let dns = AuthenticatingResolver(base: try RecordedResolver(Fixtures.zone + keys + lines))
      let found = try await Fixtures.report(session, by: dns).findings
      #expect(found.first { $0.id == "smtp-certificate-name" }?.severity == severity)
      #expect(!found.contains { $0.id == "tlsa-unmatched" })
    }
  }

  @Test("where the MX records could not be asked, nobody was talked to, and that is unknown")
  func exchangesUnknown() async throws {
    #expect(
      try await Fixtures.findings(secured(Fixtures.tls()), failing: ["example.jp MX"])
        == ["smtp-hosts-unknown unknown example.jp"])
  }

  @Test("Exchange Online that holds an address back is asked again later, not from elsewhere")
  func throttled() async throws {
    func fix(_ code: Int, _ text: String) async throws -> String? {
      let report = try await Fixtures.report(.refused(Fixtures.reply(code, text), .greeting))
      return report.findings.first { $0.id == "smtp-refused" }?.fix?.english
    }
    #expect(try await fix(451, "4.7.500 Server busy") == "Try again later.")
    #expect(try await fix(554, "no")?.contains("another address") == true)
    #expect(try await fix(550, "5.7.51 TenantInbound") == nil)
  }

  @Test("TLS that does not come about, text in the clear, an old version")
  func encryption() async throws {
    let greeting = Fixtures.greeting
    #expect(
      try await Fixtures.findings(.declined(greeting, Fixtures.reply(454, "no")))
        == ["starttls-failed warning mail.example.jp"])
    #expect(
      try await Fixtures.findings(.disagreed(greeting, "no shared cipher"))
        == ["starttls-failed warning mail.example.jp"])
    #expect(
      try await Fixtures.findings(.injected(greeting)) == ["starttls-injection warning mail.example.jp"])
    #expect(
      try await Fixtures.findings(secured(Fixtures.tls(version: "TLSv1.1")))
        == ["tls-version-outdated warning mail.example.jp"])
    #expect(try await Fixtures.findings(secured(Fixtures.tls(version: "TLSv1.2"))) == [])
  }

  @Test(
    "names and authorities matter where MTA-STS asks for them",
    arguments: [
      (SMTPFixtures.tls(["www.example.jp"]), "smtp-certificate-name", "critical"),
      (SMTPFixtures.tls([]), "smtp-certificate-name", "critical"),
      (SMTPFixtures.tls(trust: .selfSigned), "smtp-certificate-untrusted", "critical"),
      // It may be our own fault.
      (SMTPFixtures.tls(trust: .unknownIssuer), "smtp-certificate-untrusted", "unknown"),
      (SMTPFixtures.tls(trust: .noTrustStore), "smtp-certificate-untrusted", "unknown"),
    ])
  func policies(_ session: TLSSession, _ id: String, _ severity: String) async throws {
    let zone = Fixtures.zone + Self.record
    #expect(
      try await Fixtures.findings(secured(session), zone, policy: Self.enforce)
        == ["\(id) \(severity) mail.example.jp"])
    #expect(
      try await Fixtures.findings(secured(session), zone, policy: Self.testing)
        == ["\(id) \(severity == "critical" ? "warning" : severity) mail.example.jp"])
    let alone = session.trust == .noTrustStore ? "unknown" : "info"
    #expect(try await Fixtures.findings(secured(session)) == ["\(id) \(alone) mail.example.jp"])
    // A policy that allows other hosts asks nothing of this one.
    let other = Self.enforce.replacing("mail.example.jp", with: "mx.example.jp")
    #expect(
      try await Fixtures.findings(secured(session), zone, policy: other)
        == ["\(id) \(alone) mail.example.jp"])
  }

  @Test("where MTA-STS could not be asked, it is not known what a certificate is worth")
  func policyUnknown() async throws {
    let session = secured(Fixtures.tls(["www.example.jp"]))
    #expect(
      try await Fixtures.findings(session, failing: ["_mta-sts.example.jp"])
        == ["smtp-certificate-name unknown mail.example.jp"])
    // A record, and a policy that nobody fetches.
    #expect(
      try await Fixtures.findings(session, Fixtures.zone + Self.record)
        == ["smtp-certificate-name unknown mail.example.jp"])
  }

  @Test(
    "certificates that expire",
    arguments: [
      (60.0, nil), (7, nil), (6.9, "smtp-certificate-expiring warning"),
      (0.5, "smtp-certificate-expiring warning"), (-1, "smtp-certificate-expired warning"),
    ])
  func expiry(_ days: Double, _ expected: String?) async throws {
    let trust: CertificateTrust = days < 0 ? .expired : .trusted
    #expect(
      try await Fixtures.findings(secured(Fixtures.tls(days: days, trust: trust)))
        == [expected].compactMap { $0.map { $0 + " mail.example.jp" } })
  }

  @Test("an expired certificate stops mail where a policy is enforced")
  func expiredUnderPolicy() async throws {
    #expect(
      try await Fixtures.findings(
        secured(Fixtures.tls(days: -1, trust: .expired)), Fixtures.zone + Self.record, policy: Self.enforce)
        == ["smtp-certificate-expired critical mail.example.jp"])
  }

  @Test("TLSA records that the certificate does not match")
  func keys() async throws {
    func zone(_ octet: String) -> String {
      Fixtures.zone + "_25._tcp.mail.example.jp TLSA 3 1 1 " + String(repeating: octet, count: 32) + "\n"
    }
    #expect(try await Fixtures.findings(secured(Fixtures.tls()), zone("02")) == [])
    // Nobody who can be believed has validated the zone.
    #expect(
      try await Fixtures.findings(secured(Fixtures.tls()), zone("03"))
        == ["tlsa-unmatched warning mail.example.jp"])
  }

  @Test("TLSA records of an authority ask for the host's name and a valid date as well (RFC 7672 §3.1.2)")
  func authorities() async throws {
    let zone =
      Fixtures.zone + "_25._tcp.mail.example.jp TLSA 2 0 1 " + String(repeating: "05", count: 32) + "\n"
    let chain = [Fixtures.certificate(letter: 5)]
    #expect(try await Fixtures.findings(secured(Fixtures.tls(chain: chain)), zone) == [])
    for session in [Fixtures.tls(["www.example.jp"], chain: chain), Fixtures.tls(days: -1, chain: chain)] {
      let report = try await Fixtures.report(secured(session), zone)
      let finding = try #require(report.findings.first { $0.id == "tlsa-unmatched" })
      #expect(finding.message.english.contains("is of an authority in its TLSA records"))
      #expect(finding.fix?.english.contains("alternative names") == true)
    }
    // The authority is not sent along.
    let other = try await Fixtures.report(secured(Fixtures.tls()), zone)
    #expect(
      other.findings.first { $0.id == "tlsa-unmatched" }?.message.english.contains("matches none") == true)
  }

  @Test("more hosts and addresses than are talked to are counted")
  func bounds() async throws {
    var lines = ""
    for number in 0..<12 {
      lines += "example.jp MX 10 mx\(number).example.jp\nmx\(number).example.jp A 192.0.2.\(number)\n"
    }
    for number in 100..<103 { lines += "mx0.example.jp A 192.0.2.\(number)\n" }
    let report = try await Fixtures.report(secured(Fixtures.tls(["*.example.jp"])), lines)
    let probe = try #require(report.facts.probe)
    #expect(probe.hosts.count == SMTPProbe.maximumHosts)
    #expect(probe.hosts.map(\.sessions.count).max() == SMTPProbe.maximumAddresses)
    #expect(probe.skippedHosts == 2 && probe.hosts.map(\.skippedAddresses).reduce(0, +) == 2)
    #expect(report.findings.filter { $0.id == "smtp-partial" }.count == 1)
  }

  @Test("without --probe-smtp not one question more is asked, and nobody is talked to")
  func cost() async throws {
    let resolver = try RecordedResolver(Fixtures.zone)
    var check = DomainCheck(
      areas: [.hosts], resolver: resolver, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    check.hosts.lists = []
    let report = await check.report(on: try MailDomain(pasted: "example.jp"))
    #expect(report.facts.probe == nil)
    #expect(!report.work.answers.contains { $0.question.type == .tlsa })
    #expect(!report.work.answers.contains { $0.question.name == DomainName("_mta-sts.example.jp") })
    let probed = try await Fixtures.report(secured(Fixtures.tls()))
    #expect(probed.work.answers.contains { $0.question.type == .tlsa })
    // The area of TLS is not told all the same.
    #expect(probed.facts.transport == nil && !probed.findings.contains { $0.area == .tls })
  }
}
