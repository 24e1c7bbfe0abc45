import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The document for Zabbix")
struct ZabbixDocumentTests {
  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func domains(_ text: String) throws -> [[String: Any]] {
    try #require(try object(text)["domains"] as? [[String: Any]])
  }

  @Test("is one object on one line", arguments: Language.allCases)
  func golden(language: Language) async throws {
    let reports = try await ExampleReports.all()
    let text = ZabbixDocument(language).text(reports)
      .replacing(/"checkedAt":[0-9]+/, with: "\"checkedAt\":0").replacing(
        /"seconds":[0-9.e-]+/, with: "\"seconds\":0")
    #expect(text.hasSuffix("}\n") && text.count(where: \.isNewline) == 1)
    // A line a domain is for the reader of the golden file.
    expectGolden(text.replacing("},{", with: "},\n{"), "zabbix.\(language.rawValue).json")
  }

  @Test("has the figures of a domain, its route, and the titles of what is wrong")
  func figures() async throws {
    let reports = [
      try await ExampleReports.report("aozora.example"), try await ExampleReports.report("futaba.example"),
    ]
    let found = try domains(ZabbixDocument(.english).text(reports))
    #expect(found[0]["domain"] as? String == "aozora.example")
    #expect(found[0]["status"] as? Int == 0)
    #expect(found[0]["route"] as? String == "securemx-office365")
    #expect(found[0]["spfLookups"] as? Int == 3)
    #expect(found[0]["finding"] as? String == "")
    #expect(found[0]["summary"] as? String == "no problem found")
    let worst = try #require(reports[1].findings.first)
    #expect(found[1]["finding"] as? String == worst.id)
    #expect((found[1]["summary"] as? String)?.hasPrefix(worst.kind.title.english) == true)
  }

  @Test("says null where DNS could not tell, and never a zero or another route")
  func unknown() async throws {
    let found = try domains(ZabbixDocument(.english).text([try await ExampleReports.unasked()]))
    #expect(found[0]["status"] as? Int == 3)
    for key in ["route", "spfLookups", "spfVoidLookups", "dkimKeyBits"] {
      #expect(found[0][key] is NSNull, "\(key)")
    }
  }

  @Test("tells what is not met from what could not be told, and from what nobody asked")
  func expectations() async throws {
    let unanswered = try RecordedResolver.example { _ in .servfail }
    let reports = [
      try await ExampleReports.report("aozora.example", expecting: .securemxOffice365),
      try await ExampleReports.report("aozora.example", expecting: .office365),
      try await unanswered.report(on: "aozora.example", expecting: .office365),
      try await ExampleReports.report("aozora.example"),
    ]
    #expect(reports.map(ExpectationFigure.init) == [.met, .notMet, .undecided, .nothingAsked])
    let found = try reports.map { try domains(ZabbixDocument(.english).text([$0]))[0] }
    #expect(found.map { $0["expectation"] as? Int } == [0, 1, 2, 3])
    #expect(
      found.map { $0["expected"] as? String } == ["securemx-office365", "office365", "office365", ""])
  }

  @Test("of nothing that could be checked there is no list, which is another thing than an empty one")
  func unusable() throws {
    var document = ZabbixDocument(.english)
    _ = document.add(InputProblem(.noDomains, file: nil, line: nil))
    let text = document.end()
    #expect(try object(text)["domains"] is NSNull)
    let run = try #require(try object(text)["run"] as? [String: Any])
    #expect(run["success"] as? Int == 0)
    for key in ["checkedAt", "refusedLines", "ok", "warning", "critical", "unknown"] {
      #expect(run[key] is NSNull, "\(key)")
    }
    #expect(try domains(ZabbixDocument(.english).end()).isEmpty)
  }

  @Test("has each domain once, with what was found last")
  func duplicates() async throws {
    let reports = [try await ExampleReports.unasked(), try await ExampleReports.report("aozora.example")]
    let found = try domains(ZabbixDocument(.english).text(reports))
    #expect(found.map { $0["status"] as? Int } == [0])
  }

  @Test("counts the domains by status")
  func sums() async throws {
    let reports = [try await ExampleReports.unasked(), try await ExampleReports.report("nomail.example")]
    let run = try #require(try object(ZabbixDocument(.english).text(reports))["run"] as? [String: Any])
    let counts = ["ok", "warning", "critical", "unknown"].map { run[$0] as? Int }
    #expect(counts.compactMap(\.self).reduce(0, +) == reports.count)
    #expect(run["unknown"] as? Int == 1)
  }

  /// A summary is cut without a word at 65,535 characters, where the item is a text.
  @Test("holds even a summary of all kinds of findings", arguments: Language.allCases)
  func length(language: Language) {
    let titles = FindingCatalogue.declarations.map { $0.kind.title[language] }
    #expect(titles.joined(separator: "; ").count < 65_535)
  }
}
