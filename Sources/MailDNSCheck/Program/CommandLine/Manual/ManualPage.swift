/// The manual page, made from the tables of commands and options.
enum ManualPage {
  static func text(language: Language) -> String {
    var page = TroffPage(
      title: "MAILDNSCHECK", section: 1, date: Version.date, source: "maildnscheck \(Version.current)",
      manual: Wording.manualTitle[language])
    page.section(Wording.manualName[language])
    page.name("maildnscheck", Wording.manualPurpose[language])
    page.section(Wording.manualSynopsis[language])
    page.usages(Help.usages)
    page.section(Wording.manualDescription[language])
    page.text(Wording.helpPurpose[language])
    page.paragraph(Wording.manualCertainty[language])
    addCommands(to: &page, language)
    addOptions(to: &page, language)
    addExitStatus(to: &page, language)
    page.section(Wording.manualEnvironment[language])
    for (names, meaning) in Wording.manualVariables { page.item([names], [meaning[language]]) }
    page.section(Wording.manualFiles[language])
    page.item(["/etc/resolv.conf"], [Wording.manualResolverFile[language]])
    page.item(["~/.config/maildnscheck/providers.json"], [Wording.manualProvidersFile[language]])
    page.section(Wording.manualExamples[language])
    page.verbatim(Help.examples)
    page.section(Wording.manualSeeAlso[language])
    page.text("dig(1), resolv.conf(5), resolver(3)")
    return page.text
  }

  private static func addCommands(to page: inout TroffPage, _ language: Language) {
    page.section(Wording.manualCommands[language])
    for group in CommandSpecification.Group.allCases {
      page.subsection(title(group.heading, language))
      let members = CommandSpecification.all.filter { $0.group == group }
      for (index, specification) in members.enumerated() {
        let details = specification.command.details
        // What commands that follow each other have in common is said after the last of them.
        let isRepeated =
          index + 1 < members.count && details == members[index + 1].command.details
        let texts = [specification.command.summary, isRepeated ? nil : details].compactMap { $0?[language] }
        page.item(Help.usages(of: specification), texts)
      }
    }
  }

  private static func addOptions(to page: inout TroffPage, _ language: Language) {
    page.section(Wording.manualOptions[language])
    for group in OptionSpecification.Group.allCases {
      page.subsection(title(group.heading, language))
      for row in OptionSpecification.all where row.group == group {
        let commands = Command.allCases.filter { row.commands.contains($0) }
        let scope =
          commands.count == Command.allCases.count
          ? nil : Wording.manualScope(commands.map(\.rawValue).joined(separator: ", "))
        let usage = String(row.usage.drop { $0 == " " })
        page.item([usage], [row.explanation(language)] + [scope?[language]].compactMap(\.self))
      }
    }
  }

  /// The exit statuses of the program, then those of the commands that have others.
  private static func addExitStatus(to page: inout TroffPage, _ language: Language) {
    func lines(_ command: Command?) -> [[String]] {
      Wording.exitStatuses(of: command).map { [String($0.status), $0.meaning[language]] }
    }
    page.section(Wording.manualExitStatus[language])
    let general = lines(nil)
    for line in general { page.item([line[0]], [line[1]]) }
    var others: [(commands: [String], lines: [[String]])] = []
    for command in Command.allCases where lines(command) != general {
      if let index = others.firstIndex(where: { $0.lines == lines(command) }) {
        others[index].commands.append(command.rawValue)
      } else {
        others.append(([command.rawValue], lines(command)))
      }
    }
    for group in others {
      page.subsection(group.commands.joined(separator: ", "))
      for line in group.lines { page.item([line[0]], [line[1]]) }
    }
  }

  /// A heading of the help text without its colon.
  private static func title(_ heading: Wording, _ language: Language) -> String {
    let text = heading[language]
    return text.hasSuffix(":") ? String(text.dropLast()) : text
  }
}
