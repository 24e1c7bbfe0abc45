/// The completions for zsh.
struct ZshCompletion {
  let language: Language

  var script: String {
    """
    #compdef maildnscheck \(ParsedArguments.pluginName)
    # Completions of maildnscheck for zsh, made by "maildnscheck completion zsh".

    _maildnscheck_commands() {
      local -a commands
      commands=(
    \(CommandSpecification.all.map(described).joined(separator: "\n"))
      )
      _describe -t commands command commands
    }

    _maildnscheck() {
      local word subcommand= skip=
      if [[ ${words[1]:t} == \(ParsedArguments.pluginName) ]]; then
        _maildnscheck_plugin
        return
      fi
      for word in "${(@)words[2,CURRENT-1]}"; do
        if [[ -n $skip ]]; then
          skip=
          continue
        fi
        case $word in
          (\(OptionSpecification.spellingsWithValue.joined(separator: "|"))) skip=yes ;;
          (-*|@*) ;;
          (\(Command.allCases.map(\.rawValue).joined(separator: "|"))) subcommand=$word; break ;;
          (*) subcommand=\(Command.standard.rawValue); break ;;
        esac
      done
      case $subcommand in
    \(branches.joined(separator: "\n"))
      esac
    }

    _maildnscheck_plugin() {
    \(arguments(of: pluginOptions, ["*:DOMAIN: "]))
    }

    _maildnscheck "$@"

    """
  }

  private func described(_ specification: CommandSpecification) -> String {
    let command = specification.command
    return "    " + "\(command.rawValue):\(command.summary[language])".shellQuoted
  }

  private var branches: [String] {
    let anyCommand = branch("''", Help.general, ["1:COMMAND:_maildnscheck_commands", "*:DOMAIN: "])
    return [anyCommand]
      + CommandSpecification.all.map { specification in
        branch(specification.command.rawValue, specification.options, operands(of: specification))
      }
  }

  private func branch(_ pattern: String, _ rows: [OptionSpecification], _ operands: [String]) -> String {
    "    (\(pattern))\n\(arguments(of: rows, operands)) ;;"
  }

  private func arguments(of rows: [OptionSpecification], _ operands: [String]) -> String {
    let arguments = rows.flatMap(specifications) + operands
    let lines = arguments.map { "        " + $0.shellQuoted }.joined(separator: " \\\n")
    return "      _arguments -s -S : \\\n\(lines)"
  }

  private var pluginOptions: [OptionSpecification] {
    CommandSpecification.all.first { $0.command == .nagios }?.options ?? []
  }

  /// The operands, the command's own name being the first.
  private func operands(of specification: CommandSpecification) -> [String] {
    switch specification.operandWords {
    case .none: ["*:OPERAND: "]
    case .commands: ["1:COMMAND: ", "2:COMMAND:_maildnscheck_commands"]
    case .first(let words): ["1:COMMAND: ", "2:OPERAND:(\(words.joined(separator: " ")))"]
    case .others(let words): ["1:COMMAND: ", "2:NAME: ", "*:TYPE:(\(words.joined(separator: " ")))"]
    }
  }

  /// An argument of _arguments for each spelling of the option.
  private func specifications(of row: OptionSpecification) -> [String] {
    let isCounted = row.argument == .counted
    return row.spellings.map { spelling in
      let lead = row.isRepeatable || isCounted ? "*" : "(\(row.spellings.joined(separator: " ")))"
      let text = "[" + Self.escaped(row.help[language], "[]:") + "]"
      guard case .value(let placeholder, let kind) = row.argument else { return lead + spelling + text }
      let joint = spelling.hasPrefix("--") ? "=" : "+"
      return lead + spelling + joint + text + ":" + Self.escaped(placeholder, ":") + ":" + action(for: kind)
    }
  }

  private func action(for kind: OptionSpecification.ValueKind) -> String {
    switch kind {
    case .file: "_files"
    case .recordType: "(\(RecordType.mnemonics.joined(separator: " ")))"
    case .choice(let words): "(\(words.joined(separator: " ")))"
    default: " "
    }
  }

  /// `text` with a backslash before each of `special`, and before backslashes.
  private static func escaped(_ text: String, _ special: String) -> String {
    text.flatMap { special.contains($0) || $0 == "\\" ? ["\\", $0] : [$0] }.map(String.init).joined()
  }
}
