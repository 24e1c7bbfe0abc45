import Testing

@testable import MailDNSCheck

@Suite("exp (RFC 7208 §6.2)")
struct SPFEvaluationExplanationTests {
  private func explanation(_ text: String, from address: String = "192.0.2.3") async throws -> String? {
    let sender = SPFCase("-all exp=e.test", "e.test TXT \(PublishedDomain.quoted(text))")
    return try await sender.from(address).explanation
  }

  @Test(
    "the text is macro-expanded and becomes the explanation",
    arguments: [
      ("sorry", "sorry"),
      (
        "See http://%{d}/why.html?s=%{S}&i=%{I}",
        "See http://example.jp/why.html?s=user%40example.jp&i=192.0.2.3"
      ),
      (
        "%{i} is not one of %{d}'s designated mail servers.",
        "192.0.2.3 is not one of example.jp's designated mail servers."
      ),
      ("100%%%_%-", "100% %20"), ("", ""), ("%{h} %{v} %{o} %{l}", "mail.example.jp in-addr example.jp user"),
    ])
  func expansion(_ text: String, _ expected: String) async throws {
    #expect(try await explanation(text) == expected)
  }

  @Test("the letters c, r and t are for explanations")
  func letters() async throws {
    #expect(try await explanation("%{c} %{r} %{t}") == "192.0.2.3 unknown 1000000")
    #expect(try await explanation("%{c}", from: "2001:DB8:0:0::CB01") == "2001:db8::cb01")
    #expect(try await explanation("%{c}", from: "::ffff:192.0.2.3") == "192.0.2.3")
  }

  @Test("the nibbles of an IPv6 address are written in upper case")
  func nibbles() async throws {
    let zeros = String(repeating: "0.", count: 20)
    #expect(try await explanation("%{i}", from: "2001:db8::cb01") == "2.0.0.1.0.D.B.8.\(zeros)C.B.0.1")
    #expect(try await explanation("%{ir}", from: "2001:db8::cb01") == "1.0.B.C.\(zeros)8.B.D.0.1.0.0.2")
  }

  @Test("strings of the record are joined with nothing in between")
  func strings() async throws {
    #expect(
      try await SPFCase("-all exp=e.test", "e.test TXT \"Not %{\" \"d} \" \"today\"").explanation
        == "Not example.jp today")
  }

  @Test("macros make the name")
  func name() async throws {
    #expect(try await SPFCase("-all exp=%{l}.e.test", "user.e.test TXT no").explanation == "no")
  }

  @Test(
    "without a usable text there is no explanation, and the result stands",
    arguments: [
      "", "e.test A 192.0.2.1", "e.test TXT one\ne.test TXT two", "e.test TXT \"100%\"",
      "e.test TXT \"%{x}\"",
      "e.test TXT \"caf\\195\\169\"", "e.test TXT \"a\\009b\"", "e.test TXT \"%{d\"",
    ])
  func unusable(_ lines: String) async throws {
    let evaluation = try await SPFCase("-all exp=e.test", lines).evaluation
    #expect(evaluation.result == .fail)
    #expect(evaluation.explanation == nil)
    #expect(evaluation.error == nil)
  }

  @Test(
    "a name that the text does not make is asked nowhere",
    arguments: ["exp=%{h}", "exp=x..test", "exp=%{h}.test"])
  func unusableName(_ exp: String) async throws {
    var sender = SPFCase("-all \(exp)")
    sender.helo = "."
    let (evaluation, asked) = try await sender.evaluated()
    #expect(evaluation.result == .fail)
    #expect(evaluation.explanation == nil)
    #expect(asked == ["example.jp TXT"])
  }

  @Test(
    "only \"fail\" is explained, and for nothing else is the text asked",
    arguments: ["+all", "~all", "?all", "ip4:192.0.2.9"])
  func otherResults(_ terms: String) async throws {
    let (evaluation, asked) = try await SPFCase("\(terms) exp=e.test", "e.test TXT no").evaluated()
    #expect(evaluation.explanation == nil)
    #expect(asked == ["example.jp TXT"])
  }

  @Test("an error has no explanation")
  func errors() async throws {
    #expect(try await SPFCase("include:none.test -all exp=e.test", "e.test TXT no").explanation == nil)
  }

  @Test("when executing \"include\", exp modifiers from the included record MUST NOT be used")
  func include() async throws {
    let lines = "i.test TXT \"v=spf1 +all exp=i.e.test\"\ni.e.test TXT inner\ne.test TXT outer"
    #expect(try await SPFCase("-include:i.test exp=e.test", lines).explanation == "outer")
    #expect(try await SPFCase("-include:i.test", lines).explanation == nil)
    let failing = lines.replacing("+all", with: "-all")
    #expect(try await SPFCase("include:i.test -all exp=e.test", failing).explanation == "outer")
    #expect(try await SPFCase("include:i.test -all", failing).explanation == nil)
  }

  @Test("when executing \"redirect\", the explanation of the target is used, and no other")
  func redirect() async throws {
    let lines =
      "r.test TXT \"v=spf1 -all exp=%{d}.e.test\"\nr.test.e.test TXT \"from %{d} for %{o}\"\ne.test TXT outer"
    #expect(
      try await SPFCase("redirect=r.test exp=e.test", lines).explanation == "from r.test for example.jp")
    let without = "r.test TXT \"v=spf1 -all\"\ne.test TXT outer"
    #expect(try await SPFCase("redirect=r.test exp=e.test", without).explanation == nil)
  }

  @Test("what a sender calls itself goes into the text as the octets it is")
  func bytes() async throws {
    var sender = SPFCase("-all exp=e.test", "e.test TXT \"%{h} %{H}\"")
    sender.helo = "\u{1B}[31m\u{E9}"
    #expect(try await sender.evaluation.explanation == Array("\u{1B}[31m\u{E9} %1B%5B31m%C3%A9".utf8))
  }
}
