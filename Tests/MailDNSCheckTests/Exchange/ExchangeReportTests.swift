import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Exchange: the report")
struct ExchangeReportTests {
  private var report: ExchangeReport {
    let rule = ExchangeFixtures.rule(
      #""RouteMessageOutboundConnector": "Out", "SenderDomainIs": ["sakura.example"]"#, name: "外部へ")
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.domains,
      ExchangeFixtures.array(
        ExchangeFixtures.connector(["RestrictDomainsToIPAddresses": "false", "EFSkipLastIP": "false"])),
      ExchangeFixtures.outbound, rule, #"{"Name": "x", "RejectDirectSend": false}"#,
      ExchangeFixtures.mailboxes,
      ExchangeFixtures.trace, excluding: ["CustomAttribute1=NOSYNC"])
    return ExchangeReport(evidence: evidence, catalogue: .builtIn, findings: evidence.findings)
  }

  private func text(_ language: Language, verbosity: Int = 0) -> String {
    ExchangeText(report: report, language: language, ink: .plain, width: 80, verbosity: verbosity).text
  }

  @Test("an address is on one line, however long: somebody copies it", arguments: Language.allCases)
  func longAddress(_ language: Language) {
    let address = "DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}@sakura.onmicrosoft.com"
    let mailboxes = ExchangeFixtures.mailboxes.replacing(
      "rights@sakura.example\",\"Mail", with: address + "\",\"Mail")
    let evidence = ExchangeFixtures.evidence(mailboxes, excluding: ["CustomAttribute1=NOSYNC"])
    let report = ExchangeReport(evidence: evidence, catalogue: .builtIn, findings: [])
    let text = ExchangeText(report: report, language: language, ink: .plain, width: 60, verbosity: 1).text
    #expect(text.split(separator: "\n").contains { $0.hasSuffix(" " + address) })
  }

  @Test("as text", arguments: Language.allCases)
  func text(_ language: Language) { expectGolden(text(language), "exchange-\(language.rawValue).txt") }

  @Test("addresses show only where they are asked for")
  func privacy() {
    #expect(!text(.english).contains("@"))
    #expect(text(.english, verbosity: 1).contains("rights@sakura.example"))
  }

  @Test("as JSON, as CSV and as Markdown")
  func formats() throws {
    expectGolden(
      JSONText.make(ExchangeJSON(report, language: .english), pretty: true) + "\n", "exchange.json")
    let tables = ExchangeTables(report: report, language: .japanese)
    #expect(OutputRules.violations(tables.csv, of: .csv) == [])
    #expect(markdownViolations(tables.markdown(isWhole: true)) == [])
    expectGolden(tables.markdown(isWhole: false), "exchange-ja.md")
  }

  @Test("as a page", arguments: Language.allCases)
  func page(language: Language) {
    let text = ExchangePage(report: report, language: language, isWhole: false).text
    #expect(OutputRules.violations(text, of: .html) == [])
    expectGolden(text, "exchange-\(language.rawValue).html")
  }

  @Test("the picture says of the tenant's entrance what the exports say: closed only where they do")
  func picture() throws {
    func entrance(_ connectors: String) throws -> FlowPicture.Arrow.Kind {
      let evidence = ExchangeFixtures.evidence(ExchangeFixtures.domains, connectors)
      let report = ExchangeReport(evidence: evidence, catalogue: .builtIn, findings: [])
      let picture = try #require(ExchangePicture(report: report).picture())
      let tenant = try #require(picture.nodes.firstIndex { $0.kind == .mailbox })
      return try #require(
        picture.arrows.first { $0.to.index == tenant && picture[$0.from].kind == .internet }
      ).kind
    }
    #expect(try entrance("") == .doubt)
    #expect(try entrance(ExchangeFixtures.array(ExchangeFixtures.connector([:]))) == .closed)
    #expect(
      try entrance(
        ExchangeFixtures.array(ExchangeFixtures.connector(["RestrictDomainsToIPAddresses": "false"])))
        == .bypass)
  }

  @Test("every key is there, whatever was given")
  func nulls() throws {
    let evidence = ExchangeFixtures.evidence("")
    let report = ExchangeReport(evidence: evidence, catalogue: .builtIn, findings: [])
    let text = JSONText.make(ExchangeJSON(report, language: .english), pretty: false)
    #expect(
      text
        == #"{"domains":null,"endpoint":{"closed":"unknown","connector":null,"enhancedFiltering":"unknown","rejectDirectSend":null},"files":[],"findings":[],"recipients":null,"schema":1,"status":"ok","trace":null}"#
    )
  }

  @Test("hostile names act nowhere", arguments: Language.allCases)
  func hostile(_ language: Language) throws {
    let name = #"\u001b[31m=cmd|' /C calc'!A0\u202e\u0000\n<script>"#
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.array(ExchangeFixtures.connector(["SenderIPAddresses": "[\"\(name)\"]"], name: name)),
      ExchangeFixtures.array(ExchangeFixtures.rule(#""SetSCL": "-1", "SenderIpRanges": null"#, name: name)),
      #"[{"PrimarySmtpAddress": "\#(name)@x.example", "RecipientTypeDetails": "\#(name)"}]"#)
    let report = ExchangeReport(evidence: evidence, catalogue: .builtIn, findings: evidence.findings)
    let tables = ExchangeTables(report: report, language: language)
    let text = ExchangeText(report: report, language: language, ink: .plain, width: 80, verbosity: 1).text
    #expect(OutputRules.violations(text, of: .text) == [])
    #expect(OutputRules.violations(tables.csv, of: .csv) == [])
    #expect(markdownViolations(tables.markdown(isWhole: true)) == [])
    let json = JSONText.make(ExchangeJSON(report, language: language), pretty: true)
    #expect(OutputRules.violations(json, of: .json) == [])
  }

  /// The rules know the lines of a report on domains; the heading is another.
  private func markdownViolations(_ text: String) -> [String] {
    OutputRules.violations(text, of: .markdown).filter { !$0.hasPrefix("the line ##") }
  }
}
