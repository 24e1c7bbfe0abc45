import Testing

@testable import MailDNSCheck

@Suite("A datum of the performance data")
struct PerformanceDatumTests {
  private func range(_ text: String) throws -> ThresholdRange { try ThresholdRange(parsing: text) }

  @Test("is label, value, unit, thresholds and bounds; empty fields at the end are left out")
  func form() throws {
    #expect(
      PerformanceDatum(label: "time", value: "0.084", unit: .seconds, minimum: 0).description
        == "'time'=0.084s;;;0")
    #expect(PerformanceDatum(label: "a", value: "1").description == "'a'=1")
    #expect(
      try PerformanceDatum(label: "a", value: "1", critical: range("@5:6"), maximum: 9).description
        == "'a'=1;;@5:6;;9")
    #expect(
      try PerformanceDatum(label: "a", value: "1", warning: range("~:5"), critical: range("6:")).description
        == "'a'=1;~:5;6:")
  }

  @Test("is U without a unit where there is no value")
  func noValue() {
    #expect(
      PerformanceDatum(label: "time", value: nil, unit: .seconds, minimum: 0).description == "'time'=U;;;0")
    #expect(PerformanceDatum(label: "a", value: nil).description == "'a'=U")
  }

  @Test(
    "has a label that can't end early",
    arguments: [
      ("it's", "'it''s'=1"), ("a=b", "'a_b'=1"), ("a|b", "'a_b'=1"), ("a b", "'a b'=1"),
      ("a\nb", #"'a\010b'=1"#),
    ])
  func label(label: String, expected: String) {
    #expect(PerformanceDatum(label: label, value: "1").description == expected)
  }

  @Test("all labels of the plugin differ in their first 19 characters, and need no quoting")
  func labels() async throws {
    let reports = [
      try await RecordedResolver.example().report(on: "aozora.example"),
      try await RecordedResolver.example().report(on: "kawabe.example"),
    ]
    var policy = PluginPolicy()
    policy.extraFigures = Set(PluginFigure.allCases)
    let report = PluginReport(reports, duration: .seconds(1), policy: policy)
    let labels = report.performanceData.map(\.label)
    #expect(labels.count == PluginFigure.allCases.count + MailDNSCheck.ExitStatus.allCases.count)
    #expect(Set(labels.map { $0.prefix(PerformanceDatum.distinctLength) }).count == labels.count)
    #expect(labels.allSatisfy { $0.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil })
  }
}
