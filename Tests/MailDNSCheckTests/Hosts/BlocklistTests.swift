import Testing

@testable import MailDNSCheck

@Suite("Blocklists (RFC 5782)")
struct BlocklistTests {
  private func list(_ zone: String) throws -> Blocklist {
    try #require(DomainName(zone).flatMap { Blocklist(zone: $0) })
  }

  private func reply(_ codes: String...) async throws -> BlocklistReply {
    let lines = codes.map { "x.test A \($0)\n" }.joined()
    let question = Question(try #require(DomainName("x.test")), .a)
    let dns = try RecordedResolver(lines)
    return BlocklistReply(await dns.answer(to: question))
  }

  @Test("the few that are asked, and those that are known besides")
  func known() {
    #expect(
      Blocklist.standard.map(\.zone.description) == [
        "zen.spamhaus.org", "dbl.spamhaus.org", "bl.spamcop.net", "psbl.surriel.com", "bl.mailspike.net",
      ])
    #expect(Set(Blocklist.known.map(\.zone)).count == Blocklist.known.count)
    #expect(Blocklist.known.count == Blocklist.standard.count + 2)
    #expect(Blocklist.known.allSatisfy { $0.page?.hasPrefix("https://") == true })
  }

  @Test(
    "addresses are asked for with their octets or nibbles reversed, domains as they are",
    arguments: [
      (.address(IPAddress("192.0.2.99")!), "99.2.0.192.list.test A"),
      (
        .address(IPAddress("2001:db8:1:2:3:4:567:89ab")!),
        "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.8.b.d.0.1.0.0.2.list.test A"
      ),
      (.domain(DomainName("example.jp")!), "example.jp.list.test A"),
    ] as [(BlocklistSubject, String)])
  func questions(_ subject: BlocklistSubject, _ expected: String) throws {
    #expect(subject.question(at: try #require(DomainName("list.test")))?.description == expected)
  }

  @Test("what every list has and what none has, in each family")
  func testEntries() throws {
    let zone = try #require(DomainName("l.test"))
    #expect(BlocklistSubject.Kind.ipv4.testEntry?.question(at: zone)?.description == "2.0.0.127.l.test A")
    #expect(BlocklistSubject.Kind.ipv4.testAbsence?.question(at: zone)?.description == "1.0.0.127.l.test A")
    #expect(
      BlocklistSubject.Kind.ipv6.testEntry?.question(at: zone)?.description
        == "\(HostsFixtures.testEntryIPv6).l.test A")
    #expect(BlocklistSubject.Kind.domain.testEntry?.question(at: zone)?.description == "test.l.test A")
    #expect(BlocklistSubject.Kind.domain.testAbsence?.question(at: zone)?.description == "invalid.l.test A")
  }

  @Test("a zone that has no room for an address is no list, and neither is the root")
  func longZone() throws {
    let long = try #require(
      DomainName((0..<4).map { _ in String(repeating: "a", count: 50) }.joined(separator: ".")))
    #expect(Blocklist(zone: long) == nil)
    #expect(Blocklist(zone: .root) == nil)
  }

  @Test(
    "what answers mean",
    arguments: [
      ("zen.spamhaus.org", "127.0.0.2", .listed(part: "SBL")),
      ("zen.spamhaus.org", "127.0.0.3", .listed(part: "CSS")),
      ("zen.spamhaus.org", "127.0.0.7", .listed(part: "XBL")),
      ("zen.spamhaus.org", "127.0.0.11", .policy(part: "PBL")),
      ("zen.spamhaus.org", "127.0.0.99", .listed(part: nil)),
      ("dbl.spamhaus.org", "127.0.1.102", .listed(part: "abused legit")),
      ("dbl.spamhaus.org", "127.0.1.4", .listed(part: "phish")),
      ("bl.mailspike.net", "127.0.0.12", .listed(part: nil)), ("bl.mailspike.net", "127.0.0.15", .neutral),
      ("bl.mailspike.net", "127.0.0.18", .praised), ("rep.mailspike.net", "127.0.0.99", .neutral),
      ("rep.mailspike.net", "127.0.0.20", .praised), ("own.test", "127.0.0.5", .listed(part: nil)),
    ] as [(String, String, Blocklist.Meaning)])
  func meanings(_ zone: String, _ code: String, _ meaning: Blocklist.Meaning) throws {
    #expect(try list(zone).meaning(of: try #require(IPv4Address(code))) == meaning)
  }

  @Test(
    "an answer outside 127/8, a refusal or the address of a filter is no listing, whatever stands beside it")
  func doubts() async throws {
    #expect(try await reply() == .absent)
    #expect(try await reply("127.0.0.2") == .codes([IPv4Address("127.0.0.2")!]))
    for code in ["127.255.255.252", "127.255.255.254", "127.255.255.255"] {
      #expect(try await reply(code).doubt == .refused(IPv4Address(code)!))
      #expect(try await reply("127.0.0.2", code).doubt == .refused(IPv4Address(code)!))
    }
    for code in ["146.112.61.108", "0.0.0.0", "127.0.0.1", "128.0.0.1"] {
      #expect(try await reply(code).doubt == .outside(IPv4Address(code)!))
      #expect(try await reply("127.0.0.2", code).doubt == .outside(IPv4Address(code)!))
    }
  }
}
