import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Pages on domains")
struct PageDocumentTests {
  private static let listed = [
    "aozora.example", "futaba.example", "kujira.example", "suzume.example", "gone.example",
  ]

  private func page(_ reports: [DomainReport], _ language: Language, isList: Bool = true) throws -> String {
    let setting = ReportSetting(language: language, catalogue: .builtIn, isList: isList)
    return PageDocument(setting).text(reports)
  }

  /// The same with what differs from run to run put in place of it.
  private func dated(_ text: String) -> String {
    text.withoutTimes.replacing(/20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "2026-11-28T01:02:03Z")
      .replacing(/20\d\d-\d\d-\d\d \d\d:\d\d UTC/, with: "2026-11-28 01:02 UTC")
  }

  private func count(_ part: String, _ text: String) -> Int { text.components(separatedBy: part).count - 1 }

  @Test("of one domain", arguments: Language.allCases)
  func alone(language: Language) async throws {
    let report = try await ExampleReports.report("futaba.example", expecting: .securemxOffice365)
    expectGolden(dated(try page([report], language)), "page-futaba.\(language.rawValue).html")
  }

  @Test("of a list", arguments: Language.allCases)
  func list(language: Language) async throws {
    var reports: [DomainReport] = []
    for domain in Self.listed { reports.append(try await ExampleReports.report(domain)) }
    expectGolden(dated(try page(reports, language)), "page-list.\(language.rawValue).html")
  }

  @Test("have nothing in them but ours, whatever the domain", arguments: Language.allCases)
  func rules(language: Language) async throws {
    let reports = try await ExampleReports.all()
    #expect(OutputRules.violations(try page(reports, language), of: .html) == [])
    for report in reports {
      #expect(OutputRules.violations(try page([report], language), of: .html) == [], "\(report.domain.name)")
    }
  }

  @Test("one heading is the first, and each finding has its place and its remedy")
  func headings() async throws {
    let report = try await ExampleReports.report("futaba.example", expecting: .securemxOffice365)
    let text = try page([report], .english)
    #expect(count("<h1>", text) == 1)
    // Areas, findings, records: what readers of a screen go to.
    #expect(count("<h2>", text) == 3)
    #expect(count("<article ", text) == report.findings.count)
    #expect(text.contains("id=\"d1-route-unexpected\""))
    #expect(text.contains("<title>futaba.example"))
    #expect(count("<svg ", text) == 1)
  }

  @Test("a list has a row a domain in each of three orders, the worst first")
  func orders() async throws {
    let reports = try await ExampleReports.all()
    let text = try page(reports, .english)
    let tables = text.components(separatedBy: "<tbody>").dropFirst().prefix(3).map { table in
      table.components(separatedBy: "</tbody>")[0].matches(of: /<tr>\n?<td>(?:<a href="#d[0-9]+">)?([^<]+)/)
        .map {
          String($0.1)
        }
    }
    let names = reports.map(DomainPart.title)
    try #require(tables.count == 3)
    for table in tables { #expect(table.sorted() == names.sorted()) }
    #expect(tables[1] == names.sorted())
    let status = Dictionary(zip(names, reports.map(\.status)), uniquingKeysWith: { first, _ in first })
    let order = tables[0].compactMap { status[$0] }
    #expect(order == order.sorted(by: >))
  }

  @Test("a record to publish stands by itself, to be copied")
  func copyable() async throws {
    let reports = try await ExampleReports.all()
    let lines = reports.flatMap(\.findings).compactMap { $0.fix?.english.textAndLines.lines }.flatMap(\.self)
    let line = try #require(lines.first)
    #expect(try page(reports, .english).contains("<pre class=\"copy\">"))
    #expect(try page(reports, .english).contains(XMLText.escaped(line)))
  }

  @Test("lines that name no domain are told at the end")
  func refused() async throws {
    var document = PageDocument(ReportSetting(language: .english, catalogue: .builtIn))
    _ = document.add(try await ExampleReports.report("aozora.example"))
    do {
      _ = try MailDomain(pasted: "<b>_")
      Issue.record("a domain")
    } catch {
      _ = document.add(InputProblem(error, file: "a.txt", line: 3))
    }
    let text = document.end()
    #expect(text.contains("a.txt:3"))
    #expect(OutputRules.violations(text, of: .html) == [])
  }

  @Test("what has changed since an earlier run stands above the picture", arguments: Language.allCases)
  func changes(language: Language) async throws {
    var report = try await ExampleReports.report("futaba.example")
    report.changes = DomainChanges(
      domain: "futaba.example", before: "2026-11-01T00:00:00Z", after: nil, status: .warning,
      changes: [
        DomainChanges.Change(
          subject: ChangeSubject(kind: .route), removed: ["<b>"], added: ["mixed"], weight: .critical)
      ], unseen: [], seenAgain: [])
    let text = try page([report], language)
    #expect(text.contains("2026-11-01 00:00 UTC"))
    let place = try #require(text.range(of: "&lt;b&gt;")).lowerBound
    #expect(place < (try #require(text.range(of: "<svg "))).lowerBound)
    #expect(OutputRules.violations(text, of: .html) == [])
  }

  @Test("the domains of a list that have changed are named above the table")
  func changedDomains() async throws {
    var reports: [DomainReport] = []
    for name in ["kujira.example", "aozora.example"] {
      reports.append(try await ExampleReports.report(name))
    }
    reports[1].changes = DomainChanges(
      domain: "aozora.example", before: "2026-11-01T00:00:00Z", after: nil, status: .warning,
      changes: [
        DomainChanges.Change(
          subject: ChangeSubject(kind: .route), removed: [], added: ["mixed"], weight: .critical)
      ], unseen: [], seenAgain: [])
    let text = try page(reports, .english)
    let above = text.components(separatedBy: "<fieldset>")[0]
    #expect(above.contains("<a href=\"#d2\">aozora.example</a>: "))
    #expect(!above.contains(">kujira.example</a>"))
  }

  @Test("the domain's own records stand before those of others")
  func ownRecords() async throws {
    let text = try page([try await ExampleReports.report("futaba.example")], .english)
    let own = try #require(text.range(of: "<th scope=\"row\">futaba.example. "))
    let other = try #require(text.range(of: "<th scope=\"row\">mx.securemx.jp. "))
    #expect(own.lowerBound < other.lowerBound)
  }

  @Test("of too many the best are left out")
  func bound() {
    var values = WorstFirst<Int>(limit: 3)
    for (value, status) in [
      (1, Status.ok), (2, .critical), (3, .ok), (4, .warning), (5, .critical), (6, .ok),
    ] {
      values.add(value, status)
    }
    #expect(values.sorted == [2, 5, 4])
    #expect(values.count(atLeast: .critical) == 2)
  }
}
