import Testing

@testable import MailDNSCheck

@Suite("DMARC records (RFC 9989 §4.7)")
struct DMARCRecordTests {
  private func record(_ text: String) throws -> DMARCRecord {
    try #require(DMARCRecord(Array(text.utf8)))
  }

  @Test(
    "a record begins with v=DMARC1 and then a `;` or the end (RFC 9989 §4.8)",
    arguments: [
      "v=DMARC1", "v=DMARC1;", "v = DMARC1 ; p=none", "v\t=\tDMARC1\t;", "v=DMARC1  ", "v=DMARC1;;",
    ])
  func version(_ text: String) {
    #expect(DMARCRecord(Array(text.utf8)) != nil)
  }

  @Test(
    "nothing else is a record",
    arguments: [
      "", "v", "v=", "v=DMARC", "v=DMARC10", "v=DMARC1.0; p=none", "v=dmarc1; p=none", "V=DMARC1; p=none",
      " v=DMARC1; p=none", "v=DMARC1 p=none", "v=DMARC1, p=none", "p=none; v=DMARC1", "v=spf1 -all",
      ";v=DMARC1",
    ])
  func noRecord(_ text: String) {
    #expect(DMARCRecord(Array(text.utf8)) == nil)
  }

  @Test("what is not there has its default")
  func defaults() throws {
    let record = try record("v=DMARC1; p=reject")
    #expect(
      record.request
        == .published(DMARCPolicies(domain: .reject, subdomains: nil, nonexistentSubdomains: nil)))
    #expect(record.publicSuffix == .undetermined)
    #expect(!record.isTesting)
    #expect(record.dkimAlignment == .relaxed)
    #expect(record.spfAlignment == .relaxed)
    #expect(record.failureOptions == [.allFail])
    #expect(record.aggregateReports == [])
    #expect(record.failureReports == [])
    #expect(record.legacyPercentage == nil)
    #expect(record.problems == [])
  }

  @Test("every tag is read; values in any case")
  func everyTag() throws {
    let record = try record(
      "v=DMARC1; p=Reject; sp=QUARANTINE; np=none; psd=N; t=Y; adkim=S; aspf=s; fo=1:d:S; "
        + "rua=mailto:a@example.com; ruf=mailto:b@example.net")
    #expect(
      record.request
        == .published(
          DMARCPolicies(domain: .reject, subdomains: .quarantine, nonexistentSubdomains: DMARCPolicy.none)))
    #expect(record.publicSuffix == .no)
    #expect(record.isTesting)
    #expect(record.dkimAlignment == .strict)
    #expect(record.spfAlignment == .strict)
    #expect(record.failureOptions == [.anyFails, .dkim, .spf])
    #expect(record.aggregateReports.map(\.domain) == [DomainName("example.com")])
    #expect(record.failureReports.map(\.domain) == [DomainName("example.net")])
    #expect(record.problems == [])
  }

  @Test("white space around `=` and `;` does not matter")
  func whiteSpace() throws {
    let spaced = try record("v = DMARC1 ;\tp = reject ; rua = mailto:a@example.com , mailto:b@example.com ;")
    let dense = try record("v=DMARC1;p=reject;rua=mailto:a@example.com,mailto:b@example.com")
    #expect(spaced.description == dense.description)
    #expect(spaced.problems.map(\.kind) == [.blanksInVersion])
  }

  @Test(
    "without a valid p, or with an invalid sp or np, a record with an address counts as p=none",
    arguments: ["", "p=; ", "p=rejct; ", "p=reject; sp=x; ", "p=reject; np=; "])
  func fallback(_ tags: String) throws {
    let record = try record("v=DMARC1; \(tags)rua=mailto:a@example.com")
    #expect(record.request == .assumedNone)
    #expect(record.isPolicyFallback)
    #expect(record.policy == DMARCPolicy.none)
    #expect(record.problems.map(\.effect).max() == .ignoredPart)
  }

  @Test(
    "and without a valid address it is of no use",
    arguments: [
      "v=DMARC1", "v=DMARC1; p=rejct", "v=DMARC1; p=reject; sp=x", "v=DMARC1; p=reject; np=x",
      "v=DMARC1; rua=",
      "v=DMARC1; rua=a@example.com", "v=DMARC1; ruf=mailto:a@example.com",
    ])
  func unusable(_ text: String) throws {
    let record = try record(text)
    #expect(record.request == .unusable)
    #expect(!record.isUsable)
    #expect(record.policy == nil)
    #expect(record.problems.contains { $0.effect == .breaksRecord })
  }

  @Test("by RFC 7489 §6.6.3 an invalid np changes nothing")
  func legacy() throws {
    let record = try record("v=DMARC1; p=reject; sp=quarantine; np=x")
    #expect(record.request == .unusable)
    #expect(
      record.legacyRequest
        == .published(DMARCPolicies(domain: .reject, subdomains: .quarantine, nonexistentSubdomains: nil)))
  }

  @Test(
    "of a repeated tag the last one counts, whatever the case of its name",
    arguments: [
      ("p=none; p=reject", .reject), ("p=reject; p=none", DMARCPolicy.none), ("p=none; P=reject", .reject),
      ("p=rejct; p=reject", .reject), ("P=Reject", .reject), ("p=reject; RUA=mailto:a@x.jp", .reject),
    ] as [(String, DMARCPolicy)])
  func names(_ tags: String, _ policy: DMARCPolicy) throws {
    #expect(try record("v=DMARC1; \(tags)").policy == policy)
  }

  @Test("the last one counts where it is wrong, too")
  func invalidLast() throws {
    #expect(try !record("v=DMARC1; p=reject; p=rejct").isUsable)
  }

  @Test("under t=y one step less is applied (RFC 9989 §4.7)")
  func testing() throws {
    let record = try record("v=DMARC1; p=reject; t=y")
    #expect(record.policy == .reject)
    #expect(DMARCPolicy.allCases.map(record.effective) == [.none, .none, .quarantine])
    let plain = try self.record("v=DMARC1; p=reject; t=n")
    #expect(DMARCPolicy.allCases.map(plain.effective) == DMARCPolicy.allCases)
  }

  @Test(
    "pct is kept where it is a percentage",
    arguments: [
      ("0", 0), ("50", 50), ("100", 100), ("101", nil), ("-1", nil), ("+5", nil), ("5%", nil), ("x", nil),
    ]
      as [(String, Int?)])
  func percentage(_ value: String, _ expected: Int?) throws {
    #expect(try record("v=DMARC1; p=reject; pct=\(value)").legacyPercentage == expected)
  }

  @Test(
    "the canonical text holds what is valid and not the default",
    arguments: [
      ("v=DMARC1", "v=DMARC1"),
      ("v = DMARC1;p=NONE;sp=none;t=n;psd=u;adkim=r;fo=0;pct=100;x=y", "v=DMARC1; p=none; sp=none"),
      (
        "v=DMARC1; ruf=mailto:b@x.jp!10m; rua=mailto:a@x.jp , bad; fo=d:1:d; aspf=s; adkim=s; t=y; psd=y; np=reject; p=none",
        "v=DMARC1; p=none; np=reject; psd=y; t=y; adkim=s; aspf=s; fo=d:1; rua=mailto:a@x.jp; ruf=mailto:b@x.jp"
      ),
    ])
  func description(_ text: String, _ canonical: String) throws {
    #expect(try record(text).description == canonical)
    #expect(try record(canonical).description == canonical)
  }
}
