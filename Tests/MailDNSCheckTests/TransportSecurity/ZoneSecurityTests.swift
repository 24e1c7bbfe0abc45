import Foundation
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

  /// The zones with signatures, behind a resolver that refuses what is to be refused.
  private func report(
    parent: String, _ child: String, server: (checked: String, unchecked: String)? = nil,
    refusing refused: Set<String> = []
  ) async throws -> DomainReport {
    let base = try zones(parent, child: Self.child + child)
    return try await TransportFixtures.report(
      ValidatingResolver(
        base: base, refused: refused, checked: server?.checked ?? "192.0.2.53",
        unchecked: server?.unchecked ?? "192.0.2.53"))
  }

  @Test("bogus is what the zone above says is signed and a resolver hands out with checking disabled only")
  func bogus() async throws {
    let report = try await report(
      parent: SignedChild.delegation, SignedChild.signature, refusing: ["example.jp MX"])
    guard case .bogus(.refused(let question, let failure))? = report.facts.transport?.security.state else {
      Issue.record("\(String(describing: report.facts.transport?.security))")
      return
    }
    #expect(question == asking("example.jp", .mx) && failure.kind == .servfail)
    let finding = try #require(report.findings("dnssec-bogus").first)
    #expect(finding.severity == .critical && finding.subject == "example.jp")
    #expect(finding.message.english.contains("only with checking disabled (SERVFAIL, from 192.0.2.53"))
  }

  @Test(
    "nothing else is",
    arguments: [
      // Without DS nobody has a reason to refuse.
      ("", "192.0.2.53", ["example.jp MX"], "unknown"),
      // Another server may have what this one lacks.
      (SignedChild.delegation, "192.0.2.54", ["example.jp MX"], "signed"),
      // A resolver that fails either way.
      (SignedChild.delegation, "192.0.2.53", ["example.jp MX", "example.jp MX +dnssec +cd"], "signed"),
      // What the zone above says is not known.
      (SignedChild.delegation, "192.0.2.53", ["example.jp MX", "example.jp DS +dnssec +cd"], "unknown"),
    ] as [(String, String, Set<String>, String)])
  func notBogus(_ parent: String, _ unchecked: String, _ refused: Set<String>, _ expected: String)
    async throws
  {
    let report = try await report(
      parent: parent, SignedChild.signature, server: ("192.0.2.53", unchecked), refusing: refused)
    #expect(report.findings("dnssec-bogus").isEmpty)
    #expect(report.facts.transport?.security.state.identifier == expected)
  }

  @Test("a zone whose keys are none of those that the zone above means is bogus, whoever is asked")
  func otherKey() async throws {
    // The tag of this key is not 12345.
    let key = "@ DNSKEY 257 3 15 46PbT2ePXlxd+rxpxVVwmtRuzY9U1v8uV71PWJ69HV8=\n"
    let report = try await report(parent: SignedChild.delegation, key + SignedChild.signature)
    #expect(report.facts.transport?.security.state == .bogus(.noDelegatedKey))
    let right = "example DS 12922 15 2 \(TransportFixtures.digest)\n"
    let other = try await self.report(parent: right, key + SignedChild.signature)
    #expect(other.facts.transport?.security.state == .signed)
  }

  @Test(
    "where a resolver leaves the signatures out, or an algorithm is not known, nothing is said of the keys",
    arguments: [
      (SignedChild.delegation, ""),
      ("example DS 12345 253 2 \(TransportFixtures.digest)\n", SignedChild.signature),
    ] as [(String, String)])
  func noComparison(_ parent: String, _ signatures: String) async throws {
    let key = "@ DNSKEY 257 3 15 46PbT2ePXlxd+rxpxVVwmtRuzY9U1v8uV71PWJ69HV8=\n"
    let report = try await report(parent: parent, key + signatures)
    #expect(report.facts.transport?.security.state == .signed)
  }

  @Test("keys that could not be asked say nothing")
  func keysUnknown() async throws {
    let report = try await report(
      parent: SignedChild.delegation, SignedChild.signature, refusing: ["example.jp DNSKEY +dnssec +cd"])
    #expect(report.facts.transport?.security.state == .signed)
  }

  @Test("a signed zone that the zone above knows nothing of is not signed to anybody, and that is said")
  func notDelegated() async throws {
    let report = try await report(parent: "", SignedChild.signature)
    #expect(report.facts.transport?.security.state == .insecure)
    #expect(report.findings("dnssec-not-delegated").map(\.severity) == [.info])
    #expect(report.facts.transport?.firstToExpire(at: report.work.checkedAt) == nil)
  }

  @Test(
    "dates: in order, soon at an end, past it",
    arguments: [(20, []), (2, ["dnssec-signature-expiring"]), (-2, ["dnssec-signature-expired"])]
      as [(Int, [String])])
  func dates(_ daysLeft: Int, _ expected: [String]) async throws {
    let signature = SignatureLines.signature(
      of: "MX", at: "example.jp", by: "example.jp", daysLeft: daysLeft)
    let report = try await report(parent: SignedChild.delegation, signature)
    #expect(report.findings.map(\.id).filter { $0.hasPrefix("dnssec") } == expected)
    let left = try #require(
      report.facts.transport?.firstToExpire(at: report.work.checkedAt)?.secondsLeft(at: report.work.checkedAt)
    )
    #expect((left + 43_200) / 86_400 == daysLeft || left < 0 && daysLeft < 0)
  }

  @Test("programs and people see the state, what it rests on, and when the first signature ends")
  func shown() async throws {
    let report = try await report(parent: SignedChild.delegation, SignedChild.signature)
    let transport = try #require(report.facts.transport)
    let moment = report.work.checkedAt
    let end = try #require(transport.firstToExpire(at: moment)).end(from: moment).ISO8601Format()
    let entry = JSONReport.TransportEntry(transport, at: moment)
    #expect(entry.dnssec.state == "signed" && entry.dnssec.evidence == "ds")
    #expect(entry.dnssec.signaturesEnd == end)
    #expect(entry.hosts.map(\.dnssec.evidence) == ["ds"])
    let lines = TransportLines(facts: transport, moment: moment, language: .english).lines
    #expect(lines.contains("DNSSEC: example.jp signed, not validated here, until \(end.prefix(10))"))
    let unsigned = try await self.report(parent: "", "")
    let other = JSONReport.TransportEntry(try #require(unsigned.facts.transport), at: moment)
    #expect(other.dnssec.evidence == "no-ds" && other.dnssec.signaturesEnd == nil)
  }

  @Test("the first of the mail records to run out counts")
  func first() async throws {
    let signatures =
      SignatureLines.signature(of: "MX", at: "example.jp", by: "example.jp", daysLeft: 20)
      + SignatureLines.signature(of: "TXT", at: "example.jp", by: "example.jp", daysLeft: 15)
      + SignatureLines.signature(of: "TXT", at: "_dmarc.example.jp", by: "example.jp", daysLeft: 10)
    let texts = "@ TXT \"v=spf1 -all\"\n_dmarc TXT \"v=DMARC1; p=none\"\n"
    let report = try await report(parent: SignedChild.delegation, texts + signatures)
    let first = try #require(report.facts.transport?.firstToExpire(at: report.work.checkedAt))
    #expect(first.owner == fqdn("_dmarc.example.jp"))
    #expect(report.facts.transport?.signedSets.count == 3)
  }

  @Test("TLSA that is refused as bogus puts mail off, whatever is there", arguments: [true, false])
  func bogusKeys(_ isThere: Bool) async throws {
    let keys = isThere ? "_25._tcp.mail TLSA 3 1 1 \(TransportFixtures.digest)\n" : ""
    let report = try await report(
      parent: SignedChild.delegation, keys + SignedChild.signature,
      refusing: ["_25._tcp.mail.example.jp TLSA"])
    #expect(report.findings("tlsa-bogus").map(\.severity) == [.critical])
    #expect(report.findings("tlsa-unknown").isEmpty)
    let silent = try await self.report(
      parent: SignedChild.delegation, keys + SignedChild.signature,
      refusing: ["_25._tcp.mail.example.jp TLSA", "_25._tcp.mail.example.jp TLSA +dnssec +cd"])
    #expect(silent.findings("tlsa-bogus").isEmpty)
    #expect(silent.findings("tlsa-unknown").first?.message.english.contains("put the mail off") == true)
  }

  @Test("senders do not look for TLSA where the host is not signed: then a failure puts no mail off")
  func insecureFailure() async throws {
    let report = try await report(parent: "", "", refusing: ["_25._tcp.mail.example.jp TLSA"])
    let finding = try #require(report.findings("tlsa-unknown").first)
    #expect(!finding.message.english.contains("put the mail off"))
    #expect(finding.message.english.contains("do not look for TLSA"))
  }

  @Test("a host in a signed zone that serves a domain that is not: DANE protects the way to the host only")
  func exchangesInsecure() async throws {
    let child = "$ORIGIN example.jp.\n" + Self.head + "@ MX 10 mx.host.jp.\n"
    let host =
      "$ORIGIN host.jp.\n" + Self.head
      + "mx A 192.0.2.1\n_25._tcp.mx TLSA 3 1 1 \(TransportFixtures.digest)\n"
    let above =
      "$ORIGIN jp.\n" + Self.head
      + "example NS ns.nic.jp.\nhost NS ns.nic.jp.\nhost DS 1 15 2 \(TransportFixtures.digest)\n"
    let dns = ZoneResolver(
      zones: try zoneSet(("jp.zone", above), ("example.jp.zone", child), ("host.jp.zone", host)),
      otherwise: OfflineResolver())
    let report = try await TransportFixtures.report(dns)
    #expect(report.findings("tlsa-mx-insecure").map(\.subject) == ["example.jp"])
    #expect(report.findings("tlsa-insecure").isEmpty)
  }

  @Test("a resolver that says nothing with checking disabled is asked so once, and nothing is bogus for it")
  func silent() async throws {
    let log = Guarded<[Question]>([])
    let base = try zones(SignedChild.delegation, child: Self.child + SignedChild.signature)
    let report = try await TransportFixtures.report(
      UncheckedSilence(base: base) { question in log.withLock { $0.append(question) } })
    #expect(report.facts.transport?.security.state == .signed)
    #expect(report.facts.transport?.signedSets.isEmpty == true)
    #expect(report.findings.allSatisfy { !$0.id.hasPrefix("dnssec") && $0.id != "tlsa-bogus" })
    #expect(log.withLock { $0 } == [asking("example.jp", .mx).unchecked])
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

/// What makes a signed zone of example.jp, in the zone above and in its own.
private enum SignedChild {
  static let delegation = "example DS 12345 15 2 \(TransportFixtures.digest)\n"
  static let signature =
    SignatureLines.signature(of: "MX", at: "example.jp", by: "example.jp")
    + SignatureLines.signature(of: "A", at: "mail.example.jp", by: "example.jp")
}

/// Refuses some questions, by what they read like, and tells which server has answered.
private struct ValidatingResolver: Resolver {
  let base: any Resolver
  let refused: Set<String>
  /// Who answers questions with checking enabled, and disabled.
  let checked: String
  let unchecked: String

  func answer(to question: Question) async -> Answer {
    let answer = await base.answer(to: question)
    guard let server = ServerAddress(question.checking == .enabled ? checked : unchecked) else {
      return answer
    }
    var origin = answer.origin
    origin.source = .server(server, .udp)
    let outcome =
      refused.contains(question.description)
      ? Answer.Outcome.failed(Failure(kind: .servfail, server: server)) : answer.outcome
    return Answer(question: question, aliases: answer.aliases, outcome: outcome, origin: origin)
  }
}

/// Says nothing to questions with checking disabled, and tells of them.
private struct UncheckedSilence: Resolver {
  let base: any Resolver
  let note: @Sendable (Question) -> Void

  func answer(to question: Question) async -> Answer {
    guard question.checking == .disabled else { return await base.answer(to: question) }
    note(question)
    return Answer(
      question: question, aliases: [], outcome: .failed(Failure(kind: .timedOut(ignored: 0))),
      origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
  }
}
