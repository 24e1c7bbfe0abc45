import Testing

@testable import MailDNSCheck

/// The data of one type: what they mean, and data that do not fit the type.
struct RecordDataCase: CustomTestStringConvertible, Sendable {
  let type: RecordType
  let octets: [UInt8]
  let meaning: RecordData
  let misfits: [[UInt8]]

  var testDescription: String { type.description }
}

@Suite("Record data in messages")
struct MessageRecordDataTests {
  private static let name = WireWriter.name("ns.example.jp")
  private static let numbers = [1, 2, 3, 4, 5].flatMap { WireWriter.number(UInt32($0)) }
  private static let soa = WireWriter.name("ns.jp") + WireWriter.name("root.jp") + numbers

  /// A target name alone: NS, CNAME, PTR.
  private static func target(_ type: RecordType, _ meaning: (DomainName) -> RecordData) -> RecordDataCase {
    RecordDataCase(
      type: type, octets: name, meaning: meaning(fqdn("ns.example.jp")),
      misfits: [name + [0], [0xC0, 0xFF], [64] + Array(repeating: 0x61, count: 64) + [0]])
  }

  static let cases = [
    RecordDataCase(
      type: .a, octets: [192, 0, 2, 1], meaning: ipv4("192.0.2.1"), misfits: [[192, 0, 2, 1, 0]]),
    RecordDataCase(
      type: .aaaa, octets: IPv6Address("2001:db8::1")!.octets, meaning: .aaaa(IPv6Address("2001:db8::1")!),
      misfits: [[192, 0, 2, 1], Array(repeating: 0, count: 17)]),
    target(.ns, RecordData.ns), target(.cname, RecordData.cname), target(.ptr, RecordData.ptr),
    RecordDataCase(
      type: .mx, octets: [1, 2] + name, meaning: .mx(preference: 258, exchange: fqdn("ns.example.jp")),
      misfits: [[0, 10] + name + [0], [0, 10, 0xC0, 0xFF]]),
    RecordDataCase(
      type: .txt, octets: [1, 0x61, 0, 2, 0x62, 0x63], meaning: txt("a", "", "bc"),
      misfits: [[200, 0x61], [0, 1]]),
    RecordDataCase(
      type: .soa, octets: soa,
      meaning: .soa(
        StartOfAuthority(
          primary: fqdn("ns.jp"), mailbox: fqdn("root.jp"), serial: 1, refresh: 2, retry: 3, expire: 4,
          minimum: 5)),
      misfits: [soa + [0], name + numbers]),
    RecordDataCase(
      type: .srv, octets: [0, 1, 0, 2, 0, 25] + name, meaning: .other(.srv, [0, 1, 0, 2, 0, 25] + name),
      misfits: [[0, 1, 0, 2, 0, 25] + name + [0]]),
  ]

  @Test("data that fit their type are read", arguments: cases)
  func parses(_ data: RecordDataCase) throws {
    let message = try parsedMessage(HandmadeMessage.answer(data.type, data.octets).octets)
    #expect(message.answers == [rr("example.jp", data.meaning, timeToLive: 300)])
    #expect(message.answers.first?.type == data.type)
  }

  @Test("data of the wrong length are refused, and the type is named", arguments: cases)
  func wrongLength(_ data: RecordDataCase) {
    for octets in data.misfits {
      #expect(throws: MalformedMessage.recordData(data.type), "\(octets)") {
        try parsedMessage(HandmadeMessage.answer(data.type, octets).octets)
      }
    }
  }

  @Test(
    "empty data are refused, and the type is named", arguments: cases.filter { $0.type != .txt })
  func empty(_ data: RecordDataCase) {
    #expect(throws: MalformedMessage.recordData(data.type)) {
      try parsedMessage(HandmadeMessage.answer(data.type, []).octets)
    }
  }

  @Test("a TXT record without any string is one empty string, and spoils nothing beside it")
  func emptyTXT() throws {
    let message = try parsedMessage(HandmadeMessage.answer(.txt, []).octets)
    #expect(message.answers.map(\.data) == [txt("")])
  }

  @Test("data that end abruptly are refused: never a part taken for the whole", arguments: cases)
  func endsAbruptly(_ data: RecordDataCase) {
    for count in 1..<data.octets.count where data.type != .txt || ![2, 3].contains(count) {
      #expect(throws: MalformedMessage.recordData(data.type), "\(count) octets of data") {
        try parsedMessage(HandmadeMessage.answer(data.type, Array(data.octets.prefix(count))).octets)
      }
    }
    let whole = HandmadeMessage.answer(data.type, data.octets).octets
    for count in 12..<whole.count {
      #expect(throws: MalformedMessage.sections, "\(count) octets of the message") {
        try parsedMessage(Array(whole.prefix(count)))
      }
    }
  }

  @Test("an SOA record that denies is read for its owner and its minimum, whole or not at all")
  func denyingSOA() throws {
    func denying(_ data: [UInt8], ttl: UInt32) throws -> [Answer.Denial] {
      try parsedMessage(
        HandmadeMessage(authority: [WireWriter.record("example.jp", type: 6, ttl: ttl, data: data)]).octets
      ).denials
    }
    let zone = DomainName("example.jp")
    #expect(try denying(Self.soa, ttl: 60) == [.init(zone: zone, timeToLive: 5)])
    #expect(try denying(Self.soa, ttl: 4) == [.init(zone: zone, timeToLive: 4)])
    let misfits = Self.cases.first { $0.type == .soa }?.misfits ?? []
    for misfit in misfits + (0..<Self.soa.count).map({ Array(Self.soa.prefix($0)) }) {
      #expect(throws: MalformedMessage.recordData(.soa), "\(misfit)") { try denying(misfit, ttl: 60) }
    }
  }

  @Test("data of a type that is not looked into are kept as they are, also empty ones")
  func otherType() throws {
    for octets: [UInt8] in [[], [1, 2, 3], Array(repeating: 9, count: 5_000)] {
      let type = RecordType(rawValue: 65_280)
      let message = try parsedMessage(HandmadeMessage.answer(type, octets).octets)
      #expect(message.answers == [rr("example.jp", .other(type, octets), timeToLive: 300)])
    }
  }

  @Test("an SRV target is uncompressed, so that the data mean the same outside the message")
  func compressedServiceTarget() throws {
    let data: [UInt8] = [0, 1, 0, 2, 0, 25] + HandmadeMessage.questionPointer
    let message = try parsedMessage(HandmadeMessage.answer(.srv, data).octets)
    #expect(message.answers.first?.data == .other(.srv, [0, 1, 0, 2, 0, 25] + WireWriter.name("example.jp")))
  }

  @Test("a compressed name that runs out of its data is refused")
  func beyondData() {
    // RDLENGTH ends inside the name, whose rest is there, in the next record.
    let cut = WireWriter.record("example.jp", type: 2, ttl: 0, data: [2, 0x6E])
    #expect(throws: MalformedMessage.self) {
      try parsedMessage(
        HandmadeMessage(answers: [cut, WireWriter.record("", type: 1, ttl: 0, data: [1, 2, 3, 4])]).octets)
    }
  }
}
