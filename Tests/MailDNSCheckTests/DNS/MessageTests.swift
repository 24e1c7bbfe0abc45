import Testing

@testable import MailDNSCheck

@Suite("Messages taken apart (RFC 1035 §4.1)")
struct MessageTests {
  private func option(_ code: UInt16, _ body: [UInt8]) -> [UInt8] {
    WireWriter.number(code) + WireWriter.number(UInt16(body.count)) + body
  }

  private func optRecord(_ options: [UInt8], upperCode: UInt8 = 0) -> [UInt8] {
    WireWriter.record("", type: 41, class: 1232, ttl: UInt32(upperCode) << 24, data: options)
  }

  @Test("records of the answer and the authority section are told apart, in order")
  func sections() throws {
    let message = try parsedMessage(
      HandmadeMessage(
        answers: [
          WireWriter.record("example.jp", type: 1, ttl: 60, data: [192, 0, 2, 1]),
          WireWriter.record("Example.JP", type: 1, ttl: 61, data: [192, 0, 2, 2]),
        ], authority: [WireWriter.record("jp", type: 2, ttl: 62, data: WireWriter.name("ns.jp"))],
        additional: [WireWriter.record("ns.jp", type: 1, ttl: 63, data: [192, 0, 2, 3])]
      ).octets, withAdditional: true)
    #expect(
      message.answers == [
        rr("example.jp", ipv4("192.0.2.1"), timeToLive: 60),
        rr("example.jp", ipv4("192.0.2.2"), timeToLive: 61),
      ])
    #expect(message.answers.last?.owner.absolutePresentation == "Example.JP.")
    #expect(message.authority == [rr("jp", .ns(fqdn("ns.jp")), timeToLive: 62)])
    #expect(message.additional == [rr("ns.jp", ipv4("192.0.2.3"), timeToLive: 63)])
    #expect(message.responseCode == .noError)
    #expect(message.extendedErrors.isEmpty)
  }

  @Test("names are followed through compression pointers, in owners and in data (§4.1.4)")
  func compression() throws {
    // The exchange is `mx` in front of the pointer to the question's name.
    let data: [UInt8] = [0, 10, 2, 0x6D, 0x78] + HandmadeMessage.questionPointer
    let record = HandmadeMessage.questionPointer + [0, 15, 0, 1, 0, 0, 1, 44, 0, UInt8(data.count)] + data
    let message = try parsedMessage(HandmadeMessage(answers: [record]).octets)
    #expect(
      message.answers == [
        rr("example.jp", .mx(preference: 10, exchange: fqdn("mx.example.jp")), timeToLive: 300)
      ])
  }

  @Test("a TTL with the highest bit set is 0 (RFC 2181 §8)")
  func timeToLive() throws {
    for (ttl, expected) in [(0x7FFF_FFFF, 0x7FFF_FFFF), (0x8000_0000, 0), (0xFFFF_FFFF, 0)]
      as [(UInt32, UInt32)]
    {
      let record = WireWriter.record("example.jp", type: 1, ttl: ttl, data: [192, 0, 2, 1])
      #expect(
        try parsedMessage(HandmadeMessage(answers: [record]).octets).answers.first?.timeToLive == expected)
    }
  }

  @Test("records of other classes than IN are passed over")
  func otherClass() throws {
    let records = [3, 4, 254, 255, 1].map {
      WireWriter.record("example.jp", type: 1, class: $0, ttl: 60, data: $0 == 1 ? [192, 0, 2, 1] : [1])
    }
    let message = try parsedMessage(HandmadeMessage(answers: records).octets)
    #expect(message.answers == [rr("example.jp", ipv4("192.0.2.1"), timeToLive: 60)])
  }

  @Test("an answer with records of other classes alone is none, and no absence")
  func otherClassAlone() throws {
    let records = [3, 4].map {
      WireWriter.record("example.jp", type: 1, class: $0, ttl: 60, data: [192, 0, 2, 1])
    }
    #expect(throws: MalformedMessage.recordClass) {
      try parsedMessage(HandmadeMessage(answers: records).octets)
    }
  }

  @Test("the OPT record adds eight bits to the response code (RFC 6891 §6.1.3)")
  func extendedCode() throws {
    #expect(
      try parsedMessage(HandmadeMessage(additional: [optRecord([], upperCode: 1)]).octets).responseCode
        == .badVersion)
    let message = try parsedMessage(
      HandmadeMessage(flags: 0x8187, additional: [optRecord([], upperCode: 255)]).octets)
    #expect(message.responseCode.rawValue == 4087)
    #expect(message.head.responseCode.rawValue == 7)
  }

  @Test("extended errors are read among other options (RFC 8914 §2)")
  func extendedErrors() throws {
    let options =
      option(10, [UInt8](repeating: 7, count: 8)) + option(15, [0, 6] + Array("bogus".utf8))
      + option(15, [0, 22])
    let message = try parsedMessage(HandmadeMessage(flags: 0x8182, additional: [optRecord(options)]).octets)
    #expect(
      message.extendedErrors == [
        ExtendedError(code: 6, text: Array("bogus".utf8)), ExtendedError(code: 22, text: []),
      ])
  }

  @Test(
    "a broken list of options ends where it breaks",
    arguments: [[0, 15, 0, 9, 0, 6], [0, 15, 0], [0, 15, 0, 1, 6], [0, 15, 0xFF, 0xFF]] as [[UInt8]])
  func brokenOptions(_ broken: [UInt8]) throws {
    let message = try parsedMessage(
      HandmadeMessage(additional: [optRecord(option(15, [0, 3]) + broken)]).octets)
    #expect(message.extendedErrors == [ExtendedError(code: 3, text: [])])
  }

  @Test("an extended error's text is cut at its limit")
  func longText() throws {
    let options = option(15, [0, 0] + [UInt8](repeating: 0x61, count: 2_000))
    let message = try parsedMessage(HandmadeMessage(additional: [optRecord(options)]).octets)
    #expect(message.extendedErrors.first?.text.count == ExtendedError.maximumTextLength)
  }

  @Test(
    "counts that the content does not bear out are refused",
    arguments: [
      [1, 5, 0, 0], [1, 0, 5, 0], [1, 0, 0, 5], [1, 2, 0, 0], [1, 0xFFFF, 0xFFFF, 0xFFFF], [1, 0, 0, 0],
      [0, 1, 0, 0],
    ] as [[UInt16]])
  func lyingCounts(_ counts: [UInt16]) {
    var message = HandmadeMessage.answer(.a, [192, 0, 2, 1])
    message.counts = counts
    #expect(throws: MalformedMessage.sections) { try parsedMessage(message.octets) }
  }

  @Test("octets behind the last record are refused")
  func trailingJunk() {
    let octets = HandmadeMessage.answer(.a, [192, 0, 2, 1]).octets
    #expect(throws: Never.self) { try parsedMessage(octets) }
    for junk in [1, 11, 500] {
      #expect(throws: MalformedMessage.sections) {
        try parsedMessage(octets + Array(repeating: 0, count: junk))
      }
    }
  }

  @Test("an owner that points to itself, out of the message, or nowhere is refused")
  func pointerLoops() {
    let rest: [UInt8] = [0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 192, 0, 2, 1]
    let start = UInt8(HandmadeMessage().octets.count)
    for pointer: [UInt8] in [
      [0xC0, start], [0xFF, 0xFF], [1, 0x61, 0xC0, start], [0x80, 0], [0x40, 0], [0xC0],
    ] {
      #expect(throws: MalformedMessage.self) {
        try parsedMessage(HandmadeMessage(answers: [pointer + rest]).octets)
      }
    }
  }
}
