import Testing

@testable import MailDNSCheck

@Suite("The domain that is checked, and its record (RFC 7208 §2.4, §4.3 to §4.7)")
struct SPFEvaluationDomainTests {
  @Test("the sender's domain is checked, not the HELO name")
  func mailFrom() async throws {
    let lines = "example.jp TXT \"v=spf1 -all\"\nmail.example.jp TXT \"v=spf1 +all\""
    #expect(try await checkHost(lines).result == .fail)
    #expect(try await checkHost(lines, mailFrom: "").result == .pass)
    #expect(try await checkHost(lines, mailFrom: "<>").result == .pass)
    #expect(try await checkHost(lines, domain: "mail.example.jp").result == .pass)
  }

  @Test(
    "§4.3 If the <domain> is malformed or is not a multi-label domain name, \"none\" is returned immediately",
    arguments: [
      "user@com", "user@", "user@a..jp", "user@.jp", "user@[192.0.2.1]",
      "user@" + String(repeating: "a", count: 64) + ".jp",
    ])
  func unusable(_ mailFrom: String) async throws {
    let dns = try RecordedResolver("*.jp TXT \"v=spf1 +all\"") { _ in .servfail }
    let evaluation = await SPFEvaluator.evaluate(
      SPFIdentity(address: IPAddress("192.0.2.3")!, mailFrom: mailFrom, helo: "", time: 0), resolver: dns)
    #expect(evaluation.result == .none)
    #expect(evaluation.error == .unusableDomain)
    #expect(await dns.asked.isEmpty)
  }

  @Test("§4.3 If the DNS lookup returns \"Name Error\", check_host() immediately returns \"none\"")
  func nameError() async throws {
    let evaluation = try await checkHost("example.com A 192.0.2.1")
    #expect(evaluation.result == .none)
    #expect(evaluation.error == .noRecord(DomainName("example.jp")!))
  }

  @Test(
    "§4.5 If the resultant record set includes no records, check_host() produces the \"none\" result",
    arguments: [
      "example.jp A 192.0.2.3", "example.jp TXT \"\"", "example.jp TXT hello",
      "example.jp TXT \"v=spf10 +all\"",
      "example.jp TXT \"v=spf2.0/mfrom +all\"", "example.jp TXT \" v=spf1 +all\"",
      "example.jp TXT \"v=spf1;+all\"", "example.jp TXT \"v=spf1\\009+all\"", "example.jp TYPE99 \\# 0",
    ])
  func selectsNone(_ lines: String) async throws { #expect(try await checkHost(lines).result == .none) }

  @Test(
    "§4.5 one record is selected, whatever stands beside it",
    arguments: [
      "example.jp TXT \"v=spf1 +all\"", "example.jp TXT \"V=sPf1 +ALL\"",
      "example.jp TXT \"v=spf1 +all\"\nexample.jp TXT \"v=spf10 -all\"\nexample.jp TXT hello",
      "example.jp TXT \"v=s\" \"pf1 +a\" \"ll\"", "example.jp CNAME x.test\nx.test TXT \"v=spf1 +all\"",
    ])
  func selectsOne(_ lines: String) async throws { #expect(try await checkHost(lines).result == .pass) }

  @Test("§4.5 If there are multiple records, check_host() produces the \"permerror\" result")
  func selectsSeveral() async throws {
    let lines = "example.jp TXT \"v=spf1 +all\"\nexample.jp TXT \"v=spf1\""
    let evaluation = try await checkHost(lines)
    #expect(evaluation.result == .permerror)
    #expect(evaluation.error == .several(DomainName("example.jp")!))
    #expect(evaluation.decision == nil)
  }

  @Test(
    "§4.6 If there are any syntax errors anywhere in the record, \"permerror\" is returned immediately",
    arguments: [
      "+all foo", "+all foo:bar", "+all ip4:192.0.2.256", "+all a/33", "+all a//129", "+all ip4:192.0.2.0/33",
      "+all ip6:2001:db8::/129", "+all include:", "+all exists", "+all redirect=",
      "+all redirect=a.test redirect=a.test",
      "+all exp=a.test exp=b.test", "+all all:x", "+all a:museum", "+all a:%{c}.test", "+all a:%(d).test",
      "+all -", "+all\u{E9}", "+all mx/032", "+all ptr/24", "+all x=%",
    ])
  func syntax(_ terms: String) async throws {
    let (evaluation, asked) = try await SPFCase(terms).evaluated()
    #expect(evaluation.result == .permerror)
    #expect(asked == ["example.jp TXT"])
    #expect(evaluation.steps.isEmpty)
    guard case .syntax(DomainName("example.jp")!, _, _) = evaluation.error else {
      Issue.record("\(String(describing: evaluation.error))")
      return
    }
  }

  @Test(
    "§4.6.2 the qualifier is the result of what matches; \"+\" is the default",
    arguments: [
      ("+all", .pass), ("all", .pass), ("-all", .fail), ("~all", .softfail), ("?all", .neutral),
      ("-ip4:192.0.2.3 +all", .fail), ("~ip4:192.0.2.3 +all", .softfail), ("?ip4:192.0.2.3 -all", .neutral),
      ("IP4:192.0.2.3 -ALL", .pass),
    ] as [(String, SPFResult)])
  func qualifiers(_ terms: String, _ result: SPFResult) async throws {
    #expect(try await SPFCase(terms).result == result)
  }

  @Test(
    "§4.7 If none of the mechanisms match and there is no \"redirect\" modifier, \"neutral\" is returned",
    arguments: ["", " ", "-ip4:192.0.2.4", "x=y", "exp=a.test", "-include:other.test"])
  func neutral(_ terms: String) async throws {
    let evaluation = try await SPFCase(terms, "other.test TXT \"v=spf1 -all\"").evaluation
    #expect(evaluation.result == .neutral)
    #expect(evaluation.error == nil)
    #expect(evaluation.decision == nil)
  }

  @Test("§6 Unrecognized modifiers MUST be ignored no matter where, or how often, they appear")
  func unknownModifiers() async throws {
    #expect(try await SPFCase("x=1 x=2 ip4=192.0.2.9 -all y=%{d} z=").result == .fail)
  }
}
