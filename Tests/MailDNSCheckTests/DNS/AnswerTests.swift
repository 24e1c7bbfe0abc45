import Testing

@testable import MailDNSCheck

@Suite("Answers")
struct AnswerTests {
  private func answer(
    _ outcome: Answer.Outcome, aliases: [(target: String, timeToLive: UInt32)] = []
  ) -> Answer {
    var owner = fqdn("www.example.jp")
    var chain: [Answer.Alias] = []
    for alias in aliases {
      chain.append(Answer.Alias(owner: owner, target: fqdn(alias.target), timeToLive: alias.timeToLive))
      owner = fqdn(alias.target)
    }
    return Answer(
      question: asking("www.example.jp", .a), aliases: chain, outcome: outcome,
      origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
  }

  private let records = [
    rr("www.example.jp", ipv4("192.0.2.1"), timeToLive: 300),
    rr("www.example.jp", ipv4("192.0.2.2"), timeToLive: 60),
  ]

  @Test("the TTL of an answer is the smallest of its chain and its end")
  func timeToLive() {
    #expect(answer(.found(records)).timeToLive == 60)
    #expect(answer(.found(records), aliases: [("a.jp", 10), ("b.jp", 20)]).timeToLive == 10)
    #expect(answer(.noData(Answer.Denial(zone: fqdn("jp"), timeToLive: 900))).timeToLive == 900)
    #expect(
      answer(.noSuchName(Answer.Denial(zone: fqdn("jp"), timeToLive: 900)), aliases: [("a.jp", 5)]).timeToLive
        == 5)
    #expect(answer(.noData(Answer.Denial())).timeToLive == nil)
    #expect(answer(.failed(Failure(kind: .noServer)), aliases: [("a.jp", 5)]).timeToLive == nil)
  }

  @Test("the canonical name is the end of the chain, or the name asked for")
  func canonicalName() {
    #expect(answer(.found(records)).canonicalName == fqdn("www.example.jp"))
    #expect(answer(.found(records), aliases: [("a.jp", 1), ("b.jp", 1)]).canonicalName == fqdn("b.jp"))
  }

  @Test("NXDOMAIN denies the name asked for only where no alias led away from it")
  func denial() {
    #expect(answer(.noSuchName(Answer.Denial())).deniesName)
    #expect(!answer(.noSuchName(Answer.Denial()), aliases: [("gone.jp", 1)]).deniesName)
    #expect(!answer(.noData(Answer.Denial())).deniesName)
  }

  @Test("only what DNS said for certain is an absence: a failure never is")
  func absence() {
    #expect(answer(.noSuchName(Answer.Denial())).isAbsence)
    #expect(answer(.noData(Answer.Denial())).isAbsence)
    #expect(!answer(.found(records)).isAbsence)
    for kind: Failure.Kind in [
      .responseCode(.serverFailure), .timedOut(ignored: 0), .malformed(.sections), .referral, .deadline,
    ] {
      #expect(!answer(.failed(Failure(kind: kind))).isAbsence)
      #expect(answer(.failed(Failure(kind: kind))).failure?.kind == kind)
    }
  }

  @Test("the records of an answer are those found")
  func found() {
    #expect(answer(.found(records)).records == records)
    #expect(answer(.found(records)).failure == nil)
    #expect(answer(.noData(Answer.Denial())).records.isEmpty)
  }
}
