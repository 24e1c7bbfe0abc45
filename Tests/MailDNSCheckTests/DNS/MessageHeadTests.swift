import Testing

@testable import MailDNSCheck

@Suite("The head of a message (RFC 1035 §4.1.1)")
struct MessageHeadTests {
  @Test("each flag is read from its bit")
  func flags() throws {
    let none = try #require(messageHead(HandmadeMessage(flags: 0x8000).octets))
    #expect(none.isResponse)
    #expect(!none.isAuthoritative && !none.isTruncated && !none.offersRecursion && !none.isAuthenticated)
    #expect(none.id == 0x1234)
    #expect(none.question == asking("example.jp", .txt))
    #expect(messageHead(HandmadeMessage(flags: 0).octets)?.isResponse == false)
    #expect(messageHead(HandmadeMessage(flags: 0x8400).octets)?.isAuthoritative == true)
    #expect(messageHead(HandmadeMessage(flags: 0x8200).octets)?.isTruncated == true)
    #expect(messageHead(HandmadeMessage(flags: 0x8080).octets)?.offersRecursion == true)
    #expect(messageHead(HandmadeMessage(flags: 0x8020).octets)?.isAuthenticated == true)
    #expect(messageHead(HandmadeMessage(flags: 0x8005).octets)?.responseCode == .refused)
  }

  @Test("a header alone is a head without a question")
  func headerOnly() throws {
    let head = try #require(messageHead(HandmadeMessage(flags: 0x8001, question: []).octets))
    #expect(head.question == nil)
    #expect(head.responseCode == .formatError)
  }

  @Test("octets that are no message of one question are no head")
  func refused() {
    let whole = HandmadeMessage().octets
    for count in 0..<whole.count {
      #expect(messageHead(Array(whole.prefix(count))) == nil, "\(count) octets")
    }
    #expect(messageHead(HandmadeMessage(counts: [2, 0, 0, 0]).octets) == nil)
    #expect(messageHead(HandmadeMessage(counts: [0xFFFF, 0, 0, 0]).octets) == nil)
    #expect(messageHead(HandmadeMessage(flags: 0x8980).octets) == nil, "OPCODE 1")
    #expect(messageHead(HandmadeMessage(flags: 0xA180).octets) == nil, "OPCODE 4, NOTIFY")
    #expect(
      messageHead(HandmadeMessage(question: WireWriter.name("example.jp") + [0, 16, 0, 3]).octets) == nil)
    #expect(
      messageHead(HandmadeMessage(question: [0xC0, 12, 0, 16, 0, 1]).octets) == nil, "a name of itself")
  }

  @Test("what follows the question does not matter to the head")
  func cutShort() {
    #expect(
      messageHead(HandmadeMessage(counts: [1, 9, 9, 9]).octets)?.question == asking("example.jp", .txt))
  }

  @Test("a message answers the question with that id, in any case of letters")
  func answers() throws {
    let head = try #require(messageHead(HandmadeMessage().octets))
    #expect(head.answers(asking("example.jp", .txt), id: 0x1234))
    #expect(head.answers(asking("eXaMpLe.JP", .txt), id: 0x1234))
    #expect(!head.answers(asking("example.jp", .txt), id: 0x1235))
    #expect(!head.answers(asking("example.jp", .mx), id: 0x1234))
    #expect(!head.answers(asking("www.example.jp", .txt), id: 0x1234))
    let query = try #require(messageHead(HandmadeMessage(flags: 0x0100).octets))
    #expect(!query.answers(asking("example.jp", .txt), id: 0x1234), "a query echoed is no answer")
  }

  @Test(
    "without a question only an error is believed",
    arguments: [(0, false), (1, true), (2, true), (3, false), (4, true), (5, true)] as [(UInt16, Bool)])
  func withoutQuestion(_ code: UInt16, _ believed: Bool) throws {
    let head = try #require(messageHead(HandmadeMessage(flags: 0x8180 | code, question: []).octets))
    #expect(head.answers(asking("example.jp", .txt), id: 0x1234) == believed)
  }
}
