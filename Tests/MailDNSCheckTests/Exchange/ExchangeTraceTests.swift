import Testing

@testable import MailDNSCheck

@Suite("Exchange: what came around the gateway")
struct ExchangeTraceTests {
  @Test(
    "inbound is what stayed and did not come from Microsoft's mailbox servers; the gateway is known by its networks"
  )
  func counts() throws {
    let trace = try #require(ExchangeFixtures.evidence(ExchangeFixtures.trace).trace)
    #expect(trace.inbound == 3 && trace.throughGateway == 1 && trace.bypassed == 2)
    #expect(trace.bypassedAndDelivered == 1)
    #expect(trace.bypasses.map(\.traceID) == ["t2", "t3"])
    #expect(trace.bypassAddresses.values.map(\.self) == [2])
  }

  @Test("with the accepted domains inbound is what is addressed to them, in whatever order the files come")
  func domains() throws {
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.domains,
      ExchangeFixtures.trace.replacing("aoki@sakura.example\",\"y", with: "aoki@elsewhere.example\",\"y"))
    #expect(evidence.trace?.inbound == 2 && evidence.trace?.bypassed == 1)
  }

  @Test("mail that was delivered around the gateway is critical; none that was, a warning")
  func severity() {
    func severity(_ text: String) -> Severity? {
      ExchangeFixtures.evidence(text).findings.first { $0.id == "exchange-bypass" }?.severity
    }
    #expect(severity(ExchangeFixtures.trace) == .critical)
    #expect(severity(ExchangeFixtures.trace.replacing("Delivered", with: "Quarantined")) == .warning)
    #expect(severity(ExchangeFixtures.trace.replacing("198.51.100.77", with: "210.130.202.153")) == nil)
  }

  @Test("without the column FromIP nothing is known, and nothing is zero")
  func missingColumn() throws {
    let text = "SenderAddress,RecipientAddress,Status\na@x.example,b@x.example,Delivered\n"
    let json = ExchangeJSON.Trace(try #require(ExchangeFixtures.evidence(text).trace))
    #expect(json.inbound == nil && json.throughGateway == nil && json.bypassed == nil)
  }

  @Test("the list for a ticket acts in no terminal and no spreadsheet")
  func list() {
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.trace.replacing("b@spam", with: "\u{1B}[2Jb\t@spam"))
    let report = ExchangeReport(evidence: evidence, catalogue: .builtIn, findings: [])
    let tables = ExchangeTables(report: report, language: .english)
    #expect(OutputRules.violations(tables.bypasses(asCSV: true), of: .csv) == [])
    #expect(OutputRules.invisible(in: tables.bypasses(asCSV: false), except: ["\n", "\t"]) == [])
  }
}
