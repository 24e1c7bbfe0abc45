import Testing

@testable import MailDNSCheck

@Suite("Whether a zone is signed (RFC 4033)")
struct ZoneSecurityTests {
  private static let head =
    "$TTL 3600\n@ SOA ns.nic.jp. hostmaster.nic.jp. 1 7200 1800 1209600 300\n@ NS ns.nic.jp.\n"
  private static let child = "$ORIGIN example.jp.\n" + head + "@ MX 10 mail\nmail A 192.0.2.1\n"

  private func zones(_ parent: String?, child: String = ZoneSecurityTests.child) throws -> ZoneResolver {
    guard let parent else {
      return ZoneResolver(zones: try zoneSet(("example.jp.zone", child)), otherwise: OfflineResolver())
    }
    let above = "$ORIGIN jp.\n" + Self.head + "example NS ns.nic.jp.\n" + parent
    return ZoneResolver(
      zones: try zoneSet(("jp.zone", above), ("example.jp.zone", child)), otherwise: OfflineResolver())
  }

  private func security(_ dns: any Resolver) async throws -> ZoneSecurity? {
    try await TransportFixtures.report(dns).facts.transport?.security
  }

  @Test("DS in the zone above says that it is signed, and that there is none, that it is not")
  func delegation() async throws {
    let zone = DomainName("example.jp")
    let signature = "example DS 12345 8 2 \(TransportFixtures.digest)\n"
    #expect(try await security(zones(signature)) == ZoneSecurity(zone: zone, state: .signed))
    #expect(try await security(zones("")) == ZoneSecurity(zone: zone, state: .insecure))
  }

  @Test("the zone itself can't deny its DS")
  func childAlone() async throws {
    let found = try await security(zones(nil))
    guard case .unknown(let failure?) = found?.state else {
      Issue.record("\(String(describing: found))")
      return
    }
    #expect(failure.kind == .offline)
  }

  @Test("a resolver that can be believed settles it")
  func authenticated() async throws {
    let dns = AuthenticatingResolver(base: try zones(""))
    #expect(try await security(dns)?.state == .secure)
    #expect(try await TransportFixtures.report(dns).facts.transport?.hosts.first?.security.state == .secure)
  }

  @Test("TLSA in a zone that is not signed does nothing")
  func insecureKeys() async throws {
    let child = Self.child + "_25._tcp.mail TLSA 3 1 1 \(TransportFixtures.digest)\n"
    let report = try await TransportFixtures.report(zones("", child: child))
    #expect(report.findings("tlsa-insecure").map(\.subject) == ["mail.example.jp"])
    let signature = "example DS 12345 8 2 \(TransportFixtures.digest)\n"
    let signed = try await TransportFixtures.report(zones(signature, child: child))
    #expect(signed.findings("tlsa-insecure").isEmpty)
  }
}

/// Says of every answer that it has been validated.
private struct AuthenticatingResolver: Resolver {
  let base: any Resolver

  func answer(to question: Question) async -> Answer {
    let answer = await base.answer(to: question)
    var origin = answer.origin
    origin.isAuthenticated = answer.failure == nil
    return Answer(question: question, aliases: answer.aliases, outcome: answer.outcome, origin: origin)
  }
}
