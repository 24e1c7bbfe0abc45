import Testing

@testable import MailDNSCheck

@Suite("Records in an order of their own")
struct AnswerOrderTests {
  private func answer(_ data: [RecordData]) throws -> Answer {
    let owner = try #require(DomainName("example.jp"))
    return Answer(
      question: Question(owner, data.first?.type ?? .a), aliases: [],
      outcome: .found(data.map { ResourceRecord(owner: owner, timeToLive: 300, data: $0) }),
      origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
  }

  private static let sets: [[RecordData]] = [
    ["192.0.2.1", "192.0.2.9", "192.0.2.10"].map { .a(IPv4Address($0)!) },
    ["2001:db8::1", "2001:db8::a", "2001:db8::10"].map { .aaaa(IPv6Address($0)!) },
    [(5, "z.example"), (10, "a.example"), (10, "b.example")].map {
      .mx(preference: $0, exchange: DomainName($1)!)
    },
    ["a.example", "b.example", "a.b.example"].map { .ns(DomainName($0)!) },
    ["MS=ms1", "v=DMARC1; p=none", "v=spf1 -all"].map { .txt(CharacterStrings([Array($0.utf8)])!) },
    [[0, 5], [0, 5, 1], [1]].map { .other(RecordType("CAA")!, $0) },
  ]

  @Test("however a server turns them round, they come out the same", arguments: sets)
  func shuffled(_ set: [RecordData]) throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20 {
      #expect(try answer(set.shuffled(using: &generator)).inOrder.data == set)
    }
  }

  @Test("what is in order already, and what has no records, stays the one that it is")
  func untouched() throws {
    for set in Self.sets {
      let answer = try answer(set)
      #expect(answer.inOrder === answer)
    }
    let absent = Answer.assumedAbsent(asking("example.jp", .txt))
    #expect(absent.inOrder === absent)
  }
}
