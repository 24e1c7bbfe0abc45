import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Hostile text in the formats that programs read")
struct HostileFormatsTests {
  /// What would act on a reader of some format if it came through; each fits a label.
  private static let poisons = [
    "=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(1,2)", "\t=1", "\r=1", "a,\"b\"\r\n=1",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "@octocat #1 GH-1", "[x](http://e.test)",
    "`a` *b* _c_ ~~d~~ ![i](http://e.test)", "a | b \\| c", "%0A::error::pwned", "\r\n::error::pwned",
    "\n::add-mask::x\n", "]]>&amp;<x a='b'/>", "\u{1}\u{B}\u{FFFE}\u{85}", "\"} 1\nevil_metric 2", "\\\"} 1",
    "{0} [a](1)", "\u{1B}[31m\u{202E}\u{200B}", "\"\u{301},=1+1|\u{301}[\u{301}a](b)%\u{301}0A",
  ]

  /// A domain a poison, with it in MX, SPF, DKIM and DMARC.
  private static func reports() async throws -> [DomainReport] {
    var lines = ""
    for (index, poison) in poisons.enumerated() {
      let label = poison.utf8.prefix(63).map { "\\\(String(Int($0) + 1000).suffix(3))" }.joined()
      lines += """
        p\(index).test MX 10 \(label).p\(index).test
        p\(index).test TXT "v=spf1 foo:\(label) -all"
        _dmarc.p\(index).test TXT "v=DMARC1; p=\(label); rua=mailto:a@\(label)"
        selector1._domainkey.p\(index).test TXT "v=DKIM1; k=\(label); p=AAAA"
        selector2._domainkey.p\(index).test CNAME \(label).p\(index).test

        """
    }
    let dns = try RecordedResolver(lines)
    var reports: [DomainReport] = []
    for index in poisons.indices { reports.append(try await dns.report(on: "p\(index).test")) }
    return reports
  }

  private static let allowed: Set<Unicode.Scalar> = ["\n"]

  @Test("the poison reaches the reports: it is not lost on the way")
  func reaches() async throws {
    let messages = try await Self.reports().flatMap { $0.findings.map(\.message.english) }.joined()
    for sign in ["calc", "script", "octocat", "add-mask", "evil_metric", "::error::pwned"] {
      #expect(messages.contains(sign), "\(sign)")
    }
  }

  @Test("CSV: no cell is a formula, no cell ends early", arguments: Language.allCases)
  func csv(language: Language) async throws {
    let reports = try await Self.reports()
    let text = CSVDocument(setting: .speaking(language)).text(reports)
    let rows = CSVRows.read(text)
    #expect(rows.count == reports.count + 1)
    #expect(rows.allSatisfy { $0.count == 25 })
    let signs = Set("=+-@\t\r＝＋－＠".unicodeScalars)
    #expect(rows.joined().allSatisfy { $0.unicodeScalars.first.map(signs.contains) != true })
    #expect(Visibility.violations(in: text, except: ["\n", "\r", "\u{FEFF}"]) == [])
  }

  @Test("Markdown: no markup, HTML, link or mention but our own", arguments: Language.allCases)
  func markdown(language: Language) async throws {
    let reports = try await Self.reports()
    let text = MarkdownDocument(.speaking(language)).text(reports)
    #expect(Visibility.violations(in: text, except: Self.allowed.union(["\u{FE0F}"])) == [])
    let html = try await Consumers.html(text)
    let tags = Set(html.matches(of: /<\/?([a-zA-Z!]+[0-9]?)/).map { String($0.1) })
    #expect(
      tags.isSubset(of: [
        "table", "thead", "tbody", "tr", "th", "td", "h3", "ul", "li", "strong", "code", "span", "br", "pre",
      ]))
    #expect(html.components(separatedBy: "<td>").count - 1 == 4 * reports.count)
    let codes = html.matches(of: /<code>([^<]*)<\/code>/).map { String($0.1) }
    #expect(codes == reports.flatMap(\.findings).map(\.id))
    #expect(html.firstMatch(of: /@[^<]/) == nil)
  }

  @Test("JUnit: well formed, valid, and not a case more", arguments: Language.allCases)
  func junit(language: Language) async throws {
    let reports = try await Self.reports()
    let text = JUnitDocument(setting: .speaking(language)).text(reports)
    try await Consumers.expectJUnit(text)
    #expect(try await Consumers.xpath("count(//testsuite)", text) == "\(reports.count)")
    #expect(try await Consumers.xpath("count(//testcase)", text) == "\(6 * reports.count)")
    #expect(Visibility.violations(in: text, except: Self.allowed) == [])
  }

  @Test("SARIF: valid, and no message has a link or a placeholder", arguments: Language.allCases)
  func sarif(language: Language) async throws {
    let reports = try await Self.reports()
    let text = SARIFDocument(.speaking(language)).text(reports)
    try await Consumers.expectSARIF(text)
    #expect(try Visibility.violations(inJSON: Array(text.utf8)) == ["U+a"])
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let results = (log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]] ?? []
    #expect(results.count == reports.reduce(0) { $0 + $1.findings.count })
    for result in results {
      let message = try #require((result["message"] as? [String: Any])?["text"] as? String)
      let rest = message.replacing("\\\\", with: "").replacing("\\[", with: "").replacing("{{", with: "")
      #expect(!rest.contains("[") && !rest.contains("{"), "\(message)")
    }
  }

  @Test("Prometheus: not a sample more, and promtool reads them")
  func prometheus() async throws {
    let reports = try await Self.reports()
    let text = PrometheusDocument().text(reports)
    try await Consumers.expectMetrics(text)
    for line in text.split(separator: "\n") {
      #expect(
        line.hasPrefix("# ") || ["maildnscheck_run_success 1", "maildnscheck_refused_lines 0"].contains(line)
          || line.wholeMatch(
            of: /maildnscheck_[a-z_]+\{domain="p[0-9]+\.test"(,[a-z]+="[a-z0-9-]+")?\} [0-9.]+/)
            != nil,
        "\(line)")
    }
  }

  @Test("Zabbix: not a domain more, and no word of theirs", arguments: Language.allCases)
  func zabbix(language: Language) async throws {
    let reports = try await Self.reports()
    let text = ZabbixDocument(language).text(reports)
    #expect(OutputRules.violations(text, of: .zabbix) == [])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((object["domains"] as? [Any])?.count == reports.count)
    for sign in ["calc", "script", "octocat", "add-mask", "evil_metric", "pwned"] {
      #expect(!text.contains(sign), "\(sign)")
    }
  }

  @Test("GitHub: not a command more, and none of another name", arguments: Language.allCases)
  func github(language: Language) async throws {
    let reports = try await Self.reports()
    let text = GitHubDocument(setting: .speaking(language)).text(reports)
    #expect(Visibility.violations(in: text, except: Self.allowed) == [])
    let commands = text.split(separator: "\n").map { WorkflowCommand($0) }
    #expect(commands.count == reports.reduce(0) { $0 + $1.findings.count })
    #expect(commands.allSatisfy { ["error", "warning", "notice"].contains($0?.name) })
    #expect(commands.allSatisfy { $0.map { Set($0.properties.keys) } == ["title"] })
  }
}
