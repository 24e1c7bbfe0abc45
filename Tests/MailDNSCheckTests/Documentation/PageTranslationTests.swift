import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The pages of docs/ja are in step with the English ones")
struct PageTranslationTests {
  /// The names of the pages in Japanese.
  static let names: [String] = {
    let folder = ExampleFiles.root.appendingPathComponent("docs/ja").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }()

  /// `README.md` is the project's, all others are those of `docs`.
  static func translation(_ name: String) throws -> PageTranslation {
    let isEntry = name == "README.md"
    return PageTranslation(
      english: try MarkdownPage(path: isEntry ? name : "docs/\(name)"),
      japanese: try MarkdownPage(path: "docs/ja/\(name)"), measured: isEntry ? ["Speed"] : [])
  }

  @Test("the pages that are needed first are there")
  func pages() {
    #expect(
      Set(Self.names).isSuperset(of: ["README.md", "exchange.md", "headers.md", "monitoring.md", "policy.md"])
    )
  }

  @Test("headings, commands, tables, words of the program and links", arguments: names)
  func step(_ name: String) throws {
    let translation = try Self.translation(name)
    let title = try #require(translation.english.sections.first)
    #expect(translation.english.sections.count > 1 || !title.codeBlocks.isEmpty)
    #expect(translation.faults == [])
  }

  @Test("the English page leads to the Japanese one, and back", arguments: names)
  func languages(_ name: String) throws {
    let translation = try Self.translation(name)
    for (page, other) in [
      (translation.english, translation.japanese), (translation.japanese, translation.english),
    ] {
      let title = try #require(page.sections.first)
      #expect(page.targets(of: title).contains { $0.path == other.path }, "\(page.path)")
    }
  }

  @Test("every link leads to a file, and to a heading that is there", arguments: names)
  func links(_ name: String) throws {
    let translation = try Self.translation(name)
    for page in [translation.english, translation.japanese] {
      for target in page.sections.flatMap(page.targets(of:)) {
        let path = ExampleFiles.root.appendingPathComponent(target.path).path
        #expect(FileManager.default.fileExists(atPath: path), "\(page.path): \(target.path)")
        guard let anchor = target.anchor else { continue }
        let anchors = try MarkdownPage(path: target.path).anchors
        #expect(anchors.contains(anchor), "\(page.path): \(target.path)#\(anchor)")
      }
    }
  }

  @Test("the Japanese keeps to docs/glossary.md, and names SecureMX in full once at most", arguments: names)
  func words(_ name: String) throws {
    let glossary = try Glossary()
    let page = try Self.translation(name).japanese
    for section in page.sections {
      for line in [section.heading] + section.prose {
        #expect(glossary.faults(in: line) == [], "\(page.path), “\(section.heading)”: \(line)")
      }
      // One line of text a paragraph or sentence: a line broken within one is a blank to the reader.
      for (line, next) in zip(section.prose, section.prose.dropFirst()) {
        let isBroken =
          line.unicodeScalars.last?.isJapanese == true && next.unicodeScalars.first?.isJapanese == true
        #expect(!isBroken, "\(page.path): \(line)")
      }
    }
    let prose = page.sections.flatMap(\.prose).joined(separator: "\n")
    #expect(prose.ranges(of: "IIJセキュアMXサービス").count <= 1)
  }

  @Test("the routes of the entry page have the program's words", arguments: RouteID.allCases)
  func routes(_ route: RouteID) throws {
    let rows = try Self.translation("README.md").japanese.sections.flatMap(\.tables).joined()
    #expect(
      rows.contains { $0.first == "`\(route.rawValue)`" && $0.dropFirst().first == route.meaning.japanese })
  }

  // MARK: The comparison itself

  private static let english = """
    # Title

    [日本語](ja/page.md), [other](other.md)

    ## One

    Text with `--word` of the
    program.

        program --option        what it does
        program --flag

    | option | meaning |
    |---|---|
    | `-a` | a |
    | `-b` | b |
    """

  private static let japanese = """
    # 題
    <!-- Title -->

    [ほか](../other.md)

    ## 一
    <!-- One -->

    `--word` の説明

        program --option        説明
        program --flag

    | オプション | 意味 |
    |---|---|
    | `-a` | あ |
    | `-b` | い |
    """

  private func faults(_ english: String, _ japanese: String) -> [String] {
    PageTranslation(
      english: MarkdownPage(path: "docs/page.md", text: english),
      japanese: MarkdownPage(path: "docs/ja/page.md", text: japanese)
    ).faults
  }

  @Test("a faithful page passes")
  func faithful() { #expect(faults(Self.english, Self.japanese) == []) }

  @Test("a new section in English is named until it is translated")
  func newSection() {
    #expect(
      faults(Self.english + "\n\n### Zabbix\n\nText\n", Self.japanese) == [
        "docs/ja/page.md lacks “### Zabbix” of docs/page.md: translate the section, and put <!-- Zabbix --> on the line below its heading"
      ])
  }

  @Test(
    "whatever differs is found",
    arguments: [
      ("## 一", "### 一"), ("<!-- One -->", "<!-- Two -->"), ("<!-- One -->", ""), ("`--word` の", "語の"),
      ("[ほか](../other.md)", "ほか"), ("program --flag", "program --flags"), ("    program --flag\n", ""),
      ("--option        説明", "        説明"), ("| `-b` | い |", ""), ("`-b`", "`-c`"), ("| い |", "|"),
    ])
  func differing(_ text: String, _ other: String) throws {
    try #require(Self.japanese.contains(text))
    #expect(faults(Self.english, Self.japanese.replacingOccurrences(of: text, with: other)) != [])
  }

  @Test("sections in another order are found")
  func order() {
    #expect(faults("# A\n\n## B\n\n## C", "# あ\n<!-- A -->\n\n## う\n<!-- C -->\n\n## い\n<!-- B -->") != [])
  }

  @Test(
    "a line of code may differ in what is written for people",
    arguments: [
      ("check -H a", "check --lang ja -H a", true), ("// For all.", "// すべて", true),
      (#"  "reason": "read there", "until": 1"#, #"  "reason": "そこで受信", "until": 1"#, true),
      (#"  "reason": "read there", "until": 1"#, #"  "reason": "そこで受信", "until": 2"#, false),
      ("check -H a", "check -H あ", false), ("check -a  all", "check  すべて", false),
      ("check -a  all", "check -a  every", false),
    ])
  func lines(_ english: String, _ japanese: String, _ isSame: Bool) {
    #expect(PageTranslation.corresponds(english, japanese) == isSame)
  }
}
