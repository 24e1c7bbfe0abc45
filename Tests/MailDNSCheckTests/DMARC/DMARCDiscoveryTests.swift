import Testing

@testable import MailDNSCheck

@Suite("What a tree walk finds (RFC 9989 §4.10.1, §4.10.2)")
struct DMARCDiscoveryTests {
  typealias Source = DMARCDiscovery.Source
  private let domain = "a.mail.example.com"

  @Test(
    "Organizational Domain, policy record and end when everything is known",
    arguments: [
      // The three examples of §4.10.2.
      ([.nothing, .plain, .plain, .nothing], "example.com", "example.com", .organizationalDomain, nil),
      ([.nothing, .no], "mail.example.com", "mail.example.com", .organizationalDomain, "mail.example.com"),
      ([.nothing, .nothing, .nothing, .yes], "example.com", "com", .publicSuffixDomain, "com"),
      // Nothing at all, and records that are dropped.
      ([.nothing, .nothing, .nothing, .nothing], "a.mail.example.com", nil, nil, nil),
      ([.several, .nothing, .several, .nothing], "a.mail.example.com", nil, nil, nil),
      ([.several, .nothing, .plain, .nothing], "example.com", "example.com", .organizationalDomain, nil),
      // Its own record is the policy, whatever is above.
      (
        [.plain, .nothing, .nothing, .nothing], "a.mail.example.com", "a.mail.example.com", .authorDomain, nil
      ),
      ([.plain, .nothing, .plain, .nothing], "example.com", "a.mail.example.com", .authorDomain, nil),
      ([.plain, .nothing, .no], "example.com", "a.mail.example.com", .authorDomain, "example.com"),
      ([.plain, .nothing, .nothing, .yes], "example.com", "a.mail.example.com", .authorDomain, "com"),
      // psd=n and psd=y at every place.
      ([.no], "a.mail.example.com", "a.mail.example.com", .authorDomain, "a.mail.example.com"),
      ([.yes], "a.mail.example.com", "a.mail.example.com", .authorDomain, "a.mail.example.com"),
      ([.nothing, .yes], "a.mail.example.com", "mail.example.com", .publicSuffixDomain, "mail.example.com"),
      ([.nothing, .nothing, .no], "example.com", "example.com", .organizationalDomain, "example.com"),
      ([.nothing, .nothing, .yes], "mail.example.com", "example.com", .publicSuffixDomain, "example.com"),
      ([.nothing, .nothing, .nothing, .no], "com", "com", .organizationalDomain, "com"),
      // One label below psd=y there is a record: that one, not the suffix's.
      (
        [.nothing, .plain, .yes], "mail.example.com", "mail.example.com", .organizationalDomain, "example.com"
      ),
      ([.nothing, .nothing, .plain, .yes], "example.com", "example.com", .organizationalDomain, "com"),
      // Records in between are never the policy.
      ([.nothing, .plain, .nothing, .yes], "example.com", "com", .publicSuffixDomain, "com"),
      ([.nothing, .plain, .no], "example.com", "example.com", .organizationalDomain, "example.com"),
      ([.nothing, .plain, .nothing, .plain], "com", "com", .organizationalDomain, nil),
    ] as [([WalkAnswer], String, String?, Source?, String?)])
  func known(
    _ answers: [WalkAnswer], _ organizational: String, _ policy: String?, _ source: Source?, _ end: String?
  ) {
    let discovery = DMARCTreeWalk.evaluate(domain, answers)
    #expect(discovery.organizationalDomain == .known(DomainName(organizational)!))
    #expect(discovery.policyRecord.value??.domain == policy.flatMap(DomainName.init))
    #expect(discovery.policyRecord.value??.source == source)
    #expect(discovery.policyRecord != .unknown)
    #expect(discovery.end == .known(end.map { .record(DomainName($0)!) } ?? .exhausted))
    #expect(discovery.steps.count == answers.count)
    #expect(discovery.failures.isEmpty)
  }

  @Test("what lies behind the end of the walk plays no part")
  func behindTheEnd() {
    let discovery = DMARCTreeWalk.evaluate(domain, [.nothing, .no, .failure, .yes])
    #expect(discovery.organizationalDomain == .known(DomainName("mail.example.com")!))
    #expect(discovery.steps.count == 2)
    #expect(discovery.failures.isEmpty)
  }

  @Test("one label below psd=y may be a name that the walk jumped over")
  func jump() {
    let discovery = DMARCTreeWalk.evaluate("j.i.h.g.f.e.d.c.b.jp", [.nothing, .yes])
    #expect(discovery.organizationalDomain == .known(DomainName("h.g.f.e.d.c.b.jp")!))
    #expect(discovery.policyRecord.value??.domain == DomainName("g.f.e.d.c.b.jp"))
    #expect(discovery.policyRecord.value??.source == .publicSuffixDomain)
  }

  @Test(
    "after a failure only what does not depend on it is known",
    arguments: [
      // Its own record: the policy is known, the Organizational Domain is not.
      ([.plain, .failure, .failure, .failure], nil, .authorDomain, 3),
      ([.plain, .failure, .nothing, .nothing], nil, .authorDomain, 1),
      ([.no, .failure], "a.mail.example.com", .authorDomain, 0),
      // The failed step may hold the record.
      ([.failure, .nothing, .plain, .nothing], nil, nil, 1),
      ([.nothing, .failure, .no], nil, nil, 1),
      ([.nothing, .nothing, .plain, .failure], nil, nil, 1),
      ([.nothing, .nothing, .failure, .nothing], nil, nil, 1),
      // Whatever the first step says, right below psd=y it is the Organizational Domain.
      ([.failure, .yes], "a.mail.example.com", nil, 1),
      // A step in between can at most be a record in between, or the end of the walk.
      ([.failure, .failure, .failure, .failure], nil, nil, 4),
    ] as [([WalkAnswer], String?, Source?, Int)])
  func failures(_ answers: [WalkAnswer], _ organizational: String?, _ source: Source?, _ failures: Int) {
    let discovery = DMARCTreeWalk.evaluate(domain, answers)
    #expect(discovery.organizationalDomain.value == organizational.flatMap(DomainName.init))
    #expect(discovery.policyRecord.value??.source == source)
    #expect((discovery.policyRecord == .unknown) == (source == nil))
    #expect(discovery.failures.count == failures)
  }

  @Test("a name that nobody asked is as unknown as one that failed")
  func notAsked() {
    let discovery = DMARCTreeWalk.evaluate(domain, [.plain, .nothing])
    #expect(discovery.organizationalDomain == .unknown)
    #expect(discovery.end == .unknown)
    #expect(discovery.policyRecord.value??.source == .authorDomain)
    #expect(discovery.steps.map(\.isKnown) == [true, true, false, false])
  }

  /// Compares with all walks in which the failed steps answered something.
  @Test("known is what every possible answer to the failed queries would have given, and nothing else")
  func everyWalk() {
    for answers in sequences(WalkAnswer.allCases, 4) where answers.contains(.failure) {
      let completions = completions(of: answers).map { DMARCTreeWalk.evaluate(domain, $0) }
      let discovery = DMARCTreeWalk.evaluate(domain, answers)
      let organizational = Set(completions.map(\.organizationalDomain))
      #expect(
        discovery.organizationalDomain == (organizational.count == 1 ? organizational.first! : .unknown),
        "\(answers)")
      #expect(
        discovery.end == (Set(completions.map(\.end)).count == 1 ? completions[0].end : .unknown),
        "\(answers)")
      let policies = Set(completions.map { [$0.policyRecord.value??.domain] })
      let holder = policies.first!.first!.flatMap { holder in
        DMARCTreeWalk.queryNames(for: DomainName(domain)!).firstIndex(of: holder)
      }
      let isKnown = policies.count == 1 && holder.map { answers[$0] != .failure } ?? true
      #expect((discovery.policyRecord != .unknown) == isKnown, "\(answers)")
      if isKnown { #expect(discovery.policyRecord == completions[0].policyRecord, "\(answers)") }
    }
  }

  private func sequences(_ choices: [WalkAnswer], _ count: Int) -> [[WalkAnswer]] {
    count == 0 ? [[]] : sequences(choices, count - 1).flatMap { start in choices.map { start + [$0] } }
  }

  private func completions(of answers: [WalkAnswer]) -> [[WalkAnswer]] {
    answers.reduce([[]]) { starts, answer in
      starts.flatMap { start in
        (answer == .failure ? [.nothing, .plain, .no, .yes] : [answer]).map { start + [$0] }
      }
    }
  }
}
