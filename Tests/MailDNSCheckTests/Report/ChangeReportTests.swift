import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Changes: the report")
struct ChangeReportTests {
  /// A provider's host, SPF, a domain that is new and one that is gone, and what could not be seen.
  private static func comparison() async throws -> RunComparison {
    let zone = ChangeFixtures.zone
    let hostile = #"\u001b[2J|<b>*_x_*</b>%0A@all #1"#
    let old =
      [try await ChangeFixtures.line(zone)]
      + ["b.example", "c.example", "gone.example"].map { ChangeFixtures.small($0) }
    let new =
      [
        try await ChangeFixtures.line(
          zone.replacing("MX 20 mx2.example.jp", with: "MX 30 mx3.example.jp").replacing("-all", with: "+all")
        )
      ]
      + [
        ChangeFixtures.small("b.example", mx: hostile), ChangeFixtures.small("c.example", status: "unknown"),
        ChangeFixtures.small("new.example"),
      ]
    var comparison = await ChangeFixtures.comparison(
      old.joined(separator: "\n"), new.joined(separator: "\n"))
    comparison.before = "2026-11-28T01:02:03Z"
    comparison.after = "2026-11-29T01:02:03Z"
    return comparison
  }

  private static func dated(_ text: String) -> String {
    text.replacing(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "2026-11-28T01:02:03Z")
  }

  private static func text(_ comparison: RunComparison, _ language: Language, verbosity: Int = 0) -> String {
    ChangeText(comparison: comparison, language: language, ink: .plain, width: 80, verbosity: verbosity).text
  }

  @Test("as text", arguments: Language.allCases)
  func text(_ language: Language) async throws {
    let comparison = try await Self.comparison()
    let text = Self.text(comparison, language)
    #expect(OutputRules.violations(text, of: .text) == [])
    for line in text.split(separator: "\n") { #expect(line.displayWidth <= 80, "\(line)") }
    expectGolden(Self.dated(text), "changes-\(language.rawValue).txt")
    let quiet = Self.text(comparison, language, verbosity: -1)
    #expect(quiet.split(separator: "\n").count == 1)
  }

  @Test("as JSON, Markdown, JUnit XML and annotations", arguments: Language.allCases)
  func formats(_ language: Language) async throws {
    let comparison = try await Self.comparison()
    let json = JSONText.make(ChangeJSON(comparison), pretty: true) + "\n"
    #expect(OutputRules.violations(json, of: .json) == [])
    let markdown = ChangeMarkdown(comparison: comparison, language: language, isWhole: false).text
    #expect(MarkdownRules.violations(inChanges: markdown) == [])
    let junit = ChangeJUnit(comparison: comparison, language: language).text
    #expect(OutputRules.violations(junit, of: .junit) == [])
    let github = ChangeGitHub(comparison: comparison, language: language).text
    #expect(OutputRules.violations(github, of: .github) == [])
    guard language == .english else { return }
    expectGolden(Self.dated(json), "changes.json")
    expectGolden(Self.dated(markdown), "changes.md")
    expectGolden(
      Self.dated(junit).replacing(/timestamp="[^"]*"/, with: "timestamp=\"2026-11-29T01:02:03\""),
      "changes.xml")
    expectGolden(Self.dated(github), "changes.github.txt")
  }
}
