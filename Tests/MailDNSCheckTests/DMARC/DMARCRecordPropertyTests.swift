import Testing

@testable import MailDNSCheck

@Suite("Any text at _dmarc")
struct DMARCRecordPropertyTests {
  private static let pieces = [
    "v=DMARC1", "v=DMARC1;", "V=dmarc1", "p=reject", "p=none", "p=rejct", "sp=quarantine", "np=reject",
    "psd=y", "psd=x", "t=y",
    "adkim=s", "aspf=r", "fo=1:d:s", "fo=9", "rua=mailto:a@example.jp",
    "rua=mailto:a@example.jp!10m,mailto:b@x.test",
    "ruf=https://x.test/%zz", "pct=30", "pct=", "rf=afrf", "ri=86400", "x-y=1", "P=reject", "=", ";", ";;",
    " ", "\t", "\"", "日本", "\u{0}",
    "rua=", "rua=,", "rua=mailto:", "p", "p=reject p=none",
  ]

  private func text(_ generator: inout SeededGenerator) -> [UInt8] {
    var octets: [UInt8] = []
    if Bool.random(using: &generator) { octets += Array("v=DMARC1; p=reject; ".utf8) }
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      octets += Array(Self.pieces.randomElement(using: &generator)!.utf8)
      octets += Array(["", ";", "; ", " ;"].randomElement(using: &generator)!.utf8)
    }
    if !octets.isEmpty, Int.random(in: 0..<4, using: &generator) == 0 {
      octets[Int.random(in: octets.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    return octets
  }

  @Test(
    "is a record, a near miss or something else, never two of them; every place lies within the text",
    arguments: 1...20)
  func places(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = text(&generator)
      let record = DMARCRecord(text)
      let nearMiss = DMARCNearMiss(text)
      #expect(record == nil || nearMiss == nil)
      let places = (record?.problems.map(\.place) ?? []) + [nearMiss?.place].compactMap(\.self)
      for place in places { #expect(place.lowerBound >= 0 && place.upperBound <= text.count, "\(text)") }
      #expect(record?.problems.contains { $0.effect == .breaksRecord } != true || record?.isUsable == false)
    }
  }

  @Test("a record written anew says the same and has nothing wrong", arguments: 1...20)
  func roundTrip(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      guard let record = DMARCRecord(text(&generator)), case .published = record.request else { continue }
      let again = try #require(DMARCRecord(Array(record.description.utf8)))
      #expect(again.request == record.request)
      #expect(again.publicSuffix == record.publicSuffix)
      #expect(again.isTesting == record.isTesting)
      #expect(again.aggregateReports.map(\.text) == record.aggregateReports.map(\.text))
      #expect(again.problems.filter { $0.effect != .note } == [], "\(record.description)")
    }
  }
}
