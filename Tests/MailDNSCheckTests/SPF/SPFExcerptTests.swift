import Testing

@testable import MailDNSCheck

@Suite("Showing the place of an error")
struct SPFExcerptTests {
  private func excerpt(_ text: String, width: Int = 60) -> [String] {
    spfErrors(text).map { $0.excerpt(of: Array(text.utf8), width: width) }.flatMap { [$0.line, $0.marks] }
  }

  @Test("a record that fits is shown whole")
  func whole() {
    #expect(
      excerpt("v=spf1 ip4:192.0.2.300 -all") == [
        "v=spf1 ip4:192.0.2.300 -all",
        "                   ^^^",
      ])
  }

  @Test("what could act on a terminal is written out, and counts as wide as it is shown")
  func escaped() {
    #expect(
      excerpt("v=spf1 \u{1B}[2Ja\u{1B}") == [
        "v=spf1 \\027[2Ja\\027",
        "       ^^^^",
      ])
  }

  @Test("East Asian wide characters take two columns")
  func wide() {
    #expect(
      excerpt("v=spf1 exp=日本.jp a:x") == [
        "v=spf1 exp=日本.jp a:x", "           ^^",
        "v=spf1 exp=日本.jp a:x", "                     ^",
      ])
  }

  @Test("a long record is cut to a window around the place")
  func window() {
    let text =
      "v=spf1 include:_spf.example.jp ip4:192.0.2.0/24 ip4:192.0.2.300 ip4:198.51.100.0/24 a:m.example.jp"
    #expect(
      excerpt(text, width: 40) == [
        "...4:192.0.2.300 ip4:198.51.100.0/24 ...",
        "             ^^^",
      ])
  }

  @Test("a place near the end shows what leads up to it")
  func end() {
    let text = "v=spf1 include:_spf.example.jp ip4:192.0.2.0/24 ip4:198.51.100.0/24 a:mail.example.jp ~al"
    #expect(
      excerpt(text, width: 30) == [
        "....0/24 a:mail.example.jp ~al",
        "                           ^^^",
      ])
  }

  @Test("a place that is wider than the window is cut", arguments: [20, 33, 60])
  func long(width: Int) throws {
    let text = Array(("v=spf1 a:x.jp " + String(repeating: "x", count: 500)).utf8)
    let excerpt = try #require(spfErrors(text).first).excerpt(of: text, width: width)
    #expect(excerpt.line.utf8.count <= width)
    #expect(excerpt.line.hasSuffix("..."))
    #expect(excerpt.marks.utf8.count <= width - 3)
  }

  @Test("the window is never wider than asked for, and holds the place", arguments: 0..<200)
  func property(seed: UInt64) {
    var source = SPFTextSource(seed: seed)
    let text = source.mutatedRecord().map { $0 < 0x80 ? $0 : 0x78 }
    for error in spfErrors(text) {
      let excerpt = error.excerpt(of: text, width: 24)
      #expect(excerpt.line.utf8.count <= 24)
      #expect(excerpt.marks.utf8.count <= 25)
    }
  }

  @Test("any width and any place are taken", arguments: [Int.min, 0, 1, Int.max])
  func extremes(width: Int) {
    let text = Array("v=spf1 x".utf8)
    for place in [0..<0, 7..<8, 8..<Int.max, Int.max..<Int.max] {
      let excerpt = SPFSyntaxError(.missingName, place).excerpt(of: text, width: width)
      #expect(excerpt.line == "v=spf1 x")
      #expect(excerpt.marks.utf8.count == max(1, min(place.lowerBound, 8) + 1))
    }
  }

  @Test("an error at the end of nothing has a mark")
  func empty() {
    let excerpt = SPFSyntaxError(.missingVersion, 0..<0).excerpt(of: [], width: 80)
    #expect(excerpt.line == "" && excerpt.marks == "^")
  }
}

@Suite("Wording of SPF errors")
struct SPFWordsTests {
  private func words(_ text: String, _ language: Language) -> [String] {
    spfErrors(text).map { $0.reason.wording[language] }
  }

  @Test("the fix is told where it is plain")
  func fixes() {
    #expect(
      words("v=spf1 include example.jp ipv4:192.0.2.1 -all.", .english) == [
        "No space may separate a name from its value: write \"include:example.jp\".",
        "\"ipv4\" is not a mechanism: write \"ip4:192.0.2.1\".",
        "\"all.\" is not a mechanism: write \"all\".",
      ])
    #expect(
      words("v=spf1 a:example.jp/33 ip4:mail.example.jp", .japanese) == [
        "ここのプレフィックス長は32以下です。",
        "IPv4アドレスとして正しくありません。「a:mail.example.jp」と書いてください。",
      ])
  }

  @Test("texts of the record are escaped and cut")
  func escaped() {
    #expect(words("v=spf1 \u{1B}", .english).first?.contains("\\027") == true)
    let long = "v=spf1 " + String(repeating: "x", count: 5_000)
    #expect(words(long, .english).first == "\"\(String(repeating: "x", count: 60))...\" is not a mechanism.")
  }
}
