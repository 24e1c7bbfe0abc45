import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The time of day")
struct WallClockTests {
  private static let tokyo = WallClock { _ in (9 * 3_600, "JST") }
  private static let newfoundland = WallClock { _ in (-12_600, "NST") }

  private static func date(_ text: String) throws -> Date {
    try Date.ISO8601FormatStyle().parse(text)
  }

  @Test(
    "minutes are rounded up, and another day is named",
    arguments: [
      ("2026-11-29T05:32:00Z", "14:32 JST"), ("2026-11-29T05:31:01Z", "14:32 JST"),
      ("2026-11-29T14:59:30Z", "2026-11-30 00:00 JST"), ("2026-11-28T14:59:00Z", "2026-11-28 23:59 JST"),
      ("2026-12-31T15:00:00Z", "2027-01-01 00:00 JST"),
    ])
  func minutes(moment: String, expected: String) throws {
    let today = try Self.date("2026-11-29T03:00:00Z")
    #expect(Self.tokyo.minute(try Self.date(moment), seenFrom: today) == expected)
  }

  @Test("west of Greenwich, by half hours, and before 1970")
  func west() throws {
    let moment = try Self.date("2026-11-29T02:00:00Z")
    #expect(Self.newfoundland.minute(moment, seenFrom: moment) == "22:30 NST")
    #expect(Self.newfoundland.second(moment) == "22:30:00")
    #expect(WallClock.utc.second(Date(timeIntervalSince1970: -1)) == "23:59:59")
  }

  @Test("what the zone is called is shown as it can be seen")
  func hostile() {
    let clock = WallClock { _ in (0, "\u{1B}[2J" + String(repeating: "x", count: 99)) }
    let text = clock.minute(.now, seenFrom: .now)
    #expect(OutputRules.invisible(in: text) == [] && text.count < 40)
  }

  @Test("a day and its number are one", arguments: [0, 1, 58, 59, 60, 365, 11_016, 20_786, 47_541])
  func days(number: Int) { #expect(CalendarDate(dayNumber: number).dayNumber == number) }

  @Test("days by their numbers")
  func known() {
    #expect("\(CalendarDate(dayNumber: 0))" == "1970-01-01")
    #expect("\(CalendarDate(dayNumber: 11_016))" == "2000-02-29")
    #expect("\(CalendarDate(dayNumber: -1))" == "1969-12-31")
  }
}
