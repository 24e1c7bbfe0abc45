import Testing

@testable import MailDNSCheck

@Suite("The DMARC policies in force, by RFC 9989 and by RFC 7489")
struct DMARCPolicyInForceTests {
  private func policies(
    _ lines: String, _ domain: String = "example.jp", failing: [String] = [],
    organization: DMARCLegacyOrganization = .domain(DomainName("example.jp")!)
  ) async throws -> [DMARCPolicyInForce] {
    let dns = try RecordedResolver("\(domain) A 192.0.2.1\n" + lines, failing: failing)
    let facts = await DMARCFacts.gather(DomainName(domain)!, organization: organization, from: dns)
    return facts.policiesInForce(await ApexFacts.gather(DomainName(domain)!, from: dns))
  }

  /// `effective tag source` for each scope.
  private func summary(_ policies: [DMARCPolicyInForce]) -> [String] {
    policies.map { entry in
      guard case .applies(_, let effective, let tag) = entry.policy else { return "\(entry.policy)" }
      return "\(effective) \(tag.rawValue) \(entry.source?.description ?? "-")"
    }
  }

  private func legacy(_ policies: [DMARCPolicyInForce]) -> [String] {
    policies.map { entry in
      guard case .applies(let policy, let percentage, let tag, let domain) = entry.legacy else {
        return "\(entry.legacy)"
      }
      return "\(policy)/\(percentage) \(tag.rawValue) \(domain)"
    }
  }

  @Test(
    "p is for the domain, sp for its subdomains, np for those that do not exist (RFC 9989 §4.7)",
    arguments: [
      ("p=reject", ["reject p example.jp", "reject p example.jp", "reject p example.jp"]),
      ("p=none; sp=reject", ["none p example.jp", "reject sp example.jp", "reject sp example.jp"]),
      (
        "p=none; sp=quarantine; np=reject",
        ["none p example.jp", "quarantine sp example.jp", "reject np example.jp"]
      ),
      ("p=reject; t=y", ["quarantine p example.jp", "quarantine p example.jp", "quarantine p example.jp"]),
      ("p=reject; pct=0", ["reject p example.jp", "reject p example.jp", "reject p example.jp"]),
    ])
  func scopes(_ tags: String, _ expected: [String]) async throws {
    let found = try await policies("_dmarc.example.jp TXT \"v=DMARC1; \(tags)\"")
    #expect(summary(found) == expected)
  }

  @Test("below a domain that is too long for it no wildcard is said to be the source of nothing")
  func longDomain() async throws {
    let domain = Array(repeating: String(repeating: "a", count: 59), count: 4).joined(separator: ".") + ".jp"
    let found = try await policies("", domain, organization: .undetermined)
    #expect(found.map(\.source) == [nil])
  }

  @Test("receivers of RFC 7489 know neither np nor t, but pct")
  func legacyScopes() async throws {
    let line = "_dmarc.example.jp TXT \"v=DMARC1; p=reject; sp=quarantine; np=none; t=y; pct=30\""
    let found = try await policies(line)
    #expect(
      legacy(found) == [
        "reject/30 p example.jp", "quarantine/30 sp example.jp", "quarantine/30 sp example.jp",
      ])
  }

  @Test(
    "below a domain with a record of its own, subdomains follow the Organizational Domain in both readings")
  func belowOrganization() async throws {
    let found = try await policies(
      "_dmarc.example.jp TXT \"v=DMARC1; p=reject\"\n_dmarc.mail.example.jp TXT \"v=DMARC1; p=none; sp=none\"",
      "mail.example.jp")
    #expect(summary(found) == ["none p mail.example.jp", "reject p example.jp", "reject p example.jp"])
    #expect(
      legacy(found) == ["none/100 p mail.example.jp", "reject/100 p example.jp", "reject/100 p example.jp"])
  }

  @Test("psd=n makes a subdomain an Organizational Domain of its own for RFC 9989 only")
  func organizationBySuffix() async throws {
    let found = try await policies(
      "_dmarc.example.jp TXT \"v=DMARC1; p=reject\"\n_dmarc.mail.example.jp TXT \"v=DMARC1; p=none; psd=n\"",
      "mail.example.jp")
    #expect(summary(found) == Array(repeating: "none p mail.example.jp", count: 3))
    #expect(legacy(found).last == "reject/100 p example.jp")
    #expect(found.map(\.readingsDiffer) == [false, true, true])
  }

  @Test("a record of a public suffix is for RFC 9989 only")
  func publicSuffix() async throws {
    let found = try await policies("_dmarc.jp TXT \"v=DMARC1; p=none; sp=reject; psd=y\"")
    #expect(summary(found) == Array(repeating: "reject sp jp", count: 3))
    #expect(found.map(\.legacy) == Array(repeating: .nothing, count: 3))
  }

  @Test("two records at a name: RFC 9989 goes on above, RFC 7489 gives up")
  func several() async throws {
    let found = try await policies(
      "_dmarc.mail.example.jp TXT \"v=DMARC1; p=none\"\n_dmarc.mail.example.jp TXT \"v=DMARC1; p=reject\"\n"
        + "_dmarc.example.jp TXT \"v=DMARC1; p=reject\"", "mail.example.jp")
    #expect(found.first?.policy == .applies(published: .reject, effective: .reject, tag: .domain))
    #expect(found.first?.legacy == .nothing)
  }

  @Test(
    "without a public suffix list nothing is guessed: only a record of the domain's own is sure",
    arguments: [("example.jp", false), ("mail.example.jp", true)])
  func undetermined(_ domain: String, _ isOpen: Bool) async throws {
    let found = try await policies(
      "_dmarc.example.jp TXT \"v=DMARC1; p=reject\"", domain, organization: .undetermined)
    #expect((found.first?.legacy == .undetermined) == isOpen)
    #expect(found.dropFirst().allSatisfy { $0.legacy == .undetermined && !$0.readingsDiffer })
  }

  @Test("directly below a public suffix, every name is an organization of its own")
  func suffixItself() async throws {
    let found = try await policies(
      "_dmarc.example.jp TXT \"v=DMARC1; p=reject\"", organization: .publicSuffix)
    #expect(legacy(found).first == "reject/100 p example.jp")
    #expect(found.dropFirst().map(\.legacy) == [.nothing, .nothing])
  }

  @Test("what could not be asked is unknown in each reading that needs it")
  func failure() async throws {
    let found = try await policies(
      "mail.example.jp A 192.0.2.1", "mail.example.jp", failing: ["_dmarc.example.jp"])
    #expect(found.map(\.policy) == Array(repeating: .unknown, count: 3))
    #expect(found.map(\.legacy) == Array(repeating: .unknown, count: 3))
    #expect(found.map(\.readingsDiffer) == [false, false, false])
  }

  @Test("a wildcard's record is the own record of every subdomain that is not published")
  func wildcard() async throws {
    let found = try await policies(
      "_dmarc.example.jp TXT \"v=DMARC1; p=reject; np=reject\"\n*.example.jp TXT \"v=DMARC1; p=none\"")
    #expect(found.last?.policy == .applies(published: .none, effective: .none, tag: .domain))
  }

  @Test("nothing is below a domain that does not exist, nor below the longest name")
  func noSubdomains() async throws {
    let dns = try RecordedResolver("_dmarc.example.jp TXT \"v=DMARC1; p=reject; np=none\"")
    let domain = DomainName("gone.example.jp")!
    let facts = await DMARCFacts.gather(domain, organization: .undetermined, from: dns)
    let found = facts.policiesInForce(await ApexFacts.gather(domain, from: dns))
    #expect(summary(found) == ["none np example.jp"])
    let long = String(repeating: "a.", count: 122) + "jp"
    #expect(try await policies("x.test A 192.0.2.1", long).map(\.scope) == [.domain])
  }

  @Test("a domain of ten labels: the walk for its subdomains leaves the domain itself out")
  func manyLabels() async throws {
    let domain = "a.b.c.d.e.f.g.h.example.jp"
    let found = try await policies(
      "_dmarc.\(domain) TXT \"v=DMARC1; p=reject\"\n_dmarc.example.jp TXT \"v=DMARC1; p=none\"", domain)
    #expect(summary(found) == ["reject p \(domain)", "none p example.jp", "none p example.jp"])
  }
}
