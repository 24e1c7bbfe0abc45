import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Help")
struct HelpTests {
  private static let subjects: [Command?] = [nil] + Command.allCases

  @Test("the text is that of the golden file", arguments: subjects, Language.allCases)
  func golden(command: Command?, language: Language) throws {
    let name = "help\(command.map { "-" + $0.rawValue } ?? "").\(language.rawValue).txt"
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
    let text = Help.text(for: command, language: language)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  @Test("no line is wider than 80 columns, and none ends in a space", arguments: subjects, Language.allCases)
  func width(command: Command?, language: Language) {
    let lines = Help.text(for: command, language: language).split(
      separator: "\n", omittingEmptySubsequences: false)
    for line in lines { #expect(line.displayWidth <= 80 && !line.hasSuffix(" "), "\(line)") }
  }

  @Test("a narrow terminal gets narrow explanations", arguments: [40, 60], Language.allCases)
  func narrow(width: Int, language: Language) {
    let lines = Help.text(for: .dkim, language: language, width: width).split(separator: "\n").dropFirst()
    for line in lines { #expect(line.displayWidth <= width, "\(line)") }
  }

  @Test("the plugin's help has at most 23 lines, and every option", arguments: Language.allCases)
  func plugin(language: Language) throws {
    let text = Help.text(for: .nagios, language: language)
    #expect(text.count(where: \.isNewline) <= 23)
    for row in OptionSpecification.all where row.commands.contains(.nagios) {
      // Those for other figures share an entry.
      let name = row.option.threshold.flatMap { $0.figure == .spfLookups ? nil : $0.figure.rawValue }
      #expect(text.contains(name ?? "--\(row.option.rawValue)"), "\(row.option)")
      if let letter = row.shortName { #expect(text.contains(" -\(letter), "), "\(letter)") }
    }
  }

  @Test("what headers asks of DNS is said, all of it", arguments: Language.allCases)
  func privacy(language: Language) {
    let text = Help.text(for: .headers, language: language)
    for word in ["MX", "SPF", "DKIM", "--expect"] { #expect(text.contains(word), "\(word)") }
  }

  @Test("only where a DOMAIN may be left out does help say what is checked then")
  func withoutDomain() {
    for command in [Command.check, .mx, .spf, .headers, .exchange, .plan, .lookup, .draftPolicy] {
      let words = Help.text(for: command, language: .english).split(whereSeparator: \.isWhitespace)
      #expect(
        words.joined(separator: " ").contains("without a DOMAIN all its names")
          == CheckRequest.commands.contains(command), "\(command)")
    }
  }

  @Test(
    "a command's help lists the options that it takes, and no other",
    arguments: Command.allCases.filter { $0 != .nagios })
  func options(command: Command) {
    let text = Help.text(for: command, language: .english)
    for option in CommandOption.allCases {
      let isTaken = OptionSpecification.row(of: option, for: command) != nil
      let isListed = text.split(separator: "\n").contains {
        $0.hasPrefix("  ") && $0.prefix(28).split(separator: " ").contains("--\(option.rawValue)")
      }
      #expect(isListed == isTaken, "\(option)")
    }
  }
}
