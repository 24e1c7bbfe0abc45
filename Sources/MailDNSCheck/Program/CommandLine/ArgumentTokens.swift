/// The arguments taken apart: options with their values, and operands, each in the order given. Which command
/// they are for, and whether it takes them, is not known yet.
///
/// `@ADDR` among the operands is `--server ADDR`, and `+short` and some others of dig's are options of ours. After `--` everything is an operand, that too.
struct ArgumentTokens {
  struct Option: Equatable {
    let option: CommandOption
    /// As typed, for messages: `--query-timeout`, `-v`.
    let spelling: String
    /// Empty for options that take none.
    let value: String
  }

  private(set) var options: [Option] = []
  private(set) var operands: [String] = []
  /// The first thing that is no option. What follows is still read, so that `--help` and `--lang` are found.
  private(set) var firstError: UsageError?

  private let vocabulary: Vocabulary

  /// The options that are known while the command is not.
  enum Vocabulary {
    /// What the monitoring plugin takes, which has letters of its own, and all else.
    case plugin
    /// Without what only the monitoring plugin takes.
    case ordinary

    fileprivate func knows(_ row: OptionSpecification) -> Bool {
      self == .plugin || row.commands != [.nagios]
    }

    /// The names worth suggesting.
    fileprivate var longNames: [String] {
      OptionSpecification.all.filter { row in
        self == .plugin ? row.commands.contains(.nagios) : knows(row)
      }.flatMap(\.longNames)
    }
  }

  /// - Parameter arguments: Without the program's name.
  init(_ arguments: [String], _ vocabulary: Vocabulary = .ordinary) {
    self.vocabulary = vocabulary
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" {
        operands += rest
        return
      }
      do throws(UsageError) {
        if argument.hasPrefix("--") {
          try readLong(argument, &rest)
        } else if argument.hasPrefix("-"), argument != "-" {
          try readShort(argument, &rest)
        } else if argument.hasPrefix("+"), vocabulary == .ordinary {
          try readPlus(argument)
        } else if argument.hasPrefix("@") {
          options.append(Option(option: .server, spelling: "--server", value: argument))
        } else {
          operands.append(argument)
        }
      } catch {
        if firstError == nil { firstError = error }
      }
    }
  }

  /// `--name`, `--name value`, `--name=value`.
  private mutating func readLong(_ argument: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let spelling = "--" + name
    guard let row = OptionSpecification.named(name), vocabulary.knows(row) else {
      throw .unknownOption(spelling, suggestion: nearestOption(to: name))
    }
    var value = ""
    if row.takesValue {
      if parts.count == 2 {
        value = String(parts[1])
      } else if let next = rest.popFirst() {
        value = next
      } else {
        throw .missingValue(option: spelling)
      }
    } else if parts.count == 2 {
      throw .unexpectedValue(option: spelling)
    }
    options.append(Option(option: row.option, spelling: spelling, value: value))
  }

  /// One or more letters after one hyphen: `-v`, `-vvq`. The value of a letter that takes one is the rest of
  /// the argument or the next argument.
  private mutating func readShort(_ argument: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    var letters = argument.dropFirst()
    while let letter = letters.popFirst() {
      let spelling = "-\(letter)"
      guard let row = OptionSpecification.named(letter).first(where: vocabulary.knows) else {
        // `-tcp` is more likely `--tcp` than three letters.
        let name = argument.dropFirst().prefix { $0 != "=" }
        throw .unknownOption(
          name.count > 1 ? "-" + name : spelling,
          suggestion: name.count > 1 ? nearestOption(to: String(name)) : nil)
      }
      var value = ""
      if row.takesValue {
        if !letters.isEmpty {
          value = String(letters)
          letters = ""
        } else if let next = rest.popFirst() {
          value = next
        } else {
          throw .missingValue(option: spelling)
        }
      }
      options.append(Option(option: row.option, spelling: spelling, value: value))
    }
  }

  /// An option as dig has it: `+short`, `+tcp`, `+time=2`, `+tries=1`.
  private mutating func readPlus(_ argument: String) throws(UsageError) {
    let parts = argument.dropFirst().split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count == 2 ? String(parts[1]) : nil
    let meant: (option: CommandOption, spelling: String)? =
      switch (parts.first.map(String.init) ?? "", value) {
      case ("short", nil): (.quiet, "-q")
      case ("tcp", nil), ("vc", nil): (.tcp, "--tcp")
      case ("time", .some), ("timeout", .some): (.timeout, "--timeout")
      case ("tries", .some): (.attempts, "--attempts")
      default: nil
      }
    guard let meant else { throw .unknownPlus(argument) }
    options.append(Option(option: meant.option, spelling: meant.spelling, value: value ?? ""))
  }

  private func nearestOption(to name: String) -> String? {
    NearestWord.nearest(to: name, among: vocabulary.longNames).map { "--" + $0 }
  }
}
