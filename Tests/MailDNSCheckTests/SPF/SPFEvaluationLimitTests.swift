import Testing

@testable import MailDNSCheck

@Suite("The limits on look-ups (RFC 7208 §4.6.4)")
struct SPFEvaluationLimitTests {
  /// Hosts that answer and do not match, for either family.
  private static let hosts = "*.up.test A 192.0.2.99\n*.up.test AAAA 2001:db8::99"

  private static func terms(_ count: Int, _ term: String = "a:h#.up.test") -> String {
    (0..<count).map { term.replacing("#", with: String($0)) }.joined(separator: " ")
  }

  /// Names n0.test to n9.test …, each leading to the next by `term`, the last one to `end`.
  private static func chain(_ count: Int, _ term: String, end: String) -> String {
    (0..<count).map { index in
      "n\(index).test TXT \"v=spf1 \(index + 1 < count ? "\(term)n\(index + 1).test" : end)\""
    }.joined(separator: "\n")
  }

  @Test(
    "SPF implementations MUST limit the total number of those terms to 10 during SPF evaluation",
    arguments: ["a:h#.up.test", "-a:h#.up.test", "mx:mx.test", "ptr", "include:no.test", "exists:a..test"])
  func terms(_ term: String) async throws {
    let more = "\(Self.hosts)\nmx.test MX 10 h.up.test\nno.test TXT \"v=spf1 -all\""
    let atLimit = try await SPFCase("\(Self.terms(10, term)) ~all", more).evaluation
    #expect(atLimit.result == .softfail)
    #expect(atLimit.lookups == 10)
    let over = try await SPFCase("\(Self.terms(11, term)) ~all", more).evaluation
    #expect(over.result == .permerror)
    #expect(over.error == .tooManyLookups)
    #expect(over.decision == nil)
  }

  @Test(
    "terms of an include count with those of the record",
    arguments: [(4, 5, false), (4, 6, true), (9, 1, true)])
  func include(_ own: Int, _ inner: Int, _ isOver: Bool) async throws {
    let more = "\(Self.hosts)\ni.test TXT \"v=spf1 \(Self.terms(inner)) -all\""
    let evaluation = try await SPFCase("include:i.test \(Self.terms(own)) ~all", more).evaluation
    #expect(evaluation.result == (isOver ? .permerror : .softfail))
    #expect(evaluation.lookups == min(own + inner + 1, 11))
  }

  @Test(
    "terms of the record that a redirect leads to count too",
    arguments: [(4, 5, false), (4, 6, true), (10, 0, true)])
  func redirect(_ own: Int, _ inner: Int, _ isOver: Bool) async throws {
    let more = "\(Self.hosts)\nr.test TXT \"v=spf1 \(Self.terms(inner)) ~all\""
    let evaluation = try await SPFCase("\(Self.terms(own)) redirect=r.test", more).evaluation
    #expect(evaluation.result == (isOver ? .permerror : .softfail))
  }

  @Test("an include that is reached twice counts twice")
  func shared() async throws {
    let more = "\(Self.hosts)\ni.test TXT \"v=spf1 \(Self.terms(4)) -all\""
    #expect(try await SPFCase("include:i.test include:i.test ~all", more).evaluation.lookups == 10)
    #expect(try await SPFCase("include:i.test include:i.test a:h.up.test ~all", more).result == .permerror)
  }

  @Test("a chain of ten is followed to its end, one of eleven is not", arguments: ["include:", "redirect="])
  func chain(_ term: String) async throws {
    let ten = Self.chain(10, term, end: "+all")
    let eleven = Self.chain(11, term, end: "+all")
    #expect(try await SPFCase("\(term)n0.test", ten).result == .pass)
    #expect(try await SPFCase("\(term)n0.test", eleven).result == .permerror)
  }

  @Test("a record that leads back to itself ends at the limit", arguments: ["include:", "redirect="])
  func loop(_ term: String) async throws {
    let (evaluation, asked) = try await SPFCase("\(term)example.jp").evaluated()
    #expect(evaluation.result == .permerror)
    #expect(evaluation.error == .tooManyLookups)
    #expect(asked.count == 11)
  }

  @Test("what matches before the eleventh term decides")
  func matchesBefore() async throws {
    let evaluation = try await SPFCase("\(Self.terms(10)) ip4:192.0.2.3 \(Self.terms(5)) -all", Self.hosts)
      .evaluation
    #expect(evaluation.result == .pass)
    #expect(evaluation.lookups == 10)
  }

  @Test("the \"all\", \"ip4\", and \"ip6\" mechanisms do not require DNS queries and are not counted")
  func withoutQueries() async throws {
    let networks = Self.terms(50, "ip4:198.51.100.# ip6:2001:db8:#::/48")
    let evaluation = try await SPFCase("\(networks) x=%{d} \(Self.terms(10)) -all", Self.hosts).evaluation
    #expect(evaluation.result == .fail)
    #expect(evaluation.lookups == 10)
  }

  @Test("the \"exp\" modifier does not count, neither as look-up nor as void")
  func explanation() async throws {
    let more = "\(Self.hosts)\ne.test TXT \"sorry\""
    let atLimit = try await SPFCase("\(Self.terms(10)) -all exp=e.test", more).evaluation
    #expect(atLimit.result == .fail)
    #expect(atLimit.explanation == Array("sorry".utf8))
    let void = try await SPFCase("a:no1.test a:no2.test -all exp=no3.test").evaluation
    #expect(void.result == .fail)
    #expect(void.voidLookups == 2)
    #expect(void.lookups == 2)
  }

  @Test("CNAME records on the way do not count")
  func aliases() async throws {
    let more = "\(Self.hosts)\nc.test CNAME d.test\nd.test CNAME e.test\ne.test CNAME h.up.test"
    let evaluation = try await SPFCase("\(Self.terms(10, "a:c.test")) ~all", more).evaluation
    #expect(evaluation.result == .softfail)
    #expect(evaluation.lookups == 10)
  }

  @Test(
    "SPF implementations SHOULD limit \"void lookups\" to two",
    arguments: [
      ("a:no1.test a:no2.test", 2), ("exists:no1.test mx:no2.test", 2), ("a:v6.test exists:v6.test", 2),
      ("a:no1.test a:h.up.test a:no1.test", 2), ("mx:h.up.test a:text.test", 2),
    ])
  func voids(_ terms: String, _ count: Int) async throws {
    let more = "\(Self.hosts)\nv6.test AAAA 2001:db8::1\ntext.test TXT x"
    let two = try await SPFCase("\(terms) ~all", more).evaluation
    #expect(two.result == .softfail)
    #expect(two.voidLookups == count)
    for third in ["a:no9.test", "mx:no9.test", "exists:no9.test", "a:v6.test", "mx:v6.test"] {
      let over = try await SPFCase("\(terms) \(third) ~all", more).evaluation
      #expect(over.result == .permerror)
      #expect(over.error == .tooManyVoidLookups)
    }
  }

  @Test("void look-ups are counted over includes and redirects")
  func voidsAcross() async throws {
    let more = "i.test TXT \"v=spf1 a:no1.test -all\"\nr.test TXT \"v=spf1 a:no1.test a:no2.test ~all\""
    #expect(try await SPFCase("include:i.test include:i.test ~all", more).result == .softfail)
    #expect(try await SPFCase("include:i.test include:i.test include:i.test ~all", more).result == .permerror)
    #expect(try await SPFCase("include:i.test redirect=r.test", more).result == .permerror)
    #expect(try await SPFCase("redirect=r.test", more).result == .softfail)
  }

  @Test("hosts of \"mx\" without an address are no void look-ups, and hosts do not count")
  func exchanges() async throws {
    let more = (1...10).map { "m.test MX \($0) no\($0).test" }.joined(separator: "\n")
    let evaluation = try await SPFCase("mx:m.test ~all", more).evaluation
    #expect(evaluation.result == .softfail)
    #expect(evaluation.lookups == 1)
    #expect(evaluation.voidLookups == 0)
  }

  @Test("a \"ptr\" without a reverse name is no error")
  func pointers() async throws {
    #expect(try await SPFCase("\(Self.terms(10, "ptr")) ~all").result == .softfail)
  }
}
