import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The words of docs/glossary.md")
struct GlossaryTests {
  private let glossary: Glossary

  init() throws { glossary = try Glossary() }

  /// Signs that are recognised, and names of others: no words of the program.
  private static let dataFiles: Set<String> = [
    "BuiltInProviders.swift", "DisplayWidth.swift", "DomainListLine.swift", "PlainSigns.swift",
  ]

  @Test("the page has names that are not to be used, and words that no blank sets off")
  func page() {
    #expect(glossary.forbidden.contains("指摘") && glossary.forbidden.contains("マスターファイル"))
    #expect(glossary.plainWords.contains("DNS") && glossary.plainWords.count > 50)
  }

  @Test(
    "it finds what it is for",
    arguments: [
      "IIJ SecureMXへ", "重大な指摘", "DNS から", "から DNS", "5 件", "全 1,000件", "名前 (なし)", "名前（なし）", "void lookupが3回",
    ])
  func faults(_ text: String) { #expect(!glossary.faults(in: text).isEmpty) }

  @Test(
    "it lets pass what has its place",
    arguments: [
      "DNSから5件", "/nonexist/x に書き込めません", "p=none のため", "example.jp のMX", "空応答(void lookup)が3回", "192.0.2.1 は",
      "'0' は指定できません", "IPv4 360,576アドレス(8範囲)",
    ])
  func allowed(_ text: String) { #expect(glossary.faults(in: text) == []) }

  @Test("every Japanese text of the sources keeps to it")
  func sources() throws {
    let folder = Glossary.root.appendingPathComponent("Sources")
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      guard !Self.dataFiles.contains(file.lastPathComponent) else { continue }
      let source = try String(contentsOf: file, encoding: .utf8)
      for literal in SourceLiterals.all(in: source)
      where literal.text.unicodeScalars.contains(where: { $0.isJapanese || $0 == "（" }) {
        count += 1
        let faults = glossary.faults(in: literal.text)
        #expect(faults == [], "\(file.lastPathComponent):\(literal.line): \(literal.text)")
      }
    }
    #expect(count > 1_000)
  }

  @Test("every finding keeps to it, with its values")
  func findings() {
    for finding in FindingSpecimens.plain.findings {
      let texts = [finding.kind.title.japanese, finding.message.japanese, finding.fix?.textAndAdvice]
      for text in texts.compactMap(\.self) {
        #expect(glossary.faults(in: text) == [], "\(finding.id): \(text)")
      }
    }
  }

  private static let subjects: [Command?] = [nil] + Command.allCases

  @Test("the help keeps to it", arguments: subjects)
  func help(_ command: Command?) {
    let text = Help.text(for: command, language: .japanese, width: 400)
    #expect(glossary.faults(in: text) == [], "\(text)")
    #expect(text.ranges(of: "IIJセキュアMXサービス").count <= 1)
  }

  @Test("options and summaries are noun phrases", arguments: CommandOption.allCases)
  func options(_ option: CommandOption) {
    for text in [option.help.japanese, option.pluginHelp.japanese] {
      #expect(!["です", "ます", "ません", "ください"].contains { text.contains($0) } && !text.hasSuffix("。"), "\(text)")
    }
  }

  @Test("summaries of commands are noun phrases", arguments: Command.allCases)
  func summaries(_ command: Command) {
    let text = command.summary.japanese
    #expect(!["です", "ます", "ください"].contains { text.contains($0) } && !text.hasSuffix("。"), "\(text)")
  }

  @Test("the reports keep to it, and name SecureMX in full once", arguments: ExampleReports.domains)
  func reports(_ domain: String) async throws {
    let report = try await ExampleReports.report(domain)
    let text = ExampleReports.text(report, .japanese, width: 400, verbosity: 1)
    for line in text.lines where line.unicodeScalars.contains(where: \.isJapanese) {
      #expect(glossary.faults(in: String(line)) == [], "\(line)")
    }
    #expect(text.ranges(of: "IIJセキュアMXサービス").count <= 1)
  }

  @Test("the English and the Japanese of a route are there", arguments: RouteID.allCases)
  func routes(_ route: RouteID) {
    #expect(route.labelled.english == route.rawValue)
    #expect(route.labelled.japanese == "\(route.rawValue)(\(route.meaning.japanese))")
    #expect(route.meaning.english != route.meaning.japanese)
  }

  @Test("the README has the Japanese of every route")
  func readme() throws {
    let file = Glossary.root.appendingPathComponent("README.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    for route in RouteID.allCases {
      #expect(
        lines.contains {
          $0.hasPrefix("| `\(route.rawValue)` |") && $0.hasSuffix("| \(route.meaning.japanese) |")
        },
        "\(route)")
    }
  }
}

extension Wording {
  /// The Japanese without the records below it.
  fileprivate var textAndAdvice: String { japanese.textAndLines.text }
}
