/// Why a command line can't be carried out. The texts are as typed: not safe to show as they are.
enum UsageError: Error, Equatable {
  /// An option that there is not, as typed, and the one that may have been meant, with its hyphens.
  case unknownOption(String, suggestion: String?)
  case missingValue(option: String)
  /// An option of dig's, as typed, that we do not have.
  case unknownPlus(String)
  /// A letter that is for `lookup` alone, and what to type instead.
  case lookupMeant(option: String, line: String)
  /// A word among the domains that is a record type or a command, and what to type instead.
  case wordAmongDomains(String, lines: [String])
  /// A command that reads no list, where one was given as `-`.
  case noList(Command)
  /// `--input` beside `-`.
  case twoLists
  /// `--offline` with nothing to answer from.
  case offlineWithoutZones
  /// A word before the names of `lookup` that is a record type.
  case typeWithoutName(String)
  /// A value for an option that takes none: `--tcp=yes`.
  case unexpectedValue(option: String)
  case badValue(option: String, value: String, Problem)
  /// An option that there is, but not for this command.
  case optionNotTaken(option: String, Command)
  /// A first operand that looks like a mistyped command.
  case mistypedCommand(String, Command)
  /// A word after `help`, and the command that may have been meant.
  case unknownCommand(String, suggestion: Command?)
  /// `completion` without a shell, and with one that there are no completions for.
  case missingShell
  case unknownShell(String)
  /// A word after `providers` that is no provider and no host name, and the identifier that may have been meant.
  case unknownProvider(String, suggestion: String?)
  /// A command that checks domains, without any.
  case missingDomain(Command)
  /// A command that reads files, without any.
  case missingFile(Command)
  /// `--watch` beside another format than text, or an output.
  case watchIsText
  /// `diff` without two files.
  case missingRuns
  /// A command that can't do without an option, which is written like this.
  case missingOption(String, Command)
  /// An option that means nothing without another one.
  case optionNeeds(option: String, other: String)
  /// An output, as typed, beyond the last format.
  case outputWithoutFormat(String)
  /// Two formats for one output; nil is standard output.
  case outputTakenTwice(String?)
  /// Standard input in two places.
  case standardInputTwice
  /// `--resume` beside another format or output: it goes on with an NDJSON file.
  case resumeIsNDJSON
  /// `--resume` beside expectations, which the reports in the file were perhaps not held against.
  case resumeIsUnjudged
  /// `--resume` beside what leaves reports out or waits with them.
  case resumeIsWhole
  /// `spf --ip` with nothing to say whose record is meant.
  case missingSender
  /// A domain of `spf --ip` that is none.
  case badDomain(MailDomainError)
  /// `lookup` without a name.
  case missingName
  /// An operand that the command does not take.
  case unexpectedOperand(String, Command)
  /// A name of `lookup` that is none.
  case badName(String, NameProblem)
  /// A word among the names of `lookup` that looks like a mistyped record type.
  case unknownType(String, suggestion: RecordType?)

  enum Problem: Equatable, Sendable {
    case notOneOf([String], suggestion: String?)
    case notInteger(ClosedRange<Int>)
    /// Not a number of seconds above 0 and at most this.
    case notSeconds(maximum: Int)
    case notServer
    /// Neither an address nor a host name.
    case notServerOrName
    case notSelector
    /// Not `CustomAttribute1=KEYWORD` or the like.
    case notExclusion
    case notAddress
    /// No name that a list can have.
    case notBlocklist
    /// Neither a name nor a number from 1.
    case notColumn
    case emptyFileName
    /// `-` where a file is needed.
    case noStream
    case notRange(ThresholdRangeError)
    case notState
    /// Not a number of seconds above 0 and at most this, with or without a state behind a colon.
    case notTimeLimit(maximum: Int)
  }

  enum NameProblem: Error, Equatable {
    case syntax(DomainNameError)
    case idna(IDNARefusal)
    case idnaUnavailable
  }
}
