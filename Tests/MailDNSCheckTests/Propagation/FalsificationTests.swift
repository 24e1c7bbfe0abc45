import Testing

@testable import MailDNSCheck

@Suite("compare: answers that are not the zone's")
struct FalsificationTests {
  private typealias S = Sightings
  private static let one = S.resolver("192.0.2.1")
  private static let host = Question(LookupFixtures.name("mx.example.jp"), .a)
  private static let host6 = Question(LookupFixtures.name("mx.example.jp"), .aaaa)
  private static let known: Set<IPv4Address> = [IPv4Address("198.51.100.7")!]

  private static func a(_ address: String) -> RecordData { .a(IPv4Address(address)!) }
  private static func aaaa(_ address: String) -> RecordData { .aaaa(IPv6Address(address)!) }
  private static func error(_ code: UInt16) -> ExtendedError { ExtendedError(code: code, text: []) }

  private static func read(_ sighting: Sighting, zone: RecordSet?) -> Falsification? {
    Falsification(sighting.answer, zone: zone, addresses: known)
  }

  @Test("it says so itself, with or without records", arguments: [4, 15, 16, 17, 18] as [UInt16])
  func declared(_ code: UInt16) {
    let zone = RecordSet.records([.mx(preference: 10, exchange: LookupFixtures.name("new.example"))])
    let errors = [Self.error(code)]
    #expect(
      Self.read(S.exchange("block.example", 60, at: Self.one, extendedErrors: errors), zone: zone)
        == .declared(errors))
    #expect(
      Self.read(S.absent(60, at: Self.one, extendedErrors: errors), zone: zone) == .declared(errors))
    #expect(
      Self.read(S.failed(.responseCode(.refused), at: Self.one, extendedErrors: errors), zone: zone)
        == .declared(errors))
    // What it says is what the zone has all the same.
    #expect(
      Self.read(S.exchange("new.example", 60, at: Self.one, extendedErrors: errors), zone: zone) == nil)
  }

  @Test("extended errors that are about caches and DNSSEC are none", arguments: [0, 3, 6, 9, 22] as [UInt16])
  func others(_ code: UInt16) {
    let seen = S.exchange("old.example", 60, at: Self.one, extendedErrors: [Self.error(code)])
    #expect(Self.read(seen, zone: .absent) == nil)
    #expect(
      Self.read(
        S.failed(.servfail, at: Self.one, extendedErrors: [Self.error(code)]), zone: .absent) == nil)
  }

  @Test("addresses at which nobody is, unless the zone has them")
  func null() {
    let zone = RecordSet.records([Self.a("198.51.100.7")])
    let seen = S.found(Self.host, [Self.a("0.0.0.0")], 0, at: Self.one)
    #expect(Self.read(seen, zone: zone) == .nullAddress(IPAddress("0.0.0.0")!))
    #expect(Self.read(seen, zone: nil) == .nullAddress(IPAddress("0.0.0.0")!))
    #expect(Self.read(seen, zone: .records([Self.a("0.0.0.0")])) == nil)
    let six = S.found(Self.host6, [Self.aaaa("::")], 0, at: Self.one)
    #expect(Self.read(six, zone: .records([Self.aaaa("2001:db8::1")])) == .nullAddress(IPAddress("::")!))
    #expect(Self.read(S.found(Self.host, [Self.a("10.0.0.1")], 0, at: Self.one), zone: zone) == nil)
  }

  @Test("a denial without an SOA record, where the zone has records")
  func unproven() {
    let zone = RecordSet.records([.mx(preference: 10, exchange: LookupFixtures.name("new.example"))])
    let bare = S.absent(nil, zone: nil, at: Self.one)
    #expect(Self.read(bare, zone: zone) == .unproven)
    #expect(Self.read(bare, zone: .absent) == nil)
    #expect(Self.read(bare, zone: nil) == nil)
    // The registry's zone, from before the domain was there.
    #expect(Self.read(S.absent(900, zone: "jp", at: Self.one), zone: zone) == nil)
  }

  @Test("a CNAME to a search engine's filter")
  func safeSearch() {
    let seen = S.alias(Self.host, to: "forcesafesearch.google.com", 60, at: Self.one)
    #expect(
      Self.read(seen, zone: .records([Self.a("198.51.100.7")]))
        == .safeSearch(LookupFixtures.name("forcesafesearch.google.com")))
    #expect(
      Self.read(S.alias(Self.host, to: "mx.example", 60, at: Self.one), zone: .absent) == nil)
  }

  @Test(
    "IPv6 addresses made of IPv4 addresses, where the zone has none",
    arguments: [
      (["64:ff9b::c633:6407"], true), (["64:ff9b:1::c633:6407"], true), (["2001:db8:64::c633:6407"], true),
      (["64:ff9b::c633:6407", "2001:db8::1"], false), (["2001:db8::1"], false),
    ])
  func dns64(_ addresses: [String], _ isSynthesized: Bool) {
    let seen = S.found(Self.host6, addresses.map(Self.aaaa), 60, at: Self.one)
    #expect(Self.read(seen, zone: .absent) == (isSynthesized ? .dns64 : nil))
    // A zone that has IPv6 addresses is not what DNS64 is for (RFC 6147 §5.1.4).
    #expect(Self.read(seen, zone: .records([Self.aaaa("2001:db8::2")])) == nil)
  }

  @Test("where the zone is not known, only the well-known prefixes tell")
  func dns64Unknown() {
    let prefix = S.found(Self.host6, [Self.aaaa("64:ff9b::c633:6407")], 60, at: Self.one)
    #expect(Self.read(prefix, zone: nil) == .dns64)
    let other = S.found(Self.host6, [Self.aaaa("2001:db8:64::c633:6407")], 60, at: Self.one)
    #expect(Self.read(other, zone: nil) == nil)
  }
}
