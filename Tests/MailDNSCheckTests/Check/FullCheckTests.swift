import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The full check (--full)")
struct FullCheckTests {
  /// What aozora.example of the examples lacks for it.
  private static let records = """
    _mta-sts.aozora.example TXT "v=STSv1; id=1"
    _smtp._tls.aozora.example TXT "v=TLSRPTv1; rua=mailto:t@aozora.example"
    default._bimi.aozora.example TXT "v=BIMI1; l=https://aozora.example/a.svg; a=https://aozora.example/a.pem"
    mail.aozora.example A 192.0.2.25
    25.2.0.192.in-addr.arpa PTR mail.aozora.example

    """

  private func dns(_ lines: String = "") throws -> RecordedResolver {
    let examples = try String(contentsOfFile: ExampleFiles.internet, encoding: .utf8)
    return try RecordedResolver(file: examples + "\n" + Self.records + HostsFixtures.lists + lines)
  }

  private func report(_ dns: RecordedResolver, _ areas: CaseSet<CheckArea> = .full) async throws
    -> DomainReport
  {
    var check = DomainCheck(
      areas: areas, resolver: dns, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    check.hosts.addresses = [try #require(IPAddress("192.0.2.25"))]
    check.mtaSTSPolicies = GivenMTASTSPolicy(
      octets: Array(TransportFixtures.policy("enforce", "*.securemx.jp").utf8))
    return await check.report(on: try MailDomain(pasted: "aozora.example"))
  }

  private func text(_ report: DomainReport, _ language: Language = .english, verbosity: Int = 0) -> String {
    ExampleReports.text(report, language, width: 80, verbosity: verbosity)
  }

  /// The lines of the areas, without those around them.
  private func areaLines(_ text: String) -> ArraySlice<Substring> {
    let lines = text.lines
    guard let start = lines.firstIndex(where: { $0.hasPrefix("  ✓ MX") }) else { return [] }
    return lines[start...].prefix { !$0.isEmpty }
  }

  @Test("says what the whole check and the three areas say, and asks nothing else")
  func sum() async throws {
    let lines = "25.2.0.192.bl.spamcop.net A 127.0.0.2\n"
    let full = try dns(lines)
    let found = Set(try await report(full).findings)
    var parts: Set<Finding> = []
    var questions: Set<Question> = []
    for areas in [CaseSet<CheckArea>.whole, [.tls], [.hosts], [.bimi]] {
      let part = try dns(lines)
      parts.formUnion(try await report(part, areas).findings)
      questions.formUnion(await part.asked)
    }
    #expect(found == parts)
    let asked = await full.asked
    #expect(Set(asked) == questions)
    #expect(asked.count == questions.count)
  }

  @Test("the default check asks none of it")
  func others() async throws {
    let whole = try dns()
    _ = try await report(whole, .whole)
    let plain = try RecordedResolver.example()
    _ = try await plain.report(on: "aozora.example")
    let (asked, expected) = (await whole.asked, await plain.asked)
    #expect(Set(asked) == Set(expected))
  }

  @Test("what is fine takes one line an area, and all of them with -v", arguments: Language.allCases)
  func abridged(_ language: Language) async throws {
    let report = try await report(try dns())
    #expect(report.status == .ok, "\(report.summary)")
    let lines = areaLines(text(report, language))
    #expect(lines.count == 7, "\(lines.joined(separator: "\n"))")
    for (title, line) in zip(["MX", "SPF", "DKIM", "DMARC", "TLS", "HOSTS", "BIMI"], lines) {
      #expect(line.hasPrefix("  ✓ \(title)"), "\(line)")
      #expect(line.displayWidth <= 80)
    }
    #expect(areaLines(text(report, language, verbosity: 1)).count > 14)
  }

  @Test("what is not fine is said in full")
  func worse() async throws {
    let report = try await report(try dns("25.2.0.192.bl.spamcop.net A 127.0.0.2\n"))
    #expect(report.summary.contains("blocklist-listed warning"))
    let text = text(report)
    #expect(text.contains("192.0.2.25  mail.aozora.example, confirmed, on bl.spamcop.net"))
    #expect(areaLines(text).count { $0.hasPrefix("  ✓") } == 6)
  }

  @Test("of a domain where all is fine", arguments: Language.allCases)
  func golden(_ language: Language) async throws {
    expectGolden(text(try await report(try dns()), language), "full.\(language.rawValue).txt")
  }

  @Test("JSON has every key")
  func json() async throws {
    let text = JSONText.make(
      JSONReport(try await report(try dns()), in: .builtIn, language: .english), pretty: false)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    for key in ["route", "mx", "spf", "dkim", "dmarc", "tls", "hosts", "bimi"] {
      #expect(object[key] is [String: Any], "\(key)")
    }
    let rows = try #require(object["senderRequirements"] as? [[String: Any]])
    #expect(rows.map { $0["requirement"] as? String }.first == "spf-or-dkim")
    #expect(rows.count == 6)
  }
}
