import Testing

@testable import MailDNSCheck

@Suite("DKIM and DMARC of signed and unsigned zones behind a validating resolver")
struct ValidatedRecordsTests {
  private static func zone(_ origin: String) -> TestZone {
    TestZone(
      origin,
      """
      $ORIGIN \(origin).
      $TTL 300
      @ IN SOA ns hostmaster 1 3600 600 86400 60
      @ IN NS ns
      ns IN A 127.0.0.1
      @ IN MX 10 ns
      @ IN TXT "v=spf1 mx -all"
      _dmarc IN TXT "v=DMARC1; p=reject; rua=mailto:a@\(origin)"
      s1._domainkey IN TXT "v=DKIM1; k=ed25519; p=\(KeyFixtures.rfc8463Ed25519)"

      """)
  }

  /// The report on `origin` by a resolver that validates it where it is signed.
  private func report(_ origin: String, signed isSigned: Bool) async throws -> DomainReport {
    let plain = Self.zone(origin)
    let signed = isSigned ? try await SignedZone(plain) : nil
    let authority = try NSDServer([signed?.zone ?? plain, Self.zone("example.com")])
    let resolver = try UnboundServer(
      stubs: [("example.com", authority.port)] + (signed == nil ? [(origin, authority.port)] : []),
      modules: "validator iterator",
      options: ["local-zone: \"example.\" nodefault"]
        + (signed.map { ["trust-anchor: \"\($0.trustAnchor)\""] } ?? []),
      clauses: signed == nil
        ? "" : "stub-zone:\n  name: \"\(origin)\"\n  stub-addr: 127.0.0.1@\(authority.port)\n")
    defer {
      authority.stop()
      resolver.stop()
    }
    let check = DomainCheck(
      areas: [.mx, .dkim, .dmarc], resolver: try dnsClient(resolver.address, timeout: .seconds(60)),
      catalogue: .builtIn, selectors: ["s1"].compactMap { DKIMSelector($0) }, expectedRoute: nil)
    return await check.report(on: try MailDomain(pasted: origin))
  }

  @Test("the AD bit arrives for a signed zone, and for no other", arguments: [true, false])
  func authenticated(_ isSigned: Bool) async throws {
    let report = try await report(isSigned ? "signed.example" : "plain.example", signed: isSigned)
    let key = try #require(report.facts.dkim?.selectors.first { $0.selector.text == "s1" })
    #expect(key.key?.publicKey == .ed25519)
    #expect(key.answer.origin.isAuthenticated == isSigned)
    let dmarc = try #require(report.facts.dmarc?.decisiveAnswer)
    #expect(dmarc.origin.isAuthenticated == isSigned)
    #expect(report.facts.dmarc?.discovery.policyRecord.value??.record.policy == .reject)
  }

  @Test("denials of a signed zone are believed as those of any other", arguments: [true, false])
  func denials(_ isSigned: Bool) async throws {
    let report = try await report(isSigned ? "signed.example" : "plain.example", signed: isSigned)
    let dkim = try #require(report.facts.dkim)
    #expect(dkim.existence == .exists)
    #expect(dkim.hasWildcard == false)
    #expect(dkim.randomSibling.deniesName)
  }
}
