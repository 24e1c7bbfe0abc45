import Glibc

/// One run of the program.
struct Program {
  private let arguments: ParsedArguments
  private let language: Language

  /// - Parameter arguments: Without the program's name.
  init(arguments: [String]) {
    self.arguments = ParsedArguments(arguments)
    language = self.arguments.language ?? Language(environment: Self.environment)
  }

  func run() async -> ExitStatus {
    do throws(ProgramError) {
      switch arguments.invocation {
      case .failure(let error): throw .usage(error)
      case .success(.check(let request)):
        return try await CheckCommand(request: request, language: language).run()
      case .success(.evaluate(let request)):
        return try await EvaluateCommand(request: request, language: language).run()
      case .success(.lookup(let request)):
        return try await LookupCommand(request: request, language: language).run()
      case .success(.providers(let options)):
        return try await ProvidersCommand(options: options, language: language).run()
      case .success(.plan(let request)):
        return try await PlanCommand(request: request, language: language).run()
      case .success(.help(let command)): return try print(Help.text(for: command, language: language))
      case .success(.manual): return try print(ManualPage.text(language: language))
      case .success(.completion(let shell)): return try print(shell.completions(language: language))
      case .success(.version): return try print("maildnscheck \(Version.current)\n")
      }
    } catch {
      Diagnostics.complain(error.wording, language)
      return .unknown
    }
  }

  private func print(_ text: String) throws(ProgramError) -> ExitStatus {
    do { try Output.standard.write(text) } catch { throw .output(path: nil, error) }
    return .ok
  }

  /// The variables that the program looks at.
  static let environment: [String: String] = {
    var values: [String: String] = [:]
    for name in ["LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM"] {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }()
}

/// Why a run ends without a report, or without the whole of it.
enum ProgramError: Error {
  case usage(UsageError)
  /// `path` is nil for standard output.
  case output(path: String?, Errno)
  case input(path: String?, Errno)
  case zoneFile(path: String, Errno)
  case zone(ZoneFileError)
  case noConfiguration
  /// No descriptors or threads left.
  case resources(Errno)
  /// The report could not be put into JSON.
  case encoding(String)
}
