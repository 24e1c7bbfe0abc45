import Testing

@testable import MailDNSCheck

@Suite("A domain's DMARC policy in DNS")
struct DMARCFactsTests {
  private func gather(_ lines: String, _ domain: String = "mail.example.jp", failing: [String] = [])
    async throws -> DMARCFacts
  {
    await DMARCFacts.gather(DomainName(domain)!, from: try RecordedResolver(lines, failing: failing))
  }

  @Test("the domain's own record is the policy, whatever is above")
  func own() async throws {
    let facts = try await gather(
      "_dmarc.mail.example.jp TXT \"v=DMARC1; p=none\"\n_dmarc.example.jp TXT \"v=DMARC1; p=reject\"")
    let policy = try #require(facts.discovery.policyRecord.value ?? nil)
    #expect(policy.domain == DomainName("mail.example.jp"))
    #expect(policy.source == .authorDomain)
    #expect(facts.discovery.organizationalDomain == .known(DomainName("example.jp")!))
    #expect(facts.decisiveAnswer?.question.name == DomainName("_dmarc.mail.example.jp"))
  }

  @Test("without one, that of the organizational domain applies")
  func organizational() async throws {
    let facts = try await gather("_dmarc.example.jp TXT \"v=DMARC1; p=reject; sp=none\"")
    let policy = try #require(facts.discovery.policyRecord.value ?? nil)
    #expect(policy.domain == DomainName("example.jp"))
    #expect(
      facts.discovery.appliedPolicy(.exists) == .applies(published: .none, effective: .none, tag: .subdomains)
    )
    #expect(facts.decisiveAnswer?.question.name == DomainName("_dmarc.example.jp"))
  }

  @Test("a record of two strings is one")
  func strings() async throws {
    let facts = try await gather("_dmarc.mail.example.jp TXT \"v=DMARC1; p=rej\" \"ect\"")
    #expect(facts.own?.record?.request.policies?.domain == .reject)
  }

  @Test(
    "all names of the walk are asked for at once, up to the top-level domain, and one that nobody publishes")
  func questions() async throws {
    let dns = try RecordedResolver("x.test TXT y")
    _ = await DMARCFacts.gather(DomainName("a.b.c.d.e.f.g.h.i.example.jp")!, from: dns)
    #expect(
      Set(await dns.asked.map(\.name.description)) == [
        "_dmarc.a.b.c.d.e.f.g.h.i.example.jp", "_dmarc.e.f.g.h.i.example.jp", "_dmarc.f.g.h.i.example.jp",
        "_dmarc.g.h.i.example.jp", "_dmarc.h.i.example.jp", "_dmarc.i.example.jp", "_dmarc.example.jp",
        "_dmarc.jp", "\(RandomLabel.ofRun).a.b.c.d.e.f.g.h.i.example.jp",
      ])
  }

  @Test(
    "a failing step leaves open only what hangs on it",
    arguments: [
      ("_dmarc.mail.example.jp", false), ("_dmarc.example.jp", true), ("_dmarc.jp", true),
    ])
  func failureBesideOwn(_ failing: String, _ isKnown: Bool) async throws {
    let facts = try await gather("_dmarc.mail.example.jp TXT \"v=DMARC1; p=none\"", failing: [failing])
    #expect((facts.discovery.policyRecord != .unknown) == isKnown)
  }

  @Test(
    "without an own record, a failure anywhere above leaves the policy open",
    arguments: ["_dmarc.example.jp", "_dmarc.jp"])
  func failureAbove(_ failing: String) async throws {
    let facts = try await gather("mail.example.jp A 192.0.2.1", failing: [failing])
    #expect(facts.discovery.policyRecord == .unknown)
  }
}

@Suite("Who has agreed to take DMARC reports (RFC 9990 §4)")
struct DMARCReportAuthorizationTests {
  private func statuses(
    _ addresses: String, _ more: String = "", domain: String = "example.jp", failing: [String] = []
  ) async throws -> [String: DMARCReportHost.Consent] {
    let lines = "_dmarc.example.jp TXT \"v=DMARC1; p=none; \(addresses)\"\n\(more)"
    let facts = await DMARCFacts.gather(
      DomainName(domain)!, from: try RecordedResolver(lines, failing: failing))
    return Dictionary(uniqueKeysWithValues: facts.reportHosts.map { ($0.name.description, $0.consent) })
  }

  @Test(
    "a host within the organizational domain need not be asked",
    arguments: [
      "rua=mailto:a@example.jp", "rua=mailto:a@reports.example.jp",
      "rua=mailto:a@EXAMPLE.JP; ruf=mailto:b@example.jp",
    ])
  func inside(_ addresses: String) async throws {
    let statuses = try await statuses(addresses)
    #expect(Set(statuses.values) == [.notNeeded])
  }

  @Test("a subdomain is inside where the policy is its organizational domain's")
  func subdomain() async throws {
    #expect(
      try await statuses("rua=mailto:a@example.jp", domain: "mail.example.jp") == ["example.jp": .notNeeded])
  }

  @Test("an outside host agrees by a DMARC record below its name")
  func granted() async throws {
    let consent = "example.jp._report._dmarc.outside.test TXT \"v=DMARC1\""
    #expect(try await statuses("rua=mailto:a@outside.test", consent) == ["outside.test": .granted])
    #expect(try await statuses("ruf=mailto:a@outside.test", consent) == ["outside.test": .granted])
    #expect(
      try await statuses("rua=mailto:a@outside.test", consent, domain: "mail.example.jp") == [
        "outside.test": .granted
      ])
  }

  @Test("a wildcard agrees for everybody")
  func wildcard() async throws {
    #expect(
      try await statuses("rua=mailto:a@outside.test", "*._report._dmarc.outside.test TXT \"v=DMARC1;\"")
        == ["outside.test": .granted])
  }

  @Test(
    "anything else is no consent",
    arguments: [
      "", "example.jp._report._dmarc.outside.test TXT \"hello\"",
      "example.jp._report._dmarc.outside.test TXT \"v=dmarc1\"",
      "other.jp._report._dmarc.outside.test TXT \"v=DMARC1\"", "_dmarc.outside.test TXT \"v=DMARC1; p=none\"",
    ])
  func missing(_ more: String) async throws {
    #expect(try await statuses("rua=mailto:a@outside.test", more) == ["outside.test": .missing])
  }

  @Test("each host is asked once, for all of its addresses")
  func hosts() async throws {
    let statuses = try await statuses(
      "rua=mailto:a@one.test,mailto:b@one.test,mailto:c@two.test; ruf=mailto:d@ONE.test",
      "example.jp._report._dmarc.two.test TXT \"v=DMARC1\"")
    #expect(statuses == ["one.test": .missing, "two.test": .granted])
  }

  @Test("a host that could not be asked is unknown")
  func unknown() async throws {
    let name = "example.jp._report._dmarc.outside.test"
    let statuses = try await statuses("rua=mailto:a@outside.test", failing: [name])
    guard case .unknown? = statuses["outside.test"] else { return #expect(Bool(false), "\(statuses)") }
  }

  @Test("no more than twenty hosts are asked")
  func limit() async throws {
    let addresses = (1...30).map { "mailto:a@h\($0).test" }.joined(separator: ",")
    let quoted = PublishedDomain.quoted("v=DMARC1; p=none; rua=\(addresses)")
    let facts = await DMARCFacts.gather(
      DomainName("example.jp")!, from: try RecordedResolver("_dmarc.example.jp TXT \(quoted)"))
    #expect(facts.reportHosts.count == DMARCFacts.maximumReportHosts)
  }
}
