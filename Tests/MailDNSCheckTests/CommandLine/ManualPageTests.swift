import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The manual page")
struct ManualPageTests {
  /// What a formatter says about the page: its exit status and its complaints.
  private func complaints(of formatter: String, _ arguments: [String], language: Language) async throws
    -> String
  {
    let directory = try TemporaryDirectory()
    let page = try directory.write(ManualPage.text(language: language), to: "maildnscheck.1")
    let result = try await ChildProcess.run(
      formatter, arguments + [page], environment: ChildProcess.plainEnvironment)
    return (result.status == 0 ? "" : "status \(String(describing: result.status)) ") + result.stderr
      + (formatter.hasSuffix("mandoc") ? result.stdout : "")
  }

  @Test("mandoc finds nothing to warn of", arguments: Language.allCases)
  func mandoc(language: Language) async throws {
    #expect(
      try await complaints(of: "/usr/bin/mandoc", ["-T", "lint", "-W", "warning"], language: language) == "")
  }

  @Test(
    "groff warns of nothing: no line that can't be broken, no unknown request", arguments: Language.allCases)
  func groff(language: Language) async throws {
    #expect(
      try await complaints(of: "/usr/bin/groff", ["-ww", "-man", "-Tutf8", "-k"], language: language) == "")
  }

  @Test("every command and every option is in it", arguments: Language.allCases)
  func complete(language: Language) {
    let lines = ManualPage.text(language: language).split(separator: "\n").map(String.init)
    for specification in CommandSpecification.all {
      for usage in Help.usages(of: specification) {
        #expect(lines.contains(TroffPage.marked(usage)), "\(usage)")
      }
    }
    for row in OptionSpecification.all {
      let usage = String(row.usage.drop { $0 == " " })
      #expect(lines.contains(TroffPage.marked(usage)), "\(usage)")
      #expect(lines.contains { $0.hasPrefix(TroffPage.breakable(row.help[language])) }, "\(usage)")
    }
  }

  @Test("whatis finds the purpose")
  func purpose() {
    let lines = ManualPage.text(language: .english).split(separator: "\n")
    #expect(lines.first?.hasPrefix(".TH MAILDNSCHECK 1 \(Version.date) ") == true)
    let name = lines.firstIndex(of: ".SH \"NAME\"").map { lines[$0 + 1] }
    #expect(name?.hasPrefix(#"maildnscheck \- "#) == true)
  }

  @Test(
    "text is shown as it is, whatever troff would make of it",
    arguments: [
      (#"a\b"#, #"a\eb"#), ("--tcp", #"\-\-tcp"#), ("locale's", #"locale\(aqs"#), ("`x`", #"\(gax\(ga"#),
      ("~^", #"\(ti\(ha"#), ("\"q\"", #"\(dqq\(dq"#), ("a\nb", "a b"), ("経路", "経路"),
    ])
  func escaped(text: String, expected: String) { #expect(TroffPage.escaped(text) == expected) }

  @Test("a line that begins with a dot or a quote is no request")
  func noRequest() {
    var page = TroffPage(title: "T", section: 1, date: "2026-11-24", source: "s", manual: "m")
    page.text(".so /etc/passwd")
    page.text("'so /etc/passwd")
    #expect(page.lines.suffix(2) == [#"\&.so /etc/passwd"#, #"\(aqso /etc/passwd"#])
  }

  @Test("what is typed is bold, what stands for something else is in italics")
  func marked() {
    #expect(
      TroffPage.marked("-v, --server ADDR[:PORT]")
        == #"\fB\-v\fR, \fB\-\-server\fR \fIADDR\fR[:\fIPORT\fR]"#)
  }

  @Test("Japanese may be broken between characters, but not before 。 or after （")
  func breakable() { #expect(TroffPage.breakable("経路（MX）。") == #"経\:路\:（MX）。"#) }

  @Test("the program prints it")
  func printed() async throws {
    let result = try await ChildProcess.maildnscheck("manual", "--lang", "ja")
    #expect(result.status == 0)
    #expect(result.stdout == ManualPage.text(language: .japanese))
  }
}
