import Foundation
import Testing

@testable import MailDNSCheck

/// What `--since` adds to the formats that other programs read.
@Suite("Changes: in CSV, JUnit, Prometheus and SARIF")
struct ChangeFormatsTests {
  /// Without DMARC, then as now.
  private static let zone = ChangeFixtures.zone.replacing("_dmarc.", with: "_other.")

  /// The report on a domain whose last MX host and `all` are others than before, as `--since` makes it; `old` is the zone before.
  private static func report(
    since old: String? = zone, changed: Bool = true, unseen: [String] = []
  ) async throws -> DomainReport {
    let zone =
      changed
      ? Self.zone.replacing("MX 20 mx2.example.jp", with: "MX 30 mx3.example.jp")
        .replacing("-all", with: "+all") : Self.zone
    let resolver = try RecordedResolver(zone, failing: unseen)
    var report = try await resolver.report(on: "example.jp", selectors: ["own", "s1", "s2"])
    guard let old else { return report }
    let json = JSONText.make(JSONReport(report, in: .builtIn, language: .english), pretty: false)
    report.changes = try ChangeFixtures.changes(try await ChangeFixtures.line(old), json)
    return report
  }

  private static func new(_ report: DomainReport) throws -> DomainReport {
    var report = report
    let json = JSONText.make(JSONReport(report, in: .builtIn, language: .english), pretty: false)
    let snapshot = try #require(try ChangeFixtures.snapshot(json))
    report.changes = DomainChanges(new: snapshot)
    return report
  }

  private static var setting: ReportSetting {
    var setting = ReportSetting.plain
    setting.hasEarlierRun = true
    return setting
  }

  private static func cells(_ reports: DomainReport...) throws -> [[String: String]] {
    let rows = CSVRows.read(CSVDocument(setting: setting).text(reports))
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
  }

  @Test("CSV has three more columns, behind the others")
  func csv() async throws {
    let changed = try await Self.report()
    let same = try await Self.report(changed: false)
    let rows = try Self.cells(changed, same, try Self.new(same))
    #expect(rows[0]["changed"] == "critical")
    let kinds = Set(rows[0]["changes"]?.split(separator: " ") ?? [])
    #expect(kinds.isSuperset(of: ["mx", "spf", "finding:spf-pass-all"]), "\(kinds)")
    #expect(rows[0]["changes_message"]?.contains("mx3.example.jp") == true)
    #expect(rows[1]["changed"] == "" && rows[1]["changes"] == "")
    #expect(rows[2]["changed"] == "new")
    let plain = CSVRows.read(CSVDocument(setting: .plain).text([changed]))
    let since = CSVRows.read(CSVDocument(setting: Self.setting).text([changed]))
    #expect(Array(since[0].dropLast(3)) == plain[0] && Array(since[1].dropLast(3)) == plain[1])
    let text = CSVDocument(setting: Self.setting).text([changed, same])
    #expect(OutputRules.violations(text, of: .csv) == [])
  }

  @Test("what could not be seen is told in CSV, and is no change")
  func unseen() async throws {
    let report = try await Self.report(changed: false, unseen: ["example.jp MX"])
    let row = try #require(try Self.cells(report).first)
    #expect(row["changes_message"]?.contains("Not seen since") == true)
    #expect(row["changes"]?.split(separator: " ").contains("mx") == false)
  }

  @Test("JUnit has a case that passes: what has changed makes no exit status")
  func junit() async throws {
    let changed = try await Self.report()
    let text = JUnitDocument(setting: Self.setting).text([changed])
    #expect(OutputRules.violations(text, of: .junit) == [])
    try await Consumers.expectJUnit(text)
    let start = try #require(text.range(of: "classname=\"example.jp\" name=\"changes\""))
    let rest = text[start.upperBound...].prefix { $0 != "\u{0}" }
    #expect(rest.contains("mx3.example.jp"))
    #expect(!rest.contains("<failure") && !rest.contains("<error"))
    let plain = try await Self.report(since: nil)
    #expect(!JUnitDocument(setting: .plain).text([plain]).contains("name=\"changes\""))
  }

  @Test("Prometheus has the number of changes by weight, of domains that the earlier run has")
  func prometheus() async throws {
    let changed = try await Self.report()
    let text = PrometheusDocument().text([changed])
    try await Consumers.expectMetrics(text)
    let lines = text.split(separator: "\n")
    #expect(
      lines.contains {
        $0.hasPrefix("maildnscheck_changes{domain=\"example.jp\",weight=\"critical\"} ")
          && !$0.hasSuffix(" 0")
      })
    #expect(lines.contains("maildnscheck_unseen{domain=\"example.jp\"} 0"))
    for report in [try await Self.report(since: nil), try Self.new(changed)] {
      let text = PrometheusDocument().text([report])
      #expect(!text.contains("maildnscheck_changes") && !text.contains("maildnscheck_unseen"))
    }
  }

  /// Rule and state of each result.
  private static func states(_ report: DomainReport) throws -> [String: String] {
    let text = SARIFDocument(setting).text([report])
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    return Dictionary(
      results.compactMap { result in
        (result["ruleId"] as? String).map { ($0, result["baselineState"] as? String ?? "none") }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test("SARIF says which results are new beside the earlier run")
  func sarif() async throws {
    let report = try await Self.report()
    try await Consumers.expectSARIF(SARIFDocument(Self.setting).text([report]))
    let states = try Self.states(report)
    #expect(states["spf-pass-all"] == "new", "\(states)")
    #expect(states.values.contains("unchanged"), "\(states)")
    #expect(Set(try Self.states(try await Self.report(changed: false)).values) == ["unchanged"])
    #expect(Set(try Self.states(try Self.new(try await Self.report())).values) == ["new"])
    #expect(Set(try Self.states(try await Self.report(since: nil)).values) == ["none"])
  }
}
