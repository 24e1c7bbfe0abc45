/// The completions for fish.
struct FishCompletion {
  let language: Language

  var script: String {
    let head = [
      "# Completions of maildnscheck for fish, made by \"maildnscheck completion fish\".", "",
      "complete -c maildnscheck -f", "complete -c \(ParsedArguments.pluginName) -f",
    ]
    let program = CommandSpecification.all.map(command) + OptionSpecification.all.map(option) + operands
    let lines = head + program + pluginOptions
    return lines.map { $0 + "\n" }.joined()
  }

  private static let commands = Command.allCases.map(\.rawValue).joined(separator: " ")

  private func command(_ specification: CommandSpecification) -> String {
    let command = specification.command
    return "complete -c maildnscheck -n \(quoted("not __fish_seen_subcommand_from \(Self.commands)"))"
      + " -a \(command.rawValue) -d \(quoted(command.summary[language]))"
  }

  private func option(_ row: OptionSpecification) -> String {
    let condition = condition(of: row).map { " -n \(quoted($0))" } ?? ""
    return "complete -c maildnscheck\(condition) \(description(of: row))"
  }

  /// Under its own name the plugin has no commands, and its options stand anywhere.
  private var pluginOptions: [String] {
    OptionSpecification.all.filter { $0.commands.contains(.nagios) }
      .map { "complete -c \(ParsedArguments.pluginName) \(description(of: $0))" }
  }

  private func description(of row: OptionSpecification) -> String {
    var words: [String] = []
    if let letter = row.shortName { words.append("-s \(letter)") }
    words += row.longNames.map { "-l \($0)" }
    if case .value(_, let kind) = row.argument {
      switch kind {
      case .file: words.append("-r -F")
      case .recordType: words.append("-x -a \(quoted(RecordType.mnemonics.joined(separator: " ")))")
      case .choice(let choices): words.append("-x -a \(quoted(choices.joined(separator: " ")))")
      default: words.append("-x")
      }
    }
    words.append("-d \(quoted(row.help[language]))")
    return words.joined(separator: " ")
  }

  /// When the option is offered: an option of the default command also where no command is given.
  private func condition(of row: OptionSpecification) -> String? {
    let others = Command.allCases.filter { !row.commands.contains($0) }
    if others.isEmpty { return nil }
    if row.commands.contains(.standard) {
      return "not __fish_seen_subcommand_from \(others.map(\.rawValue).joined(separator: " "))"
    }
    let own = Command.allCases.filter { row.commands.contains($0) }
    return "__fish_seen_subcommand_from \(own.map(\.rawValue).joined(separator: " "))"
  }

  private var operands: [String] {
    CommandSpecification.all.compactMap { specification in
      let words: String
      switch specification.operandWords {
      case .none: return nil
      case .commands: words = Self.commands
      case .first(let choices), .others(let choices): words = choices.joined(separator: " ")
      }
      return
        "complete -c maildnscheck -n \(quoted("__fish_seen_subcommand_from \(specification.command.rawValue)"))"
        + " -a \(quoted(words))"
    }
  }

  /// In single quotes: there, fish knows the escapes `\'` and `\\` only.
  private func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
