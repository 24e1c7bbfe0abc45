import Testing

@testable import MailDNSCheck

@Suite("Messages that mean harm")
struct MessageRobustnessTests {
  /// A message with every part that the program reads.
  private static let valid: [UInt8] = {
    let compressedMX: [UInt8] = [0, 10, 2, 0x6D, 0x78] + HandmadeMessage.questionPointer
    return HandmadeMessage(
      answers: MessageRecordDataTests.cases.map {
        WireWriter.record("example.jp", type: $0.type.rawValue, ttl: 300, data: $0.octets)
      } + [
        HandmadeMessage.questionPointer + [0, 15, 0, 1, 0, 0, 1, 44, 0, UInt8(compressedMX.count)]
          + compressedMX
      ], authority: [WireWriter.record("jp", type: 2, ttl: 62, data: WireWriter.name("ns.jp"))],
      additional: [WireWriter.record("", type: 41, class: 1232, ttl: 0, data: [0, 15, 0, 3, 0, 6, 0x61])]
    ).octets
  }()

  /// Everything that is done with a response; the outcome does not matter, only that there is one.
  @discardableResult
  private func digest(_ octets: [UInt8]) -> Bool {
    guard let message = try? parsedMessage(octets) else { return false }
    octets.withUnsafeBytes { _ = MessageHead($0)?.answers(asking("example.jp", .txt), in: $0) }
    for type: RecordType in [.a, .mx, .txt, .any] {
      _ = AliasChain.follow(asking("example.jp", type), in: message)
    }
    return true
  }

  @Test("a message with everything in it is read")
  func validMessage() throws {
    let message = try parsedMessage(Self.valid)
    #expect(message.answers.count == MessageRecordDataTests.cases.count + 1)
    #expect(message.extendedErrors.count == 1)
  }

  @Test("random octets never trap")
  func random() {
    var generator = SeededGenerator(seed: 53)
    for round in 0..<20_000 {
      let count = Int.random(in: 0...(round % 10 == 0 ? 2_000 : 80), using: &generator)
      var octets = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      // Half of them look like a response, so that more than the header is read.
      if count >= 12, round % 2 == 0 {
        octets.replaceSubrange(
          2..<12, with: [0x81, 0x80, 0, 0, 0, UInt8(round % 3), 0, UInt8(round % 2), 0, 1])
      }
      digest(octets)
    }
  }

  @Test("a valid message with some octets changed never traps, and is often still read")
  func mutated() {
    var generator = SeededGenerator(seed: 1035)
    var read = 0
    for _ in 0..<20_000 {
      var octets = Self.valid
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        octets[Int.random(in: 0..<octets.count, using: &generator)] = .random(
          in: .min ... .max, using: &generator)
      }
      if digest(octets) { read += 1 }
    }
    #expect(read > 1_000, "the changes are too crude to test much")
    #expect(read < 19_000, "the changes do not reach what is checked")
  }

  @Test("a valid message cut anywhere is refused")
  func cut() {
    for count in 0..<Self.valid.count { #expect(!digest(Array(Self.valid.prefix(count))), "\(count) octets") }
  }

  @Test("a name of a hundred pointers in every one of many records takes no time to speak of")
  func pointerChains() {
    // Each pointer leads to the one before; the owners of all records begin at the last one.
    let base = UInt16(HandmadeMessage().octets.count + 11)
    var chain = HandmadeMessage.questionPointer
    for index in UInt16(0)..<99 { chain += WireWriter.number(0xC000 | (base + 2 * index)) }
    let holder = WireWriter.record("", type: 65_280, ttl: 0, data: chain)
    let owner = WireWriter.number(0xC000 | (base + 198))
    let record = owner + [0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 192, 0, 2, 1]
    let octets = HandmadeMessage(answers: [holder] + Array(repeating: record, count: 4_000)).octets
    #expect(octets.count < 65_536)
    let started = Instant.now
    digest(octets)
    #expect(Instant.now - started < .seconds(60))
  }
}
