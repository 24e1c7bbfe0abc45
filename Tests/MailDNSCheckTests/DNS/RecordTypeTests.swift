import Testing

@testable import MailDNSCheck

@Suite("Record types")
struct RecordTypeTests {
  @Test(
    "mnemonics are read in any case",
    arguments: [
      ("A", 1), ("mx", 15), ("Txt", 16), ("aaaa", 28), ("NSEC3PARAM", 51), ("https", 65), ("ANY", 255),
    ]
      as [(String, UInt16)])
  func mnemonic(_ text: String, _ number: UInt16) {
    #expect(RecordType(text)?.rawValue == number)
  }

  @Test("every mnemonic names one type and is shown for it")
  func roundTrip() {
    #expect(RecordType.mnemonics.count > 40)
    for mnemonic in RecordType.mnemonics { #expect(RecordType(mnemonic)?.description == mnemonic) }
  }

  @Test(
    "TYPE and a number is any type (RFC 3597 §5)",
    arguments: [("TYPE15", 15), ("type65534", 65_534), ("TYPE0", 0), ("TYPE65535", 65_535)]
      as [(String, UInt16)])
  func numbered(_ text: String, _ number: UInt16) {
    #expect(RecordType(text)?.rawValue == number)
  }

  @Test("a type is shown with its mnemonic, or as TYPE and its number", arguments: 0...UInt16(300))
  func shown(_ number: UInt16) {
    let type = RecordType(rawValue: number)
    #expect(RecordType(type.description) == type)
    #expect((type.description == "TYPE\(number)") == !RecordType.mnemonics.contains(type.description))
  }

  @Test(
    "anything else is no type",
    arguments: [
      "", "MXX", "TYPE", "TYPE65536", "TYPE-1", "TYPE+1", "TYPE 1", "TYPE1x", "TYPE１", " A", "ＭＸ", "15",
      "A\0",
      "TYPE99999999999999999999",
    ])
  func refused(_ text: String) {
    #expect(RecordType(text) == nil)
  }
}
