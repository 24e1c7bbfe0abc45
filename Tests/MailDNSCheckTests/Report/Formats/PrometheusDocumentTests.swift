import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Prometheus metrics")
struct PrometheusDocumentTests {
  private func samples(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  @Test("are read by promtool, and the samples of a metric stand together under its HELP and TYPE")
  func grouped() async throws {
    let reports = try await ExampleReports.all() + [try await ExampleReports.unasked()]
    let text = PrometheusDocument().text(reports)
    try await Consumers.expectMetrics(text)
    var metrics: [Substring] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix("# HELP ") {
        metrics.append(line.split(separator: " ")[2])
      } else if line.hasPrefix("# TYPE ") {
        #expect(line == "# TYPE \(metrics.last ?? "") gauge")
      } else {
        #expect(line.prefix { $0 != "{" && $0 != " " } == metrics.last)
      }
    }
    #expect(metrics.count == Set(metrics).count)
    #expect(
      metrics == [
        "maildnscheck_run_success", "maildnscheck_refused_lines",
        "maildnscheck_status", "maildnscheck_findings", "maildnscheck_spf_lookups",
        "maildnscheck_spf_void_lookups", "maildnscheck_dkim_key_bits_min", "maildnscheck_queries",
        "maildnscheck_check_seconds", "maildnscheck_checked_timestamp_seconds",
      ])
  }

  @Test("hold the figures of a domain")
  func figures() async throws {
    let text = PrometheusDocument().text([try await ExampleReports.report("aozora.example")])
    let lines = samples(text)
    #expect(lines.contains("maildnscheck_status{domain=\"aozora.example\",route=\"securemx-office365\"} 0"))
    #expect(lines.contains("maildnscheck_findings{domain=\"aozora.example\",severity=\"critical\"} 0"))
    #expect(lines.contains("maildnscheck_spf_lookups{domain=\"aozora.example\"} 3"))
  }

  @Test("leave out what is not known")
  func unknown() async throws {
    let text = PrometheusDocument().text([try await ExampleReports.unasked()])
    #expect(samples(text).contains("maildnscheck_status{domain=\"aozora.example\",route=\"unknown\"} 3"))
    #expect(!text.contains("spf_lookups"))
    #expect(!text.contains("spf_void_lookups"))
    #expect(!text.contains("dkim_key_bits_min"))
  }

  @Test("have each domain once, with what was found last: a sample twice is an error")
  func duplicates() async throws {
    let reports = [try await ExampleReports.unasked(), try await ExampleReports.report("aozora.example")]
    let lines = samples(PrometheusDocument().text(reports)).filter { $0.hasPrefix("maildnscheck_status") }
    #expect(lines == ["maildnscheck_status{domain=\"aozora.example\",route=\"securemx-office365\"} 0"])
  }

  @Test("escape backslash, quotation mark and newline in a label")
  func labels() {
    #expect(PrometheusText.label("a\\b\"c\nd") == #"a\\b\"c\nd"#)
  }
}
