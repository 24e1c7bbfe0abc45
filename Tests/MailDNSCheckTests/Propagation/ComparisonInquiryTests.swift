import Foundation
import Testing

@testable import MailDNSCheck

@Suite("compare: what is asked, and of whom")
struct ComparisonInquiryTests {
  private static let domain = Sightings.domain
  private static let zone = """
    example.jp SOA ns.example.jp host.example.jp 1 7200 1800 1209600 300
    example.jp NS ns.example.jp
    ns.example.jp A 192.0.2.9
    example.jp MX 10 mx.example.jp
    example.jp MX 20 mx.provider.example
    mx.example.jp A 192.0.2.1
    example.jp TXT "v=spf1 mx -all"
    _dmarc.example.jp TXT "v=DMARC1; p=reject"
    s1._domainkey.example.jp CNAME s1.provider.example
    s1.provider.example TXT "v=DKIM1; p=AAAA"

    """

  private static let authority = "example.jp SOA ns.example.jp host.example.jp 1 7200 1800 1209600 300\n"

  /// Two resolvers, `seen` and a second one, and the zone's own server.
  private static func inquiry(
    zone: RecordedResolver, _ resolvers: RecordedResolver..., selectors: [String] = []
  ) -> ComparisonInquiry {
    let sources = resolvers.enumerated().map { index, resolver in
      ComparisonInquiry.Source(server: Sightings.resolver("198.51.100.\(index + 1)"), resolver: resolver)
    }
    var inquiry = ComparisonInquiry(resolvers: sources, authority: { _ in zone })
    inquiry.candidates = ["s1", "s2", "google"].compactMap { DKIMSelector($0) }
    inquiry.selectors = selectors.compactMap { DKIMSelector($0) }
    inquiry.now = { Sightings.now }
    return inquiry
  }

  private static func look(_ inquiry: ComparisonInquiry) async -> DomainComparison {
    await inquiry.look(await inquiry.survey(domain))
  }

  @Test("the mail records, the selectors of the zone, NS, and the addresses of its own MX hosts")
  func questions() async throws {
    let home = try RecordedResolver(Self.zone).authoritative(offersRecursion: false)
    let seen = try RecordedResolver(Self.zone)
    let comparison = await Self.look(Self.inquiry(zone: home, seen))
    #expect(
      comparison.records.map { comparison.label(of: $0.question) } == [
        "MX", "TXT", "_dmarc TXT", "s1._domainkey TXT", "NS", "s1.provider.example TXT", "mx A",
      ])
    #expect(comparison.outlook.kind == .agreed)
    #expect(comparison.servers.map(\.address.description) == ["192.0.2.9:53"])
    // A resolver would keep that there is nothing.
    let asked = await seen.asked
    #expect(!asked.contains { "\($0.name)".hasPrefix("s2.") || "\($0.name)".hasPrefix("google.") })
    #expect(!asked.contains { "\($0.name)" == "mx.provider.example" })
  }

  @Test("a selector that is named is asked for everywhere")
  func selector() async throws {
    let home = try RecordedResolver(Self.zone).authoritative(offersRecursion: false)
    let old = try RecordedResolver(Self.zone + "gone._domainkey.example.jp TXT \"v=DKIM1; p=AAAA\"\n")
    let comparison = await Self.look(Self.inquiry(zone: home, old, selectors: ["gone"]))
    let record = comparison.records.first { $0.question.name.description.hasPrefix("gone.") }
    #expect(record?.waiting.count == 1)
    #expect(comparison.status == .warning)
  }

  @Test("behind an alias that the zone's own servers follow, the change may be at its end")
  func endOfAlias() async throws {
    let new =
      Self.zone.replacing("example.jp TXT \"v=spf1", with: "x TXT \"v=spf1")
      + "s2._domainkey.example.jp CNAME key.example.jp\nkey.example.jp TXT \"v=DKIM1; p=NEW=\"\n"
    let home = try RecordedResolver(new).authoritative(offersRecursion: false)
    let old = try RecordedResolver(new.replacing("p=NEW=", with: "p=OLD="))
    let comparison = await Self.look(Self.inquiry(zone: home, old))
    let end = try #require(
      comparison.records.first { $0.question.name == LookupFixtures.name("key.example.jp") })
    #expect(end.waiting.count == 1)
    #expect(comparison.status == .warning)
  }

  @Test("a domain that nobody knows is no silence of its servers")
  func noSuchName() async throws {
    let comparison = await Self.look(
      Self.inquiry(zone: try RecordedResolver(""), try RecordedResolver("other.jp A 192.0.2.1\n")))
    #expect(comparison.outlook.kind == .open(.noSuchName))
    #expect(comparison.status == .unknown)
  }

  @Test("one resolver that is behind, and one that fails")
  func behind() async throws {
    let home = try RecordedResolver(Self.zone).authoritative(offersRecursion: false)
    let old = try RecordedResolver(Self.zone.replacing("MX 10 mx.", with: "MX 10 old."))
    let failing = try RecordedResolver(Self.zone) { $0.type == .ns ? nil : .servfail }
    let comparison = await Self.look(Self.inquiry(zone: home, try RecordedResolver(Self.zone), old, failing))
    let mx = try #require(comparison.records.first)
    #expect(mx.waiting.map(\.sighting.server) == [Sightings.resolver("198.51.100.2")])
    #expect(comparison.outlook.isPartial && comparison.status == .warning)
    // Of the MX hosts only those count that the zone names.
    #expect(!comparison.records.contains { $0.question.name.description == "old.example.jp" })
  }

  @Test("where nobody has MX records the domain's own addresses are where mail goes")
  func implicit() async throws {
    let text =
      Self.authority + "example.jp NS ns.example.jp\nns.example.jp A 192.0.2.9\nexample.jp A 192.0.2.1\n"
    let home = try RecordedResolver(text).authoritative(offersRecursion: false)
    let comparison = await Self.look(Self.inquiry(zone: home, try RecordedResolver(text)))
    #expect(comparison.records.map { comparison.label(of: $0.question) } == ["MX", "NS", "A"])
  }

  @Test("without servers of the zone it is not known what is new")
  func homeless() async throws {
    let seen = try RecordedResolver(Self.zone)
    // What answers at the address is a resolver, as where somebody answers for everybody.
    let comparison = await Self.look(Self.inquiry(zone: seen, seen))
    #expect(comparison.outlook.kind == .open(.zoneUnknown))
    #expect(comparison.status == .unknown)
  }

  @Test("who is silent is waited for once before the rounds and once in each, and has told nothing")
  func silent() async throws {
    let home = try RecordedResolver(Self.zone).authoritative(offersRecursion: false)
    let silent = try RecordedResolver("") { _ in .timedOut(ignored: 0) }
    let comparison = await Self.look(Self.inquiry(zone: home, try RecordedResolver(Self.zone), silent))
    #expect(comparison.silent.map(\.server) == [Sightings.resolver("198.51.100.2")])
    #expect(comparison.status == .unknown && comparison.records.allSatisfy { $0.entries.count == 2 })
    let types = await silent.asked.map(\.type)
    #expect(types.filter { $0 == .ns }.count == 2 && types.contains(.mx))
    #expect(!types.contains(.a) && !types.contains(.aaaa))
  }

  @Test("who fails at one question is asked the others")
  func failsOnce() async throws {
    let home = try RecordedResolver(Self.zone).authoritative(offersRecursion: false)
    let lossy = try RecordedResolver(Self.zone) { $0.type == .ns ? .timedOut(ignored: 0) : nil }
    let comparison = await Self.look(Self.inquiry(zone: home, try RecordedResolver(Self.zone), lossy))
    #expect(comparison.silent.isEmpty)
    #expect(await lossy.asked.contains { $0.type == .a && $0.name.description == "mx.example.jp" })
  }

  @Test("where all fail, nothing is absent")
  func allFail() async throws {
    let failing = try RecordedResolver(Self.zone) { _ in .servfail }
    let comparison = await Self.look(Self.inquiry(zone: failing, failing))
    #expect(comparison.status == .unknown && comparison.silent.count == 1)
    #expect(!comparison.records.isEmpty)
  }
}
