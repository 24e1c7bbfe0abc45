import Testing

@testable import MailDNSCheck

@Suite("mx (RFC 7208 §5.4)")
struct SPFEvaluationExchangeTests {
  private static let dns = """
    example.jp MX 10 m1.test
    example.jp A 192.0.2.50
    m.test MX 10 m1.test
    m.test MX 20 m2.test
    m1.test A 192.0.2.10
    m1.test AAAA 2001:db8::10
    m2.test A 198.51.100.10
    m2.test A 198.51.100.20
    nomx.test A 192.0.2.3
    null.test MX 0 .
    dead.test MX 10 gone.test
    """

  @Test(
    "the address is one of a host's, of the sender's own family, with the prefix length of that family",
    arguments: [
      ("mx", "192.0.2.10", true), ("mx", "192.0.2.50", false), ("mx", "2001:db8::10", true),
      ("mx:m.test", "192.0.2.10", true), ("mx:m.test", "198.51.100.20", true),
      ("mx:m.test", "198.51.100.21", false),
      ("MX:M.TEST", "198.51.100.20", true), ("mx/24", "192.0.2.99", true), ("mx/24", "192.0.3.1", false),
      ("mx/32", "192.0.2.11", false), ("mx/0", "8.8.8.8", true), ("mx/0", "2001:db8::11", false),
      ("mx//0", "ffff::", true), ("mx//128", "2001:db8::11", false), ("mx//64", "2001:db8::99", true),
      ("mx//0", "192.0.2.99", false), ("mx:m.test/24//64", "198.51.100.99", true),
      ("mx:m.test/24//64", "2001:db8::99", true), ("mx/24", "::ffff:192.0.2.99", true),
    ])
  func matches(_ term: String, _ sender: String, _ matches: Bool) async throws {
    #expect(try await SPFCase("\(term) -all", Self.dns).from(sender).result == (matches ? .pass : .fail))
  }

  @Test("To prevent unexpected results, this mechanism MUST NOT apply the \"implicit MX\" rule")
  func implicit() async throws {
    let evaluation = try await SPFCase("mx:nomx.test ~all", Self.dns).evaluation
    #expect(evaluation.result == .softfail)
    #expect(evaluation.voidLookups == 1)
  }

  @Test("a null MX (RFC 7505) names no host, and is no void look-up")
  func null() async throws {
    let (evaluation, asked) = try await SPFCase("mx:null.test ~all", Self.dns).evaluated()
    #expect(evaluation.result == .softfail)
    #expect(evaluation.voidLookups == 0)
    #expect(asked == ["example.jp TXT", "null.test MX"])
  }

  @Test("a host without an address does not match")
  func withoutAddress() async throws {
    #expect(try await SPFCase("mx:dead.test ~all", Self.dns).result == .softfail)
  }

  private static func hosts(_ count: Int, matching: Int? = nil) -> String {
    (1...count).map { "b.test MX \($0) b\($0).test\nb\($0).test A 192.0.2.\($0 == matching ? 3 : 100)" }
      .joined(separator: "\n")
  }

  @Test("§4.6.4 ten names are looked at", arguments: [1, 10])
  func ten(_ matching: Int) async throws {
    #expect(try await SPFCase("mx:b.test ~all", Self.hosts(10)).result == .softfail)
    #expect(try await SPFCase("mx:b.test ~all", Self.hosts(10, matching: matching)).result == .pass)
  }

  @Test(
    "§4.6.4 If this limit is exceeded, the \"mx\" mechanism MUST produce a \"permerror\" result",
    arguments: [nil, 1, 11])
  func eleven(_ matching: Int?) async throws {
    let evaluation = try await SPFCase("mx:b.test ~all", Self.hosts(11, matching: matching)).evaluation
    #expect(evaluation.result == .permerror)
    #expect(evaluation.error == .tooManyExchanges(DomainName("b.test")!))
  }

  @Test("the limit is one of each \"mx\" alone")
  func each() async throws {
    #expect(
      try await SPFCase("mx:b.test mx:b.test mx:m.test ~all", Self.hosts(10), Self.dns).result == .softfail)
  }
}
