import Testing

@testable import MailDNSCheck

@Suite("Queries in wire form")
struct QueryMessageTests {
  @Test("a query has the id, RD and AD set, one question, and an OPT record that offers 1232 octets")
  func withEDNS() {
    let query = QueryMessage(asking("Mail.example.jp", .mx), id: 0xABCD, withEDNS: true)
    #expect(
      query.octets == [0xAB, 0xCD, 0x01, 0x20, 0, 1, 0, 0, 0, 0, 0, 1] + WireWriter.name("Mail.example.jp")
        + [0, 15, 0, 1] + [0, 0, 41, 0x04, 0xD0, 0, 0, 0, 0, 0, 0])
  }

  @Test("without EDNS it ends with the question")
  func withoutEDNS() {
    let query = QueryMessage(asking("example.jp", .txt), id: 0, withEDNS: false)
    #expect(
      query.octets == [0, 0, 0x01, 0x20, 0, 1, 0, 0, 0, 0, 0, 0] + WireWriter.name("example.jp") + [
        0, 16, 0, 1,
      ])
  }

  @Test("to a name server it asks for no recursion, and for no verdict; signatures are asked for with DO")
  func iterative() {
    let plain = QueryMessage(asking("example.jp", .soa), id: 1, withEDNS: false, isRecursive: false)
    #expect(plain.octets.prefix(4) == [0, 1, 0, 0])
    let signed = QueryMessage(
      asking("example.jp", .soa), id: 1, withEDNS: true, isRecursive: false, wantsSignatures: true)
    #expect(signed.octets.suffix(11) == [0, 0, 41, 0x04, 0xD0, 0, 0, 0x80, 0, 0, 0])
    let unsigned = QueryMessage(asking("example.jp", .soa), id: 1, withEDNS: true, isRecursive: false)
    #expect(unsigned.octets.suffix(11) == [0, 0, 41, 0x04, 0xD0, 0, 0, 0, 0, 0, 0])
  }

  @Test(
    "with checking disabled CD is set as well, and DO where there is an OPT record", arguments: [true, false])
  func unchecked(_ withEDNS: Bool) {
    let question = asking("example.jp", .mx)
    let plain = QueryMessage(question, id: 1, withEDNS: withEDNS).octets
    let query = QueryMessage(question.unchecked, id: 1, withEDNS: withEDNS).octets
    #expect(query.count == plain.count)
    let changed = query.indices.filter { query[$0] != plain[$0] }
    #expect(changed == (withEDNS ? [3, query.count - 4] : [3]))
    #expect(query[3] == 0x30)
    if withEDNS { #expect(query[query.count - 4] == 0x80) }
  }

  @Test("the id is all that changes with it")
  func identify() {
    let query = QueryMessage(asking("example.jp", .txt), id: 1, withEDNS: true)
    let other = QueryMessage(asking("example.jp", .txt), id: 0xFFFE, withEDNS: true)
    #expect(other.octets == [0xFF, 0xFE] + query.octets.dropFirst(2))
  }

  @Test("any name and any type can be asked for")
  func anyQuestion() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      var wire: [UInt8] = []
      while wire.count < 250, Int.random(in: 0..<5, using: &generator) > 0 {
        let length = Int.random(in: 1...min(63, 253 - wire.count), using: &generator)
        wire.append(UInt8(length))
        wire += (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      }
      let name = try #require(DomainName(wire: wire + [0]))
      let type = RecordType(rawValue: .random(in: 1 ... .max, using: &generator))
      let query = QueryMessage(Question(name, type), id: 7, withEDNS: false)
      #expect(Array(query.octets.dropFirst(12)) == name.wire + WireWriter.number(type.rawValue) + [0, 1])
    }
  }

  @Test("the longest name and the root can be asked for")
  func longest() {
    let label = String(repeating: "a", count: 63)
    let name = fqdn("\(label).\(label).\(label).\(String(repeating: "b", count: 61))")
    let query = QueryMessage(Question(name, .a), id: 0, withEDNS: true)
    #expect(query.octets.count == 12 + 255 + 4 + 11)
    #expect(QueryMessage(Question(.root, .ns), id: 0, withEDNS: false).octets.suffix(5) == [0, 0, 2, 0, 1])
  }
}
