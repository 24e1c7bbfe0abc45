import Testing

@testable import MailDNSCheck

@Suite("Which addresses are judged as senders")
struct SendingAddressesTests {
  private func senders(_ lines: String, _ given: [String] = [], failing: [String] = []) async throws
    -> SendingAddresses
  {
    let dns = try RecordedResolver(World.providers + lines, failing: failing)
    let report = try await HostsFixtures.report(dns, given, lists: [])
    return try #require(report.facts.hosts).senders
  }

  @Test("those that the user names, and then nobody asks for SPF's own")
  func given() async throws {
    let senders = try await senders(
      HostsFixtures.domain, ["198.51.100.1", "2001:db8::1", "::ffff:198.51.100.1"])
    #expect(senders.source == .given)
    #expect(senders.addresses.map(\.description) == ["198.51.100.1", "2001:db8::1"])
    #expect(senders.gap == nil)
  }

  @Test(
    "those of SPF where they are few",
    arguments: [
      ("v=spf1 ip4:192.0.2.1 -all", ["192.0.2.1"]),
      ("v=spf1 ip4:192.0.2.2/31 ip6:2001:db8::1 ~all", ["192.0.2.2", "192.0.2.3", "2001:db8::1"]),
      ("v=spf1 mx ip4:192.0.2.25 -all", ["192.0.2.25"]),
      ("v=spf1 include:few.test -all", ["198.51.100.7"]),
      ("v=spf1 -ip4:192.0.2.9 ip4:192.0.2.1 -all", ["192.0.2.1"]),
      ("v=spf1 ip4:10.0.0.0/8 ip4:192.0.2.1 -all", ["192.0.2.1"]),
      ("v=spf1 ip4:192.0.2.0/27 -all", (0..<32).map { "192.0.2.\($0)" }),
    ] as [(String, [String])])
  func few(_ record: String, _ expected: [String]) async throws {
    let senders = try await senders(
      HostsFixtures.mx + "example.jp TXT \"\(record)\"\nfew.test TXT \"v=spf1 ip4:198.51.100.7 -all\"\n")
    #expect(senders.source == .spf)
    #expect(senders.addresses.map(\.description) == expected)
    #expect(senders.gap == nil)
  }

  @Test("of many those that the domain's own record names")
  func ownRecord() async throws {
    let senders = try await senders(
      HostsFixtures.mx
        + "example.jp TXT \"v=spf1 ip4:192.0.2.7 include:spf.securemx.jp include:spf.protection.outlook.com -all\"\n"
    )
    #expect(senders.source == .ownRecord)
    #expect(senders.addresses.map(\.description) == ["192.0.2.7"])
    #expect(senders.gap == .tooMany)
  }

  @Test(
    "where those are many too, own MX hosts that SPF lets send; not a provider's, and not one that only takes mail"
  )
  func ownHosts() async throws {
    let record = "example.jp TXT \"v=spf1 ip4:192.0.2.0/24 ip4:210.130.202.0/24 -all\"\n"
    let senders = try await senders(
      "example.jp MX 10 mail.example.jp\nexample.jp MX 20 mx.securemx.jp\nexample.jp MX 30 in.example.jp\n"
        + "mail.example.jp A 192.0.2.25\nin.example.jp A 198.51.100.25\n" + record)
    #expect(senders.source == .ownHosts)
    #expect(senders.addresses.map(\.description) == ["192.0.2.25"])
    #expect(senders.gap == .tooMany)
  }

  @Test(
    "where SPF names nobody, why",
    arguments: [
      ("", .unsaid), ("example.jp TXT \"v=spf1 ip4:192.0.2.1/99 -all\"\n", .unsaid),
      ("example.jp TXT \"v=spf1 +all\"\n", .everybody),
      ("example.jp TXT \"v=spf1 include:spf.securemx.jp -all\"\n", .tooMany),
      ("example.jp TXT \"v=spf1 exists:%{i}.x.test -all\"\n", .unlisted),
      ("example.jp TXT \"v=spf1 -all\"\n", nil),
    ] as [(String, SendingAddresses.Gap?)])
  func nobody(_ lines: String, _ gap: SendingAddresses.Gap?) async throws {
    let senders = try await senders("example.jp MX 10 mx.securemx.jp\n" + lines)
    #expect(senders.source == nil)
    #expect(senders.addresses.isEmpty)
    #expect(senders.gap == gap)
  }

  @Test("what could not be asked is a gap, beside those that are known")
  func failures() async throws {
    let record = "example.jp TXT \"v=spf1 ip4:192.0.2.1 include:few.test -all\"\n"
    let own = try await senders(HostsFixtures.mx + record, failing: ["example.jp TXT"])
    #expect(own.source == nil)
    guard case .unknown? = own.gap else {
      Issue.record("\(String(describing: own.gap))")
      return
    }
    let part = try await senders(HostsFixtures.mx + record, failing: ["few.test TXT"])
    #expect(part.addresses.map(\.description) == ["192.0.2.1"])
    guard case .unknown? = part.gap else {
      Issue.record("\(String(describing: part.gap))")
      return
    }
  }

  @Test("ranges are listed only where they are few")
  func ranges() throws {
    func addresses(_ texts: String..., maximum: Int) -> [String]? {
      AddressRanges(texts.compactMap { IPNetwork($0) }).addresses(atMost: maximum)?.map(\.description)
    }
    #expect(addresses("192.0.2.0/30", maximum: 4)?.count == 4)
    #expect(addresses("192.0.2.0/30", maximum: 3) == nil)
    #expect(addresses("192.0.2.0/32", "2001:db8::/127", maximum: 3)?.last == "2001:db8::1")
    #expect(addresses("192.0.2.0/32", "2001:db8::/127", maximum: 2) == nil)
    #expect(addresses("0.0.0.0/0", "::/0", maximum: 32) == nil)
    #expect(addresses("::/0", maximum: .max) == nil)
    #expect(addresses(maximum: 0) == [])
  }
}
