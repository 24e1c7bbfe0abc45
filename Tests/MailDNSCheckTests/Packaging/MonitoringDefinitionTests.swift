import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The definitions for monitoring systems")
struct MonitoringDefinitionTests {
  private func file(_ path: String) throws -> String {
    let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    return try String(contentsOf: root.appendingPathComponent("Packaging/\(path)"), encoding: .utf8)
  }

  /// The spellings of all options of the plugin.
  private func spellings() throws -> Set<String> {
    let plugin = try #require(Command(rawValue: "nagios"))
    return Set(OptionSpecification.all.filter { $0.commands.contains(plugin) }.flatMap(\.spellings))
  }

  @Test("every argument of Icinga's command is an option of the plugin")
  func icinga() throws {
    let text = try file("icinga2/maildns.conf")
    let known = try spellings()
    let arguments = text.matches(of: /"(-[A-Za-z]|--[a-z-]*[a-z])" = \{/).map { String($0.output.1) }
    #expect(arguments.count > 10)
    for argument in arguments { #expect(known.contains(argument), "\(argument)") }
    let figures = try #require(text.firstMatch(of: /for \(figure in \[ (.*) \]\)/)).output.1
    for figure in figures.split(separator: ", ") {
      for prefix in ["--warn-", "--crit-"] {
        #expect(known.contains(prefix + figure.filter { $0 != "\"" }), "\(figure)")
      }
    }
  }

  @Test(
    "every option in the files for Nagios is an option of the plugin",
    arguments: ["maildns", "example-service"])
  func nagios(name: String) throws {
    let known = try spellings()
    for line in try file("nagios/\(name).cfg").split(separator: "\n") where !line.hasPrefix("#") {
      for word in line.split(whereSeparator: { $0 == " " || $0 == "!" }) where word.hasPrefix("-") {
        #expect(known.contains(String(word)), "\(word)")
      }
    }
  }

  @Test(
    "links of the services lead to a page of the documentation, and to a heading that is there",
    arguments: ["nagios/example-service.cfg", "icinga2/example-service.conf"])
  func links(path: String) throws {
    let text = try file(path)
    #expect(text.contains("findings.md") && text.contains("notes_url") && text.contains("action_url"))
    let anchor = try #require(text.firstMatch(of: /monitoring\.md#([a-z-]+)/)).output.1
    #expect(try MarkdownPage(path: "docs/monitoring.md").anchors.contains(String(anchor)))
  }

  @Test("every option in the checks for Mackerel is an option of the plugin")
  func mackerel() throws {
    let words = try file("mackerel/maildnscheck.conf").matches(of: /"(-[-a-zA-Z]+)"/).map {
      String($0.output.1)
    }
    #expect(words.count > 4)
    #expect(Set(words).subtracting(try spellings()).isEmpty)
  }

  @Test("every option in systemd's service is one of the check, and its three files are what agents read")
  func service() throws {
    let text = try file("systemd/maildnscheck.service")
    let check = try #require(Command(rawValue: "check"))
    let known = Set(OptionSpecification.all.filter { $0.commands.contains(check) }.flatMap(\.spellings))
    let words = text.matches(of: #/ (--[a-z-]+) /#).map { String($0.output.1) }
    #expect(words.count > 10)
    #expect(Set(words).subtracting(known).isEmpty)
    let formats = text.matches(of: /--format ([a-z]+) --output ([a-z.]+)/).map {
      "\($0.output.1) \($0.output.2)"
    }
    #expect(
      formats == [
        "ndjson earlier.ndjson", "ndjson report.ndjson", "zabbix zabbix.json", "prometheus maildnscheck.prom",
      ])
    #expect(try file("zabbix/maildnscheck.conf").contains("cat /var/lib/maildnscheck/zabbix.json"))
    #expect(try file("logrotate/maildnscheck").contains("/var/lib/maildnscheck/report.ndjson {"))
  }

  @Test("the template for Zabbix takes all that the document has, and nothing else")
  func zabbix() async throws {
    let template = try file("zabbix/template-maildnscheck.yaml")
    let text = ZabbixDocument(.english).text([try await ExampleReports.report("aozora.example")])
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require(document["run"] as? [String: Any])
    let domain = try #require((document["domains"] as? [[String: Any]])?.first)
    let taken = Set(template.matches(of: /'\$\.([a-zA-Z.]+)'/).map { String($0.output.1) })
    let offered = Set(run.keys.map { "run.\($0)" }).union(domain.keys).union(["domains"])
    // A macro path takes the domain's name.
    #expect(taken.union(["domain"]) == offered)
    #expect(template.contains("path: $.domain\n"))
  }

  @Test("each of the template's words for a figure is there, and no uuid twice")
  func zabbixWords() throws {
    let template = try file("zabbix/template-maildnscheck.yaml")
    for (name, count) in [
      ("Mail DNS: expectation", ExpectationFigure.allCases.count),
      ("Mail DNS: status", Status.allCases.count),
      ("Mail DNS: yes or no", 2),
    ] {
      let parts = template.components(separatedBy: "name: '\(name)'\n          mappings:\n")
      try #require(parts.count == 2)
      let mappings = parts[1].components(separatedBy: "- uuid")[0]
      #expect(mappings.matches(of: /- value: '[0-9]'/).count == count, "\(name)")
    }
    let uuids = template.matches(of: /uuid: '([0-9a-f]{32})'/).map { String($0.output.1) }
    #expect(uuids.count == template.matches(of: /uuid:/).count)
    #expect(Set(uuids).count == uuids.count)
  }
}
