import Testing

@testable import MailDNSCheck

@Suite("Nothing is absent because a query failed")
struct FailureSweepTests {
  /// Absences that are the same as another one, only less sure.
  private static let weaker = ["dkim-not-found": "dkim-missing", "dkim-selectors-unknown": "dkim-missing"]

  @Test(
    "whichever question fails, no warning and nothing critical comes of it",
    arguments: ExampleFiles.domains.map(\.domain)
  )
  func sweep(_ domain: String) async throws {
    let whole = try RecordedResolver.example()
    let known = Set(try await whole.report(on: domain).findings.map(\.id))
    let questions = Set(await whole.asked)
    #expect(questions.count > 10)
    for question in questions {
      let report = try await whole.failing { $0 == question ? .servfail : nil }.report(on: domain)
      let added = report.findings.filter { finding in
        finding.severity >= .warning && !known.contains(finding.id)
          && !(Self.weaker[finding.id].map(known.contains) ?? false)
      }
      #expect(added.isEmpty, "\(question) failed")
    }
  }

  @Test(
    "what matters to a domain where nothing is wrong makes its status unknown where it fails",
    arguments: [
      "aozora.example MX", "aozora.example TXT", "mx.securemx.jp", "mx6.securemx.jp", "spf.securemx.jp TXT",
      "spf.protection.outlook.com TXT", "spfd.protection.outlook.com TXT", "_dmarc.aozora.example TXT",
      "key1.smx._domainkey.aozora.example TXT", "selector1._domainkey.aozora.example TXT",
      "selector2._domainkey.aozora.example TXT",
    ])
  func statusUnknown(_ name: String) async throws {
    let dns = try RecordedResolver.example { question in
      question.name.description == name || question.description == name ? .timedOut(ignored: 0) : nil
    }
    let report = try await dns.report(on: "aozora.example")
    #expect(report.status == .unknown, "\(report.summary)")
  }

  @Test(
    "an area of which nothing could be asked says so, and nothing else",
    arguments: ["mx", "spf", "dkim", "dmarc"])
  func areas(_ area: String) async throws {
    let check = try #require(CheckArea(rawValue: area))
    let dns = try RecordedResolver.example { _ in .servfail }
    let report = try await dns.report(on: "aozora.example", [check])
    #expect(report.findings.map(\.id) == ["\(area)-unknown"])
    #expect(report.findings.map(\.severity) == [.unknown])
  }
}
