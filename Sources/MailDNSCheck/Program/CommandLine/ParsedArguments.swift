/// A command line, read.
///
/// The first operand is the command if it is the name of one, otherwise `check` is meant. `--help` and
/// `--version` win over everything else, errors included.
struct ParsedArguments: Sendable {
  /// The language that `--lang` asks for, also where the rest is wrong; nil leaves it to the environment.
  let language: Language?
  let invocation: Result<Invocation, UsageError>
  /// Whether this is for the monitoring plugin, also where the rest is wrong.
  let isPlugin: Bool
  /// The command that the first operand names, also where the rest is wrong; nil where it names none.
  let command: Command?

  /// The name under which the program is the plugin, whatever its arguments.
  static let pluginName = "check_maildns"

  /// - Parameters:
  ///   - arguments: Without the program's name.
  ///   - programName: As whoever started the program has it, with or without directories.
  ///   - idna: What knows IDNA, for the names of `lookup`; nil where there is nothing.
  init(_ arguments: [String], programName: String? = nil, idna: @autoclosure () -> LibIDN2? = .shared) {
    let isNamedPlugin = programName?.split(separator: "/").last == Self.pluginName[...]
    var tokens = ArgumentTokens(arguments, .plugin)
    isPlugin = isNamedPlugin || tokens.operands.first == Command.nagios.rawValue
    if !isPlugin { tokens = ArgumentTokens(arguments) }
    command = tokens.operands.first.flatMap(Command.init(rawValue:))
    language = tokens.options.last { $0.option == .language }.flatMap { Language(rawValue: $0.value) }
    do throws(UsageError) {
      invocation = .success(try Self.invocation(tokens, as: isNamedPlugin ? .nagios : nil, idna))
    } catch {
      invocation = .failure(error)
    }
  }

  /// `fixed` is the command where no operand names it.
  private static func invocation(
    _ tokens: ArgumentTokens, as fixed: Command?, _ idna: () -> LibIDN2?
  ) throws(UsageError) -> Invocation {
    let named = fixed == nil ? tokens.operands.first.flatMap(Command.init(rawValue:)) : nil
    let given = fixed ?? named
    let operands = named == nil ? tokens.operands : Array(tokens.operands.dropFirst())
    switch tokens.options.first(where: { $0.option == .help || $0.option == .version })?.option {
    case .help: return .help(given)
    case .version: return .version
    default: break
    }
    if let error = tokens.firstError { throw error }
    if given == nil, let first = operands.first, RecordType(first) == nil, let meant = mistypedCommand(first)
    {
      throw .mistypedCommand(first, meant)
    }
    let command = given ?? .standard
    try refuseMisplacedWords(operands, command, isNamed: given != nil)
    try refuseLookupLetters(tokens.options, operands, command)
    let values = try OptionValues(tokens.options, for: command)
    let isAnswered = !values.query.offline || !values.query.zoneFiles.isEmpty
    if !isAnswered, ![.headers, .exchange].contains(command) { throw .offlineWithoutZones }
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
    case .tls: return .check(try check(.tls, operands, values, command))
    case .hosts: return .check(try check(.hosts, operands, values, command))
    case .bimi: return .check(try check(.bimi, operands, values, command))
    case .ns: return .check(try check(.ns, operands, values, command))
    case .lookup:
      let questions = try LookupOperands.questions(
        operands, types: values.types, addresses: values.reversed, idna)
      return .lookup(LookupRequest(questions: questions, query: values.query, report: values.report))
    case .headers:
      if values.query.readsStandardInput, operands.isEmpty || operands.contains("-") {
        throw .standardInputTwice
      }
      return .headers(
        HeadersRequest(
          files: operands.isEmpty ? ["-"] : operands, expected: values.expectedMessageRoute,
          failureThreshold: values.failureThreshold, query: values.query, report: values.report,
          providerFiles: values.providerFiles, exchangeFiles: values.exchangeFiles))
    case .providers:
      if operands.count > 1 { throw .unexpectedOperand(operands[1], command) }
      return .providers(values.report, files: values.providerFiles, subject: operands.first)
    case .plan: return .plan(try plan(operands, values, idna))
    case .draftPolicy:
      guard !operands.isEmpty else { throw .missingDomain(command) }
      return .draftPolicy(
        DraftRequest(
          domains: operands, selectors: values.selectors, query: values.query,
          outputFile: values.report.documents.first?.file, providerFiles: values.providerFiles))
    case .exchange: return .exchange(try exchange(operands, values))
    case .diff: return .diff(try diff(operands, values))
    case .compare: return .compare(try compare(operands, values))
    case .nagios: return .plugin(try plugin(operands, values))
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

  /// Refuses what is typed where dig has it, behind the name: `example.jp mx`, `example.jp dmarc`.
  private static func refuseMisplacedWords(
    _ operands: [String], _ command: Command, isNamed: Bool
  ) throws(UsageError) {
    if [.lookup, .draftPolicy, .plan, .nagios, .compare].contains(command), operands.contains("-") {
      throw .noList(command)
    }
    guard CheckRequest.commands.contains(command) else { return }
    let domain = operands.first { $0.contains(".") || $0.contains("@") } ?? "DOMAIN"
    for word in operands {
      var lines: [String] = []
      if let meant = Command(rawValue: word), meant != command, !isNamed, operands.count > 1 {
        lines.append("maildnscheck \(meant.rawValue) \(domain)")
      }
      if let type = RecordType(word) { lines.append("maildnscheck lookup \(domain) \(type)") }
      if !lines.isEmpty { throw .wordAmongDomains(word, lines: lines) }
    }
  }

  /// Says what to type in place of dig's `-t` and `-x`.
  private static func refuseLookupLetters(
    _ options: [ArgumentTokens.Option], _ operands: [String], _ command: Command
  ) throws(UsageError) {
    guard command != .lookup, command != .nagios,
      let option = options.first(where: { $0.option == .type || $0.option == .reverse })
    else { return }
    if option.option == .type, RecordType(option.value) == nil {
      let letters = "t" + option.value
      throw .unknownOption(
        "-" + letters, suggestion: CommandOption(rawValue: letters).map { "--" + $0.rawValue })
    }
    let name = operands.first { $0.contains(".") } ?? "NAME"
    throw .lookupMeant(
      option: option.spelling,
      line: option.option == .reverse
        ? "maildnscheck lookup \(option.value)" : "maildnscheck lookup \(name) \(option.value)")
  }

  private static func check(
    _ area: CheckRequest.Area?, _ operands: [String], _ values: OptionValues, _ command: Command
  ) throws(UsageError) -> CheckRequest {
    let domains = operands.filter { $0 != "-" }
    if domains.count < operands.count, values.input != nil, values.input != .standardInput { throw .twoLists }
    let input = domains.count < operands.count ? .standardInput : values.input
    if values.sinceFile == "-", input == .standardInput || values.query.readsStandardInput {
      throw .standardInputTwice
    }
    if input == .standardInput, values.query.readsStandardInput { throw .standardInputTwice }
    let isUnnamed = domains.isEmpty && input == nil && values.policyFile == nil
    guard !isUnnamed || !values.query.zoneFiles.isEmpty else { throw .missingDomain(command) }
    if values.column != nil, input == nil { throw .optionNeeds(option: "--column", other: "--input") }
    if command == .check, !values.isFull, let option = values.optionOfFullCheck {
      throw .optionNeeds(option: "--\(option.rawValue)", other: "--full")
    }
    return CheckRequest(
      area: area, domains: domains, input: input, column: values.column, selectors: values.selectors,
      expectedRoute: values.expectedRoute, failureThreshold: values.failureThreshold,
      concurrency: values.concurrency, query: values.query, report: values.report,
      isUnordered: values.isUnordered, resumedFile: values.resumedFile, policyFile: values.policyFile,
      providerFiles: values.providerFiles, exchangeFiles: values.exchangeFiles, sinceFile: values.sinceFile,
      isAllNames: values.isAllNames || isUnnamed, mtaSTSPolicyFile: values.mtaSTSPolicyFile,
      allowsPrivate: values.allowsPrivate, isProbing: values.isProbing, hosts: values.hosts,
      roots: values.roots, isFull: values.isFull)
  }

  private static func exchange(_ operands: [String], _ values: OptionValues) throws(UsageError)
    -> ExchangeRequest
  {
    guard !operands.isEmpty || values.isHow else { throw .missingFile(.exchange) }
    if values.query.readsStandardInput, operands.contains("-") { throw .standardInputTwice }
    if values.isCommands, values.exclusions.isEmpty {
      throw .optionNeeds(option: "--commands", other: "--exclude")
    }
    if values.isCommands || values.isHow {
      let formats: [ReportOptions.Format] = values.isHow ? [.text] : [.text, .csv]
      for document in values.report.documents where !formats.contains(document.format) {
        throw .badValue(
          option: "--format", value: document.format.rawValue,
          .notOneOf(formats.map(\.rawValue), suggestion: nil))
      }
    }
    return ExchangeRequest(
      files: operands, exclusions: values.exclusions.uniqued, list: values.exchangeList,
      isCommands: values.isCommands, isHow: values.isHow, sinceFiles: values.sinceFiles,
      failureThreshold: values.failureThreshold, query: values.query, report: values.report,
      providerFiles: values.providerFiles)
  }

  private static func diff(_ operands: [String], _ values: OptionValues) throws(UsageError) -> DiffRequest {
    guard operands.count > 1 else { throw .missingRuns }
    if operands.count > 2 { throw .unexpectedOperand(operands[2], .diff) }
    if operands == ["-", "-"] { throw .standardInputTwice }
    return DiffRequest(old: operands[0], new: operands[1], report: values.report)
  }

  /// Seconds between two rounds unless the user chooses.
  private static let standardInterval = Duration.seconds(30)

  private static func compare(_ operands: [String], _ values: OptionValues) throws(UsageError)
    -> CompareRequest
  {
    guard !operands.isEmpty else { throw .missingDomain(.compare) }
    if values.interval != nil, !values.isWatch { throw .optionNeeds(option: "--interval", other: "--watch") }
    if values.isWatch, values.report.documents != [ReportOptions.Document()] { throw .watchIsText }
    return CompareRequest(
      domains: operands, servers: values.comparedServers.uniqued, selectors: values.selectors,
      interval: values.isWatch ? values.interval ?? standardInterval : nil, query: values.query,
      report: values.report, providerFiles: values.providerFiles)
  }

  private static func evaluation(
    _ address: IPAddress, _ operands: [String], _ values: OptionValues, _ idna: () -> LibIDN2?
  ) throws(UsageError) -> EvaluationRequest {
    if operands.count > 1 { throw .unexpectedOperand(operands[1], .spf) }
    if values.input != nil { throw .optionNotTaken(option: "--input", .spf) }
    if values.sinceFile != nil { throw .optionNotTaken(option: "--since", .spf) }
    if operands.isEmpty, values.mailFrom == nil, values.helo == nil { throw .missingSender }
    let formats = ReportOptions.Format.ofSingleReports
    for document in values.report.documents where !formats.contains(document.format) {
      throw .badValue(
        option: "--format", value: document.format.rawValue,
        .notOneOf(formats.map(\.rawValue), suggestion: nil))
    }
    return EvaluationRequest(
      address: address, mailFrom: values.mailFrom ?? "", helo: values.helo ?? "",
      domain: try operands.first.map { text throws(UsageError) in try domain(text, idna) },
      query: values.query, report: values.report)
  }

  private static func plan(
    _ operands: [String], _ values: OptionValues, _ idna: () -> LibIDN2?
  ) throws(UsageError) -> PlanRequest {
    guard let first = operands.first else { throw .missingDomain(.plan) }
    if operands.count > 1 { throw .unexpectedOperand(operands[1], .plan) }
    guard let target = values.target else { throw .missingOption("--target ROUTE", .plan) }
    return PlanRequest(
      domain: try domain(first, idna), target: target, selectors: values.selectors, query: values.query,
      report: values.report, providerFiles: values.providerFiles)
  }

  private static func plugin(_ operands: [String], _ values: OptionValues) throws(UsageError) -> PluginRequest
  {
    let domains = values.hostnames + operands
    guard !domains.isEmpty else { throw .missingDomain(.nagios) }
    if !values.isFull, let option = values.optionOfFullCheck {
      throw .optionNeeds(option: "--\(option.rawValue)", other: "--full")
    }
    // A range that nothing is held against would be taken for one that is met.
    if !values.isProbing, let level = values.policy.thresholds.levels(of: .certificateDays).first {
      throw .optionNeeds(
        option: "--\(level.rawValue)-\(PluginFigure.certificateDays.rawValue)", other: "--probe-smtp")
    }
    if !values.isFull, let level = values.policy.thresholds.levels(of: .signatureDays).first {
      throw .optionNeeds(
        option: "--\(level.rawValue)-\(PluginFigure.signatureDays.rawValue)", other: "--full")
    }
    return PluginRequest(
      domains: domains, selectors: values.selectors, expectedRoute: values.expectedRoute,
      policy: values.policy, query: values.query, verbosity: values.report.verbosity,
      policyFile: values.policyFile, exchangeFiles: values.exchangeFiles, providerFiles: values.providerFiles,
      isFull: values.isFull, isProbing: values.isProbing, allowsPrivate: values.allowsPrivate,
      sinceFile: values.sinceFile)
  }

  private static func domain(_ text: String, _ idna: () -> LibIDN2?) throws(UsageError) -> MailDomain {
    do throws(MailDomainError) { return try MailDomain(pasted: text, idna: idna()) } catch {
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
