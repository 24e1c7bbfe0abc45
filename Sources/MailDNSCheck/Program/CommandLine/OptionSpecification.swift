/// An option; the raw value is its first long name, without the hyphens.
enum CommandOption: String, CaseIterable, Sendable {
  case server, port, timeout
  /// `--query-timeout` where `--timeout` bounds the whole run; elsewhere it is another name of that.
  case queryTimeout = "query-timeout"
  case attempts, deadline, tcp
  case zoneFile = "zone-file"
  case includePath = "include-path"
  case allNames = "all-names"
  case mtaSTSPolicy = "mta-sts-policy"
  case allowPrivate = "allow-private"
  case probeSMTP = "probe-smtp"
  case blocklist
  case root
  case noBlocklists = "no-blocklists"
  case offline, exchange, exclude, list, commands, how, since, input, column, selector, concurrency, rate,
    unordered,
    resume, type, reverse, expect, policy, providers, target, ip
  case mailFrom = "mail-from"
  case helo
  case failOn = "fail-on"
  case only, sort, summary
  case format, output
  case sarifFile = "sarif-file"
  case full
  case watch, interval
  case hostname, warning, critical
  case warnTime = "warn-time"
  case warnQueries = "warn-queries"
  case warnSPFVoids = "warn-spf-voids"
  case warnRSABits = "warn-rsa-bits"
  case warnCertificateDays = "warn-certificate-days"
  case warnSignatureDays = "warn-signature-days"
  case warnCriticals = "warn-criticals"
  case warnWarnings = "warn-warnings"
  case warnUnknowns = "warn-unknowns"
  case warnInfos = "warn-infos"
  case critTime = "crit-time"
  case critQueries = "crit-queries"
  case critSPFVoids = "crit-spf-voids"
  case critRSABits = "crit-rsa-bits"
  case critCertificateDays = "crit-certificate-days"
  case critSignatureDays = "crit-signature-days"
  case critCriticals = "crit-criticals"
  case critWarnings = "crit-warnings"
  case critUnknowns = "crit-unknowns"
  case critInfos = "crit-infos"
  case onUnknown = "on-unknown"
  case language = "lang"
  case color, verbose, quiet, help, version
}

/// What the command line says about an option: the source of the parser, the help text, the manual page and
/// the completions. An option that takes other values with other commands has a row for each.
struct OptionSpecification: Sendable {
  let option: CommandOption
  var shortName: Character?
  /// Further long names, without the hyphens.
  var aliases: [String] = []
  var argument = Argument.flag
  /// Whether each occurrence adds to the ones before it; elsewhere the last one wins.
  var isRepeatable = false
  /// The value where the option is not given, if it can be said in one word.
  var defaultValue: String?
  let group: Group
  let commands: CaseSet<Command>

  enum Argument: Hashable, Sendable {
    /// No value.
    case flag
    /// No value; how often it is given counts.
    case counted
    /// A value, called `placeholder` in the usage.
    case value(_ placeholder: String, ValueKind)
  }

  enum ValueKind: Hashable, Sendable {
    case file
    case recordType
    case choice([String])
    case integer(ClosedRange<Int>)
    /// Seconds with or without a decimal fraction, more than 0.
    case seconds(maximum: Int)
    case server
    /// An address or a host name, each with or without a port.
    case serverOrName
    case selector
    case address
    case blocklist
    /// A range of the monitoring plugins.
    case range
    /// A state of the monitoring plugins.
    case state
    /// Seconds, with or without a state behind a colon.
    case timeLimit
    /// Anything at all.
    case text
  }

  enum Group: CaseIterable, Sendable { case resolver, subject, report, other }

  /// Every long name, without the hyphens; the first one is the one to show.
  var longNames: [String] { [option.rawValue] + aliases }

  var takesValue: Bool {
    if case .value = argument { true } else { false }
  }

  /// The values that can be chosen from; empty where the option is not a choice.
  var choices: [String] {
    if case .value(_, .choice(let choices)) = argument { choices } else { [] }
  }
}

extension OptionSpecification {
  /// The first row of the option with that long name, aliases included.
  static func named(_ longName: String) -> OptionSpecification? { byLongName[longName] }
  /// The rows of the options with that letter.
  static func named(_ shortName: Character) -> [OptionSpecification] {
    all.filter { $0.shortName == shortName }
  }
  /// The row of the option that `command` knows by `spelling`, hyphens included; nil where it knows none.
  static func row(spelled spelling: String, for command: Command) -> OptionSpecification? {
    let name = spelling.drop { $0 == "-" }
    return all.first { row in
      guard row.commands.contains(command) else { return false }
      if spelling.hasPrefix("--") { return row.longNames.contains(String(name)) }
      return name.count == 1 && row.shortName == name.first
    }
  }
  /// The row of `option` for `command`; nil where the command does not take it.
  static func row(of option: CommandOption, for command: Command) -> OptionSpecification? {
    all.first { $0.option == option && $0.commands.contains(command) }
  }

  /// Every long name, aliases included.
  static let allLongNames = all.flatMap(\.longNames)

  private static let byLongName = Dictionary(
    all.flatMap { row in row.longNames.map { ($0, row) } }, uniquingKeysWith: { first, _ in first })
}
