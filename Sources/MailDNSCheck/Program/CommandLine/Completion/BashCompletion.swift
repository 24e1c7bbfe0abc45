/// The completions for bash. They need nothing of the package bash-completion, but lie where it looks for them.
enum BashCompletion {
  static var script: String {
    """
    # Completions of maildnscheck for bash, made by "maildnscheck completion bash".

    _maildnscheck()
    {
        # The line itself and not COMP_WORDS, which bash cuts at "=", ":" and "@".
        local line=${COMP_LINE:0:COMP_POINT} current word option="" command="" literal="" operands=0 index
        local -a words
        read -ra words <<< "$line"
        if [[ $line == *[[:space:]] ]]; then words+=(""); fi
        current=${words[${#words[@]} - 1]}
        COMPREPLY=()
        if [[ ${words[0]##*/} == \(ParsedArguments.pluginName) ]]; then command=\(Command.nagios.rawValue); fi

        for ((index = 1; index < ${#words[@]} - 1; index++)); do
            word=${words[index]}
            option=""
            if [[ -z $literal ]]; then
                case $word in
                    --) literal=yes; continue ;;
                    \(alternatives(OptionSpecification.spellingsWithValue)))
                        # Its value is the next word, perhaps the one to complete.
                        option=$word; ((index++)); continue ;;
                    -*|@*) continue ;;
                esac
            fi
            if [[ -n $command ]]; then
                ((operands++))
            else
                case $word in
                    \(alternatives(commands))) command=$word ;;
                    *) command=\(Command.standard.rawValue); operands=1 ;;
                esac
            fi
        done
        if ((index < ${#words[@]})); then option=""; fi
        if [[ -z $option && -z $literal && $current == --*=* ]]; then
            option=${current%%=*}
            current=${current#*=}
        fi

        if [[ -n $option ]]; then
            case ${command:-\(Command.standard.rawValue)}:$option in
    \(values)
            esac
        elif [[ -z $literal && $current == -* ]]; then
            case $command in
    \(options)
            esac
        else
            case $command:$operands in
    \(operands)
            esac
        fi
    }
    complete -F _maildnscheck maildnscheck \(ParsedArguments.pluginName)

    """
  }

  private static let commands = Command.allCases.map(\.rawValue)

  /// What can stand after an option: files, words, or anything.
  private static var values: String {
    let rows = OptionSpecification.all.compactMap { row -> String? in
      guard case .value(_, let kind) = row.argument else { return nil }
      let action: String
      switch kind {
      case .file:
        action = #"compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- "$current")"#
      case .recordType: action = reply(RecordType.mnemonics)
      case .choice(let words): action = reply(words)
      default: return nil
      }
      return branch(alternatives(patterns(of: row)), action)
    }
    return rows.joined(separator: "\n")
  }

  /// `*:--output` for an option that is the same with every command, `lookup:--format` for each of the others.
  private static func patterns(of row: OptionSpecification) -> [String] {
    let isAlone = OptionSpecification.all.filter { $0.option == row.option }.count == 1
    let subjects =
      isAlone ? ["*"] : Command.allCases.filter { row.commands.contains($0) }.map(\.rawValue)
    return subjects.flatMap { subject in row.spellings.map { "\(subject):\($0)" } }
  }

  private static var options: String {
    let anyCommand = branch("''", reply(Help.general.flatMap(\.spellings)))
    let branches = CommandSpecification.all.map { specification in
      branch(specification.command.rawValue, reply(specification.options.flatMap(\.spellings)))
    }
    return ([anyCommand] + branches).joined(separator: "\n")
  }

  private static var operands: String {
    let branches = CommandSpecification.all.compactMap { specification -> String? in
      let name = specification.command.rawValue
      switch specification.operandWords {
      case .none: return nil
      case .commands: return branch("\(name):0", reply(commands))
      case .first(let words): return branch("\(name):0", reply(words))
      case .others(let words): return branch("\(name):[1-9]*", reply(words))
      }
    }
    return ([branch(":0", reply(commands))] + branches).joined(separator: "\n")
  }

  private static func branch(_ pattern: String, _ action: String) -> String {
    "            \(pattern)) \(action) ;;"
  }

  private static func reply(_ words: [String]) -> String {
    #"mapfile -t COMPREPLY < <(compgen -W "\#(words.joined(separator: " "))" -- "$current")"#
  }

  private static func alternatives(_ patterns: [String]) -> String { patterns.joined(separator: "|") }
}
