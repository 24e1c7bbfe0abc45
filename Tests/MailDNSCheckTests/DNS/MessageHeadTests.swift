import Testing

@testable import MailDNSCheck

@Suite("The head of a message (RFC 1035 §4.1.1)")
struct MessageHeadTests {
  private func answers(_ question: Question, _ message: [UInt8]) -> Bool {
    message.withUnsafeBytes { MessageHead($0)?.answers(question, in: $0) == true }
  }

  @Test("each flag is read from its bit")
  func flags() throws {
    let none = try #require(messageHead(HandmadeMessage(flags: 0x8000).octets))
    #expect(none.isResponse)
    #expect(!none.isAuthoritative && !none.isTruncated && !none.offersRecursion && !none.isAuthenticated)
    #expect(none.id == 0x1234)
    #expect(none.hasQuestion)
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
    #expect(!head.hasQuestion)
    #expect(head.responseCode == .formatError)
  }

  @Test("octets that are no message of one question are no head")
  func refused() {
    let whole = HandmadeMessage().octets
    for count in 0..<12 {
      #expect(messageHead(Array(whole.prefix(count))) == nil, "\(count) octets")
    }
    #expect(messageHead(HandmadeMessage(counts: [2, 0, 0, 0]).octets) == nil)
    #expect(messageHead(HandmadeMessage(counts: [0xFFFF, 0, 0, 0]).octets) == nil)
    #expect(messageHead(HandmadeMessage(flags: 0x8980).octets) == nil, "OPCODE 1")
    #expect(messageHead(HandmadeMessage(flags: 0xA180).octets) == nil, "OPCODE 4, NOTIFY")
  }

  @Test("a message answers the question that it repeats, in any case of letters")
  func answers() {
    let message = HandmadeMessage().octets
    #expect(answers(asking("example.jp", .txt), message))
    #expect(answers(asking("eXaMpLe.JP", .txt), message))
    #expect(!answers(asking("example.jp", .mx), message))
    #expect(!answers(asking("www.example.jp", .txt), message))
    #expect(!answers(asking("jp", .txt), message))
    #expect(!answers(asking("example.jp", .txt), HandmadeMessage(flags: 0x0100).octets), "a query echoed")
  }

  @Test("what follows the question does not matter, and what is missing of the question does")
  func cutShort() {
    let question = asking("example.jp", .txt)
    #expect(answers(question, HandmadeMessage(counts: [1, 9, 9, 9]).octets))
    let whole = HandmadeMessage().octets
    for count in 12..<whole.count {
      #expect(!answers(question, Array(whole.prefix(count))), "\(count) octets")
    }
  }

  @Test("a question in another class, or of a compressed name, is not the one that was put")
  func oddQuestions() {
    let question = asking("example.jp", .txt)
    #expect(
      !answers(question, HandmadeMessage(question: WireWriter.name("example.jp") + [0, 16, 0, 3]).octets))
    #expect(
      !answers(question, HandmadeMessage(question: [0xC0, 12, 0, 16, 0, 1]).octets), "a name of itself")
  }

  @Test(
    "without a question only an error is believed",
    arguments: [(0, false), (1, true), (2, true), (3, false), (4, true), (5, true)] as [(UInt16, Bool)])
  func withoutQuestion(_ code: UInt16, _ believed: Bool) {
    let message = HandmadeMessage(flags: 0x8180 | code, question: []).octets
    #expect(answers(asking("example.jp", .txt), message) == believed)
  }
}
