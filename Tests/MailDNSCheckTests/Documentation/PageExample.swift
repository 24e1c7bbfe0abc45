import Foundation

/// A command of a code block behind `$ `, and what the page says that it prints.
struct PageExample {
  let command: String
  /// `…` at the end of a line stands for the rest of it, alone on the last line for the lines that follow.
  let output: [String]

  static func all(in block: [String]) -> [PageExample] {
    var examples: [(command: String, output: [String])] = []
    for line in block {
      if line.hasPrefix("$ ") {
        examples.append((String(line.dropFirst(2)), []))
      } else if !examples.isEmpty {
        examples[examples.count - 1].output.append(line)
      }
    }
    return examples.map { PageExample(command: $0.command, output: $0.output) }
  }

  /// A block without what its commands print; all of it where no line begins with `$ `.
  static func commands(in block: [String]) -> [String] {
    let commands = block.filter { $0.hasPrefix("$ ") }
    return commands.isEmpty ? block : commands
  }

  /// The first line in which `text` is not what the page says, or nil.
  func difference(from text: String) -> String? {
    var lines = text.components(separatedBy: "\n")
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, expected) in output.enumerated() {
      if expected.trimmingCharacters(in: .whitespaces) == "…", index == output.count - 1 {
        return index < lines.count ? nil : "there is nothing more where the page has …"
      }
      guard index < lines.count else { return "“\(expected)” is not printed" }
      let (page, line) = (Self.withoutFigures(expected), Self.withoutFigures(lines[index]))
      let isShortened = page.hasSuffix("…") && line.hasPrefix(page.dropLast())
      if page != line, !isShortened { return "“\(lines[index])” is printed, the page has “\(expected)”" }
    }
    return lines.count == output.count ? nil : "“\(lines[output.count])” is printed, too"
  }

  /// The performance data without what differs from run to run, and from one version to the next.
  private static func withoutFigures(_ line: String) -> String {
    line.replacing(/'(time|queries)'=[0-9.]+/) { "'\($0.1)'=" }
  }
}
