import Testing

@testable import MailDNSCheck

@Suite("A table that is drawn anew in its place")
struct LiveScreenTests {
  @Test("the first time where the cursor is, then over what is there")
  func frames() {
    var screen = LiveScreen()
    #expect(
      screen.frame(["a", "b"], rows: 24, columns: 80, language: .english) == "\r\u{1B}[Ja\nb\n")
    #expect(
      screen.frame(["c"], rows: 24, columns: 80, language: .english) == "\u{1B}[2A\r\u{1B}[Jc\n")
    #expect(
      screen.frame(["d"], rows: 24, columns: 80, language: .english) == "\u{1B}[1A\r\u{1B}[Jd\n")
  }

  @Test("what does not fit is counted, since what has scrolled away can't be drawn over")
  func tall() {
    var screen = LiveScreen()
    let lines = (1...9).map { "\($0)" }
    let first = screen.frame(lines, rows: 5, columns: 80, language: .english)
    #expect(first == "\r\u{1B}[J1\n2\n3\n… 6 more lines\n")
    let second = screen.frame(["x"], rows: 5, columns: 80, language: .japanese)
    #expect(second.hasPrefix("\u{1B}[4A\r"))
    #expect(
      screen.frame(lines, rows: 5, columns: 80, language: .japanese).hasSuffix("3\n…ほか6行\n"))
  }

  @Test(
    "a line that is wider than the terminal takes more rows; colours take none, and Japanese two columns a sign"
  )
  func wide() {
    var screen = LiveScreen()
    _ = screen.frame(
      [String(repeating: "x", count: 21), "\u{1B}[31mred\u{1B}[0m", "日本語日本語"], rows: 24, columns: 10,
      language: .english)
    #expect(screen.frame([], rows: 24, columns: 10, language: .english).hasPrefix("\u{1B}[6A"))
  }
}
