import Testing

@testable import MailDNSCheck

@Suite("When an earlier run was, in a sentence")
struct RunTimeTests {
  @Test("a second in UTC is shown as other times are, to the minute")
  func second() {
    #expect(RunTime("2027-03-31T14:32:05Z").description == "2027-03-31 14:32 UTC")
  }

  @Test(
    "what a file has in its place is shown as it is, and safely",
    arguments: [
      ("2027-03-31T14:32:05+09:00", "2027-03-31T14:32:05+09:00"), ("2027-03-31", "2027-03-31"),
      ("yesterday, at noonZZ", "yesterday, at noonZZ"), ("", ""), ("\u{1B}[2J", "\\027[2J"),
    ])
  func anythingElse(text: String, shown: String) {
    #expect(RunTime(text).description == shown)
  }

  @Test("the sentences of a comparison have it in both languages")
  func sentences() {
    var comparison = RunComparison()
    comparison.before = "2027-03-31T14:32:05Z"
    #expect(comparison.lines(.english) == ["Nothing has changed since 2027-03-31 14:32 UTC at 0 domains."])
    #expect(comparison.lines(.japanese) == ["2027-03-31 14:32 UTC以降、0件のドメインに変化はありません。"])
  }
}
