import Testing

@testable import MailDNSCheck

@Suite("Whom a record lets pass, read off it without a message")
struct SPFAuthorizationTests {
  private func authorization(
    _ terms: String, _ more: String = "", failing: [String] = []
  ) async throws -> SPFAuthorization {
    let lines = "example.jp TXT \(PublishedDomain.quoted("v=spf1 \(terms)"))\n\(Self.dns)\n\(more)"
    let dns = try RecordedResolver(lines, failing: failing)
    return SPFTree(await SPFFacts.gather(DomainName("example.jp")!, from: dns)).authorization
  }

  private static let dns = """
    example.jp A 192.0.2.10
    example.jp MX 10 h.test
    h.test A 198.51.100.10
    h.test AAAA 2001:db8::10
    m.test MX 10 h.test
    m.test MX 20 h2.test
    h2.test A 198.51.100.11
    null.test MX 0 .
    i.test TXT "v=spf1 ip4:203.0.113.0/25 -ip4:192.0.2.1 include:j.test -all"
    j.test TXT "v=spf1 ip4:203.0.113.128/25 ?all"
    wide.test TXT "v=spf1 +all"
    *.w.test A 127.0.0.2
    """

  @Test(
    "addresses are those of the terms that pass, merged",
    arguments: [
      ("-all", []), ("ip4:192.0.2.0/24 -all", ["192.0.2.0/24"]), ("ip4:192.0.2.3 -all", ["192.0.2.3"]),
      ("ip4:192.0.2.0/25 ip4:192.0.2.128/25 -all", ["192.0.2.0/24"]),
      ("ip6:2001:db8::/32 -all", ["2001:db8::/32"]),
      ("a -all", ["192.0.2.10"]), ("a/24 -all", ["192.0.2.0/24"]),
      ("a:h.test -all", ["198.51.100.10", "2001:db8::10"]),
      ("a:h.test/24//64 -all", ["198.51.100.0/24", "2001:db8::/64"]),
      ("a:h.test//64 -all", ["198.51.100.10", "2001:db8::/64"]),
      ("mx -all", ["198.51.100.10", "2001:db8::10"]),
      ("mx:m.test -all", ["198.51.100.10/31", "2001:db8::10"]),
      ("mx:m.test/28//128 -all", ["198.51.100.0/28", "2001:db8::10"]), ("mx:null.test -all", []),
      ("a:gone.test mx:gone.test -all", []), ("include:i.test -all", ["203.0.113.0/24"]),
      ("include:i.test include:i.test include:j.test -all", ["203.0.113.0/24"]),
      ("redirect=i.test", ["203.0.113.0/24"]),
      ("ip4:192.0.2.3 redirect=j.test", ["192.0.2.3", "203.0.113.128/25"]),
      ("redirect=j.test -all", []), ("-all ip4:192.0.2.3", []), ("a/0 -all", ["0.0.0.0/0"]),
    ] as [(String, [String])])
  func addresses(_ terms: String, _ expected: [String]) async throws {
    let authorization = try await authorization(terms)
    #expect(authorization.addresses.descriptions == expected)
    #expect(!authorization.passesAll)
    #expect(!authorization.isPartial)
  }

  @Test(
    "a term of another qualifier lets nobody pass",
    arguments: ["-", "~", "?"],
    [
      "ip4:192.0.2.3", "a", "mx", "include:i.test", "include:wide.test", "exists:%{i}.x.test", "ptr",
      "a:%{h}", "all",
    ])
  func qualifiers(_ qualifier: String, _ term: String) async throws {
    let authorization = try await authorization("\(qualifier)\(term) ~all")
    #expect(authorization.addresses.descriptions.isEmpty)
    #expect(!authorization.passesAll)
    #expect(!authorization.isPartial)
  }

  @Test(
    "+all, in the record or in one that it includes or leads to, lets everybody pass",
    arguments: [
      "+all", "all", "include:wide.test -all", "redirect=wide.test", "exists:h.test -all",
      "exists:%{d}.w.test -all",
    ])
  func all(_ terms: String) async throws { #expect(try await authorization(terms).passesAll) }

  @Test(
    "so do networks that leave out no address that is in use, of either family",
    arguments: [
      ("ip4:0.0.0.0/0", true), ("ip4:0.0.0.0/1 ip4:128.0.0.0/2 ip4:192.0.0.0/3", true), ("ip6:::/0", true),
      ("ip6:2000::/3", true), ("ip4:0.0.0.0/1", false), ("ip6:2000::/4", false), ("exists:gone.test", false),
    ])
  func everybody(_ terms: String, _ isForEverybody: Bool) async throws {
    #expect(try await authorization("\(terms) -all").isForEverybody == isForEverybody)
  }

  @Test("what stands behind -all lets nobody pass, not even +all")
  func behindAll() async throws { #expect(try await !authorization("-all +all").passesAll) }

  @Test(
    "what depends on the message leaves the list partial, and the rest is listed",
    arguments: [
      "exists:%{i}.x.test", "ptr", "ptr:x.test", "a:%{h}", "mx:%{o}.x.test", "include:%{o}._spf.test",
    ])
  func macros(_ term: String) async throws {
    let authorization = try await authorization("\(term) ip4:192.0.2.3 -all")
    #expect(authorization.isPartial)
    #expect(authorization.addresses.descriptions == ["192.0.2.3"])
  }

  @Test("so does a redirect that depends on it")
  func redirectMacro() async throws {
    #expect(try await authorization("ip4:192.0.2.3 redirect=%{o}._spf.test").isPartial)
  }

  @Test(
    "what could not be looked up leaves the list partial",
    arguments: [
      ("include:slow.test", "slow.test TXT"), ("a:h.test", "h.test A"), ("a:h.test", "h.test AAAA"),
      ("mx:m.test", "m.test MX"), ("mx:m.test", "h2.test A"), ("redirect=slow.test", "slow.test TXT"),
    ])
  func failures(_ term: String, _ failing: String) async throws {
    #expect(try await authorization("ip4:192.0.2.3 \(term)", failing: [failing]).isPartial)
  }

  @Test("records that lead back to themselves come to an end")
  func loop() async throws {
    let loop = "l.test TXT \"v=spf1 ip4:192.0.2.3 include:example.jp include:l.test -all\""
    #expect(try await authorization("include:l.test -all", loop).addresses.descriptions == ["192.0.2.3"])
  }

  @Test("a domain without a record lets nobody pass")
  func none() async throws {
    let facts = await SPFFacts.gather(
      DomainName("example.jp")!, from: try RecordedResolver("x.test A 192.0.2.1"))
    let authorization = SPFTree(facts).authorization
    #expect(authorization.addresses.descriptions.isEmpty)
    #expect(!authorization.passesAll)
    #expect(!authorization.isPartial)
  }
}
