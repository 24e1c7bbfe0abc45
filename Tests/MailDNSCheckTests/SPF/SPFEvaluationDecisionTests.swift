import Testing

@testable import MailDNSCheck

@Suite("Which term decided, and why none before it did")
struct SPFEvaluationDecisionTests {
  private func decision(_ evaluation: SPFEvaluation) -> [String]? {
    evaluation.decision.map { decision in
      [decision.domain.description, String(decoding: decision.term, as: UTF8.self)]
        + decision.path.map(\.description)
    }
  }

  private func steps(_ evaluation: SPFEvaluation) -> [String] {
    evaluation.steps.map { step in
      "\(step.depth) \(step.domain) \(String(decoding: step.term, as: UTF8.self))"
    }
  }

  private static let dns = """
    i.test TXT "v=spf1 a:h.test include:j.test -all"
    j.test TXT "v=spf1 ip4:192.0.2.0/24 ?all"
    r.test TXT "v=spf1 include:j.test -all"
    h.test A 198.51.100.1
    """

  @Test(
    "the term as published, its record, and the records that led there",
    arguments: [
      ("-all", "192.0.2.3", ["example.jp", "-all", "example.jp"]),
      ("IP4:192.0.2.3 -all", "192.0.2.3", ["example.jp", "IP4:192.0.2.3", "example.jp"]),
      ("include:i.test -all", "192.0.2.3", ["j.test", "ip4:192.0.2.0/24", "example.jp", "i.test", "j.test"]),
      ("include:i.test ~all", "203.0.113.1", ["example.jp", "~all", "example.jp"]),
      ("-include:j.test", "192.0.2.3", ["j.test", "ip4:192.0.2.0/24", "example.jp", "j.test"]),
      ("redirect=r.test", "203.0.113.1", ["r.test", "-all", "example.jp", "r.test"]),
      ("redirect=r.test", "192.0.2.3", ["j.test", "ip4:192.0.2.0/24", "example.jp", "r.test", "j.test"]),
    ])
  func decision(_ terms: String, _ sender: String, _ expected: [String]) async throws {
    let evaluation = try await SPFCase(terms, Self.dns).from(sender).evaluation
    #expect(decision(evaluation) == expected)
    #expect(evaluation.error == nil)
  }

  @Test("the result is that of the qualifier in the record that was asked, not in the included one")
  func qualifier() async throws {
    #expect(try await SPFCase("-include:j.test", Self.dns).result == .fail)
  }

  @Test(
    "where no term matches, or an error comes first, none decided",
    arguments: ["", "include:none.test +all", "foo"])
  func none(_ terms: String) async throws { #expect(try await SPFCase(terms).evaluation.decision == nil) }

  @Test("every term that was tried is a step, those of an included record before the include itself")
  func order() async throws {
    let evaluation = try await SPFCase("ip4:192.0.2.9 include:i.test -all", Self.dns).evaluation
    #expect(
      steps(evaluation) == [
        "0 example.jp ip4:192.0.2.9", "1 i.test a:h.test", "2 j.test ip4:192.0.2.0/24",
        "1 i.test include:j.test",
        "0 example.jp include:i.test",
      ])
    #expect(
      evaluation.steps.map(\.outcome) == [
        .otherAddress, .otherAddress, .matched(.pass), .matched(.pass), .matched(.pass),
      ])
  }

  @Test("a redirect is a step of the record that it stands in, before those of its target")
  func redirect() async throws {
    let evaluation = try await SPFCase("ip4:192.0.2.9 redirect=r.test", Self.dns).from("203.0.113.1")
      .evaluation
    #expect(
      steps(evaluation) == [
        "0 example.jp ip4:192.0.2.9", "0 example.jp redirect=r.test", "2 j.test ip4:192.0.2.0/24",
        "2 j.test ?all",
        "1 r.test include:j.test", "1 r.test -all",
      ])
    #expect(
      evaluation.steps.map(\.outcome) == [
        .otherAddress, .followed(DomainName("r.test")!), .otherAddress, .matched(.neutral),
        .notPassed(.neutral),
        .matched(.fail),
      ])
  }

  @Test(
    "why a term does not match",
    arguments: [
      ("ip4:192.0.2.9", .otherAddress), ("ip6:::/0", .otherAddress), ("a:h.test", .otherAddress),
      ("a:gone.test", .nothingThere(DomainName("gone.test")!)), ("mx:m.test", .otherAddress),
      ("mx:h.test", .nothingThere(DomainName("h.test")!)),
      ("exists:gone.test", .nothingThere(DomainName("gone.test")!)),
      ("a", .nothingThere(DomainName("example.jp")!)), ("mx", .nothingThere(DomainName("example.jp")!)),
      ("a:a..test", .unusableName), ("mx:a..test", .unusableName), ("exists:a..test", .unusableName),
      ("ptr:a..test", .unusableName), ("ptr", .notValidated), ("include:fail.test", .notPassed(.fail)),
      ("include:soft.test", .notPassed(.softfail)), ("include:empty.test", .notPassed(.neutral)),
    ] as [(String, SPFStep.Outcome)])
  func reasons(_ term: String, _ outcome: SPFStep.Outcome) async throws {
    let more = [
      Self.dns, "m.test MX 10 h.test", "fail.test TXT \"v=spf1 -all\"",
      "soft.test TXT \"v=spf1 ~all\"", "empty.test TXT \"v=spf1\"",
    ].joined(separator: "\n")
    let evaluation = try await SPFCase("\(term) ~all", more).evaluation
    #expect(evaluation.result == .softfail)
    #expect(evaluation.steps.filter { $0.depth == 0 }.map(\.outcome) == [outcome, .matched(.softfail)])
  }

  @Test(
    "look-ups are counted as far as the evaluation went",
    arguments: [
      ("-all", 0, 0), ("ip4:192.0.2.3 a:h.test -all", 0, 0), ("a:h.test mx:gone.test -all", 2, 1),
      ("include:i.test a:gone.test -all", 3, 0), ("redirect=r.test", 2, 0), ("ptr -all", 1, 0),
    ])
  func counts(_ terms: String, _ lookups: Int, _ voidLookups: Int) async throws {
    let evaluation = try await SPFCase(terms, Self.dns).evaluation
    #expect(evaluation.lookups == lookups)
    #expect(evaluation.voidLookups == voidLookups)
  }

  @Test("the same question twice gives the same answer: nothing is kept between evaluations")
  func pure() async throws {
    let sender = SPFCase("include:i.test a:gone.test -all", Self.dns)
    let (first, second) = (try await sender.evaluation, try await sender.evaluation)
    #expect(first.steps == second.steps)
    #expect(first.lookups == second.lookups)
  }
}
