/// The values of all options; what is not given has its default.
struct OptionValues {
  private(set) var query = QueryOptions()
  private(set) var report = ReportOptions()
  private(set) var input: CheckRequest.Input?
  private(set) var column: ListColumn?
  /// The types and addresses of `lookup` that stand behind a letter.
  private(set) var types: [RecordType] = []
  private(set) var reversed: [IPAddress] = []
  private(set) var selectors: [DKIMSelector] = []
  private(set) var expectedRoute: RouteID?
  private(set) var expectedMessageRoute: MessageRoute?
  private(set) var policyFile: String?
  private(set) var mtaSTSPolicyFile: String?
  private(set) var allowsPrivate = false
  private(set) var isFull = false
  private(set) var isProbing = false
  private(set) var senders: [IPAddress] = []
  /// Nil for the usual ones.
  private(set) var blocklists: [Blocklist]?
  private(set) var roots: [ServerAddress] = []
  private(set) var providerFiles: [String] = []
  private(set) var exchangeFiles: [String] = []
  private(set) var exclusions: [RecipientExclusion] = []
  private(set) var exchangeList: ExchangeListing.Subject?
  private(set) var isCommands = false
  private(set) var isHow = false
  private(set) var sinceFiles: [String] = []
  private(set) var sinceFile: String?
  private(set) var target: RouteTarget?
  private(set) var failureThreshold = FailureThreshold.warning
  private(set) var concurrency: Int?
  private(set) var isUnordered = false
  private(set) var isAllNames = false
  private(set) var resumedFile: String?
  private(set) var address: IPAddress?
  private(set) var mailFrom: String?
  private(set) var helo: String?
  private var formats: [ReportOptions.Format] = []
  /// Nil is standard output.
  private var outputs: [String?] = []
  private(set) var hostnames: [String] = []
  private(set) var policy = PluginPolicy()
  /// Those of `compare`, in the order given.
  private(set) var comparedServers: [ServerOperand] = []
  private(set) var isWatch = false
  private(set) var interval: Duration?

  /// Applied in the order given, so that the last of an option that has one value wins.
  init(_ tokens: [ArgumentTokens.Option], for command: Command) throws(UsageError) {
    for token in tokens {
      guard let row = OptionSpecification.row(spelled: token.spelling, for: command) else {
        throw .optionNotTaken(option: token.spelling, command)
      }
      try apply(OptionValue(token: token, row: row))
    }
    report.documents = try documents()
    if report.isSummaryAlone, !report.documents.contains(where: { $0.format == .text }) {
      throw .optionNeeds(option: "--summary", other: "--format text")
    }
    if report.sarifFile != nil, !report.documents.contains(where: { $0.format == .sarif }) {
      throw .optionNeeds(option: "--sarif-file", other: "--format sarif")
    }
    if isAllNames, query.zoneFiles.isEmpty { throw .optionNeeds(option: "--all-names", other: "--zone-file") }
    if query.readsStandardInput,
      input == .standardInput || query.zoneFiles.count(where: { $0.path == "-" }) > 1
    {
      throw .standardInputTwice
    }
    if let resumedFile {
      guard input != nil else { throw .optionNeeds(option: "--resume", other: "--input") }
      guard outputs.isEmpty, formats.allSatisfy({ $0 == .ndjson }), formats.count < 2 else {
        throw .resumeIsNDJSON
      }
      guard expectedRoute == nil, policyFile == nil else { throw .resumeIsUnjudged }
      guard report.selection.isEmpty, report.order == nil else { throw .resumeIsWhole }
      report.documents = [.init(format: .ndjson, file: resumedFile, isContinued: true)]
    }
  }

  /// One that was given and that a check takes up only where it is full; nil where there is none.
  var optionOfFullCheck: CommandOption? {
    if mtaSTSPolicyFile != nil { return .mtaSTSPolicy }
    if isProbing { return .probeSMTP }
    if allowsPrivate { return .allowPrivate }
    if !senders.isEmpty { return .ip }
    if !roots.isEmpty { return .root }
    return blocklists.map { $0.isEmpty ? .noBlocklists : .blocklist }
  }

  /// What `hosts` looks at.
  var hosts: HostsPlan {
    HostsPlan(addresses: senders.uniqued, lists: blocklists?.uniqued ?? Blocklist.standard)
  }

  /// The n-th format goes to the n-th output; what is left of the formats, to standard output.
  private func documents() throws(UsageError) -> [ReportOptions.Document] {
    let formats = formats.isEmpty ? [.text] : formats
    guard outputs.count <= formats.count else { throw .outputWithoutFormat(outputs[formats.count] ?? "-") }
    let documents = formats.enumerated().map { index, format in
      ReportOptions.Document(format: format, file: index < outputs.count ? outputs[index] : nil)
    }
    for (index, document) in documents.enumerated()
    where documents[..<index].contains(where: { $0.file == document.file }) {
      throw .outputTakenTwice(document.file)
    }
    return documents
  }

  private mutating func apply(_ value: OptionValue) throws(UsageError) {
    if let (figure, level) = value.row.option.threshold {
      policy.thresholds[figure, level] = try value.range()
      if figure.isOfDays { policy.extraFigures.insert(figure) }
      return
    }
    switch value.row.option {
    case .server where value.row.argument.isServerOrName:
      comparedServers.append(try value.serverOrName())
    case .watch: isWatch = true
    case .interval: interval = try value.seconds()
    case .server: query.servers.append(try value.server())
    case .port: query.port = UInt16(try value.integer())
    case .timeout where value.row.argument.isTimeLimit: policy.timeLimit = try value.timeLimit()
    case .timeout, .queryTimeout: query.timeout = try value.seconds()
    case .attempts: query.attempts = try value.integer()
    case .deadline: query.deadline = try value.seconds()
    case .tcp: query.tcpOnly = true
    case .zoneFile: query.zoneFiles.append(ZoneFileOperand(try value.path()))
    case .includePath: query.includeFolders.append(try value.path())
    case .allNames: isAllNames = true
    case .offline: query.offline = true
    case .input: input = try value.file().map(CheckRequest.Input.file) ?? .standardInput
    case .column: column = try value.column()
    case .type: types.append(try value.recordType())
    case .reverse: reversed.append(try value.address())
    case .only: report.selection.insert(try value.choice(of: ReportOptions.Selection.self))
    case .sort: report.order = try value.choice(of: ReportOptions.Order.self)
    case .summary: report.isSummaryAlone = true
    case .selector:
      let selector = try value.selector()
      if !selectors.contains(selector) { selectors.append(selector) }
    case .ip where value.row.isRepeatable: senders.append(try value.address())
    case .ip: address = try value.address()
    case .mailFrom: mailFrom = value.token.value
    case .helo: helo = value.token.value
    case .unordered: isUnordered = true
    case .resume: resumedFile = try value.regularPath()
    case .rate: query.rate = try value.integer()
    case .concurrency: concurrency = try value.integer()
    case .expect where value.row.commands == [.headers]:
      expectedMessageRoute = try value.choice(of: MessageRoute.self)
    case .expect: expectedRoute = try value.choice(of: RouteID.self)
    case .policy: policyFile = try value.path()
    case .mtaSTSPolicy: mtaSTSPolicyFile = try value.path()
    case .full:
      isFull = true
      policy.extraFigures.insert(.signatureDays)
    case .probeSMTP:
      isProbing = true
      policy.extraFigures.insert(.certificateDays)
    case .allowPrivate: allowsPrivate = true
    case .blocklist: blocklists = (blocklists ?? []) + [try value.blocklist()]
    case .noBlocklists: blocklists = []
    case .root: roots.append(try value.server())
    case .providers: providerFiles.append(try value.path())
    case .exchange: exchangeFiles.append(try value.path())
    case .exclude: exclusions.append(try value.exclusion())
    case .list: exchangeList = try value.choice(of: ExchangeListing.Subject.self)
    case .commands: isCommands = true
    case .how: isHow = true
    case .since where value.row.isRepeatable: sinceFiles.append(try value.path())
    case .since: sinceFile = try value.path()
    case .target: target = try value.choice(of: RouteTarget.self)
    case .failOn:
      failureThreshold = try value.choice(of: FailureThreshold.self)
      policy.failureThreshold = failureThreshold
    case .hostname: hostnames.append(value.token.value)
    case .onUnknown: policy.onUnknown = try value.state()
    case .format: formats.append(try value.choice(of: ReportOptions.Format.self))
    case .output: outputs.append(try value.file())
    case .sarifFile: report.sarifFile = try value.path()
    case .color: report.color = try value.choice(of: ReportOptions.Color.self)
    case .verbose: report.verbosity = max(0, report.verbosity) + 1
    case .quiet: report.verbosity = -1
    // Validated here; `ParsedArguments` has the value, because errors need it too.
    case .language: _ = try value.choice(of: Language.self)
    case .help, .version: break
    // Read above.
    case .warning, .critical, .warnTime, .warnQueries, .warnSPFVoids, .warnRSABits, .warnCertificateDays,
      .warnSignatureDays,
      .warnCriticals,
      .warnWarnings, .warnUnknowns, .warnInfos, .critTime, .critQueries, .critSPFVoids, .critRSABits,
      .critCertificateDays, .critSignatureDays,
      .critCriticals, .critWarnings, .critUnknowns, .critInfos:
      break
    }
  }
}

extension OptionSpecification.Argument {
  fileprivate var isServerOrName: Bool {
    if case .value(_, .serverOrName) = self { true } else { false }
  }
  fileprivate var isTimeLimit: Bool { if case .value(_, .timeLimit) = self { true } else { false } }
}
