import Testing

@testable import MailDNSCheck

@Suite("The table of commands and options")
struct OptionTableTests {
  @Test("every option and every command is in it, and no option twice for a command")
  func complete() {
    #expect(Set(OptionSpecification.all.map(\.option)) == Set(CommandOption.allCases))
    #expect(CommandSpecification.all.map(\.command) == Command.allCases)
    for command in Command.allCases {
      let names = CommandSpecification.all.filter { $0.command == command }.flatMap(\.options).flatMap(
        \.longNames)
      #expect(names.count == Set(names).count)
    }
  }

  @Test("rows of one option agree on its names, but for those of the plugin")
  func rowsAgree() {
    for row in OptionSpecification.all where row.commands != [.nagios] {
      let first = OptionSpecification.all.first { $0.option == row.option && $0.commands != [.nagios] }
      #expect(first?.longNames == row.longNames)
      #expect(first?.shortName == row.shortName)
    }
  }

  @Test("what is written the same takes a value everywhere or nowhere: the command is known only later")
  func valuesAgree() {
    for row in OptionSpecification.all {
      for name in row.longNames {
        #expect(OptionSpecification.named(name)?.takesValue == row.takesValue, "\(name)")
      }
      if let letter = row.shortName {
        #expect(OptionSpecification.named(letter).allSatisfy { $0.takesValue == row.takesValue }, "\(letter)")
      }
    }
  }

  @Test("a name or a letter belongs to one option of a command", arguments: Command.allCases)
  func unique(command: Command) {
    let rows = OptionSpecification.all.filter { $0.commands.contains(command) }
    let names = rows.flatMap(\.longNames)
    #expect(names.count == Set(names).count)
    let letters = rows.compactMap(\.shortName)
    #expect(letters.count == Set(letters).count)
    for row in rows {
      for name in row.longNames {
        #expect(OptionSpecification.row(spelled: "--" + name, for: command)?.option == row.option)
      }
      if let letter = row.shortName {
        #expect(OptionSpecification.row(spelled: "-\(letter)", for: command)?.option == row.option)
      }
    }
  }

  @Test("what the contract promises is what can be chosen")
  func choices() {
    func choices(_ option: CommandOption, _ command: Command) -> [String]? {
      OptionSpecification.row(of: option, for: command)?.choices
    }
    #expect(
      choices(.expect, .check) == [
        "securemx-office365", "securemx", "office365", "mixed", "gateway", "other", "implicit", "none",
      ])
    #expect(
      choices(.format, .check) == [
        "text", "json", "ndjson", "csv", "markdown", "html", "junit", "sarif", "prometheus", "zabbix",
        "github",
      ])
    #expect(choices(.format, .lookup) == ["text", "json"])
    #expect(choices(.format, .providers) == ["text", "json"])
    #expect(choices(.failOn, .spf) == ["warning", "critical", "never"])
    #expect(choices(.language, .help) == ["en", "ja"])
    #expect(choices(.color, .lookup) == ["auto", "always", "never"])
    #expect(choices(.expect, .mx) == nil)
    #expect(choices(.format, .help) == nil)
  }

  @Test(
    "the nearest word",
    arguments: [
      ("sever", "server"), ("time", "timeout"), ("tiemout", "timeout"), ("formatt", "format"), ("JSON", nil),
      ("xyzzy", nil), ("", nil), ("fail", "fail-on"), ("zonefile", "zone-file"), ("zone_file", "zone-file"),
      ("query-timout", "query-timeout"), ("s", nil),
    ] as [(String, String?)])
  func nearest(word: String, expected: String?) {
    #expect(NearestWord.nearest(to: word, among: OptionSpecification.allLongNames) == expected)
  }

  @Test(
    "the distance counts insertions, deletions, substitutions and swaps of neighbours",
    arguments: [
      ("", "", 0), ("a", "", 1), ("", "ab", 2), ("ab", "ba", 1), ("abc", "acb", 1), ("kitten", "sitting", 3),
    ])
  func distance(first: String, second: String, expected: Int) {
    #expect(Spelling.distance(Array(first.utf8), Array(second.utf8)) == expected)
  }
}
