import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The definitions for Nagios and Icinga")
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
}
