import Foundation

@testable import MailDNSCheck

/// An English page and its Japanese one.
struct PageTranslation {
  let english: MarkdownPage
  let japanese: MarkdownPage
  /// English headings below which the Japanese page may say less: what a script measures stands in one place.
  var measured: Set<String> = []

  /// Where the Japanese page is not in step, each a sentence that says what to do.
  var faults: [String] {
    let faults = headingFaults
    guard faults.isEmpty else { return faults }
    return zip(english.sections, japanese.sections).filter { !measured.contains($0.0.heading) }.flatMap {
      blockFaults($0, $1) + tableFaults($0, $1) + spanFaults($0, $1) + linkFaults($0, $1)
    }
  }

  private var headingFaults: [String] {
    let headings = english.sections.map(\.heading)
    let originals = japanese.sections.map { $0.original ?? "" }
    var faults: [String] = []
    for section in english.sections where !originals.contains(section.heading) {
      let marks = String(repeating: "#", count: section.level)
      faults.append(
        "\(japanese.path) lacks “\(marks) \(section.heading)” of \(english.path): translate the section, and put <!-- \(section.heading) --> on the line below its heading"
      )
    }
    for section in japanese.sections where !headings.contains(section.original ?? "") {
      faults.append(
        "\(japanese.path), “\(section.heading)”: \(section.original.map { "“\($0)” is no longer a heading of \(english.path)" } ?? "the line below has no comment with the English heading")"
      )
    }
    guard faults.isEmpty else { return faults }
    if originals != headings {
      faults.append("\(japanese.path) has its sections in another order than \(english.path): \(headings)")
    }
    for (one, other) in zip(english.sections, japanese.sections) where one.level != other.level {
      faults.append("\(place(other)): level \(other.level), in English \(one.level)")
    }
    return faults
  }

  private func place(_ section: MarkdownPage.Section) -> String { "\(japanese.path), “\(section.heading)”" }

  // MARK: Code blocks

  private func blockFaults(_ one: MarkdownPage.Section, _ other: MarkdownPage.Section) -> [String] {
    guard one.codeBlocks.count == other.codeBlocks.count else {
      return ["\(place(other)): \(other.codeBlocks.count) code blocks, in English \(one.codeBlocks.count)"]
    }
    return zip(one.codeBlocks, other.codeBlocks).flatMap { english, japanese in
      // What the program prints differs by language; `PageExampleTests` holds it.
      let (english, japanese) = (PageExample.commands(in: english), PageExample.commands(in: japanese))
      guard english.count == japanese.count else {
        return [
          "\(place(other)): a code block of \(japanese.count) lines, in English \(english.count): \(english)"
        ]
      }
      return zip(english, japanese).filter { !Self.corresponds($0, $1) }.map {
        "\(place(other)): “\($1)”, in English “\($0)”"
      }
    }
  }

  /// Whether two lines of code differ in nothing but what is written for people: a comment, a quoted text, a description
  /// set off by two blanks. `--lang ja` may be added.
  static func corresponds(_ english: String, _ japanese: String) -> Bool {
    let japanese = japanese.replacingOccurrences(of: " --lang ja", with: "")
    if english == japanese { return true }
    let common = english.commonPrefix(with: japanese, options: .literal)
    let rest = japanese.dropFirst(common.count)
    guard rest.unicodeScalars.contains(where: \.isJapanese) else { return false }
    let code = common.drop { $0 == " " }
    if code.isEmpty { return common.count >= 20 }
    if code.count(where: { $0 == "\"" }) % 2 == 1, let end = rest.firstIndex(of: "\"") {
      return english.hasSuffix(rest[end...])
    }
    return code.contains("  ") || code.hasPrefix("// ") || code.hasPrefix("# ")
  }

  // MARK: Tables, words of the program, links

  private func tableFaults(_ one: MarkdownPage.Section, _ other: MarkdownPage.Section) -> [String] {
    guard one.tables.count == other.tables.count else {
      return ["\(place(other)): \(other.tables.count) tables, in English \(one.tables.count)"]
    }
    return zip(one.tables, other.tables).flatMap { english, japanese in
      guard english.count == japanese.count else {
        return ["\(place(other)): a table of \(japanese.count) rows, in English \(english.count)"]
      }
      return zip(english.dropFirst(), japanese.dropFirst()).filter { english, japanese in
        MarkdownPage.codeSpans(in: english.first ?? "") != MarkdownPage.codeSpans(in: japanese.first ?? "")
          || english.count != japanese.count
      }.map { "\(place(other)): the row “\($1.first ?? "")”, in English “\($0.first ?? "")”" }
    }
  }

  private func spanFaults(_ one: MarkdownPage.Section, _ other: MarkdownPage.Section) -> [String] {
    one.codeSpans.subtracting(other.codeSpans).sorted().map {
      "\(place(other)) does not mention `\($0)`, which \(english.path) does below “\(one.heading)”"
    }
  }

  /// A link may lead to the Japanese page of what the English one leads to.
  private func linkFaults(_ one: MarkdownPage.Section, _ other: MarkdownPage.Section) -> [String] {
    let reached = Set(japanese.targets(of: other).map(\.path))
    return english.targets(of: one).map(\.path).filter { target in
      let name = target.split(separator: "/").last.map(String.init) ?? ""
      return target != japanese.path && !reached.contains(target) && !reached.contains("docs/ja/\(name)")
    }.map { "\(place(other)) has no link to \($0)" }
  }
}
