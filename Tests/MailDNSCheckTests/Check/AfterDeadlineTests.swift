import Testing

@testable import MailDNSCheck

/// A server that answers nobody in time.
private struct LateResolver: Resolver {
  func answer(to question: Question) async -> Answer {
    Answer(
      question: question, aliases: [], outcome: .failed(Failure(kind: .deadline)),
      origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
  }
}

@Suite("A domain whose turn comes when the time is over")
struct AfterDeadlineTests {
  private func check(_ areas: CaseSet<CheckArea>, policy: String? = nil) throws -> DomainCheck {
    let policy = try policy.map {
      try PolicyFile.read(name: "policy.json", octets: Array($0.utf8), in: .builtIn)
    }
    return DomainCheck(
      areas: areas, resolver: LateResolver(), catalogue: .builtIn, selectors: [], expectedRoute: nil,
      publicSuffixes: .system, policy: policy)
  }

  private func findings(_ report: DomainReport) -> [String] {
    report.findings.map { finding in
      "\(finding.id) \(finding.severity) \(finding.subject) \(finding.message.english) \(finding.fix?.japanese ?? "-")"
    }
  }

  @Test(
    "has the report of one whose questions nobody answered in time, and asked nothing",
    arguments: [.whole, [.mx], [.spf], [.dkim], [.dmarc]] as [CaseSet<CheckArea>],
    ["example.jp", "a-b.example.co.jp", "contoso.onmicrosoft.com", "jp"])
  func same(areas: CaseSet<CheckArea>, domain: String) async throws {
    let check = try check(areas)
    let domain = try MailDomain(pasted: domain)
    let asked = await check.report(on: domain)
    let report = try #require(check.reportAfterDeadline(on: domain))
    #expect(findings(report) == findings(asked))
    #expect(report.status == .unknown)
    #expect(report.verdict?.id == asked.verdict?.id)
    #expect(report.work.questionCount == 0)
    #expect(asked.work.questionCount > 0)
  }

  @Test("and is not as a policy expects it")
  func policy() async throws {
    let check = try check(
      .whole,
      policy: #"{"domains": {"example.jp": {"route": "office365", "dkim": {"selectors": {"k": {}}}}}}"#)
    let domain = try MailDomain(pasted: "example.jp")
    let report = try #require(check.reportAfterDeadline(on: domain))
    #expect(report.meetsExpectation == false)
    #expect(findings(report) == findings(await check.report(on: domain)))
  }

  @Test(
    "is asked about all the same where others than the resolver are asked, too",
    arguments: [[.tls], [.hosts], [.bimi], [.ns], .full] as [CaseSet<CheckArea>])
  func others(areas: CaseSet<CheckArea>) throws {
    #expect(try check(areas).reportAfterDeadline(on: MailDomain(pasted: "example.jp")) == nil)
  }
}
