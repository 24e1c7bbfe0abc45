import Testing

@testable import MailDNSCheck

@Suite("Presentation of hostile record data")
struct RecordDataRoundTripTests {
  private static let samples =
    RecordDataPresentationTests.classic + RecordDataPresentationTests.security
    + RecordDataPresentationTests.services

  /// Whether a zone file takes the data with the same octets: types with a notation there, and the generic form of all
  /// but the pseudo-types.
  private static func isTaken(_ data: RecordData) -> Bool {
    switch data.type.rawValue {
    case 0, RecordType.opt.rawValue, 128...255: return false
    default: break
    }
    return RecordDataNotation.elements(of: data.type) != nil || data.presentation.hasPrefix("\\#")
  }

  /// Checks that the data are printable ASCII in one line, and that a zone file reads them back the same.
  private func check(_ type: RecordType, _ wire: [UInt8]) throws {
    guard let data = RecordData(type, uncompressed: wire) else {
      #expect(RecordData.other(type, wire).presentation.utf8.allSatisfy { (0x20...0x7E).contains($0) })
      return
    }
    let text = data.presentation
    #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(type) \(wire)")
    #expect(text.utf8.count < 16 * wire.count + 32)
    guard Self.isTaken(data) else { return }
    let read = try parsedRecords("x. 1 IN TYPE\(type.rawValue) \(text)\n")
    #expect(read.map(\.data) == [data], "\(type) \(text)")
  }

  @Test("a zone file reads back what is written", arguments: samples)
  func samplesComeBack(_ sample: PresentationCase) throws { try check(sample.type, sample.wire) }

  @Test("data that end early or have an octet too many are written, and come back", arguments: samples)
  func lengths(_ sample: PresentationCase) throws {
    for length in 0..<sample.wire.count { try check(sample.type, Array(sample.wire[..<length])) }
    try check(sample.type, sample.wire + [0])
  }

  @Test("data with octets changed are written, and come back", arguments: samples)
  func mutations(_ sample: PresentationCase) throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<100 {
      var wire = sample.wire
      for _ in 0...Int.random(in: 0...1, using: &generator) {
        let position = Int.random(in: 0..<wire.count, using: &generator)
        wire[position] = UInt8.random(in: .min ... .max, using: &generator)
      }
      try check(sample.type, wire)
    }
  }

  @Test("random octets of every type are written, and come back")
  func randomOctets() throws {
    var generator = SeededGenerator(seed: 12)
    for number in UInt16(0)...300 {
      for _ in 0..<10 {
        let wire = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator) >> UInt8.random(in: 0...7, using: &generator)
        }
        try check(RecordType(rawValue: number), wire)
      }
    }
  }

  @Test(
    "the longest data that a message can hold are written",
    arguments: ["TXT", "NSEC", "SVCB", "CAA", "TYPE9999"])
  func longest(_ type: String) throws {
    let maximum = 65_535
    let wire: [UInt8]
    switch type {
    case "TXT": wire = [UInt8](repeating: 0, count: maximum)
    case "NSEC":
      wire = [0] + (UInt8.min...UInt8.max).flatMap { [$0, 32] + [UInt8](repeating: 0xFF, count: 32) }
    case "SVCB": wire = [0, 1, 0] + (UInt16(7)..<16_390).flatMap { WireWriter.number($0) + [0, 0] }
    case "CAA": wire = [0, 1, 0x61] + [UInt8](repeating: 0xFF, count: maximum - 3)
    default: wire = [UInt8](repeating: 0xFF, count: maximum)
    }
    try #require(wire.count <= maximum)
    let text = RecordData(RecordType(type)!, uncompressed: wire)!.presentation
    #expect(text.utf8.count > 2 * wire.count)
    #expect(text.hasPrefix("\\#") == (type == "TYPE9999"))
  }
}
