/// A text by which somebody would take hold of whoever reads a report.
struct HostilePayload: Sendable, CustomStringConvertible {
  /// What it is to do.
  let description: String
  let octets: [UInt8]

  private init(_ description: String, _ text: String) { self.init(description, Array(text.utf8)) }

  private init(_ description: String, _ octets: [UInt8]) {
    self.description = description
    self.octets = octets
  }

  /// What stands behind each payload, so that it can be found where it is to be seen.
  static let mark = "hzd"

  var marked: [UInt8] { octets + Array(Self.mark.utf8) }

  /// As far as a label of a name has room.
  var label: [UInt8] { Array(octets.prefix(60)) + Array(Self.mark.utf8) }

  /// As an argument or in a file of settings; octets that are not UTF-8 are replaced.
  var text: String { String(decoding: marked, as: UTF8.self) }

  static let all: [HostilePayload] =
    terminals + [
      HostilePayload("newline and a line of its own", "\nOK: all is well"),
      HostilePayload("carriage return", "\r\r\nMAILDNS OK - fine | 'x'=1\r"),
      HostilePayload("line separators", "\u{2028}\u{2029}\u{85}\u{B}\u{C}"),
      HostilePayload("a bar", "a | b || '=1;2;3 | c"),
      HostilePayload("percent signs", "%0A%0D%25 %s%n%1$s $USER1$ ${HOME} `id`"),
      HostilePayload("formula", "=cmd|'/c calc'!A1"),
      HostilePayload("formula in a cell of its own", "\",=1+1,\"\r\n=2"),
      HostilePayload("sum", "+1+1"), HostilePayload("difference", "-2+3"), HostilePayload("at", "@SUM(1,2)"),
      HostilePayload("tab formula", "\t=1"), HostilePayload("fullwidth formula", "＝1+1"),
      HostilePayload("HTML", "<script>alert(1)</script><img src=x onerror=y>&lt;\"'"),
      HostilePayload("XML", "]]>&amp;<x a='b'/><!-- <?x ?> <![CDATA[ &#0; &x;"),
      HostilePayload("code points that XML has not", "\u{1}\u{8}\u{FFFE}\u{FFFF}\u{7F}"),
      HostilePayload("Markdown link", "[a](http://e.test) ![i](http://e.test) <http://e.test> www.e.test"),
      HostilePayload("Markdown", "`a` **b** _c_ ~~d~~ # e\n- f\n> g\n| h |\n|---|"),
      HostilePayload("mention", "@octocat #1 GH-1 !2 $3 ^a :smile: owner/repo#4"),
      HostilePayload("workflow command", "::error file=a,line=1::b"),
      HostilePayload(
        "workflow commands on lines of their own", "\n::set-output name=a::b\r\n::add-mask::c\n"),
      HostilePayload("workflow command of the first version", "##[error]a\n##[set-env name=A]b"),
      HostilePayload("escaped workflow command", "%0A::error::a%0D%3A%2C"),
      HostilePayload("placeholder and link of SARIF", "{0} {{ } [a](1) \\[b\\](2) \\"),
      HostilePayload("sample of Prometheus", "\"} 1\nmaildnscheck_status{domain=\"x\"} 0\\"),
      HostilePayload("JSON", "\",\"status\":\"ok\",\"x\":\"\\u001b \\\\\" } ]"),
      HostilePayload("comment of a master file", "\"; ( ) $INCLUDE /etc/passwd\n\\000 @"),
      HostilePayload("comment of JSON", "*/ // \" /* , }"),
      HostilePayload(
        "signs with a mark behind them", "|\u{301}\"\u{301},=1%\u{301}0A[\u{301}a](b)\n\u{301}:\u{301}"),
      HostilePayload("a letter that joins the sign behind it", "\u{D4E}|\u{D4E}\"\u{D4E},=1\u{D4E}%0A"),
      HostilePayload(
        "long", String(repeating: "あ", count: 500) + " " + String(repeating: "x", count: 1_500)),
    ]

  private static let terminals = [
    HostilePayload("colour", "\u{1B}[31;1mred"), HostilePayload("title", "\u{1B}]0;title\u{7}"),
    HostilePayload("link of OSC 8", "\u{1B}]8;;http://e.test\u{1B}\\a\u{1B}]8;;\u{1B}\\"),
    HostilePayload("clipboard", "\u{1B}]52;c;aGk=\u{7}\u{1B}P+q\u{1B}\\\u{1B}c"),
    HostilePayload("C1 as characters", "\u{9B}31m\u{9D}0;x\u{9C}"),
    HostilePayload("C1 as bare octets", [0x9B, 0x33, 0x31, 0x6D, 0x9D, 0x9C]),
    HostilePayload("not UTF-8", [0xFF, 0xC0, 0x9B, 0xED, 0xA0, 0x80, 0xE3, 0x81, 0xF4, 0x90]),
    HostilePayload("the other direction", "\u{202E}gpj.exe\u{202C}\u{2066}a\u{2069}\u{200F}\u{61C}"),
    HostilePayload("what cannot be seen", "\u{200B}\u{200D}\u{FEFF}\u{AD}\u{2060}\u{E0041}\u{E000}"),
    HostilePayload("C0", "\u{0}\u{7}\u{8}\u{8}\u{E}\u{7F}"),
  ]
}
