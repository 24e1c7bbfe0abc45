import Glibc

/// One run of the program.
struct Program: Sendable {
  private let arguments: ParsedArguments
  private let language: Language

  /// - Parameters:
  ///   - arguments: Without the program's name.
  ///   - name: The program's name as it was called.
  init(arguments: [String], name: String?) {
    self.arguments = ParsedArguments(arguments, programName: name)
    // What a monitoring system reads does not depend on who started it.
    let usual = self.arguments.isPlugin ? .english : Language(environment: Self.environment)
    language = self.arguments.language ?? usual
  }

  func run() async -> ExitStatus {
    settleEncoding()
    do throws(ProgramError) {
      switch arguments.invocation {
      case .failure(let error): throw .usage(error)
      case .success(.check(let request)):
        return try await CheckCommand(request: request, language: language).run()
      case .success(.evaluate(let request)):
        return try await EvaluateCommand(request: request, language: language).run()
      case .success(.lookup(let request)):
        return try await LookupCommand(request: request, language: language).run()
      case .success(.headers(let request)):
        return try await HeadersCommand(request: request, language: language).run()
      case .success(.providers(let options, let files, let subject)):
        return try await ProvidersCommand(
          options: options, files: files, subject: subject, language: language
        ).run()
      case .success(.plan(let request)):
        return try await PlanCommand(request: request, language: language).run()
      case .success(.draftPolicy(let request)):
        return try await InitCommand(request: request, language: language).run()
      case .success(.exchange(let request)):
        return try await ExchangeCommand(request: request, language: language).run()
      case .success(.diff(let request)):
        return try await DiffCommand(request: request, language: language).run()
      case .success(.compare(let request)):
        return try await CompareCommand(request: request, language: language).run()
      case .success(.plugin(let request)):
        return await PluginCommand(request: request, language: language).run()
      case .success(.help(let command)):
        return try print(
          Help.text(for: command, language: language, width: Output.standard.pageWidth), isForPeople: true)
      case .success(.manual): return try print(ManualPage.text(language: language))
      case .success(.completion(let shell)): return try print(shell.completions(language: language))
      case .success(.version): return try print("maildnscheck \(Version.current)\n")
      }
    } catch {
      return report(error)
    }
  }

  /// Ends the run before it has begun, for lack of what the system has to give.
  func refuse(_ error: Errno) -> ExitStatus { report(.resources(error)) }

  private func report(_ error: ProgramError) -> ExitStatus {
    if arguments.isPlugin { return PluginCommand.report(error, language) }
    for wording in error.wordings { Diagnostics.complain(wording, language) }
    return error.exitStatus
  }

  /// Writes in what the locale can show; a monitoring system, and whoever asks for Japanese where there is no locale, gets
  /// UTF-8.
  private func settleEncoding() {
    guard !arguments.isPlugin else { return }
    var encoding = OutputEncoding(environment: Self.environment)
    if encoding == .ascii, language != .english { encoding = .utf8 }
    if !encoding.isAvailable {
      encoding = .utf8
      Diagnostics.complain(.encodingUnavailable, language)
    }
    Output.encodingForPeople.withLock { $0 = encoding }
  }

  private func print(_ text: String, isForPeople: Bool = false) throws(ProgramError) -> ExitStatus {
    do { try Output.standard.write(text, isForPeople: isForPeople) } catch { throw .output(path: nil, error) }
    // A monitoring system must not take these for a service that is well.
    return arguments.isPlugin ? .unknown : .ok
  }

  /// The variables that the program looks at.
  static let environment: [String: String] = {
    var values: [String: String] = [:]
    for name in [
      "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "NO_COLOR", "TERM", "COLUMNS", "HOME", "XDG_CONFIG_HOME",
    ] {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }()
}
