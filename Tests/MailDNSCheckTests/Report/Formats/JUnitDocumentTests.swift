import Foundation
import Testing

@testable import MailDNSCheck

@Suite("JUnit reports")
struct JUnitDocumentTests {
  private func document(
    _ threshold: FailureThreshold = .warning, expecting: Bool = false,
    _ language: Language = .english
  ) -> JUnitDocument {
    var setting = ReportSetting.speaking(language)
    setting.threshold = threshold
    setting.hasExpectations = expecting
    return JUnitDocument(setting: setting)
  }

  @Test(
    "are valid by the schema, whatever the findings",
    arguments: FailureThreshold.allCases, Language.allCases)
  func schema(threshold: FailureThreshold, language: Language) async throws {
    let reports = try await ExampleReports.all()
    try await Consumers.expectJUnit(document(threshold, expecting: true, language).text(reports))
    try await Consumers.expectJUnit(document(threshold).text([try await ExampleReports.unasked()]))
    try await Consumers.expectJUnit(document().text([]))
  }

  @Test("have a suite a domain and a case an area, and one for what is expected where something is")
  func cases() async throws {
    let report = try await ExampleReports.report("aozora.example", expecting: .securemxOffice365)
    let names = ["domain", "mx", "spf", "dkim", "dmarc", "route"]
    func found(_ text: String) async throws -> [String] {
      try await Consumers.xpath("//testsuite[@name='aozora.example']/testcase/@name", text)
        .matches(of: /"([^"]*)"/).map { String($0.1) }
    }
    #expect(try await found(document().text([report])) == names)
    #expect(try await found(document(expecting: true).text([report])) == names + ["policy"])
    let area = try await RecordedResolver.example().report(on: "aozora.example", [.spf])
    #expect(try await found(document().text([area])) == ["spf"])
  }

  @Test("fail by a finding that makes the exit status, which --fail-on takes out")
  func failures() async throws {
    let report = try await ExampleReports.report("futaba.example")
    try #require(report.status == .warning)
    let text = document().text([report])
    let failures = try await Consumers.xpath("count(//testcase[failure])", text)
    #expect(failures != "0")
    #expect(try await Consumers.xpath("string(//testsuite/@failures)", text) == failures)
    #expect(
      try await Consumers.xpath("string(//testcase[@name='route']/failure/@type)", text) == "route-mixed")
    for threshold in [FailureThreshold.critical, .never] {
      let text = document(threshold).text([report])
      #expect(try await Consumers.xpath("count(//failure)", text) == "0")
      let output = try await Consumers.xpath("string(//testcase[@name='route']/system-out)", text)
      #expect(output.contains("route-mixed"))
    }
  }

  @Test("are in error where DNS could not tell, unless nothing counts")
  func errors() async throws {
    let report = try await ExampleReports.unasked()
    let text = document().text([report])
    #expect(try await Consumers.xpath("count(//failure)", text) == "0")
    #expect(try await Consumers.xpath("string(//testcase[@name='mx']/error/@type)", text) == "mx-unknown")
    #expect(
      try await Consumers.xpath("string(//testsuite/@errors) = count(//testcase[error])", text) == "true")
    #expect(try await Consumers.xpath("count(//error)", document(.never).text([report])) == "0")
  }

  @Test("hold no character that XML can't carry, and text that reads as it was")
  func escaping() async throws {
    let hostile = "a<b>&\"'\u{0}\u{1}\u{B}\u{1B}\u{7F}\u{9B}\u{FFFE}\u{FFFF}]]>\t\n\r日本語🦀z"
    let text = "<x y=\"\(XMLText.escaped(hostile))\">\(XMLText.escaped(hostile))</x>"
    let expected = "a<b>&\"']]>\t\n\r日本語🦀z"
    #expect(try await Consumers.run("/usr/bin/xmllint", ["--noout", "-"], text).status == 0)
    // The reader's own final newline is taken off by the helper.
    #expect(try await Consumers.xpath("string(/x)", text) == expected)
    #expect(try await Consumers.xpath("string(/x/@y)", text) == expected)
  }
}
