import Testing

@testable import MailDNSCheck

/// To Swift a sign and the marks behind it are one character, and another one than the sign. Found by fuzzing.
@Suite("A sign with something that joins it is still the sign to those who read the output")
struct ScalarEscapeTests {
  /// In front of a sign, or behind it.
  private static let joined: [@Sendable (String) -> String] = [
    { "\($0)\u{301}" }, { "\($0)\u{FE0F}" }, { "\u{D4E}\($0)" }, { "\($0)\u{94D}" },
  ]

  @Test("a quotation mark ends no cell of CSV", arguments: joined)
  func csv(join: @Sendable (String) -> String) {
    let text = "a" + join("\"") + ",=1"
    #expect(CSVRows.read(CSVText.row([text, "b"])) == [[text, "b"]])
  }

  @Test("a bar begins no performance data", arguments: joined)
  func plugin(join: @Sendable (String) -> String) {
    #expect(!PluginText.line("a" + join("|")).utf8.contains(UInt8(ascii: "|")))
    let datum = PerformanceDatum(label: join("|") + join("=") + join("'"), value: "1").description
    #expect(datum.utf8.count { $0 == UInt8(ascii: "=") } == 1)
    #expect(datum.utf8.count { $0 == UInt8(ascii: "|") } == 0)
    #expect(datum.utf8.count { $0 == UInt8(ascii: "'") } == 4)
  }

  @Test("a percent sign, colon or comma is none of a workflow command", arguments: joined)
  func github(join: @Sendable (String) -> String) {
    let text = GitHubText.property(join("%") + "0A" + join(":") + join(",")).utf8
    #expect(text.count { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",") } == 0)
    #expect(text.count { $0 == UInt8(ascii: "%") } == 3)
  }

  @Test("a bracket is no link of SARIF, and a brace no placeholder", arguments: joined)
  func sarif(join: @Sendable (String) -> String) {
    let text = SARIFReport.Message(join("[") + "a" + join("]") + "(b)" + join("{") + "0" + join("}")).text
    #expect(text.unicodeScalars.filter { $0 == "\\" }.count == 2)
    #expect(text.unicodeScalars.filter { $0 == "{" || $0 == "}" }.count == 4)
  }

  @Test("a quotation mark or backslash ends no label of Prometheus", arguments: joined)
  func prometheus(join: @Sendable (String) -> String) {
    #expect(PrometheusText.label(join("\"") + join("\\")).unicodeScalars.filter { $0 == "\\" }.count == 3)
  }
}
