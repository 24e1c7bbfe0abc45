import Testing

@testable import MailDNSCheck

@Suite("MX records and their hosts")
struct MXFactsTests {
  private func facts(_ lines: String, failing: [String] = []) async throws -> MXFacts {
    await MXFacts.gather(DomainName("example.jp")!, from: try RecordedResolver(lines, failing: failing))
  }

  @Test("hosts stand in the order of preference, then of name")
  func order() async throws {
    let facts = try await facts(
      "example.jp MX 20 a.test\nexample.jp MX 5 z.test\nexample.jp MX 20 B.test\nexample.jp MX 0 y.test")
    #expect(facts.exchanges.map(\.preference) == [0, 5, 20, 20])
    #expect(facts.exchanges.map(\.host) == ["y.test", "z.test", "a.test", "b.test"].map { DomainName($0)! })
  }

  @Test("addresses of both families belong to a host")
  func addresses() async throws {
    let facts = try await facts(
      "example.jp MX 0 m.test\nm.test A 192.0.2.1\nm.test A 192.0.2.2\nm.test AAAA 2001:db8::1")
    #expect(
      facts.exchanges.first?.addresses.all.map(\.description) == ["192.0.2.1", "192.0.2.2", "2001:db8::1"])
  }

  @Test(
    "a null MX is one record, preference 0, target the root",
    arguments: [
      ("example.jp MX 0 .", true), ("example.jp MX 10 .", false),
      ("example.jp MX 0 .\nexample.jp MX 10 m.test", false),
      ("example.jp MX 0 .\nexample.jp MX 10 .", false), ("example.jp MX 0 m.test", false),
    ])
  func nullMX(_ lines: String, _ isNull: Bool) async throws {
    let facts = try await facts(lines)
    if case .nullMX = facts.status { #expect(isNull) } else { #expect(!isNull) }
  }

  @Test(
    "an address where a name belongs is told, with brackets or without",
    arguments: ["192.0.2.1", "[192.0.2.1]"])
  func literal(_ host: String) async throws {
    let facts = try await facts("example.jp MX 0 \(host)")
    #expect(facts.exchanges.first?.addressLiteral == IPAddress("192.0.2.1"))
  }

  @Test(
    "of either family, and nothing that only begins like one",
    arguments: [
      ("2001:db8::1", "2001:db8::1"), ("::1", "::1"), ("[2001:db8::1]", "2001:db8::1"),
      ("::ffff:192.0.2.1", "::ffff:192.0.2.1"), ("192.0.2.1.example.jp", "192.0.2.1"),
      ("1.mx.example.jp", nil), ("192.0.2", nil), ("a:b.example.jp", nil), ("[mx].example.jp", nil),
      ("mx.192.0.2.1", nil), ("mx.example.jp", nil),
    ] as [(String, String?)])
  func literal(_ host: String, _ address: String?) throws {
    let host = try #require(DomainName(host))
    let exchange = MailExchange(preference: 0, host: host, addresses: .none(at: host))
    #expect(exchange.addressLiteral == address.flatMap { IPAddress($0) })
  }

  @Test("a host without address, one of which nobody knows, and one with one family known")
  func certainty() async throws {
    let lines =
      "example.jp MX 1 gone.test\nexample.jp MX 2 half.test\nexample.jp MX 3 m.test\nm.test A 192.0.2.1"
    let hosts = try await facts(lines, failing: ["half.test A", "m.test AAAA"]).exchanges.map(\.addresses)
    #expect(hosts.map(\.isWithout) == [true, false, false])
    #expect(hosts.map { $0.failure == nil } == [true, false, true])
  }

  @Test("no more than fifty hosts are looked at, those preferred most")
  func limit() async throws {
    let lines = (1...60).map { "example.jp MX \($0) m\($0).test" }.joined(separator: "\n")
    let facts = try await facts(lines)
    #expect(facts.exchanges.map(\.preference) == Array(1...50))
    #expect(facts.answer.records.count == 60)
  }
}

@Suite("What MX records do wrong")
struct MXRulesTests {
  private func summary(_ lines: String, failing: [String] = []) async throws -> [String] {
    let facts = await MXFacts.gather(
      DomainName("example.jp")!, from: try RecordedResolver(lines, failing: failing))
    return facts.findings.worstFirst.map { "\($0.id) \($0.severity.rawValue) \($0.subject)" }
  }

  @Test(
    "findings and what they are about",
    arguments: [
      ("example.jp MX 0 m.test\nm.test A 198.51.100.1", []),
      ("example.jp MX 0 .", []),
      ("example.jp MX 0 m.test", ["mx-no-address critical example.jp"]),
      ("example.jp MX 0 m.test\nexample.jp MX 1 n.test", ["mx-no-address critical example.jp"]),
      (
        "example.jp MX 0 m.test\nexample.jp MX 1 n.test\nn.test A 198.51.100.1",
        ["mx-host-without-address warning m.test"]
      ),
      ("example.jp MX 0 m.test\nm.test CNAME n.test\nn.test A 198.51.100.1", ["mx-cname warning m.test"]),
      (
        "example.jp MX 0 192.0.2.1", ["mx-no-address critical example.jp", "mx-ip-literal warning 192.0.2.1"]
      ),
      (
        "example.jp MX 0 192.0.2.1.example.jp",
        ["mx-no-address critical example.jp", "mx-ip-literal warning 192.0.2.1.example.jp"]
      ),
      // A name that looks like one and has an address is a host like any other.
      ("example.jp MX 0 192.0.2.1.example.jp\n192.0.2.1.example.jp A 198.51.100.1", []),
      (
        "example.jp MX 0 192.0.2.1\nexample.jp MX 1 n.test\nn.test A 198.51.100.1",
        ["mx-ip-literal warning 192.0.2.1"]
      ),
      (
        "example.jp MX 0 m.test\nm.test A 10.1.2.3\nm.test A 192.168.0.1",
        ["mx-private-address warning m.test"]
      ),
      ("example.jp MX 0 m.test\nm.test AAAA fd00::1", ["mx-private-address warning m.test"]),
      ("example.jp MX 10 .", ["mx-no-address critical example.jp", "mx-null-not-alone warning ."]),
      ("example.jp MX 0 .\nexample.jp MX 1 n.test\nn.test A 198.51.100.1", ["mx-null-not-alone warning ."]),
      ("example.jp MX 0 ms1.msv1.invalid", ["mx-verification-only critical example.jp"]),
      (
        "example.jp MX 0 ms1.msv1.invalid\nexample.jp MX 1 n.test\nn.test A 198.51.100.1",
        ["mx-verification-leftover info ms1.msv1.invalid"]
      ),
      ("example.jp A 198.51.100.1", ["mx-implicit info example.jp"]),
      ("example.jp TXT x", ["mx-absent info example.jp"]),
      ("", ["mx-absent info example.jp"]),
    ] as [(String, [String])])
  func findings(_ lines: String, _ expected: [String]) async throws {
    #expect(try await summary(lines) == expected)
  }

  @Test(
    "what to publish in place of an address is said in full",
    arguments: [
      ("192.0.2.1", "mail.example.jp. A 192.0.2.1"),
      ("192.0.2.1.example.jp", "mail.example.jp. A 192.0.2.1"),
    ])
  func literal(_ host: String, _ record: String) async throws {
    let facts = await MXFacts.gather(
      DomainName("example.jp")!, from: try RecordedResolver("example.jp MX 5 \(host)"))
    let finding = try #require(facts.findings.first { $0.id == "mx-ip-literal" })
    let fix = try #require(finding.fix?.english)
    #expect(fix.contains("\n\(record)\n") && fix.hasSuffix("\nexample.jp. MX 5 mail.example.jp."), "\(fix)")
  }

  @Test(
    "51 MX records are too many, 50 are not",
    arguments: [(50, []), (51, ["mx-too-many warning example.jp"])] as [(Int, [String])])
  func tooMany(_ count: Int, _ expected: [String]) async throws {
    let lines = (1...count).map { "example.jp MX \($0) m\($0).many.test\n" }.joined()
    #expect(try await summary(lines + "*.many.test A 198.51.100.1") == expected)
  }

  @Test("while there are hosts that were not looked at, it is not said that no host has an address")
  func noAddressCutShort() async throws {
    let lines = (1...51).map { "example.jp MX \($0) m\($0).test\n" }.joined()
    let found = try await summary(lines + "m51.test A 198.51.100.1")
    #expect(found.contains("mx-too-many warning example.jp"))
    #expect(!found.contains { $0.hasPrefix("mx-no-address") })
    let facts = await MXFacts.gather(DomainName("example.jp")!, from: try RecordedResolver(lines))
    #expect(facts.takesMail == nil)
  }

  @Test(
    "what failed is unknown, and nothing else",
    arguments: [
      ("example.jp MX", ["mx-unknown unknown example.jp"]),
      ("m.test A", ["mx-host-unknown unknown m.test"]),
      ("m.test AAAA", ["mx-host-unknown unknown m.test"]),
    ] as [(String, [String])])
  func failures(_ failing: String, _ expected: [String]) async throws {
    #expect(
      try await summary("example.jp MX 0 m.test\nexample.jp A 198.51.100.1", failing: [failing]) == expected)
  }

  @Test("while one host could not be asked, it is not said that no host has an address")
  func noAddressUnknown() async throws {
    let lines = "example.jp MX 0 m.test\nexample.jp MX 1 n.test"
    #expect(
      try await summary(lines, failing: ["m.test"])
        == ["mx-host-without-address warning n.test", "mx-host-unknown unknown m.test"])
  }
}
