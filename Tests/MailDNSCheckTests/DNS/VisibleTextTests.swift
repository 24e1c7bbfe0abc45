import Testing

@testable import MailDNSCheck

@Suite("Text from outside, made safe to show")
struct VisibleTextTests {
  @Test(
    "control characters of C0, DEL and C1 are written out", arguments: Array(0...0x1F) + Array(0x7F...0x9F))
  func controls(_ code: Int) throws {
    let scalar = try #require(Unicode.Scalar(code))
    let shown = VisibleText("a\(Character(scalar))b").description
    let digits = String(repeating: "0", count: 3 - String(code).count) + String(code)
    #expect(shown == (code < 0x80 ? "a\\\(digits)b" : "a\\u{\(String(code, radix: 16))}b"))
  }

  @Test("a terminal's escape sequences do not survive")
  func escapeSequence() {
    #expect(VisibleText("\u{1B}[31mred\u{1B}]0;title\u{7}").description == #"\027[31mred\027]0;title\007"#)
    #expect(VisibleText("\u{9B}31m").description == #"\u{9b}31m"#)
    #expect(VisibleText("a\r\nb\tc").description == #"a\013\010b\009c"#)
  }

  @Test(
    "what is invisible or turns the direction of text is written out",
    arguments: [
      0x200B, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x061C,
      0x2028,
      0x2029, 0xFEFF, 0x00AD, 0x2060, 0xE0041, 0xE000, 0x10FFFF, 0x0378,
      0x034F, 0x115F, 0x3164, 0xFFA0, 0xFE0F, 0xE0100,
    ])
  func invisible(_ code: Int) throws {
    let scalar = try #require(Unicode.Scalar(code))
    #expect(VisibleText("a\(Character(scalar))b").description == "a\\u{\(String(code, radix: 16))}b")
  }

  @Test(
    "octets that are not UTF-8 are written out one by one",
    arguments: [
      ([0xFF], #"\255"#), ([0xC3], #"\195"#), ([0xC3, 0x28], #"\195("#), ([0x80, 0x41], #"\128A"#),
      ([0xC0, 0xAF], #"\192\175"#), ([0xED, 0xA0, 0x80], #"\237\160\128"#), ([0xE3, 0x81], #"\227\129"#),
      ([0xF4, 0x90, 0x80, 0x80], #"\244\144\128\128"#), ([0xE3, 0x81, 0xE3, 0x81, 0x82], #"\227\129あ"#),
      ([0x83, 0x81, 0x81, 0x5B], #"\131\129\129["#), ([0x61, 0xF0, 0x9F, 0x98], #"a\240\159\152"#),
    ] as [([UInt8], String)])
  func invalid(_ octets: [UInt8], _ expected: String) {
    #expect(VisibleText(octets).description == expected)
  }

  @Test(
    "everything else stays as it is",
    arguments: [
      "", "v=spf1 -all", "迷惑メール対策は、こちらへ。", "ｶﾀｶﾅ　全角スペース", "日本語.jp", "𠮷野家", "Grüße é", "😀", "a\\b\"c",
      "v=DMARC1; rua=mailto:a@b",
    ])
  func harmless(_ text: String) {
    #expect(VisibleText(text).description == text)
  }

  @Test("no octets whatever leave a control character")
  func property() {
    for seed in 0..<200 {
      let shown = VisibleText(Reply.garbage(count: 200, seed: UInt64(seed))).description
      #expect(!shown.unicodeScalars.contains { [.control, .format].contains($0.properties.generalCategory) })
    }
  }
}
