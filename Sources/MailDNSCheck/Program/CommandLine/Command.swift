/// What the program can be told to do; the raw value is the word on the command line.
enum Command: String, CaseIterable, Sendable {
  case check, mx, spf, dkim, dmarc, tls, hosts, bimi, ns, compare, lookup, headers, providers, plan, exchange,
    diff
  case draftPolicy = "init"
  case nagios, help, manual, completion

  /// The command meant where none is given.
  static let standard = Command.check
}

/// What the command line says about a command: the source of the help text.
struct CommandSpecification: Sendable {
  let command: Command
  /// The operands, as the usage line has them; empty where there are none.
  let operands: String
  /// Another way to call it, as the usage line has it.
  var alternative: String?
  let group: Group

  enum Group: CaseIterable, Sendable { case checks, others }

  /// The options that the command takes, in the order of the table.
  var options: [OptionSpecification] {
    OptionSpecification.all.filter { $0.commands.contains(command) }
  }
}

extension CommandSpecification {
  static let all = [
    CommandSpecification(command: .check, operands: "DOMAIN...", group: .checks),
    CommandSpecification(command: .mx, operands: "DOMAIN...", group: .checks),
    CommandSpecification(
      command: .spf, operands: "DOMAIN...",
      alternative: "--ip ADDR [DOMAIN]", group: .checks),
    CommandSpecification(command: .dkim, operands: "DOMAIN...", group: .checks),
    CommandSpecification(command: .dmarc, operands: "DOMAIN...", group: .checks),
    CommandSpecification(command: .tls, operands: "DOMAIN...", group: .checks),
    CommandSpecification(command: .hosts, operands: "DOMAIN...", group: .checks),
    CommandSpecification(command: .bimi, operands: "DOMAIN...", group: .checks),
    CommandSpecification(command: .ns, operands: "DOMAIN...", group: .checks),
    CommandSpecification(command: .compare, operands: "DOMAIN...", group: .others),
    CommandSpecification(command: .lookup, operands: "NAME [TYPE...]", group: .others),
    CommandSpecification(command: .headers, operands: "[FILE...]", group: .others),
    CommandSpecification(command: .providers, operands: "[NAME|HOST]", group: .others),
    CommandSpecification(command: .plan, operands: "--target ROUTE DOMAIN", group: .others),
    CommandSpecification(command: .exchange, operands: "FILE...", alternative: "--how", group: .others),
    CommandSpecification(command: .diff, operands: "OLD NEW", group: .others),
    CommandSpecification(command: .draftPolicy, operands: "DOMAIN...", group: .others),
    CommandSpecification(command: .nagios, operands: "-H DOMAIN...", group: .others),
    CommandSpecification(command: .help, operands: "[COMMAND]", group: .others),
    CommandSpecification(command: .manual, operands: "", group: .others),
    CommandSpecification(command: .completion, operands: "SHELL", group: .others),
  ]
}
