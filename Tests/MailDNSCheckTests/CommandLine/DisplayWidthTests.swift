import Testing

@testable import MailDNSCheck

@Suite("Columns that text takes on a terminal")
struct DisplayWidthTests {
  @Test(
    "width",
    arguments: [
      ("", 0), ("abc", 3), ("日本語", 6), ("ｆｕｌｌ", 8), ("ｶﾀｶﾅ", 4), ("ｶﾞ", 2), ("が", 2), ("か\u{3099}", 2),
      ("é", 1),
      ("e\u{301}", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("。「」（", 8), ("　", 2), ("😀", 2), ("👨‍👩‍👧", 2),
      ("🇯🇵", 2),
      ("❤", 1), ("❤️", 2), ("1️⃣", 2), ("…→×", 3), ("①", 1), ("\u{1B}\u{7F}\u{200B}", 0), ("𠮷", 2), ("ä日b", 4),
    ])
  func width(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }

  @Test("padding counts columns and never cuts")
  func padding() {
    #expect("日本".padded(to: 6) == "日本  ")
    #expect("日本".leftPadded(to: 5) == " 日本")
    #expect("日本".padded(to: 3) == "日本")
  }

  @Test(
    "wrapping",
    arguments: [
      ("", 10, [""]),
      ("one two three", 7, ["one two", "three"]),
      ("one  two", 20, ["one  two"]),
      ("one  two", 5, ["one", "two"]),
      ("  one two", 6, ["  one", "two"]),
      ("one two ", 7, ["one two"]),
      ("one\n\ntwo\r\nthree", 10, ["one", "", "two", "three"]),
      ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
      ("日本語の文章", 6, ["日本語", "の文章"]),
      ("日本語の文章", 7, ["日本語", "の文章"]),
      ("SPFレコード", 8, ["SPFレ", "コード"]),
      ("DNS を見る", 6, ["DNS を", "見る"]),
      ("日", 1, ["日"]),
      ("日本", 0, ["日", "本"]),
    ])
  func wrapping(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(to: width) == lines)
  }

  @Test(
    "no line begins with a closing mark or small kana, none ends with an opening one",
    arguments: [
      ("日本語、文章。", 6, ["日本", "語、文", "章。"]),
      ("これ「引用」です", 6, ["これ", "「引", "用」で", "す"]),
      ("あいうっえ", 6, ["あい", "うっえ"]),
      ("（あ）（い）", 6, ["（あ）", "（い）"]),
      ("データー", 6, ["デー", "ター"]),
      ("あ、。、。、。", 6, ["あ、。", "、。、", "。"]),
    ])
  func kinsoku(text: String, width: Int, lines: [String]) {
    #expect(text.wrapped(to: width) == lines)
  }

  @Test("wrapped lines fit, and lose nothing but spaces", arguments: 2...40)
  func fits(width: Int) {
    let text = "SecureMX 経由で「Office365」へ届くか、example.co.jp の（SPF、DKIM、DMARC）を\u{1F600}検査します。 a  b"
    let lines = text.wrapped(to: width)
    #expect(lines.allSatisfy { $0.displayWidth <= width && !$0.hasSuffix(" ") })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }
}
