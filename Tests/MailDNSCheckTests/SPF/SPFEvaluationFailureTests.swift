import Testing

@testable import MailDNSCheck

/// RFC 7208 §4.4: "If the DNS lookup returns a server failure (RCODE 2) or some other error …, or if the
/// lookup times out, then check_host() terminates immediately and returns the result 'temperror'".
@Suite("Look-ups that fail (RFC 7208 §4.4)")
struct SPFEvaluationFailureTests {
  static let kinds: [Failure.Kind] = [
    .servfail, .timedOut(ignored: 0), .responseCode(.refused), .truncated(.timedOut(ignored: 0)), .aliasChain,
  ]

  private static let dns = """
    i.test TXT "v=spf1 a:h.test -all"
    h.test A 192.0.2.9
    m.test MX 10 h.test
    m.test MX 20 h2.test
    h2.test A 192.0.2.9
    """

  @Test(
    "whatever a term of the record looks up, its failure is \"temperror\", though a later term would match",
    arguments: [
      ("+all", "example.jp TXT"), ("include:i.test +all", "i.test TXT"), ("include:i.test +all", "h.test A"),
      ("redirect=i.test", "i.test TXT"), ("redirect=i.test", "h.test A"), ("a:h.test +all", "h.test A"),
      ("a +all", "example.jp A"), ("mx +all", "example.jp MX"), ("mx:m.test +all", "m.test MX"),
      ("mx:m.test +all", "h.test A"), ("mx:m.test +all", "h2.test A"), ("exists:h.test +all", "h.test A"),
      ("-include:i.test +all", "i.test TXT"), ("?a:h.test/0 +all", "h.test A"),
    ], kinds)
  func temperror(_ pair: (terms: String, name: String), _ kind: Failure.Kind) async throws {
    let evaluation = try await SPFCase(pair.terms, Self.dns).failing(pair.name, by: kind).evaluation
    #expect(evaluation.result == .temperror)
    #expect(evaluation.decision == nil)
    guard case .dns(let question, let failure) = evaluation.error else {
      Issue.record("\(String(describing: evaluation.error))")
      return
    }
    #expect(question.description == pair.name)
    #expect(failure.kind == kind)
  }

  @Test(
    "for an IPv6 sender it is the AAAA look-up that counts, and the A look-up is not made",
    arguments: ["a:h.test +all", "mx:m.test +all"])
  func family(_ terms: String) async throws {
    let sender = SPFCase(terms, Self.dns).from("2001:db8::3")
    #expect(try await sender.failing("h.test AAAA").result == .temperror)
    #expect(try await sender.failing("h.test A", "h2.test A").result == .pass)
    #expect(try await SPFCase(terms, Self.dns).failing("h.test AAAA", "h2.test AAAA").result == .pass)
  }

  @Test("\"exists\" asks for A, whatever the sender's family")
  func exists() async throws {
    let sender = SPFCase("exists:h.test -all", Self.dns).from("2001:db8::3")
    #expect(try await sender.failing("h.test A").result == .temperror)
    #expect(try await sender.failing("h.test AAAA").result == .pass)
  }

  @Test("a failure behind the term that decides is never met")
  func later() async throws {
    let sender = SPFCase("ip4:192.0.2.3 a:slow.test include:slow.test -all").failing("slow.test")
    let (evaluation, asked) = try await sender.evaluated()
    #expect(evaluation.result == .pass)
    #expect(asked == ["example.jp TXT"])
  }

  @Test("an MX host that matches comes before one that fails, in the order of preference")
  func hostOrder() async throws {
    let dns = ["m.test MX 20 slow.test", "m.test MX 10 h.test", "h.test A 192.0.2.3"].joined(separator: "\n")
    #expect(try await SPFCase("mx:m.test -all", dns).failing("slow.test").result == .pass)
    #expect(
      try await SPFCase("mx:m.test -all", dns).from("192.0.2.4").failing("slow.test").result == .temperror)
  }

  @Test(
    "§5.5 If a DNS error occurs while doing the PTR RR lookup, then this mechanism fails to match",
    arguments: kinds)
  func pointer(_ kind: Failure.Kind) async throws {
    let sender = SPFCase("ptr -all").failing("3.2.0.192.in-addr.arpa", by: kind)
    #expect(try await sender.result == .fail)
  }

  @Test(
    "§5.5 If a DNS error occurs while doing an A RR lookup, then that domain name is skipped",
    arguments: kinds)
  func pointerAddress(_ kind: Failure.Kind) async throws {
    let reverse = "3.2.0.192.in-addr.arpa PTR"
    let one = SPFCase("ptr -all", "\(reverse) a.example.jp").failing("a.example.jp A", by: kind)
    #expect(try await one.result == .fail)
    let two = SPFCase(
      "ptr -all", "\(reverse) a.example.jp", "\(reverse) b.example.jp", "b.example.jp A 192.0.2.3")
    #expect(try await two.failing("a.example.jp A", by: kind).result == .pass)
  }

  @Test("§7.3 if a DNS error occurs, the string \"unknown\" is used", arguments: kinds)
  func validatedName(_ kind: Failure.Kind) async throws {
    let sender = SPFCase("exists:%{p}.x.test -all", "unknown.x.test A 127.0.0.2")
    #expect(try await sender.failing("3.2.0.192.in-addr.arpa", by: kind).result == .pass)
  }

  @Test(
    "§6.2 if there are any DNS processing errors, proceed as if no \"exp\" modifier was given",
    arguments: kinds)
  func explanation(_ kind: Failure.Kind) async throws {
    let evaluation = try await SPFCase("-all exp=e.test", "e.test TXT no").failing("e.test", by: kind)
      .evaluation
    #expect(evaluation.result == .fail)
    #expect(evaluation.explanation == nil)
    #expect(evaluation.error == nil)
  }

  @Test("a failed look-up is not a void one")
  func notVoid() async throws {
    #expect(try await SPFCase("a:slow.test -all").failing("slow.test").evaluation.voidLookups == 0)
  }
}
