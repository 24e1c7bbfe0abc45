import Testing

@testable import MailDNSCheck

@Suite("Choosing among TXT records at a selector (RFC 6376 §3.6.2.2)")
struct DKIMKeySelectionTests {
  private static let key = "v=DKIM1; k=ed25519; p=\(KeyFixtures.rfc8463Ed25519)"

  private func selection(_ texts: String...) -> DKIMKeySelection {
    DKIMKeySelection(texts.map { CharacterStrings([Array($0.utf8)])! })
  }

  @Test(
    "a text that is not meant as a key is unrelated",
    arguments: [
      "", "v=spf1 -all", "v=spf1 include:x p=y", "v=DMARC1; p=none", "v=STSv1; id=1", "v=BIMI1; l=; p=x",
      "google-site-verification=abc", "MS=ms12345678", "hello", "k=x; t=y", "o=~; r=a@example.com",
    ])
  func unrelated(_ text: String) {
    #expect(DKIMKeyReading(Array(text.utf8)) == .unrelated)
  }

  @Test(
    "a text that is meant as a key, and is none, is malformed",
    arguments: [
      ("p=???", .badBase64(UInt8(ascii: "?")), 2..<3),
      ("v=DKIM1", .missingKey, 7..<7),
      ("v=dkim1; k=rsa", .badVersion("dkim1"), 2..<7),
      ("V=DKIM1; k=rsa", .missingKey, 14..<14),
      ("k=rsa p=AAAA", .missingSeparator(before: "p"), 6..<7),
      ("\"v=DKIM1; k=rsa\"", .tagList(.badName("\"v")), 0..<2),
      ("v=1; p=AAAA", .badVersion("1"), 2..<3),
    ] as [(String, DKIMKeyError.Reason, Range<Int>)])
  func malformed(_ text: String, _ reason: DKIMKeyError.Reason, _ place: Range<Int>) {
    let error = DKIMKeyError(reason: reason, place: place)
    #expect(DKIMKeyReading(Array(text.utf8)) == .malformed(error))
    #expect(selection(text).outcome == .malformed(error))
  }

  @Test("the strings of one record are one text")
  func joined() {
    let strings = CharacterStrings([Array("v=DKIM1; k=ed2".utf8), Array(Self.key.utf8.dropFirst(14))])!
    #expect(DKIMKeySelection([strings]) == selection(Self.key))
  }

  @Test("one key beside unrelated texts is the key, and the result for verifiers is undefined")
  func beside() throws {
    let record = try DKIMKeyRecord(parsing: Array(Self.key.utf8))
    #expect(selection(Self.key).outcome == .key(record))
    #expect(selection(Self.key).readings.count == 1)
    #expect(selection("v=spf1 -all", Self.key).outcome == .key(record))
    #expect(selection("v=spf1 -all", Self.key).readings.count == 2)
  }

  @Test("two keys are several, revoked and malformed ones too")
  func several() {
    let selection = selection("p=", "x", "p=?")
    #expect(selection.outcome == .several([selection.readings[0], selection.readings[2]]))
  }

  @Test("nothing that is meant as a key is an absence")
  func absent() {
    #expect(selection().outcome == .absent)
    #expect(selection("v=spf1 -all", "x").outcome == .absent)
  }

  @Test("random octets never trap", arguments: 0..<8 as Range<UInt64>)
  func random(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "p=", "v=DKIM1", ";", "=", " ", "k=", "h=", "t=", "MII", "AQAB", "\"", "\0", "é", "k=ed25519;",
    ]
    for _ in 0..<500 {
      var text: [UInt8] = []
      for _ in 0..<Int.random(in: 0...20, using: &generator) {
        text +=
          Bool.random(using: &generator)
          ? Array(pieces.randomElement(using: &generator)!.utf8) : [.random(in: 0...255, using: &generator)]
      }
      if case .malformed(let error) = DKIMKeyReading(text) {
        #expect(error.place.upperBound <= text.count, "\(text)")
        #expect(!error.wording.english.isEmpty && !error.wording.japanese.isEmpty)
      }
    }
  }
}
