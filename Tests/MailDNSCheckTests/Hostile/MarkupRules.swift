@testable import MailDNSCheck

/// Markdown in which nothing but our own takes effect: told line by line, since a report is made of a few kinds of them.
enum MarkdownRules {
  // Regular expressions are slow to make. Nothing changes one.
  private nonisolated(unsafe) static let row = /\|( [^|]* \|){2}(( [^|]* \|){2})?/
  /// The last part is the id and the reference, which are the program's.
  private nonisolated(unsafe) static let finding = /- \*\*[^*]+\*\* (.*) \(`[a-z0-9-]+`, [^`]*\)/
  private nonisolated(unsafe) static let inert = /<br>|<span>[@#!%$^:.-]<\/span>|&#[0-9]+;|\\[*_\[\]~]/
  private nonisolated(unsafe) static let reference = /[#!][0-9A-Za-z]/

  static func violations(_ lines: [String]) -> [String] {
    var found: [String] = []
    var picture: [String]?
    for (index, line) in lines.enumerated() {
      if let chart = picture {
        picture = line == "```" ? nil : chart + [line]
        if picture == nil { found += MermaidRules.violations(chart) }
        continue
      }
      if line == "```mermaid" {
        picture = []
        continue
      }
      guard let text = content(line, isHead: index < 2) else {
        found.append("the line \(line)")
        continue
      }
      found += violations(text).map { "\($0) in \(line)" }
    }
    return found + (picture == nil ? [] : ["a picture without an end"])
  }

  /// Those of a page on what has changed, which has sentences of ours besides: a mark at the beginning of a line makes it
  /// something else, and within a line one is found as everywhere. `·` stands for what is not ASCII.
  static func violations(inChanges text: String) -> [String] {
    let start = "the line "
    return OutputRules.violations(text, of: .markdown).filter { violation in
      guard violation.hasPrefix(start), let first = violation.dropFirst(start.count).first else {
        return true
      }
      let isSentence = first.isLetter || first.isNumber || first == "·"
      return !isSentence || !violations(String(violation.dropFirst(start.count))).isEmpty
    }
  }

  /// The line without the markup that is ours; nil where it is none of our lines.
  private static func content(_ line: String, isHead: Bool) -> String? {
    if line == "|---|---|---|---|" { return isHead ? "" : nil }
    if line == "|---|---|" { return "" }
    if line.wholeMatch(of: row) != nil {
      return line.split(separator: "|").map { $0.dropFirst().dropLast() }.joined(separator: " ")
    }
    if line.hasPrefix("### ") { return String(line.dropFirst(4)) }
    if line.hasPrefix("- "), !line.hasPrefix("- **") { return String(line.dropFirst(2)) }
    if line.hasPrefix("  → ") { return String(line.dropFirst(4)) }
    guard let match = line.wholeMatch(of: finding) else { return nil }
    return String(match.1)
  }

  private static func violations(_ text: String) -> [String] {
    let rest = text.replacing(inert, with: "\u{0}")
    let live = rest.filter { "<>&|`*_[]~\\@\"'".contains($0) }
    return (live.isEmpty ? [] : ["live \(live)"])
      + (rest.contains("://") || rest.lowercased().contains("www.") ? ["a link"] : [])
      + (rest.firstMatch(of: reference) == nil ? [] : ["a reference"])
  }
}

/// XML as JUnit reports have it, read strictly: elements that are ours, closed in order, and nothing else live.
enum XMLRules {
  private static let elements: Set<Substring> = [
    "testsuites", "testsuite", "testcase", "failure", "error", "system-out",
  ]
  private nonisolated(unsafe) static let attributes = /( [a-z]+="[^"<>]*")*/
  private nonisolated(unsafe) static let entity = /&(amp|lt|gt|quot|apos|#[0-9]+);/
  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  static func violations(_ text: String) -> [String] {
    guard text.hasPrefix(declaration) else { return ["no declaration"] }
    var rest = text.dropFirst(declaration.count)
    var open: [Substring] = []
    var found: [String] = []
    while let start = rest.firstIndex(of: "<") {
      found += violations(inContent: rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else { return found + ["a tag without an end"] }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        if open.popLast() != tag.dropFirst() { found.append("</\(tag)> out of place") }
        continue
      }
      let body = tag.hasSuffix("/") ? tag.dropLast() : tag
      let name = body.prefix { $0 != " " }
      guard elements.contains(name) else { return found + ["the element \(tag)"] }
      if body.dropFirst(name.count).wholeMatch(of: attributes) == nil {
        found.append("the attributes of \(tag)")
      }
      found += violations(inContent: body)
      if !tag.hasSuffix("/") { open.append(name) }
    }
    return found + violations(inContent: rest) + (open.isEmpty ? [] : ["\(open) is open"])
  }

  private static func violations(inContent text: Substring) -> [String] {
    guard text.contains(where: { "<>&".contains($0) }) else { return [] }
    let rest = text.replacing(entity, with: "")
    return rest.contains { "<>&".contains($0) } ? ["live content in \(text)"] : []
  }
}

/// Lines of workflow commands of GitHub Actions.
enum WorkflowRules {
  private nonisolated(unsafe) static let command =
    /::(?:error|warning|notice) ((?:file=[^,:]*,)?(?:line=[0-9]+,)?title=[^,:]*)::(.*)/
  private nonisolated(unsafe) static let escape = /%(25|0D|0A|3A|2C)/

  static func violations(_ line: String) -> [String] {
    guard let match = line.wholeMatch(of: command) else { return ["the line \(line)"] }
    return [match.1, match.2].filter { $0.replacing(escape, with: "").contains("%") }.map {
      "a live % in \($0)"
    }
  }
}
