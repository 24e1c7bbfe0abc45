import Foundation

/// A page of the documentation, as far as two languages of it can be compared: headings, code blocks, tables, links.
struct MarkdownPage {
  struct Section {
    /// 1 for the title.
    let level: Int
    let heading: String
    /// The heading of the page that this one translates, from the comment on the line below.
    var original: String?
    /// Indented or fenced, without the indentation.
    var codeBlocks: [[String]] = []
    /// The rows of each table with their cells: the heading first, without the line of dashes.
    var tables: [[[String]]] = []
    /// The text outside code blocks, tables included.
    var prose: [String] = []

    /// What stands between grave accents, wherever the line was broken.
    var codeSpans: Set<String> { MarkdownPage.codeSpans(in: prose.joined(separator: " ")) }

    /// Where the links lead, as written.
    var links: [String] {
      prose.joined(separator: " ").matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
    }
  }

  /// From the root of the repository.
  let path: String
  private(set) var sections: [Section] = []

  init(path: String) throws {
    let file = ExampleFiles.root.appendingPathComponent(path)
    self.init(path: path, text: try String(contentsOf: file, encoding: .utf8))
  }

  /// What stands before the first heading is left out.
  init(path: String, text: String) {
    self.path = path
    var block: [String]?
    var (isFenced, isAfterBlank, isInTable) = (false, true, false)
    for line in text.components(separatedBy: "\n") {
      if isFenced {
        if line.hasPrefix("```") { isFenced = false } else { block?.append(line) }
        continue
      }
      let isBlank = line.allSatisfy { $0 == " " }
      if line.hasPrefix("    ") || isBlank, block != nil {
        block?.append(String(line.dropFirst(4)))
        continue
      }
      end(&block)
      defer {
        isAfterBlank = isBlank
        isInTable = line.hasPrefix("|")
      }
      if line.hasPrefix("```") {
        (block, isFenced) = ([], true)
      } else if line.hasPrefix("    "), isAfterBlank {
        block = [String(line.dropFirst(4))]
      } else if let match = line.wholeMatch(of: /(#{1,6}) (.+)/) {
        sections.append(Section(level: match.1.count, heading: String(match.2)))
      } else if !sections.isEmpty {
        add(line, isInTable: isInTable)
      }
    }
    end(&block)
  }

  private mutating func add(_ line: String, isInTable: Bool) {
    let last = sections.count - 1
    if let match = line.wholeMatch(of: /<!-- (.+) -->/), sections[last].prose.isEmpty {
      sections[last].original = String(match.1)
      return
    }
    sections[last].prose.append(line)
    guard line.hasPrefix("|") else { return }
    if !isInTable { sections[last].tables.append([]) }
    let table = sections[last].tables.count - 1
    if line.contains(where: { !"|-: ".contains($0) }) {
      sections[last].tables[table].append(Self.cells(of: line))
    }
  }

  /// Puts a block that has come to its end where it belongs.
  private mutating func end(_ block: inout [String]?) {
    guard var lines = block, !sections.isEmpty else { return }
    block = nil
    while lines.last?.isEmpty == true { lines.removeLast() }
    sections[sections.count - 1].codeBlocks.append(lines)
  }

  private static func cells(of row: String) -> [String] {
    let bar = "\u{0}"
    return row.replacingOccurrences(of: "\\|", with: bar).split(
      separator: "|", omittingEmptySubsequences: false
    )
    .dropFirst().dropLast().map {
      $0.replacingOccurrences(of: bar, with: "|").trimmingCharacters(in: .whitespaces)
    }
  }

  static func codeSpans(in text: String) -> Set<String> {
    Set(
      text.matches(of: /`([^`]+)`/).map {
        $0.1.replacingOccurrences(of: "\\|", with: "|").trimmingCharacters(in: .whitespaces)
      })
  }

  /// The files that a section links to, from the root of the repository, each with the heading behind `#`; links to other hosts are
  /// left out.
  func targets(of section: Section) -> [(path: String, anchor: String?)] {
    section.links.filter { !$0.contains("://") }.map { link in
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      var folders = path.split(separator: "/").dropLast().map(String.init)
      for step in parts[0].split(separator: "/") {
        if step == ".." { _ = folders.popLast() } else { folders.append(String(step)) }
      }
      let target = parts[0].isEmpty ? path : folders.joined(separator: "/")
      return (target, parts.count > 1 ? parts[1] : nil)
    }
  }

  /// The names that GitHub and GitLab give to the headings.
  var anchors: [String] {
    sections.map { section in
      String(
        section.heading.lowercased().filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }.map {
          $0 == " " ? "-" : $0
        })
    }
  }
}
