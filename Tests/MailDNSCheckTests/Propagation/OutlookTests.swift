import Foundation
import Testing

@testable import MailDNSCheck

@Suite("compare: when everybody has the new records")
struct OutlookTests {
  private typealias S = Sightings
  private static let one = S.resolver("192.0.2.1")
  private static let two = S.resolver("192.0.2.2")
  private static let new = S.exchange("new.example", 3600)

  /// What is said where one record is asked for.
  private static func outlook(zone: [Sighting] = [new], _ seen: Sighting...) -> Outlook {
    S.comparison([(zone, seen)]).outlook
  }

  private static func status(zone: [Sighting] = [new], _ seen: Sighting...) -> Status {
    S.comparison([(zone, seen)]).status
  }

  @Test("all have what the zone has")
  func agreed() {
    let comparison = S.comparison([
      (
        [Self.new],
        [S.exchange("new.example", 10, at: Self.one), S.exchange("new.example", 3600, at: Self.two)]
      )
    ])
    #expect(comparison.outlook.kind == .agreed && comparison.status == .ok)
    #expect(comparison.outlook.elsewhere == nil && comparison.outlook.doubts.isEmpty)
    #expect(comparison.nextEnd == nil)
  }

  @Test("the last of the times that are left at those that have something else")
  func last() {
    let comparison = S.comparison([
      (
        [Self.new],
        [S.exchange("old.example", 100, at: Self.one), S.exchange("older.example", 900, at: Self.two)]
      ),
      (
        [S.absent(S.text, 300)],
        [
          S.found(S.text, [.oneText("v=spf1 -all")], 2000, at: Self.one, after: -20),
          S.absent(S.text, 5_000, at: Self.two),
        ]
      ),
    ])
    #expect(comparison.outlook.kind == .by(S.seconds(1980)))
    #expect(comparison.status == .warning)
    #expect(comparison.nextEnd == S.seconds(100))
  }

  @Test("caches that were not asked: the zone's TTL from now on, and never sooner than those that were asked")
  func elsewhere() {
    #expect(
      Self.outlook(S.exchange("old.example", 100, at: Self.one)).elsewhere == S.seconds(3600))
    #expect(
      Self.outlook(
        zone: [S.exchange("new.example", 300)], S.exchange("old.example", 5_000, at: Self.one)
      ).elsewhere == S.seconds(5_000))
    // The TTL of a record that nobody waits for has no part in it.
    let other = S.comparison([
      ([S.exchange("new.example", 300)], [S.exchange("old.example", 100, at: Self.one)]),
      (
        [S.found(S.text, [.oneText("a")], 86_400)], [S.found(S.text, [.oneText("a")], 80_000, at: Self.one)]
      ),
    ])
    #expect(other.outlook.elsewhere == S.seconds(300))
  }

  @Test("one that can't tell leaves the time to the others, and agreement open")
  func unheard() {
    let waiting = S.comparison([
      (
        [Self.new],
        [S.exchange("old.example", 100, at: Self.one), S.failed(.timedOut(ignored: 0), at: Self.two)]
      )
    ])
    #expect(waiting.outlook.kind == .by(S.seconds(100)) && waiting.outlook.isPartial)
    #expect(waiting.status == .warning)
    #expect(waiting.silent.map(\.server) == [Self.two])
    let rest = S.comparison([
      ([Self.new], [S.exchange("new.example", 100, at: Self.one), S.failed(.servfail, at: Self.two)])
    ])
    #expect(rest.outlook.kind == .open(.unheard) && rest.status == .unknown)
  }

  @Test("one that falsifies is not waited for")
  func falsified() {
    let filter = S.absent(nil, zone: nil, at: Self.two)
    #expect(
      Self.outlook(S.exchange("old.example", 100, at: Self.one), filter).kind == .by(S.seconds(100)))
    #expect(Self.outlook(S.exchange("new.example", 100, at: Self.one), filter).kind == .open(.unheard))
  }

  @Test("no time where the zone's own servers contradict each other")
  func contradiction() {
    let stale = ComparedServer(address: ServerAddress("192.0.2.54")!, name: S.home.name)
    let zone = [Self.new, S.exchange("old.example", 60, at: stale)]
    let outlook = Self.outlook(zone: zone, S.exchange("new.example", 9, at: Self.one))
    #expect(outlook.kind == .open(.contradiction))
    #expect(Self.status(zone: zone, S.exchange("new.example", 9, at: Self.one)) == .warning)
  }

  @Test("no time where something goes without saying when")
  func unbounded() {
    // The zone's own denial, kept by a resolver that leaves the TTL out.
    let bare = S.absent(nil, zone: "example.jp", at: Self.one)
    #expect(Self.outlook(bare).kind == .open(.unbounded))
    #expect(Self.status(bare) == .warning)
  }

  @Test("where nobody speaks for the zone, resolvers that differ give the time when whatever is old is gone")
  func unknownZone() {
    let outlook = Self.outlook(
      zone: [], S.exchange("a.example", 100, at: Self.one), S.exchange("b.example", 900, at: Self.two))
    #expect(outlook.kind == .by(S.seconds(900)))
    #expect(outlook.doubts == [.zoneUnknown])
  }

  @Test("where nobody speaks for the zone, agreement says nothing about what is new")
  func unknownZoneAgreed() {
    let seen = [S.exchange("a.example", 100, at: Self.one), S.exchange("a.example", 900, at: Self.two)]
    #expect(Self.outlook(zone: [], seen[0], seen[1]).kind == .open(.zoneUnknown))
    #expect(Self.status(zone: [], seen[0], seen[1]) == .unknown)
  }

  @Test("doubts: many caches, records past their time, TTLs that are raised")
  func doubts() {
    let google = S.resolver("8.8.8.8")
    #expect(
      Self.outlook(S.exchange("old.example", 100, at: google)).doubts == [.manyCaches(google)])
    // A public resolver that has the new records is not waited for.
    #expect(
      Self.outlook(
        S.exchange("new.example", 100, at: google), S.exchange("old.example", 100, at: Self.one)
      ).doubts.isEmpty)
    for code in [3, 19] as [UInt16] {
      let stale = S.exchange(
        "old.example", 30, at: Self.one, extendedErrors: [ExtendedError(code: code, text: [])])
      #expect(Self.outlook(stale).doubts == [.stale(Self.one)])
    }
    let raised = S.comparison([
      ([Self.new], [S.exchange("old.example", 100, at: Self.one)]),
      ([S.found(S.text, [.oneText("a")], 60)], [S.found(S.text, [.oneText("a")], 86_400, at: Self.one)]),
    ])
    #expect(raised.outlook.doubts == [.keepsLonger(Self.one)])
  }

  @Test("IPv4 addresses of a host tell its IPv6 addresses by DNS64")
  func addresses() {
    let host = LookupFixtures.name("mx.example.jp")
    let (four, six) = (Question(host, .a), Question(host, .aaaa))
    let comparison = S.comparison([
      (
        [S.found(four, [.a(IPv4Address("198.51.100.7")!)], 60)],
        [S.found(four, [.a(IPv4Address("198.51.100.7")!)], 60, at: Self.one)]
      ),
      (
        [S.absent(six, 60)],
        [S.found(six, [.aaaa(IPv6Address("2001:db8:64::c633:6407")!)], 60, at: Self.one)]
      ),
    ])
    #expect(comparison.records.last?.entries.first?.state == .falsified(.dns64))
    #expect(comparison.outlook.kind == .open(.unheard))
  }

  @Test(
    "a watch ends when all that count agree: not while one may yet answer, and without the zone not before all is past its time"
  )
  func settled() {
    let filter = S.absent(nil, zone: nil, at: Self.two)
    func settled(zone: [Sighting] = [Self.new], seen: Date? = nil, _ sightings: Sighting...) -> Bool {
      S.comparison([(zone, sightings)]).isSettled(seen: seen)
    }
    let current = S.exchange("new.example", 100, at: Self.one)
    #expect(settled(current))
    #expect(settled(current, filter))
    #expect(!settled(current, S.failed(.servfail, at: Self.two)))
    #expect(!settled(S.exchange("old.example", 100, at: Self.one)))
    #expect(!settled(zone: [], seen: S.seconds(5), current))
    #expect(settled(zone: [], seen: S.seconds(-5), current))
    #expect(!settled(zone: [], current))
  }
}
