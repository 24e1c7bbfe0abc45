import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Markdown reports")
struct MarkdownDocumentTests {
  private func count(_ tag: String, _ html: String) -> Int { html.components(separatedBy: tag).count - 1 }

  @Test("are a table with a row a domain, and a list of findings a domain", arguments: Language.allCases)
  func shape(language: Language) async throws {
    let reports = try await ExampleReports.all()
    let html = try await Consumers.html(MarkdownDocument(.speaking(language)).text(reports))
    #expect(count("<table>", html) == 1)
    #expect(count("<tr>", html) == reports.count + 1)
    #expect(count("<td>", html) == 4 * reports.count)
    #expect(count("<h3>", html) == reports.count { !$0.findings.isEmpty })
    #expect(count("<li>", html) == reports.reduce(0) { $0 + $1.findings.count })
    #expect(!html.contains("<a "))
  }

  @Test("say the worst in the table and what to do in the list")
  func content() async throws {
    let report = try await ExampleReports.report("futaba.example", expecting: .securemxOffice365)
    let text = MarkdownDocument(.plain).text([report])
    let row = try #require(text.split(separator: "\n").dropFirst(2).first)
    #expect(row.hasPrefix("| futaba.example | ❌ CRITICAL | mixed | "))
    let parts = text.components(separatedBy: "\n### ")
    try #require(parts.count == 2)
    #expect(parts[1].contains("`route-unexpected`"))
    #expect(parts[1].contains("\n  → "))
  }

  @Test(
    "escape everything that Markdown, HTML, GitHub or GitLab would act on",
    arguments: [
      "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt; &#64;x", "[a](http://e.test)",
      "![i](http://e.test)", "http://e.test", "https://e.test/", "ftp://e.test", "www.e.test", "WWW.e.test",
      "<http://e.test>", "a@b.test", "mailto:a@b.test", "@octocat", "#12 owner/repo#12 GH-1", "`code`",
      "``x` `", "*a* **b** _c_ __d__ ~~e~~", "a | b \\| c \\\\| d", "a\\", "# h", "- x\n# h", "<!-- x",
      "$x$ ^a %1 !2 :smile:", "\\*a\\*", "日本語 @あ",
    ])
  func escaped(text: String) async throws {
    let escaped = MarkdownText.escaped(text)
    let table =
      MarkdownText.row(["a", "b", "c"]) + "|---|---|---|\n" + MarkdownText.row(["1", escaped, "3"])
    let html = try await Consumers.html("\(table)\n- **x** \(escaped) (`id`)\n")
    let tags = Set(html.matches(of: /<\/?([a-zA-Z!]+)/).map { String($0.1) })
    #expect(
      tags.isSubset(of: [
        "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "strong", "code", "span",
      ]))
    #expect(count("<td>", html) == 3)
    #expect(count("<code>", html) == 1)
    // What is read is what was written, but that it stands on one line.
    let cell = try #require(html.firstMatch(of: /<td>1<\/td>\n<td>(.*)<\/td>\n<td>3/)).1
    #expect(plain(String(cell)) == text.replacing("\n", with: " "))
    // Nobody is mentioned: no reference's sign stands right before its name.
    #expect(cell.firstMatch(of: /@[^<]/) == nil)
    #expect(cell.replacing(/&[a-z]+;/, with: "").firstMatch(of: /#[0-9]/) == nil)
  }

  /// What a reader sees of `html`.
  private func plain(_ html: String) -> String {
    html.replacing(/<\/?span>/, with: "").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
