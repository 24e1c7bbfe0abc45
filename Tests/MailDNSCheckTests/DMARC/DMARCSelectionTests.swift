import Testing

@testable import MailDNSCheck

@Suite("Choosing among TXT records at a _dmarc name (RFC 9989 §4.10)")
struct DMARCSelectionTests {
  private func selection(_ texts: String...) -> DMARCSelection {
    DMARCSelection(texts.map { CharacterStrings([Array($0.utf8)])! })
  }

  @Test("one record among others is the record")
  func one() throws {
    let selection = selection("v=spf1 -all", "v=DMARC1; p=none", "v=dmarc1; p=none")
    let record = try #require(DMARCRecord(Array("v=DMARC1; p=none".utf8)))
    #expect(selection.outcome == .record(record))
    #expect(selection.record == record)
    #expect(selection.unrelated == [Array("v=spf1 -all".utf8)])
    #expect(selection.nearMisses.map(\.reason) == [.versionCase])
  }

  @Test("several records are dropped, unusable ones too")
  func several() {
    let selection = selection("v=DMARC1; p=none", "v=DMARC1")
    #expect(selection.outcome == .several(selection.records))
    #expect(selection.records.count == 2)
    #expect(selection.record == nil)
  }

  @Test("nothing that begins with v=DMARC1 is an absence")
  func absent() {
    #expect(selection().outcome == .absent)
    #expect(selection("v=DMARC1 p=none", "hello").outcome == .absent)
  }

  @Test("the strings of one record are joined with nothing in between")
  func joined() {
    let strings = CharacterStrings([Array("v=DMA".utf8), Array("RC1; p=rej".utf8), Array("ect".utf8)])!
    #expect(DMARCSelection([strings]).record?.policy == .reject)
  }

  @Test(
    "a record that was meant and is not seen says why and where",
    arguments: [
      ("v=dmarc1; p=none", .versionCase, 2..<8),
      ("V=DMARC1; p=none", .versionCase, 0..<1),
      ("v = Dmarc1", .versionCase, 4..<10),
      ("v=DMARC1 p=none", .missingSemicolon, 8..<8),
      ("v=DMARC1, p=none", .missingSemicolon, 8..<8),
      ("v=DMARC1\u{3000};p=none", .missingSemicolon, 8..<8),
      ("v=DMARC2; p=none", .wrongVersion("DMARC2"), 2..<8),
      ("v=DMARC; p=none", .wrongVersion("DMARC"), 2..<7),
      ("v=DMARC1.0; p=none", .wrongVersion("DMARC1.0"), 2..<10),
      ("v=DMARC10", .wrongVersion("DMARC10"), 2..<9),
      ("p=none; v=DMARC1", .versionNotFirst, 8..<16),
      ("p=none; rua=mailto:a@x.jp", .missingVersion, 0..<0),
      ("DMARC1; p=none", .missingVersion, 0..<0),
      (" v=DMARC1; p=none", .leadingWhitespace, 0..<1),
      ("\t v=dmarc1", .leadingWhitespace, 0..<2),
      ("\"v=DMARC1; p=none\"", .leadingQuote, 0..<1),
      ("\\\"v=DMARC1; p=none\\\"", .leadingQuote, 0..<2),
      ("\u{201C}v=DMARC1; p=none", .leadingOctets, 0..<3),
      ("\u{FEFF}v=DMARC1; p=none", .leadingOctets, 0..<3),
      (";v=DMARC1; p=none", .leadingOctets, 0..<1),
    ] as [(String, DMARCNearMiss.Reason, Range<Int>)])
  func nearMisses(_ text: String, _ reason: DMARCNearMiss.Reason, _ place: Range<Int>) throws {
    let miss = try #require(DMARCNearMiss(Array(text.utf8)))
    #expect(miss.reason == reason)
    #expect(miss.place == place)
    #expect(selection(text).nearMisses == [miss])
    #expect(!reason.wording.english.isEmpty && !reason.wording.japanese.isEmpty)
  }

  @Test(
    "texts that have nothing to do with DMARC, and records, are no near misses",
    arguments: [
      "", "   ", "v=spf1 -all", "p=", "p=MIGf", "v=DKIM1; p=none", "hello", "v=DMARC1; p=none",
      "v=STSv1; id=1", "v=",
    ])
  func unrelated(_ text: String) {
    #expect(DMARCNearMiss(Array(text.utf8)) == nil)
  }

  @Test("random octets never trap, and every place lies in the text", arguments: 0..<16 as Range<UInt64>)
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "v=DMARC1;", "v=DMARC1", "p=", "reject", "none", "rua=", "mailto:", "a@x.jp", "!", "10m", ",", ";", "=",
      " ", "%2C",
      "%", "fo=", "0:1", "pct=", "50", "psd=y", "t=y", "sp=", "np=", "\"", "\u{FEFF}", ":", "@", "?",
    ]
    for _ in 0..<500 {
      var text: [UInt8] = Bool.random(using: &generator) ? Array("v=DMARC1;".utf8) : []
      for _ in 0..<Int.random(in: 0...16, using: &generator) {
        text +=
          Int.random(in: 0..<8, using: &generator) > 0
          ? Array(pieces.randomElement(using: &generator)!.utf8) : [.random(in: 0...255, using: &generator)]
      }
      if let record = DMARCRecord(text) {
        #expect(record.problems.allSatisfy { $0.place.upperBound <= text.count }, "\(text)")
        #expect(record.problems.allSatisfy { !$0.wording.english.isEmpty && !$0.wording.japanese.isEmpty })
        #expect(record.isUsable == !record.problems.contains { $0.effect == .breaksRecord }, "\(text)")
        let again = DMARCRecord(Array(record.description.utf8))
        #expect(again?.description == record.description)
      } else if let miss = DMARCNearMiss(text) {
        #expect(miss.place.upperBound <= text.count, "\(text)")
      }
    }
  }
}
