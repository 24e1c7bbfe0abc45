/// The text of `nagios --help`: monitoring systems show no more than 23 lines of 80 columns.
enum PluginHelp {
  /// Where the explanations stand, in columns from 0: two after the longest entry.
  private static let textColumn = 33
  private static let width = 80

  static func text(language: Language) -> String {
    let usage = Wording.helpUsage[language] + " "
    var lines = [
      usage + "check_maildns [OPTION]... -H DOMAIN...",
      "".padded(to: usage.displayWidth) + "maildnscheck nagios [OPTION]... -H DOMAIN...",
      Command.nagios.summary[language],
    ]
    for group in [OptionSpecification.Group.subject, .report, .resolver, .other] {
      for row in OptionSpecification.all where row.group == group && row.commands.contains(.nagios) {
        if [.version, .exchange, .offline, .full, .since, .probeSMTP, .language, .attempts].contains(
          row.option)
        {
          continue
        }
        if let label = jointLabel(row.option) {
          lines += entry(label, row.option.pluginHelp[language])
          continue
        }
        if row.option == .help {
          lines += entry("  -h, --help; -V, --version", Wording.pluginHelpAndVersion[language])
        } else if row.option == .warning || row.option == .critical || row.option.threshold == nil {
          lines += entry(row.usage, row.option.pluginHelp[language])
        }
        if row.option == .critical {
          let names = PluginFigure.allCases.filter { $0 != .spfLookups }.map(\.rawValue)
          let text = Wording.pluginOtherThresholds(names.joined(separator: ", "))
          lines += entry("      --warn-X, --crit-X RANGE", text[language])
        }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// Of an option that shares its line with another: no more than 23 lines are shown.
  private static func jointLabel(_ option: CommandOption) -> String? {
    switch option {
    case .policy: "      --policy, --exchange FILE"
    case .selector: "      --full; --selector NAME"
    case .allowPrivate: "  --probe-smtp, --allow-private"
    case .verbose: "  -v, --verbose; --lang LANG"
    case .providers: "      --since, --providers FILE"
    case .queryTimeout: "  --query-timeout, --attempts N"
    case .includePath: "      --include-path, --offline"
    default: nil
    }
  }

  private static func entry(_ label: String, _ text: String) -> [String] {
    text.wrapped(to: width - textColumn).enumerated().map { index, line in
      (index == 0 ? label : "").padded(to: textColumn) + line
    }
  }
}
