import Foundation
import Testing

@testable import MailDNSCheck

@Suite("compare: one record at several servers")
struct ComparedRecordTests {
  private typealias S = Sightings
  private static let one = S.resolver("192.0.2.1")

  private static func state(
    _ sighting: Sighting, zone: [Sighting], addresses: Set<IPv4Address> = []
  ) -> ComparedRecord.State? {
    ComparedRecord(sighting.answer.question, own: zone, resolvers: [sighting], addresses: addresses)
      .entries.first?.state
  }

  @Test("what the zone has is current, whatever order, case, TTL and strings it comes in")
  func current() {
    let zone = S.found(
      S.mx,
      [
        .mx(preference: 10, exchange: LookupFixtures.name("a.example")),
        .mx(preference: 20, exchange: LookupFixtures.name("b.example")),
      ], 3600)
    let seen = S.found(
      S.mx,
      [
        .mx(preference: 20, exchange: LookupFixtures.name("B.EXAMPLE")),
        .mx(preference: 10, exchange: LookupFixtures.name("a.example")),
      ], 7, at: Self.one)
    #expect(Self.state(seen, zone: [zone]) == .current)
    let whole = S.found(S.text, [.txt(CharacterStrings([Array("v=spf1 -all".utf8)])!)], 60)
    let cut = S.found(
      S.text, [.txt(CharacterStrings([Array("v=spf1 ".utf8), Array("-all".utf8)])!)], 60, at: Self.one)
    #expect(Self.state(cut, zone: [whole]) == .current)
  }

  @Test("anything else is old until its TTL is over, counted from when the answer came")
  func outdated() {
    let zone = S.exchange("new.example", 3600)
    let old = S.exchange("old.example", 90, at: Self.one, after: -30)
    #expect(Self.state(old, zone: [zone]) == .outdated(until: S.seconds(60)))
    let preference = S.found(
      S.mx, [.mx(preference: 20, exchange: LookupFixtures.name("new.example"))], 5, at: Self.one)
    #expect(Self.state(preference, zone: [zone]) == .outdated(until: S.seconds(5)))
  }

  @Test("a record that is not there yet is old for the negative TTL, and one that is gone for its own")
  func denials() {
    let zone = S.exchange("new.example", 3600)
    #expect(Self.state(S.absent(300, at: Self.one), zone: [zone]) == .outdated(until: S.seconds(300)))
    #expect(
      Self.state(S.exchange("old.example", 40, at: Self.one), zone: [S.absent(300)])
        == .outdated(until: S.seconds(40)))
    #expect(Self.state(S.absent(nil, zone: nil, at: Self.one), zone: [S.absent(300)]) == .current)
  }

  @Test(
    "a server that can't tell is neither old nor absent",
    arguments: [
      Failure.Kind.servfail, .timedOut(ignored: 0), .network(errno: 111), .responseCode(.refused), .referral,
    ])
  func failures(_ kind: Failure.Kind) {
    let state = Self.state(S.failed(kind, at: Self.one), zone: [S.exchange("new.example", 3600)])
    guard case .unknown(let failure)? = state else {
      Issue.record("\(String(describing: state))")
      return
    }
    #expect(failure.kind == kind)
    let absent = Self.state(S.failed(kind, at: Self.one), zone: [S.absent(300)])
    if case .unknown? = absent { return }
    Issue.record("\(String(describing: absent))")
  }

  @Test("only servers that speak for the zone say what it has")
  func authority() {
    let other = S.resolver("192.0.2.99")
    let recursive = ComparedRecord(
      S.mx, own: [S.exchange("new.example", 60, at: other)], resolvers: [])
    guard case .unknown = recursive.zone else {
      Issue.record("an answer without AA counts")
      return
    }
    let silent = ComparedRecord(S.mx, own: [S.failed(.servfail, at: S.home)], resolvers: [])
    #expect(silent.zone.set == nil && !silent.zone.isContradiction)
  }

  @Test("a CNAME out of the zone is what the zone has, although its server can't follow it")
  func alias() {
    let question = Question(LookupFixtures.name("s._domainkey.example.jp"), .txt)
    let zone = S.alias(question, to: "s.provider.example", 3600, at: S.home)
    let seen = S.alias(question, to: "S.Provider.example", 12, at: Self.one)
    #expect(Self.state(seen, zone: [zone]) == .current)
    let old = S.alias(question, to: "old.example", 12, at: Self.one)
    #expect(Self.state(old, zone: [zone]) == .outdated(until: S.seconds(12)))
  }

  @Test("where the zone's own servers contradict each other, nothing is old")
  func contradiction() {
    let stale = ComparedServer(address: ServerAddress("192.0.2.54")!, name: S.home.name)
    let record = ComparedRecord(
      S.mx, own: [S.exchange("new.example", 60), S.exchange("old.example", 60, at: stale)],
      resolvers: [S.exchange("old.example", 9, at: Self.one)])
    #expect(record.zone.isContradiction)
    #expect(record.entries.map(\.state) == [.undecided(until: S.seconds(9))])
  }
}
