import Testing

@testable import MailDNSCheck

@Suite("When an earlier run was, in a sentence")
struct RunTimeTests {
  @Test("a second in UTC is shown as other times are, to the minute")
  func second() {
    #expect(RunTime("2027-03-31T14:32:05Z")?.description == "2027-03-31 14:32 UTC")
  }

  @Test(
    "another time of ISO 8601 is shown as it is",
    arguments: ["2027-03-31T14:32:05+09:00", "2027-03-31", "2027-03-31T14:32:05.250Z"])
  func otherTime(text: String) {
    #expect(RunTime(text)?.description == text)
  }

  /// It would be markup at the beginning of a line.
  @Test(
    "what is no time is none, and the sentence does without",
    arguments: [
      "", "yesterday, at noonZZ", "\u{1B}[2J", "- a", "# a", "1. a", "2027", "2027-03-31 a", "\0\0\0",
      "2026-13-45T99:99:99Z",
      "2026-02-29T00:00:00Z", "2026-02-30", "2026-12-01T24:00:00Z", "2026-12-01-05:00", "2026-12-01T1",
      "2027-03-31" + String(repeating: "0", count: 31),
    ])
  func noTime(text: String) {
    #expect(RunTime(text) == nil)
    var comparison = RunComparison()
    comparison.before = text
    #expect(comparison.lines(.japanese) == ["0件のドメインに変化はありません。"])
    #expect(comparison.lines(.english) == ["Nothing has changed at 0 domains."])
  }

  @Test("the sentences of a comparison have it in both languages")
  func sentences() {
    var comparison = RunComparison()
    comparison.before = "2027-03-31T14:32:05Z"
    #expect(comparison.lines(.english) == ["Nothing has changed since 2027-03-31 14:32 UTC at 0 domains."])
    #expect(comparison.lines(.japanese) == ["2027-03-31 14:32 UTC以降、0件のドメインに変化はありません。"])
  }
}
