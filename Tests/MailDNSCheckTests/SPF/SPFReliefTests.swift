import Testing

@testable import MailDNSCheck

@Suite("The shortest change that brings a record below the limit of look-ups")
struct SPFReliefTests {
  /// `c2.test` costs two look-ups when it is included, and so on.
  private static let dns = (1...12).map { cost in
    let terms = Array(repeating: "a:h.test", count: cost - 1).joined(separator: " ")
    return "c\(cost).test TXT \(PublishedDomain.quoted("v=spf1 \(terms) -all"))"
  }.joined(separator: "\n")

  /// Hosts that each cost one look-up.
  private func hosts(_ count: Int) -> String { (0..<count).map { "a:h\($0).test" }.joined(separator: " ") }

  private func relief(_ terms: String, keeping names: String...) async throws -> SPFRelief {
    let tree = try await spfTree("v=spf1 \(terms) -all", Self.dns)
    return SPFRelief(tree, keeping: Set(names.compactMap { DomainName($0) }))
  }

  @Test("exactly ten look-ups need nothing")
  func limit() async throws {
    let relief = try await relief("\(hosts(5)) include:c5.test")
    #expect(relief.terms.isEmpty)
    #expect(relief.remaining == 10)
  }

  @Test(
    "the fewest terms are taken; of those that do, the cheapest, and of equal ones the last",
    arguments: [
      // 11: any one will do.
      ("a:x.test include:c5.test include:c5.test", ["a:x.test"], 10),
      ("a:x.test mx:x.test include:c9.test", ["mx:x.test"], 10),
      ("include:c9.test a:x.test mx:x.test", ["mx:x.test"], 10),
      // 12: one that costs two or more.
      ("include:c2.test include:c4.test include:c6.test", ["include:c2.test"], 10),
      ("a:x.test a:y.test include:c10.test", ["include:c10.test"], 2),
      ("include:c2.test include:c8.test include:c2.test", ["include:c2.test"], 10),
      // 24: the two dearest, and then something cheaper in place of the second.
      (
        "include:c8.test include:c7.test include:c6.test include:c3.test",
        ["include:c8.test", "include:c6.test"], 10
      ),
    ] as [(String, [String], Int)])
  func fewest(_ terms: String, _ expected: [String], _ remaining: Int) async throws {
    let relief = try await relief(terms)
    #expect(relief.terms.map(\.text) == expected)
    #expect(relief.remaining == remaining)
  }

  @Test("of eleven terms that cost the same the last one goes")
  func last() async throws {
    let relief = try await relief(hosts(11))
    #expect(relief.terms.map(\.text) == ["a:h10.test"])
    #expect(relief.terms.map(\.cost) == [1])
    #expect(relief.remaining == 10)
  }

  @Test("one that must stay is not taken, though it takes more terms without it")
  func essential() async throws {
    let relief = try await relief(
      "include:c8.test include:c2.test include:c2.test include:c2.test", keeping: "c8.test")
    #expect(relief.terms.map(\.text) == ["include:c2.test", "include:c2.test"])
    #expect(relief.remaining == 10)
  }

  @Test("one that must stay is taken where it can't be helped, and then nothing that it makes needless")
  func unavoidable() async throws {
    let alone = try await relief("include:c11.test a:x.test", keeping: "c11.test")
    #expect(alone.terms.map(\.text) == ["include:c11.test"])
    #expect(alone.remaining == 1)
    let several = try await relief(
      "a:x.test include:c12.test include:c9.test", keeping: "c12.test", "c9.test")
    #expect(several.terms.map(\.text) == ["include:c12.test"])
    #expect(several.remaining == 10)
  }

  @Test("what could not be counted is no reason to change anything")
  func unknown() async throws {
    let tree = try await spfTree("v=spf1 include:i.test -all", failing: ["i.test"])
    #expect(SPFRelief(tree).terms.isEmpty)
  }
}
