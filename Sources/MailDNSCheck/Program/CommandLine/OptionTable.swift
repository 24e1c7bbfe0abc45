/// Every option of this release, in the order of the help text.
extension OptionSpecification {
  /// The longest that one server is waited for: an hour, in seconds.
  static let maximumTimeout = 3600
  /// The longest that a run may be told to take: a year, in seconds.
  static let maximumDeadline = 31_536_000

  private static let checks = CheckRequest.commands
  private static let querying = checks.union([.lookup, .plan, .draftPolicy, .headers, .exchange])
  /// Those that answer from zone files as well are `querying`.
  private static let asking = querying.union([.compare])
  private static let reporting = checks.union([
    .lookup, .plan, .providers, .headers, .exchange, .diff, .compare,
  ])
  private static let plugin: CaseSet<Command> = [.nagios]
  private static let everything = CaseSet(Command.allCases)

  /// `unknown` is what DNS could not tell, and can't be expected.
  private static let routes = RouteID.allCases.filter { $0 != .unknown }.map(\.rawValue)

  static let all = thresholds + others

  /// A row for every range that can be set.
  private static let thresholds = CommandOption.allCases.filter { $0.threshold != nil }.map { option in
    let letter: Character? =
      switch option {
      case .warning: "w"
      case .critical: "c"
      default: nil
      }
    return OptionSpecification(
      option: option, shortName: letter, argument: .value("RANGE", .range), group: .report, commands: plugin)
  }

  private static let others = [
    OptionSpecification(
      option: .server, argument: .value("ADDR[:PORT]", .server), isRepeatable: true, group: .resolver,
      commands: querying.union(plugin)),
    OptionSpecification(
      option: .server, argument: .value("HOST[:PORT]", .serverOrName), isRepeatable: true, group: .resolver,
      commands: [.compare]),
    OptionSpecification(
      option: .port, shortName: "p", argument: .value("PORT", .integer(1...65_535)), group: .resolver,
      commands: asking),
    OptionSpecification(
      option: .timeout, aliases: ["query-timeout"],
      argument: .value("SECONDS", .seconds(maximum: maximumTimeout)), group: .resolver, commands: asking),
    OptionSpecification(
      option: .timeout, shortName: "t", argument: .value("SECONDS[:STATE]", .timeLimit),
      group: .resolver, commands: plugin),
    OptionSpecification(
      option: .queryTimeout, argument: .value("SECONDS", .seconds(maximum: maximumTimeout)), group: .resolver,
      commands: plugin),
    OptionSpecification(
      option: .attempts, argument: .value("N", .integer(1...100)), group: .resolver,
      commands: asking.union(plugin)),
    OptionSpecification(
      option: .deadline, argument: .value("SECONDS", .seconds(maximum: maximumDeadline)), group: .resolver,
      commands: asking),
    OptionSpecification(
      option: .rate, argument: .value("N", .integer(1...1_000_000)), group: .resolver, commands: asking),
    OptionSpecification(option: .tcp, group: .resolver, commands: asking),
    OptionSpecification(
      option: .zoneFile, argument: .value("FILE", .file), isRepeatable: true, group: .resolver,
      commands: checks.union(plugin)),
    OptionSpecification(
      option: .zoneFile, argument: .value("FILE", .file), isRepeatable: true, group: .resolver,
      commands: querying.subtracting(checks)),
    OptionSpecification(
      option: .includePath, argument: .value("FOLDER", .file), isRepeatable: true, group: .resolver,
      commands: querying.union(plugin)),
    OptionSpecification(option: .offline, group: .resolver, commands: querying.union(plugin)),

    OptionSpecification(
      option: .hostname, shortName: "H", argument: .value("DOMAIN", .text), isRepeatable: true,
      group: .subject, commands: plugin),
    OptionSpecification(option: .input, argument: .value("FILE", .file), group: .subject, commands: checks),
    OptionSpecification(option: .allNames, group: .subject, commands: checks),
    OptionSpecification(
      option: .column, argument: .value("NAME|N", .text), group: .subject, commands: checks),
    OptionSpecification(
      option: .type, shortName: "t", argument: .value("TYPE", .recordType), isRepeatable: true,
      group: .subject,
      commands: [.lookup]),
    OptionSpecification(
      option: .reverse, shortName: "x", argument: .value("ADDR", .address), isRepeatable: true,
      group: .subject, commands: [.lookup]),
    OptionSpecification(
      option: .selector, argument: .value("NAME", .selector), isRepeatable: true, group: .subject,
      commands: [.check, .dkim, .ns, .plan, .draftPolicy, .nagios, .compare]),
    OptionSpecification(option: .watch, group: .subject, commands: [.compare]),
    OptionSpecification(
      option: .interval, argument: .value("SECONDS", .seconds(maximum: maximumTimeout)), defaultValue: "30",
      group: .subject, commands: [.compare]),
    OptionSpecification(option: .full, group: .subject, commands: [.check, .nagios]),
    OptionSpecification(
      option: .expect,
      argument: .value("ROUTE", .choice(routes)),
      group: .subject, commands: [.check, .nagios]),
    OptionSpecification(
      option: .expect,
      argument: .value("ROUTE", .choice(MessageRoute.expectable.map(\.rawValue))),
      group: .subject, commands: [.headers]),
    OptionSpecification(
      option: .policy, argument: .value("FILE", .file), group: .subject, commands: [.check, .nagios]),
    OptionSpecification(
      option: .providers, argument: .value("FILE", .file), isRepeatable: true, group: .subject,
      commands: checks.union([.providers, .plan, .draftPolicy, .nagios, .headers, .exchange, .compare])),
    OptionSpecification(
      option: .exchange, argument: .value("FILE", .file), isRepeatable: true, group: .subject,
      commands: [.check, .headers, .nagios]),
    OptionSpecification(
      option: .exclude, argument: .value("ATTRIBUTE=KEYWORD", .text), isRepeatable: true, group: .subject,
      commands: [.exchange]),
    OptionSpecification(
      option: .since, argument: .value("FILE", .file), group: .subject, commands: checks.union(plugin)),
    OptionSpecification(
      option: .since, argument: .value("FILE", .file), isRepeatable: true, group: .subject,
      commands: [.exchange]),
    OptionSpecification(
      option: .list, argument: .value("WHAT", .choice(ExchangeListing.Subject.allCases.map(\.rawValue))),
      group: .report, commands: [.exchange]),
    OptionSpecification(option: .commands, group: .report, commands: [.exchange]),
    OptionSpecification(option: .how, group: .report, commands: [.exchange]),
    OptionSpecification(
      option: .mtaSTSPolicy, argument: .value("FILE", .file), group: .subject, commands: [.tls, .check]),
    OptionSpecification(option: .probeSMTP, group: .subject, commands: [.hosts, .check, .nagios]),
    OptionSpecification(option: .allowPrivate, group: .subject, commands: [.tls, .hosts, .check, .nagios]),
    OptionSpecification(
      option: .target, argument: .value("ROUTE", .choice(RouteTarget.allCases.map(\.rawValue))),
      group: .subject, commands: [.plan]),
    OptionSpecification(option: .ip, argument: .value("ADDR", .address), group: .subject, commands: [.spf]),
    OptionSpecification(
      option: .ip, argument: .value("ADDR", .address), isRepeatable: true, group: .subject,
      commands: [.hosts, .check]),
    OptionSpecification(
      option: .blocklist, argument: .value("ZONE", .blocklist), isRepeatable: true, group: .subject,
      commands: [.hosts, .check]),
    OptionSpecification(
      option: .root, argument: .value("ADDR[:PORT]", .server), isRepeatable: true, group: .subject,
      commands: [.ns, .check]),
    OptionSpecification(option: .noBlocklists, group: .subject, commands: [.hosts, .check]),
    OptionSpecification(
      option: .mailFrom, argument: .value("ADDRESS", .text), group: .subject, commands: [.spf]),
    OptionSpecification(option: .helo, argument: .value("NAME", .text), group: .subject, commands: [.spf]),
    OptionSpecification(
      option: .concurrency, argument: .value("N", .integer(1...1000)), group: .subject, commands: checks),
    OptionSpecification(option: .unordered, group: .subject, commands: checks),
    OptionSpecification(
      option: .resume, argument: .value("FILE", .file), group: .subject, commands: checks),

    OptionSpecification(
      option: .only, argument: .value("LEVEL", .choice(ReportOptions.Selection.allCases.map(\.rawValue))),
      isRepeatable: true, group: .report, commands: checks),
    OptionSpecification(
      option: .sort, argument: .value("ORDER", .choice(ReportOptions.Order.allCases.map(\.rawValue))),
      group: .report, commands: checks),
    OptionSpecification(option: .summary, group: .report, commands: checks),
    OptionSpecification(
      option: .format, argument: .value("FORMAT", .choice(ReportOptions.Format.allCases.map(\.rawValue))),
      isRepeatable: true, defaultValue: ReportOptions.Format.text.rawValue, group: .report, commands: checks),
    OptionSpecification(
      option: .format,
      argument: .value(
        "FORMAT", .choice([ReportOptions.Format.text.rawValue, ReportOptions.Format.json.rawValue])),
      isRepeatable: true, defaultValue: ReportOptions.Format.text.rawValue, group: .report,
      commands: [.lookup, .providers, .plan]),
    OptionSpecification(
      option: .format,
      argument: .value("FORMAT", .choice(ReportOptions.Format.ofEvidence.map(\.rawValue))),
      isRepeatable: true, defaultValue: ReportOptions.Format.text.rawValue, group: .report,
      commands: [.exchange, .headers]),
    OptionSpecification(
      option: .format,
      argument: .value("FORMAT", .choice(ReportOptions.Format.ofChanges.map(\.rawValue))),
      isRepeatable: true, defaultValue: ReportOptions.Format.text.rawValue, group: .report, commands: [.diff]),
    OptionSpecification(
      option: .format,
      argument: .value("FORMAT", .choice(ReportOptions.Format.ofComparisons.map(\.rawValue))),
      isRepeatable: true, defaultValue: ReportOptions.Format.text.rawValue, group: .report,
      commands: [.compare]),
    OptionSpecification(
      option: .output, argument: .value("FILE", .file), isRepeatable: true, group: .report,
      commands: reporting.union([.draftPolicy])),
    OptionSpecification(
      option: .sarifFile, argument: .value("PATH", .file), group: .report, commands: checks),
    OptionSpecification(
      option: .failOn,
      argument: .value("LEVEL", .choice(FailureThreshold.allCases.map(\.rawValue))),
      defaultValue: FailureThreshold.warning.rawValue, group: .report,
      commands: checks.union(plugin).union([.headers, .exchange])),
    OptionSpecification(
      option: .onUnknown, argument: .value("STATE", .state), defaultValue: "unknown", group: .report,
      commands: plugin),
    OptionSpecification(
      option: .language, argument: .value("LANG", .choice(Language.allCases.map(\.rawValue))), group: .report,
      commands: everything),
    OptionSpecification(
      option: .color, argument: .value("WHEN", .choice(ReportOptions.Color.allCases.map(\.rawValue))),
      defaultValue: ReportOptions.Color.auto.rawValue, group: .report, commands: reporting),
    OptionSpecification(
      option: .verbose, shortName: "v", argument: .counted, group: .report,
      commands: reporting.union(plugin)),
    OptionSpecification(option: .quiet, shortName: "q", group: .report, commands: reporting),

    OptionSpecification(option: .help, shortName: "h", group: .other, commands: everything),
    OptionSpecification(option: .version, shortName: "V", group: .other, commands: everything),
  ]
}
