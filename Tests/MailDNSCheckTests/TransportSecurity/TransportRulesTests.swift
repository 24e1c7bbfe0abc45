import Testing

@testable import MailDNSCheck

@Suite("What TLS-RPT and DANE do wrong")
struct TransportRulesTests {
  @Test(
    "the TLS-RPT record",
    arguments: [
      ("", ["tlsrpt-missing info _smtp._tls.example.jp"]),
      (
        "_smtp._tls.example.jp TXT \"v=TLSRPTv1;\"\n", ["tlsrpt-invalid warning _smtp._tls.example.jp"]
      ),
      (
        "_smtp._tls.example.jp TXT \"v=TLSRPTV1; rua=mailto:a@example.jp\"\n",
        ["tlsrpt-not-recognized warning _smtp._tls.example.jp"]
      ),
      (
        "_smtp._tls.example.jp TXT \"v=TLSRPTv1; rua=a@example.jp\"\n",
        ["tlsrpt-address-unusable warning _smtp._tls.example.jp"]
      ),
      (
        "_smtp._tls.example.jp TXT \"v=TLSRPTv1; rua=mailto:a@b.jp\"\n_smtp._tls.example.jp TXT \"v=TLSRPTv1; rua=mailto:c@b.jp\"\n",
        ["tlsrpt-several warning _smtp._tls.example.jp"]
      ),
    ])
  func reports(_ lines: String, _ expected: [String]) async throws {
    #expect(
      try await TransportFixtures.findings(
        TransportFixtures.mx + TransportFixtures.record + lines, policy: TransportFixtures.policy())
        == expected)
  }

  @Test(
    "the TLSA records of each MX host",
    arguments: [
      ("3 1 1", "3 1 1", []),
      ("3 1 1", nil, ["tlsa-partial info mx6.securemx.jp"]),
      (
        "1 1 1", "0 0 1", ["tlsa-unusable warning mx.securemx.jp", "tlsa-unusable warning mx6.securemx.jp"]
      ),
      ("3 1 2", "3 1 1", ["tlsa-unusable warning mx.securemx.jp"]),
    ] as [(String, String?, [String])])
  func keys(_ first: String, _ second: String?, _ expected: [String]) async throws {
    var lines = "_25._tcp.mx.securemx.jp TLSA \(first) \(TransportFixtures.digest)\n"
    if let second { lines += "_25._tcp.mx6.securemx.jp TLSA \(second) \(TransportFixtures.digest)\n" }
    #expect(
      try await TransportFixtures.findings(TransportFixtures.good + lines, policy: TransportFixtures.policy())
        == expected)
  }

  @Test("one that can be used is enough beside others that can't")
  func oneOfTwo() async throws {
    let lines = ["mx", "mx6"].map { host in
      "_25._tcp.\(host).securemx.jp TLSA 1 1 1 \(TransportFixtures.digest)\n_25._tcp.\(host).securemx.jp TLSA 3 1 1 \(TransportFixtures.digest)\n"
    }
    #expect(
      try await TransportFixtures.findings(
        TransportFixtures.good + lines.joined(), policy: TransportFixtures.policy()) == [])
  }

  @Test("a SERVFAIL at TLSA is no absence: senders put the mail off, and that is said")
  func servfail() async throws {
    let dns = try RecordedResolver(TransportFixtures.good, failing: ["_25._tcp.mx.securemx.jp"])
    let report = try await TransportFixtures.report(dns, policy: TransportFixtures.policy())
    #expect(report.summary == ["tlsa-unknown unknown"])
    #expect(report.findings[0].message.english.contains("put the mail off"))
    let silent = try RecordedResolver(
      TransportFixtures.good, failing: ["_25._tcp.mx.securemx.jp"], .timedOut(ignored: 0))
    let other = try await TransportFixtures.report(silent, policy: TransportFixtures.policy())
    #expect(other.summary == ["tlsa-unknown unknown"])
    #expect(!other.findings[0].message.english.contains("put the mail off"))
  }

  @Test("the records at the end of an alias come first")
  func alias() async throws {
    let lines =
      "example.jp MX 10 mail.example.jp\nmail.example.jp CNAME host.example.net\nhost.example.net A 192.0.2.1\n"
      + "_25._tcp.host.example.net TLSA 3 1 1 \(TransportFixtures.digest)\n"
    let report = try await TransportFixtures.report(try RecordedResolver(lines))
    let host = try #require(report.facts.transport?.hosts.first)
    #expect(host.keys.question.name == DomainName("_25._tcp.host.example.net"))
    guard case .usable(let records) = host.dane else {
      Issue.record("\(host.dane)")
      return
    }
    #expect(records.count == 1)
  }

  @Test("whichever question fails, no warning and nothing critical comes of it")
  func sweep() async throws {
    let lines = TransportFixtures.good + "_25._tcp.mx.securemx.jp TLSA 3 1 1 \(TransportFixtures.digest)\n"
    let whole = try RecordedResolver(lines)
    _ = try await TransportFixtures.report(whole, policy: TransportFixtures.policy())
    let questions = Set(await whole.asked)
    #expect(questions.count > 10)
    for question in questions {
      let dns = whole.failing { $0 == question ? .servfail : nil }
      let report = try await TransportFixtures.report(dns, policy: TransportFixtures.policy())
      #expect(report.status <= .unknown, "\(question): \(report.summary)")
    }
  }

  @Test("MX that could not be asked makes all unknown that hangs on it")
  func hostsUnknown() async throws {
    #expect(
      try await TransportFixtures.findings(
        TransportFixtures.good, policy: TransportFixtures.policy(), failing: ["example.jp MX"]) == [
          "tls-hosts-unknown unknown example.jp"
        ])
  }

  @Test("no question is put twice, and the whole check puts none of these")
  func questions() async throws {
    let dns = try RecordedResolver(TransportFixtures.good)
    _ = try await TransportFixtures.report(dns, policy: TransportFixtures.policy())
    let asked = await dns.asked.map(\.description)
    #expect(Set(asked).count == asked.count)
    #expect(
      Set(asked) == [
        "example.jp MX", "example.jp A", "example.jp AAAA", "example.jp TXT", "_mta-sts.example.jp TXT",
        "_smtp._tls.example.jp TXT", "mta-sts.example.jp A", "mta-sts.example.jp AAAA", "mx.securemx.jp A",
        "mx.securemx.jp AAAA", "mx6.securemx.jp A", "mx6.securemx.jp AAAA", "_25._tcp.mx.securemx.jp TLSA",
        "_25._tcp.mx6.securemx.jp TLSA", "example.jp MX +dnssec +cd", "mx.securemx.jp A +dnssec +cd",
        "mx6.securemx.jp A +dnssec +cd",
      ])
    let whole = try RecordedResolver(TransportFixtures.good)
    _ = try await whole.report(on: "example.jp")
    let others = await whole.asked.map(\.description)
    #expect(!others.contains { $0.contains("mta-sts") || $0.contains("_tls") || $0.hasSuffix(" TLSA") })
    #expect(!others.contains { $0.contains("+cd") })
    #expect(!others.contains { $0.hasSuffix(" DS") || $0.hasSuffix(" SOA") || $0.contains("_bimi") })
  }
}
