import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Pictures as Mermaid draws them")
struct MermaidTextTests {
  @Test(
    "signs that mean something are numbers",
    arguments: [
      ("a b, c", "a b, c"), ("日本語。", "日本語。"), ("\"]; click", "#34;#93;#59; click"), ("a|b", "a#124;b"),
      ("<b>&amp;", "#60;b#62;#38;amp#59;"), ("#quot;", "#35;quot#59;"), ("1. a", "1#46; a"),
      ("- a", "#45; a"),
      ("`c`", "#96;c#96;"), ("a\\nb", "a＼nb"), ("$$x$$", "＄＄x＄＄"), ("fa:fa-car", "fa：fa#45;car"),
      ("a:b", "a#58;b"), ("", "#45;"), ("a\nb", "a b"), ("\"\u{301}]", "#34;\u{301}#93;"),
      ("%%{init}", "#37;#37;#123;init#125;"),
    ])
  func escaped(text: String, escaped: String) {
    #expect(MermaidText.escaped(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
  }

  @Test("a chart has a line a box and a line an arrow, and its title for those who can't see it")
  func chart() {
    var picture = FlowPicture(title: Wording("The ways; of \"a\"", "経路"))
    let one = picture.add(.internet, Wording(verbatim: "end"), row: 0)
    let two = picture.add(.gateway, Wording(verbatim: "style"), details: [Wording(verbatim: "10 mx")], row: 1)
    picture.connect(one, two)
    picture.connect(one, two, .bypass)
    #expect(
      MermaidText.block(picture, .english) == """
        ```mermaid
        flowchart TD
          accTitle: The ways, of  a 
          accDescr: end → style, end → style (around the gateway)
          n0(["end"])
          n1["style<br/>10 mx"]
          n0 --> n1
          n0 -.->|"around the gateway"| n1
          linkStyle 1 stroke:#c62828,stroke-width:3px
        ```

        """)
  }

  @Test("without a way around there is no style: one of no arrow fails the picture")
  func unstyled() {
    var picture = FlowPicture(title: Wording(verbatim: "a"))
    let one = picture.add(.internet, Wording(verbatim: "a"), row: 0)
    picture.connect(one, picture.add(.people, Wording(verbatim: "b"), row: 1))
    #expect(!MermaidText.chart(picture, .english).contains("linkStyle"))
  }

  @Test("the reports on the examples have charts as the rules have them", arguments: Language.allCases)
  func reports(language: Language) async throws {
    let text = MarkdownDocument(.speaking(language)).text(try await ExampleReports.all())
    #expect(text.contains("```mermaid\n"))
    #expect(OutputRules.violations(text, of: .markdown) == [])
  }

  @Test("of many domains the first twenty have a picture, and a domain alone has one without findings, too")
  func bound() async throws {
    let report = try await ExampleReports.report("aozora.example")
    let many = MarkdownDocument(.plain).text(Array(repeating: report, count: 25))
    #expect(many.components(separatedBy: "```mermaid").count == 21)
  }
}
