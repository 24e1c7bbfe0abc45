/// The text of `--help`, made from the tables of commands and options.
enum Help {
  /// Where the explanations stand, in columns from 0: two after the longest entry that the tables have.
  private static let textColumn = 28
  /// Narrower than this, an explanation stands below its entry.
  private static let leastTwoColumnWidth = 60

  /// - Parameters:
  ///   - command: Nil for the whole program.
  ///   - width: Columns that a line may take, at least 40.
  /// - Returns: Lines that each end in a newline.
  static func text(for command: Command?, language: Language, width: Int = 80) -> String {
    if command == .nagios { return PluginHelp.text(language: language) }
    var page = Page(language: language, width: width)
    if let specification = CommandSpecification.all.first(where: { $0.command == command }) {
      page.usage(usages(of: specification))
      page.paragraph(specification.command.summary)
      if let details = specification.command.details { page.paragraph(details) }
      page.options(specification.options)
    } else {
      page.usage(usages)
      page.paragraph(.helpPurpose)
      page.commands()
      page.options(general)
      page.examples(examples)
    }
    page.exitStatus(of: command)
    if command == nil { page.paragraph(.helpPointer) }
    return page.lines.map { $0 + "\n" }.joined()
  }

  /// The options for the overview: the first row of each, without those that only the plugin takes.
  static var general: [OptionSpecification] {
    var seen: Set<CommandOption> = []
    return OptionSpecification.all.filter { row in
      row.commands != [.nagios] && seen.insert(row.option).inserted
    }
  }

  /// The ways to call the program.
  static let usages = [
    "maildnscheck [check] [OPTION]... DOMAIN...", "maildnscheck COMMAND [OPTION]... [OPERAND]...",
  ]

  static let examples = [
    "maildnscheck example.co.jp",
    "maildnscheck --expect securemx-office365 example.co.jp example.jp",
    "maildnscheck --format ndjson --input domains.txt --output result.ndjson",
    "maildnscheck lookup _dmarc.example.co.jp TXT @192.0.2.53",
  ]

  /// The ways to call a command, with the program's name.
  static func usages(of specification: CommandSpecification) -> [String] {
    let name = specification.command.rawValue
    let shown = specification.command == .standard ? "[\(name)]" : name
    let forms = [specification.operands] + [specification.alternative].compactMap(\.self)
    return forms.map { form in
      (["maildnscheck", shown, "[OPTION]..."] + [form].filter { !$0.isEmpty }).joined(separator: " ")
    }
  }

  private struct Page {
    let language: Language
    let width: Int
    private(set) var lines: [String] = []

    init(language: Language, width: Int) {
      self.language = language
      self.width = width
    }

    mutating func usage(_ forms: [String]) {
      let heading = Wording.helpUsage[language] + " "
      for (index, form) in forms.enumerated() {
        lines.append((index == 0 ? heading : "").padded(to: heading.displayWidth) + form)
      }
    }

    mutating func paragraph(_ wording: Wording) {
      lines.append("")
      lines += wording[language].wrapped(to: width)
    }

    mutating func commands() {
      for group in CommandSpecification.Group.allCases {
        heading(group.heading)
        for specification in CommandSpecification.all where specification.group == group {
          let label = "  \(specification.command.rawValue) \(specification.operands)"
          entry(label, specification.command.summary[language])
        }
      }
    }

    mutating func options(_ rows: [OptionSpecification]) {
      for group in OptionSpecification.Group.allCases {
        let members = rows.filter { $0.group == group }
        if members.isEmpty { continue }
        heading(group.heading)
        for row in members { entry(row.usage, row.explanation(language)) }
      }
    }

    mutating func examples(_ examples: [String]) {
      heading(.helpExamples)
      lines += examples.map { "  " + $0 }
    }

    mutating func exitStatus(of command: Command?) {
      heading(.helpExitStatus)
      for (status, meaning) in Wording.exitStatuses(of: command) {
        entry("  \(status)", meaning[language], column: 5)
      }
    }

    private mutating func heading(_ wording: Wording) { lines += ["", wording[language]] }

    /// `label`, and `text` beside it from `column` on, or below where there is no room.
    private mutating func entry(_ label: String, _ text: String, column: Int = Help.textColumn) {
      let isNarrow = width < Help.leastTwoColumnWidth
      let indent = isNarrow ? min(column, 8) : column
      var text = text.wrapped(to: width - indent)[...]
      if label.displayWidth + 2 <= indent, let first = text.popFirst() {
        lines.append(label.padded(to: indent) + first)
      } else {
        lines.append(label)
      }
      lines += text.map { String(repeating: " ", count: indent) + $0 }
    }
  }
}

extension OptionSpecification {
  /// `  -v, --verbose`, `      --server ADDR[:PORT]`.
  var usage: String {
    let short = shortName.map { "-\($0), " } ?? "    "
    guard case .value(let placeholder, _) = argument else { return "  \(short)--\(option.rawValue)" }
    return "  \(short)--\(option.rawValue) \(placeholder)"
  }

  /// What the option does, without what the table says of it.
  var help: Wording {
    if option == .expect, commands == [.headers] { return .expectedWayOfMessages }
    // Without a name these commands have nothing to do.
    if option == .zoneFile, !commands.contains(.check) { return .zonesToAnswerFrom }
    if option == .since, commands == [.exchange] { return .sinceExport }
    if option == .server, commands == [.compare] { return .comparedServer }
    if option == .ip, isRepeatable { return .addressThatSends }
    return commands == [.nagios] ? option.pluginHelp : option.help
  }

  /// What the option does, and in parentheses what the table says about its values and names.
  func explanation(_ language: Language) -> String {
    var notes: [String] = []
    if !choices.isEmpty { notes.append(choices.joined(separator: Wording.listSeparator[language])) }
    if let defaultValue { notes.append(Wording.helpDefault(defaultValue)[language]) }
    if isRepeatable { notes.append(Wording.helpRepeatable[language]) }
    if !aliases.isEmpty {
      notes.append(
        Wording.helpAlias(aliases.map { "--" + $0 }.joined(separator: Wording.listSeparator[language]))[
          language])
    }
    let text = help[language]
    return notes.isEmpty
      ? text : text + Wording.helpNotes(notes.joined(separator: Wording.remarkSeparator[language]))[language]
  }
}
