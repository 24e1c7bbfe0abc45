import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Zones built to explode")
struct ExplodingZoneTests {
  @Test("stay within every bound, and the report says which were reached", arguments: ExplodingCase.all)
  func bounded(_ zone: ExplodingCase) async throws {
    let explosion = try await Explosion(zone.zone, domain: zone.domain, selectors: zone.selectors)
    let report = explosion.report
    #expect(explosion.questions.count <= QuestionBudget.total(named: zone.selectors.count))
    #expect(Set(explosion.questions).count == explosion.questions.count)
    #expect(
      report.work.answers.reduce(0) { $0 + ($1.failure == nil ? $1.size : 0) } <= AnswerBudget.standardSize)
    #expect(explosion.tree.depth <= SPFFacts.maximumDepth + 1)
    #expect(explosion.tree.nodes <= SPFTreeNode.maximumNodes)
    #expect(Dictionary(grouping: report.findings, by: \.id).allSatisfy { $0.value.count <= 100 })
    for format in [ReportOptions.Format.json, .text] {
      #expect(try explosion.text(format, verbosity: 2).utf8.count <= QuestionBudget.reportSize)
    }
    #expect(zone.tells.subtracting(explosion.ids) == [])
    // What was refused is told as unknown, where it would have been looked at.
    if report.work.answers.contains(where: { $0.failure?.kind == .tooMuch }),
      !explosion.ids.contains("spf-too-large")
    {
      #expect(report.findings.contains { $0.severity == .unknown && $0.message.english.contains("4 MB") })
    }
  }

  @Test("the worst of them asks nearly as much as the documentation says that it can")
  func worst() async throws {
    let zone = ExplodingCase.everything
    let explosion = try await Explosion(zone.zone, selectors: zone.selectors)
    #expect(explosion.questions.count > QuestionBudget.total(named: 1) * 9 / 10)
  }

  @Test("one sender put to the test costs no more questions than receivers allow", arguments: [false, true])
  func evaluation(isIPv6: Bool) async throws {
    let address = isIPv6 ? "2001:db8::1" : "192.0.2.1"
    let resolver = ExplodingResolver(
      zone: ExplodingZone { question in
        switch question.type {
        case .txt where question.text == "x.test":
          return .records([.text(ExplodingCase.terms(10) { "mx:%{p}.m\($0).t" } + " exp=%{p}.e.t")])
        case .txt: return .records([.text("no, %{p}")])
        case .mx: return .records((0..<10).map { .mx("h\($0).\(question.text)") })
        case .ptr: return .records((0..<1_000).map { RecordData.ptr(DomainName("r\($0).t") ?? .root) })
        default: return .records([isIPv6 ? .address6(7) : .address(7)])
        }
      })
    let identity = SPFIdentity(
      address: try #require(IPAddress(address)), mailFrom: "a@x.test", helo: "x.test", time: 0)
    let evaluation = await SPFEvaluator.evaluate(identity, resolver: Transcript(AnswerCache(resolver)))
    #expect(evaluation.result == .fail)
    #expect(resolver.asked.withLock { $0 }.count == QuestionBudget.evaluation)
  }

  @Test("the documentation has the figures")
  func documentation() throws {
    let file = ExampleFiles.root.appendingPathComponent("docs/security.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    for row in QuestionBudget.rows { #expect(text.contains("\n\(row)\n"), "\(row)") }
  }
}

/// How much one domain can cause, put together from the bounds of its parts.
enum QuestionBudget {
  static let reportSize = 16 << 20

  /// Questions about one domain where `count` selectors are named.
  static func total(named count: Int) -> Int {
    let apex = 4
    let wildcards = 2
    let reportHosts = DMARCFacts.maximumReportHosts * (4 + 2 * DMARCReportHost.maximumExchanges)
    let tenant = 1 + TenantFacts.maximumOwnAliases + 4
    let doubledNames = 2
    let initialDomainSelectors = 2
    let selectors = 1 + ProviderCatalogue.builtIn.selectors.count + DKIMFacts.maximumDelegations + count
    return apex + wildcards + doubledNames + initialDomainSelectors + DMARCTreeWalk.maximumQueries
      + reportHosts + tenant + selectors
      + 2 * MXFacts.maximumHosts + SPFFacts.maximumQuestions
  }

  /// Ten `mx` terms of ten hosts each, the record, the sender's names, and the explanation.
  static let evaluation =
    SPFTree.lookupLimit * (1 + SPFEvaluator.maximumExchanges) + 1 + 1 + SPFEvaluator.maximumReverseNames + 1

  /// Rows of the documentation's table.
  static var rows: [String] {
    [
      "| questions in all | \(total(named: 0).grouped), and one for each selector named |",
      "| questions of `spf --ip` | \(evaluation) |",
      "| MX hosts looked at | \(MXFacts.maximumHosts) |",
      "| questions of an SPF tree | \(SPFFacts.maximumQuestions) |",
      "| records of an SPF tree one behind the other | \(SPFFacts.maximumDepth) |",
      "| terms of an SPF tree | \(SPFFacts.maximumTerms.grouped) |",
      "| terms of an SPF tree that are shown | \(SPFTreeNode.maximumNodes) |",
      "| zones below `_domainkey` | \(DKIMFacts.maximumDelegations) |",
      "| domains of a DMARC tree walk | \(DMARCTreeWalk.maximumQueries) |",
      "| mail domains that get DMARC reports | \(DMARCFacts.maximumReportHosts), each with at most \(DMARCReportHost.maximumExchanges) MX hosts |",
      "| own names that `autodiscover` leads to | \(TenantFacts.maximumOwnAliases) |",
      "| CNAME records followed for a question | \(AliasChain.maximumLength) |",
      "| memory for the answers about a domain | \(AnswerBudget.standardSize >> 20) MB |",
      "| memory for answers that the run keeps | \(AnswerCache.maximumGenerationMemory >> 19) MB, \((2 * AnswerCache.standardGenerationSize).grouped) answers |",
      "| findings of one kind | \(Finding.maximumOfOneID) |",
      "| a report | \(reportSize >> 20) MB |",
    ]
  }
}

extension Int {
  /// With commas between thousands; of numbers below a million.
  fileprivate var grouped: String {
    guard self >= 1_000 else { return String(self) }
    let rest = String(self % 1_000)
    return "\(self / 1_000)," + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
