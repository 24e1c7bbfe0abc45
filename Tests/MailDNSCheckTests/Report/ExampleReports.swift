import Foundation

@testable import MailDNSCheck

/// The text reports on the example domains, as the program writes them.
enum ExampleReports {
  static let domains = ExampleFiles.domains.map(\.domain) + ["gone.example"]

  static func report(_ domain: String, expecting expected: RouteID? = nil) async throws -> DomainReport {
    try await RecordedResolver.example().report(on: domain, expecting: expected)
  }

  static func text(
    _ report: DomainReport, _ language: Language, width: Int, verbosity: Int = 0, ink: Ink = .plain
  ) -> String {
    let text = TextReport(
      report: report, catalogue: .builtIn, language: language, ink: ink, width: width, verbosity: verbosity)
    return text.text.withoutTimes
  }
}

extension String {
  /// The same with what differs from run to run put in place of it: times, and the names that nobody publishes.
  var withoutTimes: String {
    replacing(/[0-9]+\.[0-9]{3}( ?s|秒)/) { "0.000\($0.1)" }
      .replacing(#/\+[0-9]+\.[0-9]{3} /#, with: "+0.000 ")
      .replacing(RandomLabel.ofRun, with: "xrandom")
      .replacing(/x[0-9a-f]{16}/, with: "xrandom")
  }

  var lines: [Substring] { split(separator: "\n", omittingEmptySubsequences: false) }
}
