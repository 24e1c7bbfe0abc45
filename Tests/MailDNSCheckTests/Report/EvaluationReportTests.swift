import Foundation
import Testing

@testable import MailDNSCheck

@Suite("What check_host() says, for people and programs")
struct EvaluationReportTests {
  private static let dns = """
    pass.test TXT "v=spf1 ip4:198.51.100.1 include:i.test -all"
    i.test TXT "v=spf1 a:gone.test ip4:192.0.2.0/24 -all"
    fail.test TXT "v=spf1 mx -all exp=why.test"
    fail.test MX 10 h.test
    h.test A 198.51.100.1
    why.test TXT "%{i} is not one of %{d}'s"
    hostile.test TXT "v=spf1 -all exp=evil.test"
    evil.test TXT "%{s}"
    softfail.test TXT "v=spf1 ~all"
    neutral.test TXT "v=spf1 ?all"
    open.test TXT "v=spf1 ip4:198.51.100.1"
    none.test A 192.0.2.1
    permerror.test TXT "v=spf1 foo -all"
    temperror.test TXT "v=spf1 include:unknown.test -all"

    """

  private static let results = [
    "pass", "fail", "softfail", "neutral", "open", "none", "permerror", "temperror",
  ]

  private func report(_ domain: String, mailFrom: String? = nil, helo: String = "mail.test") async throws
    -> EvaluationReport
  {
    let dns = try RecordedResolver(Self.dns, failing: ["unknown.test"])
    let identity = SPFIdentity(
      address: IPAddress("192.0.2.3")!, mailFrom: mailFrom ?? "user@\(domain)", helo: helo, time: 1_000_000)
    let evaluation = await SPFEvaluator.evaluate(identity, resolver: dns)
    return EvaluationReport(
      identity: identity, evaluation: evaluation,
      work: DomainReport.Work(
        checkedAt: Date(timeIntervalSince1970: 1_000_000), started: .now, duration: .zero, answers: []))
  }

  private func text(_ report: EvaluationReport, _ language: Language = .english, verbosity: Int = 0) -> String
  {
    report.text(language: language, ink: .plain, width: 80, verbosity: verbosity)
  }

  private func members(_ report: EvaluationReport) throws -> [String: Any] {
    let text = JSONText.make(JSONReport(report), pretty: false)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private func evaluation(_ report: EvaluationReport) throws -> [String: Any] {
    try #require(try members(report)["evaluation"] as? [String: Any])
  }

  @Test("of each result", arguments: Language.allCases)
  func golden(_ language: Language) async throws {
    var texts: [String] = []
    for name in Self.results { texts.append(text(try await report("\(name).test"), language)) }
    expectGolden(texts.joined(separator: "\n"), "evaluation.\(language.rawValue).txt")
  }

  @Test("with every term that was tried", arguments: Language.allCases)
  func terms(_ language: Language) async throws {
    let texts = try await [report("pass.test"), report("fail.test")].map { text($0, language, verbosity: 1) }
    expectGolden(texts.joined(separator: "\n"), "evaluation-terms.\(language.rawValue).txt")
  }

  @Test("in one line")
  func quiet() async throws {
    #expect(text(try await report("fail.test"), verbosity: -1) == "user@fail.test: fail\n")
    #expect(
      text(try await report("x", mailFrom: "", helo: "none.test"), verbosity: -1)
        == "postmaster@none.test: none\n")
  }

  @Test(
    "the result decides the status",
    arguments: [
      ("pass", Status.ok), ("softfail", .warning), ("neutral", .warning), ("open", .warning),
      ("none", .warning), ("fail", .critical), ("permerror", .critical), ("temperror", .unknown),
    ])
  func status(_ name: String, _ status: Status) async throws {
    let report = try await report("\(name).test")
    #expect(report.status == status)
    #expect(try members(report)["status"] as? String == status.rawValue)
    #expect(try evaluation(report)["result"] as? String == (name == "open" ? "neutral" : name))
  }

  @Test("in JSON every key is there, null where there is nothing", arguments: results)
  func keys(_ name: String) async throws {
    #expect(
      Set(try evaluation(try await report("\(name).test")).keys) == [
        "result", "mechanism", "domain", "explanation", "lookups", "voidLookups", "readings",
      ])
  }

  @Test("in JSON the term and its domain are those that decided")
  func decision() async throws {
    let pass = try evaluation(try await report("pass.test"))
    #expect(pass["mechanism"] as? String == "ip4:192.0.2.0/24")
    #expect(pass["domain"] as? String == "i.test")
    #expect(pass["explanation"] is NSNull)
    #expect(pass["lookups"] as? Int == 2)
    #expect(pass["voidLookups"] as? Int == 1)
    let none = try evaluation(try await report("none.test"))
    #expect(none["mechanism"] is NSNull)
    #expect(none["domain"] as? String == "none.test")
    let unusable = try evaluation(try await report("x", mailFrom: "", helo: "JUMPIN' JUPITER"))
    #expect(unusable["domain"] is NSNull)
  }

  @Test("the explanation is the domain's own; without one there is none")
  func explanation() async throws {
    #expect(
      try evaluation(try await report("fail.test"))["explanation"] as? String
        == "192.0.2.3 is not one of fail.test's")
    #expect(
      text(try await report("fail.test")).contains(
        "The domain explains: 192.0.2.3 is not one of fail.test's\n"))
    #expect(!text(try await report("softfail.test")).contains("explains"))
  }

  @Test("octets that a terminal could act on are shown as what they are")
  func hostile() async throws {
    let sender = "\u{1B}[31mred\r\n@hostile.test"
    let report = try await report("x", mailFrom: sender, helo: "\u{1B}]0;x\u{7}\u{202E}")
    for verbosity in -1...2 {
      let text = text(report, verbosity: verbosity)
      #expect(Visibility.violations(in: Array(text.utf8)) == [])
      #expect(text.contains(#"\027[31mred\013\010@hostile.test"#))
    }
    #expect(report.evaluation.result == .fail)
    let json = JSONText.make(JSONReport(report), pretty: true)
    #expect(Visibility.violations(in: Array(json.utf8)) == [])
    let evaluation = try evaluation(report)
    if let explanation = evaluation["explanation"] as? String {
      #expect(explanation == #"\027[31mred\013\010@hostile.test"#)
    } else {
      #expect(evaluation["explanation"] is NSNull)
    }
  }

  @Test("no line is wider than the page", arguments: Language.allCases, [40, 80])
  func width(_ language: Language, _ width: Int) async throws {
    for name in Self.results {
      let text = try await report("\(name).test").text(
        language: language, ink: .plain, width: width, verbosity: 2)
      for line in text.lines where line.displayWidth > width || line.hasSuffix(" ") {
        Issue.record("\(line.displayWidth) columns: \(line)")
      }
    }
  }
}
