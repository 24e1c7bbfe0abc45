import Testing

@testable import MailDNSCheck

/// Rules that let everything through would make every other test of this folder pass.
@Suite("The rules that outputs are held to")
struct OutputRulesTests {
  private static let good: [(ReportOptions.Format, String)] = [
    (.text, "a: OK\n  b | c\n"), (.json, "{\"a\": \"b\"}"), (.ndjson, "{\"a\":1}\n{\"a\":2}\n"),
    (.csv, "\u{FEFF}a,b\r\n1,\"x\"\"y\"\r\n"),
    (.sarif, "{\"runs\":[{\"results\":[{\"message\":{\"text\":\"\\\\[a\"}}]}]}\n"),
    (
      .markdown,
      "| a | b | c | d |\n|---|---|---|---|\n\n### x\n\n- **info** a &#124; b (`id`, RFC 1)\n  → c\n"
    ),
    (
      .markdown,
      "| a | b | c | d |\n|---|---|---|---|\n\n### x\n\n```mermaid\nflowchart TD\n  n0([\"a\"])\n  n1[\"b#40;<br/>c\"]\n  n0 -.->|\"d\"| n1\n  linkStyle 0 stroke:#c62828,stroke-width:3px\n```\n\n- **info** a (`id`, RFC 1)\n"
    ), (.html, PageFrame(title: "a", language: .english).page([HTML(.p, text: "<b> & \"c\"")])),
    (
      .junit,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites><testsuite name=\"a\"><testcase>&lt;</testcase></testsuite></testsuites>\n"
    ),
    (.prometheus, "# HELP maildnscheck_x y\nmaildnscheck_x{domain=\"a.jp\"} 1\n"),
    (
      .zabbix,
      "{\"run\":{},\"domains\":[{\"domain\":\"a.jp\",\"route\":null,\"summary\":\"No SPF; No DMARC\"}]}\n"
    ),
    (.github, "::error title=a%3A b::c %25 d\n"),
  ]

  /// A page of ours with something in it that is not.
  private static func page(_ markup: String) -> String {
    PageFrame(title: "a", language: .english).page([HTML(.p, text: "b")]).replacing("<p>b</p>", with: markup)
  }

  @Test("take what is well", arguments: good)
  func taken(format: ReportOptions.Format, text: String) {
    #expect(OutputRules.violations(text, of: format) == [])
  }

  @Test(
    "refuse what would take effect",
    arguments: [
      (.text, "a\u{1B}[2J\n"), (.text, "a\u{202E}\n"), (.text, "a\u{9B}\n"), (.text, "\u{1B}[31ma\n"),
      (.text, "a\r\n"),
      (.json, "{\"a\": \"\\u001b\"}"), (.json, "{\"a\": \"\\n\"}"), (.json, "{"), (.ndjson, "{\"a\":1}\nb\n"),
      (.csv, "a,b\r\n=1,2\r\n"), (.csv, "a,b\r\n1\r\n"), (.csv, "a,b\r\n\"1\"\u{301},=1\",2\r\n"),
      (.csv, "a\r\n\" -1\"\r\n"),
      (.csv, "a\r\n＝1\r\n"), (.sarif, "{\"runs\":[{\"results\":[{\"message\":{\"text\":\"[a](b)\"}}]}]}\n"),
      (.sarif, "{\"runs\":[{\"results\":[{\"message\":{\"text\":\"[\u{301}a](b)\"}}]}]}\n"),
      (.sarif, "{\"runs\":[{\"results\":[{\"message\":{\"text\":\"{0}\"}}]}]}\n"), (.markdown, "x\n"),
      (.markdown, "### [a](b)\n"), (.markdown, "| a | b | c | d | e |\n"), (.markdown, "### <b>\n"),
      (.markdown, "### http://x\n"), (.markdown, "### @x\n"), (.markdown, "### `x`\n"),
      (.markdown, "### #1\n"),
      (.markdown, "```mermaid\nflowchart TD\n  n0[\"a\"]\n  n0 --> n1\n```\n"),
      (.markdown, "```mermaid\nflowchart TD\n  n0[\"a(b\"]\n```\n"),
      (
        .markdown,
        "```mermaid\nflowchart TD\n  n0[\"a\"]\n  linkStyle 0 stroke:#c62828,stroke-width:3px\n```\n"
      ),
      (.markdown, "```mermaid\n  click n0 \"http://x\"\n```\n"), (.markdown, "```mermaid\nflowchart TD\n"),
      (.html, "<p>a</p>\n"), (.html, page("<script>1</script>")), (.html, page("<p onclick=\"x\">a</p>")),
      (.html, page("<a href=\"http://x\">a</a>")), (.html, page("<p class=\"x\">a</p>")),
      (.html, page("<p>a")),
      (.html, page("a & b")), (.html, page("<p id=\"x y\">a</p>")), (.html, page("<style>a</style>")),
      (.junit, "<testsuites/>\n"),
      (.junit, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites><x/></testsuites>\n"),
      (.junit, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>&x;</testsuites>\n"),
      (.junit, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"),
      (.junit, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites a=\"\" b>\n</testsuites>\n"),
      (.prometheus, "evil 1\n"), (.prometheus, "maildnscheck_x{domain=\"a\"} 1\"} 2\n"), (.github, "a\n"),
      (.zabbix, "{\"run\":{},\n\"domains\":null}\n"), (.zabbix, "[]\n"), (.zabbix, "cat: no such file\n"),
      (.zabbix, "{\"run\":{},\"domains\":[{\"domain\":\"a.jp; reboot\"}]}\n"),
      (
        .zabbix,
        "{\"run\":{},\"domains\":[{\"domain\":\"a.jp\",\"summary\":\"$(reboot) {HOST.NAME} `a`\"}]}\n"
      ),
      (.zabbix, "{\"run\":{},\"domains\":[{\"domain\":\"a.jp\",\"summary\":\"a\\u001b[2J\"}]}\n"),
      (.github, "::set-output name=a::b\n"), (.github, "::error title=a::%0Zb\n"),
      (.github, "::error title=a,x=b::c\n"),
      (.github, "::error title=a::c"),
    ] as [(ReportOptions.Format, String)])
  func refused(format: ReportOptions.Format, text: String) {
    #expect(OutputRules.violations(text, of: format) != [])
  }

  @Test("take the colours that are ours, each ended")
  func colors() {
    #expect(OutputRules.violations(inText: Ink(isColored: true)("a", .bold, .red) + "\n") == [])
    for text in [
      "\u{1B}[0m", "\u{1B}[31ma", "\u{1B}[31m\u{1B}[1ma\u{1B}[0m", "\u{1B}[7ma\u{1B}[0m", "\u{1B}]0;a\u{7}",
    ] {
      #expect(OutputRules.violations(inText: text) != [])
    }
  }

  @Test(
    "refuse lines that a monitoring system would misread",
    arguments: [
      "MAILDNS OK - a | 'b'=1", "MAILDNS OK - a | b | 'c'=1\n", "MAILDNS OK - a |\u{301} b | 'c'=1\n",
      "MAILDNS OK - a | 'b'=1\nc | d\n", "OK - a\n", "MAILDNS OK - a | b=1\n",
      "MAILDNS OK - a\u{1B} | 'b'=1\n",
      "MAILDNS OK - \(String(repeating: "a", count: 80)) | 'b'=1\n",
    ])
  func plugin(text: String) {
    #expect(OutputRules.violations(inPlugin: text) != [])
    #expect(OutputRules.violations(inPlugin: "MAILDNS OK - a | 'b'=1;2:3;;0 'c'=U\nd\n") == [])
  }
}
