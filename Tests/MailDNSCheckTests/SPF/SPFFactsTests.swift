import Testing

@testable import MailDNSCheck

@Suite("What an SPF record leads to")
struct SPFFactsTests {
  private func gather(_ lines: String) async throws -> (facts: SPFFacts, asked: [Question]) {
    let dns = try RecordedResolver(lines)
    let facts = await SPFFacts.gather(DomainName("example.jp")!, from: dns)
    return (facts, await dns.asked)
  }

  @Test("each name is asked for once, and with the types that its terms need")
  func questions() async throws {
    let (facts, asked) = try await gather(
      """
      example.jp TXT "v=spf1 a mx:m.test exists:e.test ptr:p.test include:i.test include:j.test -all"
      i.test TXT "v=spf1 a:m.test include:j.test -all"
      j.test TXT "v=spf1 a:example.jp -all"
      """)
    let expected = [
      "example.jp TXT", "example.jp A", "example.jp AAAA", "m.test MX", "e.test A", "i.test TXT",
      "j.test TXT", "m.test A",
      "m.test AAAA",
    ]
    #expect(asked.map(\.description).sorted() == expected.sorted())
    #expect(Set(facts.publications.keys) == Set(["example.jp", "i.test", "j.test"].map { DomainName($0)! }))
    #expect(!facts.isCutShort)
  }

  @Test("a name that answers with a CNAME has what its target has")
  func alias() async throws {
    let (facts, _) = try await gather(
      "example.jp TXT \"v=spf1 include:i.test -all\"\ni.test CNAME j.test\nj.test TXT \"v=spf1 ip4:192.0.2.1 -all\""
    )
    #expect(facts.publications[DomainName("i.test")!]?.record != nil)
  }

  @Test("a tree without end is cut short")
  func cutShort() async throws {
    let dns = try RecordedResolver("x.test TXT y")
    let endless = EndlessIncludes(base: dns)
    let facts = await SPFFacts.gather(DomainName("n0.test")!, from: endless)
    #expect(facts.isCutShort)
    #expect(facts.publications.count == SPFFacts.maximumDepth)
    #expect(SPFTree(facts).lookups >= SPFTree.lookupLimit)
    #expect(!SPFTree(facts).isComplete)
  }

  /// Every name includes the next one.
  private struct EndlessIncludes: Resolver {
    let base: RecordedResolver

    func answer(to question: Question) async -> Answer {
      let first = question.name.description.prefix { $0 != "." }
      let next = (Int(first.dropFirst()) ?? 0) + 1
      let text = CharacterStrings([Array("v=spf1 include:n\(next).test -all".utf8)])!
      let record = ResourceRecord(owner: question.name, timeToLive: 60, data: .txt(text))
      let origin = await base.answer(to: question).origin
      return Answer(question: question, aliases: [], outcome: .found([record]), origin: origin)
    }
  }
}
