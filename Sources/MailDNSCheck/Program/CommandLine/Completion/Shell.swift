/// A shell that completes command lines; the raw value is its name on the command line.
enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// All names, for messages.
  static let list = allCases.map(\.rawValue).listed

  /// The script that completes command lines of the program in this shell, made from the tables of commands and
  /// options. What can't be known beforehand, such as a domain, is left to the user.
  func completions(language: Language) -> String {
    switch self {
    case .bash: BashCompletion.script
    case .zsh: ZshCompletion(language: language).script
    case .fish: FishCompletion(language: language).script
    }
  }
}

extension CommandSpecification {
  /// The operands that can be completed.
  enum OperandWords {
    case none
    /// The names of the commands, for the first operand.
    case commands
    /// These, for the first operand.
    case first([String])
    /// These, for every operand but the first.
    case others([String])
  }

  var operandWords: OperandWords {
    switch command {
    case .help: .commands
    case .completion: .first(Shell.allCases.map(\.rawValue))
    case .lookup: .others(RecordType.mnemonics)
    default: .none
    }
  }
}

extension OptionSpecification {
  /// Every spelling, with the hyphens: `-v`, `--verbose`.
  var spellings: [String] {
    [shortName.map { "-\($0)" }].compactMap(\.self) + longNames.map { "--" + $0 }
  }

  /// The spellings of all options that take a value.
  static var spellingsWithValue: [String] {
    var seen: Set<String> = []
    return all.filter(\.takesValue).flatMap(\.spellings).filter { seen.insert($0).inserted }
  }
}

extension String {
  /// The text in single quotes, as shells of the Bourne family read it.
  var shellQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}
