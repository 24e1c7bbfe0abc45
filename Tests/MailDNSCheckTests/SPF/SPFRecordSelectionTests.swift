import Testing

@testable import MailDNSCheck

@Suite("Selecting records (RFC 7208 §4.5)")
struct SPFRecordSelectionTests {
  private func select(_ texts: String...) -> SPFRecordSelection {
    SPFRecordSelection(texts.map { CharacterStrings([Array($0.utf8)])! })
  }

  @Test(
    "records that do not begin with a version section of exactly \"v=spf1\" are discarded",
    arguments: [
      "", "v=spf10", "v=spf10 -all", "v=spf2.0/pra -all", "spf2.0/mfrom -all", "v=spf3 !a:example.jp",
      "v=spf",
      "v=spf1mx", "v=spf1\t-all", "v=spf1;-all", " v=spf1 -all", "google-site-verification=x",
      "v=DMARC1; p=none",
    ])
  func discarded(text: String) { #expect(select(text).outcome == .none) }

  @Test(
    "the version section ends at a space or at the end of the record",
    arguments: ["v=spf1", "v=spf1 ", "v=spf1 -all", "V=SPF1 -all", "v=sPf1 garbage"])
  func selected(text: String) { #expect(select("other", text).outcome == .one(Array(text.utf8))) }

  @Test("two records are a conflict, even where they are identical or differ in case")
  func several() {
    let texts = ["v=spf1 -all", "v=spf1 -all", "V=SPF1 +all"].map { Array($0.utf8) }
    #expect(select("v=spf1 -all", "x", "v=spf1 -all", "V=SPF1 +all").outcome == .several(texts))
  }

  @Test("the strings of a record are joined without a space in between")
  func joined() throws {
    let glued = try #require(CharacterStrings([Array("v=spf1".utf8), Array("mx".utf8)]))
    #expect(SPFRecordSelection([glued]).outcome == .none)
    let spaced = try #require(CharacterStrings([Array("v=sp".utf8), Array("f1 mx".utf8)]))
    #expect(SPFRecordSelection([spaced]).outcome == .one(Array("v=spf1 mx".utf8)))
  }

  @Test(
    "what is meant as SPF and is not selected is a near miss",
    arguments: [
      (" v=spf1 -all", SPFNearMiss.Reason.leadingCharacters),
      ("\tv=spf1 -all", .leadingCharacters),
      ("\"v=spf1 -all\"", .leadingCharacters),
      ("'v=spf1'", .leadingCharacters),
      ("\u{201C}v=spf1 -all", .leadingCharacters),
      ("\u{FEFF}v=spf1 -all", .leadingCharacters),
      (" v=spf1;-all", .leadingCharacters),
      ("v=spf1;-all", .versionGoesOn(0x3B)),
      ("v=spf1, -all", .versionGoesOn(0x2C)),
      ("v=spf1\t-all", .versionGoesOn(0x09)),
      ("V=SPF1mx", .versionGoesOn(0x6D)),
      ("v=spf1\"", .versionGoesOn(0x22)),
      ("v=spf1\u{3000}-all", .versionGoesOn(0xE3)),
      ("spf1 include:example.jp", .missingVersionTag),
      ("SPF1", .missingVersionTag),
      ("v=spf -all", .misspeltVersion),
      ("v = spf1 -all", .misspeltVersion),
      ("v= spf1 -all", .misspeltVersion),
      ("v:spf1 -all", .misspeltVersion),
    ])
  func nearMiss(text: String, reason: SPFNearMiss.Reason) throws {
    let selection = select(text)
    #expect(selection.outcome == .none)
    let miss = try #require(selection.nearMisses.first)
    #expect(miss.reason == reason)
    #expect(miss.text == Array(text.utf8))
  }

  @Test(
    "other versions and other texts are no near miss",
    arguments: [
      "v=spf10", "v=spf10 -all", " v=spf10", "v=spf2.0/pra -all", "spf2.0/pra -all", "v=spf3 -all",
      "v = spf10", "spf10",
      "spf1x", "v=spfl is not", "", "v", "v=DMARC1", "see our spf1 record", "v=spf1 -all",
    ])
  func noNearMiss(text: String) { #expect(select(text).nearMisses == []) }

  @Test("a near miss is reported beside the record that is selected")
  func besideSelected() {
    let selection = select("v=spf1;mx", "v=spf1 mx")
    #expect(selection.outcome == .one(Array("v=spf1 mx".utf8)))
    #expect(selection.nearMisses.map(\.reason) == [.versionGoesOn(0x3B)])
  }
}
