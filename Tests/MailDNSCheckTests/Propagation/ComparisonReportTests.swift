import Foundation
import Testing

@testable import MailDNSCheck

@Suite("compare: the report")
struct ComparisonReportTests {
  private typealias S = Sightings

  private static func text(
    _ comparison: DomainComparison, _ language: Language, width: Int = 80, verbosity: Int = 0,
    ink: Ink = .plain
  ) -> String {
    ComparisonText(
      comparison: comparison, language: language, ink: ink, width: width, verbosity: verbosity, clock: .utc
    ).text
  }

  @Test("as text", arguments: Language.allCases)
  func text(_ language: Language) {
    let text = Self.text(S.inProgress, language)
    #expect(OutputRules.violations(text, of: .text) == [])
    expectGolden(text, "compare-\(language.rawValue).txt")
  }

  @Test(
    "no line is wider than the page, and columns stand below each other", arguments: Language.allCases,
    [40, 60, 80, 120])
  func width(_ language: Language, _ width: Int) {
    for verbosity in 0...1 {
      let text = Self.text(S.inProgress, language, width: width, verbosity: verbosity)
      for line in text.split(separator: "\n") { #expect(line.displayWidth <= width, "\(line)") }
    }
    guard width >= 80 else { return }
    let times = Self.text(S.inProgress, language, width: width).split(separator: "\n").compactMap { line in
      line.firstRange(of: /\d:\d\d:\d\d/).map { line[..<$0.upperBound].displayWidth }
    }
    #expect(times.count > 6 && Set(times).count == 1)
  }

  @Test("servers of the zone that contradict each other have the same columns", arguments: Language.allCases)
  func contradiction(_ language: Language) {
    let servers = ["192.0.2.9", "192.0.2.10"].map {
      ComparedServer(address: ServerAddress($0)!, name: S.home.name)
    }
    let comparison = S.comparison([
      (
        [S.exchange("a.example", 300, at: servers[0]), S.exchange("b.example", 300, at: servers[1])],
        [S.exchange("a.example", 60, at: S.resolver("1.1.1.1"))]
      )
    ])
    let times = Self.text(comparison, language, width: 100).split(separator: "\n").compactMap { line in
      line.firstRange(of: /\d:\d\d:\d\d/).map { line[..<$0.upperBound].displayWidth }
    }
    #expect(times.count == 3 && Set(times).count == 1, "\(times)")
  }

  @Test("-q is the sentence that is wanted, in one line")
  func quiet() {
    #expect(
      Self.text(S.inProgress, .english, verbosity: -1)
        == "example.jp: WARNING: All that could tell have the new records by about 14:32 UTC (in 47 minutes).\n"
    )
    #expect(Self.text(S.inProgress, .japanese, verbosity: -1).split(separator: "\n").count == 1)
  }

  @Test("in ASCII there is nothing else")
  func ascii() {
    let text = Self.text(S.inProgress, .english, ink: Ink(isColored: false, isASCII: true))
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("a record that all have is one line, and -v shows who has it")
  func agreed() {
    let comparison = S.comparison([
      ([S.exchange("a.example", 60)], [S.exchange("a.example", 9, at: S.resolver("1.1.1.1"))])
    ])
    let short = Self.text(comparison, .english)
    #expect(short.contains("✓ MX  10 a.example\n") && !short.contains("1.1.1.1"))
    #expect(Self.text(comparison, .english, verbosity: 1).contains("1.1.1.1 (Cloudflare)"))
  }

  @Test("what could not be told is never called absent or old")
  func unknown() {
    let text = Self.text(
      S.comparison([([S.exchange("a.example", 60)], [S.failed(.servfail, at: S.resolver("192.0.2.1"))])]),
      .english, verbosity: 1)
    #expect(text.contains("? 192.0.2.1: could not tell: SERVFAIL"))
    #expect(!text.contains("no record") && !text.contains("old"))
    #expect(text.contains("UNKNOWN"))
  }

  @Test("hostile texts are shown as they can be seen, in every format")
  func hostile() throws {
    let nasty = RecordData.oneText("\u{1B}[2J|<b>*_x_*</b>\n@all #1\u{202E}")
    let comparison = S.comparison([
      (
        [S.found(S.text, [.oneText("a")], 60)],
        [
          S.found(
            S.text, [nasty], 60, at: S.resolver("192.0.2.1"),
            extendedErrors: [ExtendedError(code: 15, text: Array("\u{1B}]0;x\u{7}".utf8))]),
          S.found(S.text, [nasty], 60, at: S.resolver("192.0.2.2")),
        ]
      )
    ])
    for language in Language.allCases {
      #expect(OutputRules.invisible(in: Self.text(comparison, language), except: ["\n"]) == [])
      let markdown = ComparisonMarkdown(
        comparison: comparison, language: language, isWhole: false, clock: .utc
      ).text
      #expect(OutputRules.invisible(in: markdown, except: ["\n", "\u{FE0F}"]) == [])
      #expect(!markdown.contains("<b>"))
      for change in ComparisonChange.changes(from: nil, to: comparison) {
        #expect(OutputRules.invisible(in: change.wording(in: comparison, .utc)[language]) == [])
      }
      let json = JSONText.make(ComparisonJSON(comparison, language: language), pretty: true)
      #expect(OutputRules.invisible(in: json, except: ["\n"]) == [])
    }
  }

  @Test("as JSON, and as Markdown for a ticket")
  func documents() throws {
    expectGolden(
      JSONText.make(ComparisonJSON(S.inProgress, language: .english), pretty: true) + "\n",
      "compare.json")
    for language in Language.allCases {
      let markdown = ComparisonMarkdown(
        comparison: S.inProgress, language: language, isWhole: false, clock: .utc
      ).text
      expectGolden(markdown, "compare-\(language.rawValue).md")
      let rows = markdown.split(separator: "\n").filter { $0.hasPrefix("|") }
      #expect(rows.count > 2 && Set(rows.map { $0.count { $0 == "|" } }) == [5])
    }
  }

  @Test("every sentence is in both languages, and keeps to the glossary")
  func words() throws {
    let glossary = try Glossary()
    let server = S.resolver("8.8.8.8")
    let kinds: [Outlook.Kind] = [
      .agreed, .by(S.seconds(2818)), .open(.contradiction), .open(.unbounded), .open(.zoneUnknown),
      .open(.unheard), .open(.nobody),
    ]
    let doubts: [Outlook.Doubt] = [
      .manyCaches(server), .stale(server), .keepsLonger(server), .zoneUnknown,
    ]
    var wordings = kinds.flatMap { kind in
      [true, false].map { Outlook(kind: kind, isPartial: $0).wording(.utc, now: S.now) }
    }
    wordings += [
      Outlook(kind: .by(S.seconds(60)), elsewhere: S.seconds(3600)).elsewhereWording(.utc, now: S.now)
    ].compactMap(\.self)
    wordings += doubts.map(\.wording)
    let falsifications: [Falsification] = [
      .declared([ExtendedError(code: 17, text: [])]), .nullAddress(IPAddress("0.0.0.0")!), .unproven,
      .safeSearch(LookupFixtures.name("strict.bing.com")), .dns64,
    ]
    wordings += falsifications.map(\.wording)
    wordings += ComparisonChange.changes(from: nil, to: S.inProgress).map {
      $0.wording(in: S.inProgress, .utc)
    }
    for wording in wordings {
      #expect(wording.english != wording.japanese)
      #expect(glossary.faults(in: wording.japanese) == [], "\(wording.japanese)")
    }
  }
}
