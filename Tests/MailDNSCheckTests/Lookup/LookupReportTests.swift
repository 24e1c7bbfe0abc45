import Testing

@testable import MailDNSCheck

@Suite("Look-up as text")
struct LookupReportTests {
  private func text(
    _ report: LookupReport, _ language: Language = .english, ink: Ink = .plain, width: Int = 100,
    verbosity: Int = 0
  ) -> String {
    report.text(language: language, ink: ink, width: width, verbosity: verbosity)
  }

  @Test("each question has a heading, its records or why there are none, and where that comes from")
  func english() { expectGolden(text(LookupFixtures.all), "lookup-en.txt") }

  @Test("the same in Japanese")
  func japanese() { expectGolden(text(LookupFixtures.all, .japanese), "lookup-ja.txt") }

  @Test("only what is no record is coloured")
  func colour() {
    let text = text(LookupReport(answers: [LookupFixtures.exchanges]), ink: Ink(isColored: true))
    #expect(
      text == """
        \u{1B}[1m; example.jp MX\u{1B}[0m
        example.jp.  3600  MX  10 mx.example.jp.
        \u{1B}[2m; zone file zones/\\027example.zone, 0 ms, authoritative (AA)\u{1B}[0m

        """)
  }

  @Test("quiet leaves only the data, aliases first, and nothing of what is absent or failed")
  func quiet() {
    #expect(
      text(LookupFixtures.all, verbosity: -1) == #"""
        Host.example.jp.
        "\027[2J\010" "ok"
        "v=spf1 -all"
        10 mx.example.jp.

        """#)
    #expect(text(LookupReport(answers: [LookupFixtures.noData]), verbosity: -1) == "")
  }

  @Test("records are never wrapped, comments are")
  func width() {
    let long = CharacterStrings([[UInt8](repeating: UInt8(ascii: "x"), count: 255)])!
    let answer = LookupFixtures.answer(
      "example.jp", .txt, .found([LookupFixtures.record("example.jp", 5, .txt(long))]),
      extendedErrors: [ExtendedError(code: 0, text: Array("one two three four five six".utf8))])
    let lines = text(LookupReport(answers: [answer]), width: 10).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[1] == "example.jp.  5  TXT  \"" + String(repeating: "x", count: 255) + "\"")
    #expect(
      lines[2...] == [
        "; 192.0.2.53:53 UDP, 12 ms, extended", "; error 0: Other (one two three four", "; five six)",
      ])
  }

  @Test("a very long owner does not move the other lines")
  func longOwner() {
    let owner = String(repeating: "a", count: 63) + ".example.jp"
    let answer = LookupFixtures.answer(
      "a.jp", .a, .found([LookupFixtures.record("b.jp", 5, .a(IPv4Address("192.0.2.1")!))]),
      aliases: [
        Answer.Alias(
          owner: LookupFixtures.name(owner), target: LookupFixtures.name("b.jp"), timeToLive: 10)
      ])
    let lines = text(LookupReport(answers: [answer])).split(separator: "\n")
    #expect(lines[1] == "\(owner).  10  CNAME  b.jp.")
    #expect(lines[2] == "b.jp." + String(repeating: " ", count: 59) + "   5  A      192.0.2.1")
  }

  @Test("the text is a master file with the records that were shown")
  func masterFile() throws {
    let records = try parsedRecords(text(LookupFixtures.all))
    #expect(records == LookupFixtures.all.answers.flatMap(\.lookupRecords))
    #expect(records.count == 4)
  }

  @Test("a look-up is definite unless an answer failed, after aliases too")
  func definite() {
    let alias = Answer.Alias(
      owner: LookupFixtures.name("a.jp"), target: LookupFixtures.name("b.jp"), timeToLive: 1)
    let cut = LookupFixtures.answer("a.jp", .a, .failed(Failure(kind: .deadline)), aliases: [alias])
    #expect(
      LookupReport(answers: [LookupFixtures.found, LookupFixtures.noData, LookupFixtures.noSuchName])
        .isDefinite)
    #expect(!LookupReport(answers: [LookupFixtures.found, LookupFixtures.failed]).isDefinite)
    #expect(!LookupReport(answers: [cut]).isDefinite)
  }

  @Test("failures are told one a line, for when the report is quiet")
  func failures() {
    #expect(
      LookupFixtures.all.failures(language: .english) == [
        "bogus.example A: SERVFAIL, from 192.0.2.53:53: DNSSEC Bogus (signature expired)"
      ])
  }
}
