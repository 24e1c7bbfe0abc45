/// A command line, read.
///
/// The first operand is the command if it is the name of one, otherwise `check` is meant. `--help` and
/// `--version` win over everything else, errors included.
struct ParsedArguments: Sendable {
  /// The language that `--lang` asks for, also where the rest is wrong; nil leaves it to the environment.
  let language: Language?
  let invocation: Result<Invocation, UsageError>

  /// - Parameters:
  ///   - arguments: Without the program's name.
  ///   - idna: What knows IDNA, for the names of `lookup`; nil where there is nothing.
  init(_ arguments: [String], idna: LibIDN2? = .shared) {
    let tokens = ArgumentTokens(arguments)
    language = tokens.options.last { $0.option == .language }.flatMap { Language(rawValue: $0.value) }
    do throws(UsageError) {
      invocation = .success(try Self.invocation(tokens, idna))
    } catch {
      invocation = .failure(error)
    }
  }

  private static func invocation(_ tokens: ArgumentTokens, _ idna: LibIDN2?) throws(UsageError) -> Invocation
  {
    let given = tokens.operands.first.flatMap(Command.init(rawValue:))
    let operands = given == nil ? tokens.operands : Array(tokens.operands.dropFirst())
    switch tokens.options.first(where: { $0.option == .help || $0.option == .version })?.option {
    case .help: return .help(given)
    case .version: return .version
    default: break
    }
    if let error = tokens.firstError { throw error }
    if given == nil, let first = operands.first, let meant = mistypedCommand(first) {
      throw .mistypedCommand(first, meant)
    }
    let command = given ?? .standard
    let values = try OptionValues(tokens.options, for: command)
    switch command {
    case .check: return .check(try check(nil, operands, values, command))
    case .mx: return .check(try check(.mx, operands, values, command))
    case .spf:
      guard let address = values.address else {
        if values.mailFrom != nil { throw .optionNeeds(option: "--mail-from", other: "--ip") }
        if values.helo != nil { throw .optionNeeds(option: "--helo", other: "--ip") }
        return .check(try check(.spf, operands, values, command))
      }
      return .evaluate(try evaluation(address, operands, values, idna))
    case .dkim: return .check(try check(.dkim, operands, values, command))
    case .dmarc: return .check(try check(.dmarc, operands, values, command))
    case .lookup:
      let questions = try LookupOperands.questions(operands, idna)
      return .lookup(LookupRequest(questions: questions, query: values.query, report: values.report))
    case .providers:
      if let operand = operands.first { throw .unexpectedOperand(operand, command) }
      return .providers(values.report)
    case .plan: return .plan(try plan(operands, values, idna))
    case .help: return .help(try helpSubject(operands))
    case .manual:
      if let operand = operands.first { throw .unexpectedOperand(operand, command) }
      return .manual
    case .completion: return .completion(try shell(operands))
    }
  }

  /// The command that `word` may have been meant for: one label of three letters or more, no final dot, close
  /// to the name of a command. Two letters are a country.
  private static func mistypedCommand(_ word: String) -> Command? {
    guard word.utf8.count >= 3, word.utf8.allSatisfy(\.isLetter) else { return nil }
    return NearestWord.nearest(to: word, among: Command.allCases.map(\.rawValue)).flatMap(
      Command.init(rawValue:))
  }

  private static func check(
    _ area: CheckRequest.Area?, _ operands: [String], _ values: OptionValues, _ command: Command
  ) throws(UsageError) -> CheckRequest {
    guard !operands.isEmpty || values.input != nil else { throw .missingDomain(command) }
    return CheckRequest(
      area: area, domains: operands, input: values.input, selectors: values.selectors,
      expectedRoute: values.expectedRoute, failureThreshold: values.failureThreshold,
      concurrency: values.concurrency, query: values.query, report: values.report)
  }

  private static func evaluation(
    _ address: IPAddress, _ operands: [String], _ values: OptionValues, _ idna: LibIDN2?
  ) throws(UsageError) -> EvaluationRequest {
    if operands.count > 1 { throw .unexpectedOperand(operands[1], .spf) }
    if values.input != nil { throw .optionNotTaken(option: "--input", .spf) }
    if operands.isEmpty, values.mailFrom == nil, values.helo == nil { throw .missingSender }
    return EvaluationRequest(
      address: address, mailFrom: values.mailFrom ?? "", helo: values.helo ?? "",
      domain: try operands.first.map { text throws(UsageError) in try domain(text, idna) },
      query: values.query, report: values.report)
  }

  private static func plan(
    _ operands: [String], _ values: OptionValues, _ idna: LibIDN2?
  ) throws(UsageError) -> PlanRequest {
    guard let first = operands.first else { throw .missingDomain(.plan) }
    if operands.count > 1 { throw .unexpectedOperand(operands[1], .plan) }
    guard let target = values.target else { throw .missingOption("--target ROUTE", .plan) }
    return PlanRequest(
      domain: try domain(first, idna), target: target, selectors: values.selectors, query: values.query,
      report: values.report)
  }

  private static func domain(_ text: String, _ idna: LibIDN2?) throws(UsageError) -> MailDomain {
    do throws(MailDomainError) { return try MailDomain(pasted: text, idna: idna) } catch {
      throw .badDomain(error)
    }
  }

  private static func helpSubject(_ operands: [String]) throws(UsageError) -> Command? {
    guard let word = operands.first else { return nil }
    guard let command = Command(rawValue: word) else {
      let nearest = NearestWord.nearest(to: word, among: Command.allCases.map(\.rawValue))
      throw .unknownCommand(word, suggestion: nearest.flatMap(Command.init(rawValue:)))
    }
    if operands.count > 1 { throw .unexpectedOperand(operands[1], .help) }
    return command
  }

  private static func shell(_ operands: [String]) throws(UsageError) -> Shell {
    guard let word = operands.first else { throw .missingShell }
    guard let shell = Shell(rawValue: word) else { throw .unknownShell(word) }
    if operands.count > 1 { throw .unexpectedOperand(operands[1], .completion) }
    return shell
  }
}
