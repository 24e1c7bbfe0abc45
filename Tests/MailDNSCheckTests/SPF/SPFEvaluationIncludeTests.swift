import Testing

@testable import MailDNSCheck

@Suite("include (RFC 7208 §5.2)")
struct SPFEvaluationIncludeTests {
  @Test(
    "the result of the recursive check_host() decides whether the include matches",
    arguments: [
      ("i.test TXT \"v=spf1 +all\"", .fail), ("i.test TXT \"v=spf1 -all\"", .softfail),
      ("i.test TXT \"v=spf1 ~all\"", .softfail), ("i.test TXT \"v=spf1 ?all\"", .softfail),
      ("i.test TXT \"v=spf1\"", .softfail),
      ("i.test TXT \"v=spf1 redirect=r.test\"\nr.test TXT \"v=spf1 +all\"", .fail),
      ("i.test TXT \"v=spf1 a:slow.test +all\"", .temperror), ("i.test TXT \"v=spf1 foo\"", .permerror),
      ("i.test TXT \"v=spf1 +all\"\ni.test TXT \"v=spf1\"", .permerror), ("", .permerror),
      ("i.test TXT hello", .permerror), ("i.test TXT \"v=spf10 +all\"", .permerror),
      ("i.test CNAME j.test\nj.test TXT \"v=spf1 +all\"", .fail),
      ("i.test TXT \"v=spf1 include:none.test +all\"", .permerror),
    ] as [(String, SPFResult)])
  func table(_ lines: String, _ result: SPFResult) async throws {
    #expect(try await SPFCase("-include:i.test ~all", lines).failing("slow.test").result == result)
  }

  @Test(
    "its qualifier is the result where it matches",
    arguments: [("include", .pass), ("-include", .fail), ("~include", .softfail), ("?include", .neutral)]
      as [(String, SPFResult)])
  func qualifiers(_ name: String, _ result: SPFResult) async throws {
    #expect(try await SPFCase("\(name):i.test", "i.test TXT \"v=spf1 +all\"").result == result)
  }

  @Test("a target that is no record's is told by its name, at the depth where it is met")
  func missing() async throws {
    let evaluation = try await SPFCase("include:i.test", "i.test TXT \"v=spf1 include:none.test\"").evaluation
    #expect(evaluation.error == .missingTarget(DomainName("none.test")))
  }

  @Test(
    "a target that check_host() can't look at is \"none\", which is \"permerror\" here",
    arguments: ["%{h}", "%{h}.test", "x..test", "%{d1}"])
  func unusable(_ target: String) async throws {
    var sender = SPFCase("include:\(target) +all", "jp TXT \"v=spf1 +all\"")
    sender.helo = "."
    let (evaluation, asked) = try await sender.evaluated()
    #expect(evaluation.result == .permerror)
    #expect(asked == ["example.jp TXT"])
    guard case .missingTarget = evaluation.error else {
      Issue.record("\(String(describing: evaluation.error))")
      return
    }
  }

  @Test("The <domain> of the included record is the include's; <ip> and <sender> stay what they are")
  func arguments() async throws {
    let lines = """
      i.test TXT "v=spf1 exists:%{d}.%{o}.%{l}.x.test -all"
      i.test.example.jp.user.x.test A 127.0.0.2
      j.test TXT "v=spf1 a -all"
      j.test A 192.0.2.3
      """
    #expect(try await SPFCase("include:i.test -all", lines).result == .pass)
    #expect(try await SPFCase("include:j.test -all", lines).result == .pass)
  }

  @Test("after an include that does not match, the record's own domain is in force again")
  func back() async throws {
    let lines = "i.test TXT \"v=spf1 -all\"\nexample.jp A 192.0.2.3"
    #expect(try await SPFCase("include:i.test a -all", lines).result == .pass)
  }

  @Test("macros make the target")
  func macro() async throws {
    #expect(try await SPFCase("include:%{l}.%{d}", "user.example.jp TXT \"v=spf1 +all\"").result == .pass)
  }
}
