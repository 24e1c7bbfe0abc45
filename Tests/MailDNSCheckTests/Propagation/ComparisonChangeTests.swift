import Testing

@testable import MailDNSCheck

@Suite("compare: what changes from one round to the next")
struct ComparisonChangeTests {
  private typealias S = Sightings
  private static let one = S.resolver("192.0.2.1")
  private static let two = S.resolver("192.0.2.2")

  private static func lines(_ previous: DomainComparison?, _ next: DomainComparison) -> [String] {
    ComparisonChange.changes(from: previous, to: next).map { $0.wording(in: next, .utc).english }
  }

  private static func round(_ zone: String, _ seen: Sighting...) -> DomainComparison {
    S.comparison([([S.exchange(zone, 3600)], seen)])
  }

  @Test("the first round tells what is not as in the zone")
  func first() {
    let round = Self.round(
      "new.example", S.exchange("new.example", 9, at: Self.one), S.exchange("old.example", 90, at: Self.two))
    #expect(Self.lines(nil, round) == ["MX: 192.0.2.2: has still: 10 old.example (until 13:47 UTC)"])
  }

  @Test("that time passes is no change")
  func countdown() {
    let before = Self.round("new.example", S.exchange("old.example", 90, at: Self.one))
    let after = Self.round("new.example", S.exchange("old.example", 60, at: Self.one))
    #expect(Self.lines(before, after) == [])
  }

  @Test("a resolver that has taken the new records, and one that has gone back to the old ones")
  func taken() {
    let old = Self.round("new.example", S.exchange("old.example", 90, at: Self.one))
    let new = Self.round("new.example", S.exchange("new.example", 3600, at: Self.one))
    #expect(Self.lines(old, new) == ["MX: 192.0.2.1: has what the zone has"])
    #expect(Self.lines(new, old) == ["MX: 192.0.2.1: has still: 10 old.example (until 13:47 UTC)"])
  }

  @Test("the zone itself changes, and with it who is behind")
  func zone() {
    let before = Self.round("old.example", S.exchange("old.example", 90, at: Self.one))
    let after = Self.round("new.example", S.exchange("old.example", 60, at: Self.one))
    #expect(
      Self.lines(before, after) == [
        "MX: the zone has now: 10 new.example",
        "MX: 192.0.2.1: has still: 10 old.example (until 13:46 UTC)",
      ])
  }

  @Test("a resolver that tells nothing at all is one line, and one more when it tells again")
  func silence() {
    func round(_ isSilent: Bool) -> DomainComparison {
      let records = [S.mx, S.text].map { question in
        let data: RecordData =
          question == S.mx
          ? .mx(preference: 10, exchange: LookupFixtures.name("new.example")) : .oneText("v=spf1 -all")
        return (
          own: [S.found(question, [data], 60)],
          seen: [
            isSilent
              ? S.failed(.timedOut(ignored: 0), question, at: Self.one)
              : S.found(question, [data], 60, at: Self.one)
          ]
        )
      }
      return S.comparison(records)
    }
    #expect(Self.lines(round(false), round(true)) == ["192.0.2.1: could not tell: no answer in time"])
    #expect(Self.lines(round(true), round(true)) == [])
    #expect(Self.lines(round(true), round(false)) == ["192.0.2.1: answers again"])
  }

  @Test("two reasons not to tell are one state")
  func reasons() {
    func round(_ kind: Failure.Kind) -> DomainComparison {
      S.comparison([
        (
          [S.exchange("new.example", 60)],
          [S.exchange("new.example", 60, at: Self.one), S.failed(kind, at: Self.two)]
        ),
        (
          [S.found(S.text, [.oneText("a")], 60)],
          [
            S.found(S.text, [.oneText("a")], 60, at: Self.one),
            S.found(S.text, [.oneText("a")], 60, at: Self.two),
          ]
        ),
      ])
    }
    #expect(Self.lines(nil, round(.servfail)) == ["MX: 192.0.2.2: could not tell: SERVFAIL"])
    #expect(Self.lines(round(.servfail), round(.timedOut(ignored: 0))) == [])
  }
}
