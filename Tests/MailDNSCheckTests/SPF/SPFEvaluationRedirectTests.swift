import Testing

@testable import MailDNSCheck

@Suite("redirect (RFC 7208 §6.1)")
struct SPFEvaluationRedirectTests {
  @Test(
    "the result of the target's record is the result",
    arguments: [
      ("v=spf1 +all", .pass), ("v=spf1 -all", .fail), ("v=spf1 ~all", .softfail), ("v=spf1 ?all", .neutral),
      ("v=spf1", .neutral), ("v=spf1 foo", .permerror), ("v=spf1 a:slow.test -all", .temperror),
      ("hello", .permerror), ("v=spf10 +all", .permerror),
    ] as [(String, SPFResult)])
  func result(_ record: String, _ result: SPFResult) async throws {
    let sender = SPFCase("redirect=r.test", "r.test TXT \"\(record)\"")
    #expect(try await sender.failing("slow.test").result == result)
  }

  @Test("if no SPF record is found, or if the <target-name> is malformed, the result is a \"permerror\"")
  func missing() async throws {
    let evaluation = try await SPFCase("redirect=none.test").evaluation
    #expect(evaluation.result == .permerror)
    #expect(evaluation.error == .missingTarget(DomainName("none.test")))
    for target in ["%{h}", "a..test", "%{d1}"] {
      var sender = SPFCase("redirect=\(target)", "jp TXT \"v=spf1 +all\"")
      sender.helo = "a..b"
      #expect(try await sender.result == .permerror)
    }
  }

  @Test(
    "redirect is followed only where no mechanism matches, wherever in the record it stands",
    arguments: [
      ("redirect=r.test ip4:192.0.2.3", .pass), ("ip4:192.0.2.3 redirect=r.test", .pass),
      ("redirect=r.test ip4:192.0.2.4", .softfail), ("ip4:192.0.2.4 redirect=r.test", .softfail),
      ("REDIRECT=r.test", .softfail),
    ] as [(String, SPFResult)])
  func place(_ terms: String, _ result: SPFResult) async throws {
    #expect(try await SPFCase(terms, "r.test TXT \"v=spf1 ~all\"").result == result)
  }

  @Test(
    "any \"redirect\" modifier MUST be ignored if there is an \"all\" mechanism anywhere in the record",
    arguments: [
      "redirect=none.test ?all", "?all redirect=none.test", "ip4:192.0.2.4 ?all redirect=none.test",
    ])
  func besideAll(_ terms: String) async throws {
    let (evaluation, asked) = try await SPFCase(terms).evaluated()
    #expect(evaluation.result == .neutral)
    #expect(evaluation.lookups == 0)
    #expect(asked == ["example.jp TXT"])
  }

  @Test("terms without a domain, and %{d}, mean the target from there on")
  func domain() async throws {
    let lines = """
      r.test TXT "v=spf1 a exists:%{d}.%{o}.x.test -all"
      r.test A 192.0.2.3
      example.jp A 192.0.2.9
      r.test.example.jp.x.test A 127.0.0.2
      """
    let sender = SPFCase("redirect=r.test", lines)
    #expect(try await sender.result == .pass)
    #expect(
      try await sender.from("192.0.2.9").evaluation.decision?.term == Array("exists:%{d}.%{o}.x.test".utf8))
  }

  @Test("macros make the target")
  func macro() async throws {
    #expect(
      try await SPFCase("redirect=%{l}._spf.%{d}", "user._spf.example.jp TXT \"v=spf1 -all\"").result == .fail
    )
  }
}
