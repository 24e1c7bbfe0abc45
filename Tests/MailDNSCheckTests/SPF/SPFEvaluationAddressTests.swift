import Testing

@testable import MailDNSCheck

@Suite("all, a, ip4, ip6 and exists (RFC 7208 §5.1, §5.3, §5.6, §5.7)")
struct SPFEvaluationAddressTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let terms: String
    let sender: String
    let matches: Bool
    var testDescription: String { "\(terms) from \(sender)" }

    init(_ terms: String, _ sender: String, _ matches: Bool) {
      (self.terms, self.sender, self.matches) = (terms, sender, matches)
    }
  }

  private static let dns = """
    example.jp A 192.0.2.10
    example.jp AAAA 2001:db8::10
    h.test A 198.51.100.10
    h.test A 203.0.113.10
    v6.test AAAA 2001:db8:1::10
    v6.test AAAA ::ffff:192.0.2.77
    v4.test A 198.51.100.10
    alias.test CNAME h.test
    """

  private func expect(_ row: Row) async throws {
    let result = try await SPFCase("\(row.terms) -all", Self.dns).from(row.sender).result
    #expect(result == (row.matches ? .pass : .fail))
  }

  @Test(
    "§5.1 Mechanisms after \"all\" will never be tested",
    arguments: [
      ("-all +ip4:192.0.2.3", .fail), ("?all -all", .neutral), ("~all redirect=example.jp", .softfail),
      ("-all a:slow.test include:slow.test mx:slow.test", .fail),
    ] as [(String, SPFResult)])
  func all(_ terms: String, _ result: SPFResult) async throws {
    let (evaluation, asked) = try await SPFCase(terms).failing("slow.test").evaluated()
    #expect(evaluation.result == result)
    #expect(asked == ["example.jp TXT"])
  }

  @Test(
    "§5.6 ip4: the address is in the network",
    arguments: [
      Row("ip4:192.0.2.3", "192.0.2.3", true), Row("ip4:192.0.2.3", "192.0.2.4", false),
      Row("ip4:192.0.2.3/32", "192.0.2.3", true), Row("ip4:192.0.2.3/32", "192.0.2.2", false),
      Row("ip4:192.0.2.3/31", "192.0.2.2", true), Row("ip4:192.0.2.3/24", "192.0.2.255", true),
      Row("ip4:192.0.2.3/24", "192.0.3.0", false), Row("ip4:192.0.2.3/1", "127.255.255.255", false),
      Row("ip4:10.0.0.0/0", "255.255.255.255", true), Row("ip4:10.0.0.0/0", "0.0.0.0", true),
      Row("ip4:0.0.0.0/0", "2001:db8::3", false), Row("ip4:192.0.2.0/24", "::ffff:192.0.2.3", true),
      Row("ip4:192.0.2.0/24", "::192.0.2.3", false),
    ])
  func ip4(_ row: Row) async throws { try await expect(row) }

  @Test(
    "§5.6 ip6: the address is in the network",
    arguments: [
      Row("ip6:2001:db8::3", "2001:db8::3", true), Row("ip6:2001:db8::3", "2001:db8::4", false),
      Row("ip6:2001:DB8::3/128", "2001:db8::3", true), Row("ip6:2001:db8::3/128", "2001:db8::2", false),
      Row("ip6:2001:db8::3/127", "2001:db8::2", true), Row("ip6:2001:db8::/32", "2001:db8:ffff::1", true),
      Row("ip6:2001:db8::/32", "2001:db9::", false), Row("ip6:2001:db8::/0", "ffff::", true),
      Row("ip6:::/0", "::", true), Row("ip6:::/0", "192.0.2.3", false),
      Row("ip6:::1/1", "8000::", false), Row("ip6:::ffff:192.0.2.3", "192.0.2.3", false),
      // A mapped address is an IPv4 one (§5), so that even the network that holds it does not match.
      Row("ip6:::/0", "::ffff:192.0.2.3", false),
    ])
  func ip6(_ row: Row) async throws { try await expect(row) }

  @Test(
    "§5.3 a: the address is one of the target's, of the sender's own family",
    arguments: [
      Row("a", "192.0.2.10", true), Row("a", "192.0.2.11", false), Row("a", "2001:db8::10", true),
      Row("a", "2001:db8::11", false), Row("a:h.test", "198.51.100.10", true),
      Row("a:h.test", "203.0.113.10", true), Row("a:h.test", "203.0.113.11", false),
      Row("A:H.TEST.", "203.0.113.10", true), Row("a:alias.test", "203.0.113.10", true),
      Row("a:h.test", "2001:db8::10", false), Row("a:v6.test", "2001:db8:1::10", true),
      Row("a:v6.test", "192.0.2.3", false), Row("a:gone.test", "192.0.2.3", false),
      // The mapped address of an AAAA record is no A record.
      Row("a:v6.test", "::ffff:192.0.2.77", false), Row("a", "::ffff:192.0.2.10", true),
    ])
  func a(_ row: Row) async throws { try await expect(row) }

  @Test(
    "§5.3 the prefix length of the sender's family is applied to each address",
    arguments: [
      Row("a/24", "192.0.2.200", true), Row("a/24", "192.0.3.1", false), Row("a/32", "192.0.2.10", true),
      Row("a/32", "192.0.2.11", false), Row("a/0", "8.8.8.8", true), Row("a/31", "192.0.2.11", true),
      Row("a/0", "2001:db8::11", false), Row("a//0", "ffff::1", true), Row("a//0", "192.0.2.11", false),
      Row("a//128", "2001:db8::10", true), Row("a//128", "2001:db8::11", false),
      Row("a//64", "2001:db8::ffff", true), Row("a//64", "2001:db8:0:1::10", false),
      Row("a/24//64", "192.0.2.200", true), Row("a/24//64", "2001:db8::ffff", true),
      Row("a:h.test/24", "203.0.113.99", true), Row("a:h.test/24", "198.51.100.99", true),
      Row("a:h.test/24", "192.0.2.3", false), Row("a:v6.test/0", "2001:db8:9::1", false),
      Row("a:v6.test//48", "2001:db8:1:ffff::1", true), Row("a:v4.test//0", "2001:db8::1", false),
      Row("a/24", "::ffff:192.0.2.200", true),
    ])
  func prefixLengths(_ row: Row) async throws { try await expect(row) }

  @Test(
    "a asks for the one type of the sender's family",
    arguments: [("192.0.2.3", "A"), ("2001:db8::3", "AAAA"), ("::ffff:192.0.2.3", "A")])
  func oneQuestion(_ sender: String, _ type: String) async throws {
    let (_, asked) = try await SPFCase("a:h.test -all").from(sender).evaluated()
    #expect(asked == ["example.jp TXT", "h.test \(type)"])
  }

  @Test(
    "§5.7 exists: any A record matches, whatever its address, also for IPv6 senders",
    arguments: [
      Row("exists:h.test", "192.0.2.3", true), Row("exists:h.test", "2001:db8::3", true),
      Row("exists:v6.test", "2001:db8::3", false), Row("exists:v6.test", "192.0.2.3", false),
      Row("exists:gone.test", "192.0.2.3", false), Row("exists:alias.test", "192.0.2.3", true),
    ])
  func exists(_ row: Row) async throws { try await expect(row) }

  @Test("exists: macros make the name, that of the sender's address for one")
  func existsMacro() async throws {
    let sender = SPFCase(
      "exists:%{ir}.%{l1r+-}._spf.%{d} -all", "3.2.0.192.user._spf.example.jp A 127.0.0.2")
    #expect(try await sender.result == .pass)
    #expect(try await sender.from("192.0.2.4").result == .fail)
  }

  @Test(
    "a name that the text does not make is no match, costs its look-up, and is asked nowhere",
    arguments: ["a:%{h}", "a:x..%{h}", "mx:%{h}", "exists:%{h}", "ptr:%{h}", "exists:%{h}..test"],
    [
      "", ".", "a..b", "JUMPIN' JUPITER..x", String(repeating: "a", count: 64) + ".test", "\u{0}..",
      "[::1]..\u{7F}",
    ])
  func unusableNames(_ term: String, _ helo: String) async throws {
    var sender = SPFCase("\(term) ~all")
    sender.helo = helo
    let (evaluation, asked) = try await sender.evaluated()
    #expect(evaluation.result == .softfail)
    #expect(evaluation.lookups == 1)
    #expect(evaluation.voidLookups == 0)
    #expect(asked == ["example.jp TXT"])
  }
}
