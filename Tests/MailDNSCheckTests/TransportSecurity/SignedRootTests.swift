import Testing

@testable import MailDNSCheck

@Suite("DNSSEC as real servers have it: NSD and Unbound, below a signed root of the test's own")
struct SignedRootTests {
  private func report(_ kind: SignedRoot.Kind, _ resolver: any Resolver) async throws -> DomainReport {
    let check = DomainCheck(
      areas: [.tls], resolver: resolver, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    return await check.report(on: try MailDomain(pasted: kind.origin))
  }

  private func state(_ report: DomainReport) -> String {
    report.facts.transport?.security.state.identifier ?? "-"
  }

  /// What DNSSEC and DANE come to, with what is not known left out: where MX is refused nothing else is known either.
  private func findings(_ report: DomainReport) -> Set<String> {
    Set(report.findings.filter { $0.severity != .unknown }.map(\.id)).filter {
      $0.hasPrefix("dnssec") || $0.hasPrefix("tlsa")
    }
  }

  @Test("behind a resolver on this machine that validates")
  func validating() async throws {
    let root = try await SignedRoot()
    let unbound = try root.resolver()
    defer {
      unbound.stop()
      root.stop()
    }
    let client = try dnsClient(unbound.address, timeout: .seconds(60))
    let expected: [SignedRoot.Kind: (String, Set<String>)] = [
      .good: ("secure", []), .forged: ("bogus", ["dnssec-bogus"]), .expired: ("bogus", ["dnssec-bogus"]),
      .early: ("bogus", ["dnssec-bogus"]), .otherKey: ("bogus", ["dnssec-bogus"]),
      .stale: ("secure", ["dnssec-signature-expired"]), .closing: ("secure", ["dnssec-signature-expiring"]),
      .forgedKeys: ("secure", ["tlsa-bogus"]), .undenied: ("secure", ["tlsa-bogus"]),
      .unsigned: ("insecure", ["tlsa-insecure"]),
      .undelegated: ("insecure", ["dnssec-not-delegated", "tlsa-insecure"]),
    ]
    for kind in SignedRoot.Kind.allCases {
      let report = try await report(kind, client)
      #expect(state(report) == expected[kind]?.0, "\(kind)")
      #expect(findings(report) == expected[kind]?.1, "\(kind)")
    }
    let dates: [(SignedRoot.Kind, String)] = [(.expired, "ended at"), (.early, "is not valid before")]
    for (kind, words) in dates {
      #expect(try await report(kind, client).findings("dnssec-bogus")[0].message.english.contains(words))
    }
  }

  @Test("a resolver that does not validate makes nothing bogus but what its own data show")
  func notValidating() async throws {
    let root = try await SignedRoot()
    let unbound = try root.resolver(validating: false)
    defer {
      unbound.stop()
      root.stop()
    }
    let client = try dnsClient(unbound.address, timeout: .seconds(60))
    let expected: [SignedRoot.Kind: (String, Set<String>)] = [
      .good: ("signed", []), .forged: ("signed", []), .forgedKeys: ("signed", []), .undenied: ("signed", []),
      .early: ("signed", []), .expired: ("signed", ["dnssec-signature-expired"]),
      .stale: ("signed", ["dnssec-signature-expired"]), .closing: ("signed", ["dnssec-signature-expiring"]),
      .otherKey: ("bogus", ["dnssec-bogus"]), .unsigned: ("insecure", ["tlsa-insecure"]),
      .undelegated: ("insecure", ["dnssec-not-delegated", "tlsa-insecure"]),
    ]
    for kind in SignedRoot.Kind.allCases {
      let report = try await report(kind, client)
      #expect(state(report) == expected[kind]?.0, "\(kind)")
      #expect(findings(report) == expected[kind]?.1, "\(kind)")
    }
  }

  @Test("a resolver elsewhere that validates is not believed when it says so, and is when it refuses")
  func elsewhere() async throws {
    let root = try await SignedRoot()
    let unbound = try root.resolver()
    defer {
      unbound.stop()
      root.stop()
    }
    let client = try dnsClient(unbound.address, timeout: .seconds(60))
    let distrustful = Distrust(base: client)
    #expect(state(try await report(.good, distrustful)) == "signed")
    #expect(state(try await report(.forged, distrustful)) == "bogus")
    #expect(state(try await report(.unsigned, distrustful)) == "insecure")
    #expect(try await findings(report(.forgedKeys, distrustful)) == ["tlsa-bogus"])
  }

  @Test("the certificate that DANE asks for can be changed without a gap only with a second record")
  func rollover() async throws {
    let root = try await SignedRoot()
    let unbound = try root.resolver()
    defer {
      unbound.stop()
      root.stop()
    }
    let report = try await report(.good, dnsClient(unbound.address, timeout: .seconds(60)))
    let host = try #require(report.facts.transport?.hosts.first)
    guard case .usable(let records) = host.dane else {
      Issue.record("\(host.dane)")
      return
    }
    #expect(TLSASet(records)?.isReadyForRollover == false)
    #expect(Set(host.signedSets.map(\.type)) == [.a, .tlsa])
  }
}

/// Believes no AD bit.
private struct Distrust: Resolver {
  let base: any Resolver

  func answer(to question: Question) async -> Answer {
    let answer = await base.answer(to: question)
    var origin = answer.origin
    origin.isAuthenticated = false
    return Answer(question: question, aliases: answer.aliases, outcome: answer.outcome, origin: origin)
  }
}
