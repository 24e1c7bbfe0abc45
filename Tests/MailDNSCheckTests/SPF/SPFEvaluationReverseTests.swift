import Testing

@testable import MailDNSCheck

@Suite("ptr and the validated name (RFC 7208 §5.5, §7.3)")
struct SPFEvaluationReverseTests {
  private static let reverse = "3.2.0.192.in-addr.arpa PTR"
  private static let reverse6 =
    "1.0.b.c" + String(repeating: ".0", count: 20) + ".8.b.d.0.1.0.0.2.ip6.arpa PTR"

  @Test(
    "a validated name matches where it is the target or ends in it, label by label",
    arguments: [
      ("ptr", "example.jp", true), ("ptr", "mail.example.jp", true), ("ptr", "a.b.example.jp", true),
      ("ptr", "MAIL.Example.JP", true), ("ptr", "mailexample.jp", false), ("ptr", "jp", false),
      ("ptr", "mail.example.com", false), ("ptr:example.com", "mail.example.com", true),
      ("ptr:EXAMPLE.com.", "example.com", true), ("ptr:mail.example.com", "example.com", false),
      ("PTR:%{o}", "mail.example.jp", true),
    ])
  func target(_ term: String, _ name: String, _ matches: Bool) async throws {
    let sender = SPFCase("\(term) -all", "\(Self.reverse) \(name)", "\(name) A 192.0.2.3")
    #expect(try await sender.result == (matches ? .pass : .fail))
  }

  @Test("a reverse name is validated by an address of its own that is the sender's")
  func validated() async throws {
    let reverse = "\(Self.reverse) mail.example.jp"
    #expect(try await SPFCase("ptr -all", reverse).result == .fail)
    #expect(try await SPFCase("ptr -all", reverse, "mail.example.jp A 192.0.2.4").result == .fail)
    #expect(
      try await SPFCase("ptr -all", reverse, "mail.example.jp A 192.0.2.4", "mail.example.jp A 192.0.2.3")
        .result
        == .pass)
    #expect(
      try await SPFCase("ptr -all", reverse, "mail.example.jp CNAME h.test", "h.test A 192.0.2.3").result
        == .pass)
  }

  @Test("an IPv6 sender's reverse name lies below ip6.arpa, and AAAA records validate it")
  func ipv6() async throws {
    let reverse = "\(Self.reverse6) mail.example.jp"
    let sender = SPFCase("ptr -all", reverse, "mail.example.jp AAAA 2001:db8::cb01")
    #expect(try await sender.from("2001:db8::cb01").result == .pass)
    #expect(try await SPFCase("ptr -all", reverse).from("2001:db8::cb01").result == .fail)
    #expect(try await sender.from("2001:db8::cb02").result == .fail)
  }

  @Test("a mapped sender's reverse name is the IPv4 one")
  func mapped() async throws {
    let sender = SPFCase("ptr -all", "\(Self.reverse) m.example.jp", "m.example.jp A 192.0.2.3")
    #expect(try await sender.from("::ffff:192.0.2.3").result == .pass)
  }

  /// Reverse names of which only the one at that place leads back, counted in the order of the answer.
  private struct Reverse: Resolver {
    let count: Int
    let good: Int
    let base: RecordedResolver

    func answer(to question: Question) async -> Answer {
      guard question.type == .ptr else { return await base.answer(to: question) }
      let records = (1...count).map { index in
        ResourceRecord(
          owner: question.name, timeToLive: 60,
          data: .ptr(DomainName(index == good ? "good.example.jp" : "n\(index).example.jp")!))
      }
      return Answer(
        question: question, aliases: [], outcome: .found(records),
        origin: await base.answer(to: question).origin)
    }
  }

  private func result(_ terms: String, count: Int, good: Int) async throws -> (SPFResult, Int) {
    let lines = """
      example.jp TXT "v=spf1 \(terms)"
      good.example.jp A 192.0.2.3
      good.example.jp.x.test A 127.0.0.2
      """
    let base = try RecordedResolver(lines)
    let identity = SPFIdentity(
      address: IPAddress("192.0.2.3")!, mailFrom: "user@example.jp", helo: "", time: 0)
    let evaluation = await SPFEvaluator.evaluate(
      identity, resolver: Reverse(count: count, good: good, base: base))
    let hosts = await base.asked.filter { $0.type == .a && $0.name.isBelow(DomainName("example.jp")!) }
    return (evaluation.result, hosts.count)
  }

  @Test(
    "§4.6.4 if more than 10 \"PTR\" records are found, all records other than the first 10 MUST be ignored",
    arguments: ["ptr ~all", "exists:%{p}.x.test ~all"])
  func limit(_ terms: String) async throws {
    #expect(try await result(terms, count: 10, good: 10) == (.pass, 10))
    #expect(try await result(terms, count: 11, good: 10) == (.pass, 10))
    #expect(try await result(terms, count: 11, good: 11) == (.softfail, 10))
  }

  @Test(
    "%{p} is the domain if it is validated, else a name below it, else any, else \"unknown\"",
    arguments: [
      (["other.test", "sub.example.jp", "example.jp"], "example.jp"),
      (["other.test", "sub.example.jp"], "sub.example.jp"), (["other.test"], "other.test"),
      (["other.test", "mailexample.jp"], "other.test|mailexample.jp"), ([], "unknown"),
      (["EXAMPLE.jp", "a.example.jp"], "EXAMPLE.jp"),
    ] as [([String], String)])
  func validatedName(_ names: [String], _ expected: String) async throws {
    let lines = names.map { "\(Self.reverse) \($0)\n\($0) A 192.0.2.3" } + ["e.test TXT \"%{p}\""]
    let text = try #require(try await SPFCase("-all exp=e.test", lines.joined(separator: "\n")).explanation)
    #expect(expected.split(separator: "|").contains(text[...]))
  }

  @Test("%{p} of names that do not lead back is \"unknown\"")
  func notValidated() async throws {
    let lines = ["\(Self.reverse) example.jp", "example.jp A 192.0.2.4", "e.test TXT \"%{p}\""]
    #expect(try await SPFCase("-all exp=e.test", lines.joined(separator: "\n")).explanation == "unknown")
  }

  @Test("%{p} is asked for only where it is used")
  func asked() async throws {
    let (_, asked) = try await SPFCase("exists:%{d}.%{i}.x.test -all").evaluated()
    #expect(!asked.contains { $0.hasSuffix("PTR") })
  }
}
