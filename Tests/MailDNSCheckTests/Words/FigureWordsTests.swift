import Testing

@testable import MailDNSCheck

@Suite("Numbers and times as people read them")
struct FigureWordsTests {
  @Test(
    "a count has a comma before every three digits",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (360_576, "360,576"), (1_234_567, "1,234,567"),
      (-1, "-1"), (-999, "-999"), (-1_000, "-1,000"),
    ])
  func grouped(number: Int, text: String) { #expect(number.grouped == text) }

  @Test(
    "one is one: its noun has no plural", arguments: [(0, "0 rows"), (1, "1 row"), (1_000, "1,000 rows")])
  func counting(number: Int, text: String) { #expect(number.counting("row", "rows") == text) }

  @Test("no English text counts one of several", arguments: [1])
  func singular(_ count: Int) {
    let texts = [
      Wording.selectorsAsked(count), .selectorsUnknown(count), .cost(questions: count, seconds: "0.001"),
      .summary(domains: count, []), .namedAgain(count), .linesNotChecked(count), .unusableNames(count),
      .harmfulNames(count), .exportRows(.mailboxes, count, isComplete: true),
      .recipientTotals(count, leftOut: count, excluded: count, synchronised: count),
      .messageSum(count, throughSecureMX: count, pastGateway: count, inJunk: count),
      BrokenRowReason.fieldCount(count, expected: 2).wording,
    ]
    for text in texts.map(\.english) {
      #expect(text.firstMatch(of: /\b1 [a-z]*[^s]s\b/) == nil, "\(text)")
      #expect(!text.contains("1 line of the list were") && !text.contains("domain were"), "\(text)")
    }
  }

  @Test("the largest numbers too")
  func extremes() {
    #expect(UInt64.max.grouped == "18,446,744,073,709,551,615")
    #expect(Int64.min.grouped == "-9,223,372,036,854,775,808")
  }

  @Test(
    "what is left of a TTL is in round words",
    arguments: [
      (0, "0 seconds", "0秒"), (1, "1 second", "1秒"), (30, "30 seconds", "30秒"), (60, "1 minute", "1分"),
      (300, "5 minutes", "5分"), (287, "about 5 minutes", "約5分"), (3_539, "about 1 hour", "約1時間"),
      (3_600, "1 hour", "1時間"), (5_400, "90 minutes", "90分"), (4_000, "about 67 minutes", "約67分"),
      (86_400, "1 day", "1日"), (86_000, "about 1 day", "約1日"), (172_800, "2 days", "2日"),
      (UInt32.max, "about 49,710 days", "約49,710日"),
    ] as [(UInt32, String, String)])
  func approximate(seconds: UInt32, english: String, japanese: String) {
    #expect(TimeSpan(seconds: seconds).approximate == Wording(english, japanese))
  }

  @Test(
    "what has to be waited for is never made shorter",
    arguments: [
      (3_505, "1 hour", "1時間"), (3_600, "1 hour", "1時間"), (3_700, "62 minutes", "62分"),
      (4_000, "67 minutes", "67分"),
      (287, "5 minutes", "5分"), (301, "301 seconds", "301秒"), (45, "45 seconds", "45秒"),
    ] as [(UInt32, String, String)])
  func roundedUp(seconds: UInt32, english: String, japanese: String) {
    #expect(TimeSpan(seconds: seconds).roundedUp == Wording(english, japanese))
  }

  @Test("rounding up is never shorter than the time, for any of them")
  func neverShorter() {
    for seconds in stride(from: UInt32(0), through: 100_000, by: 7) {
      let text = TimeSpan(seconds: seconds).roundedUp.english.split(separator: " ")
      let count = UInt32(text[0].replacing(",", with: "")) ?? 0
      let unit: UInt32 =
        text[1].hasPrefix("second")
        ? 1 : text[1].hasPrefix("minute") ? 60 : text[1].hasPrefix("hour") ? 3_600 : 86_400
      #expect(count * unit >= seconds)
    }
  }
}
