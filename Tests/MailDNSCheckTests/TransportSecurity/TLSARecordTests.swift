import Testing

@testable import MailDNSCheck

@Suite("TLSA records (RFC 6698 §2.1, RFC 7672 §3.1)")
struct TLSARecordTests {
  @Test(
    "which senders of mail can use",
    arguments: [
      (3, 1, 1, 32, true), (3, 0, 1, 32, true), (3, 1, 2, 64, true), (3, 1, 0, 294, true),
      (2, 0, 1, 32, true),
      (2, 1, 2, 64, true),
      // Nobody else than the domain vouches for anybody on port 25.
      (0, 0, 1, 32, false), (1, 1, 1, 32, false), (255, 1, 1, 32, false),
      (3, 2, 1, 32, false), (3, 1, 3, 32, false), (3, 1, 1, 31, false), (3, 1, 2, 32, false),
    ] as [(UInt8, UInt8, UInt8, Int, Bool)])
  func usable(_ usage: UInt8, _ selector: UInt8, _ matching: UInt8, _ length: Int, _ expected: Bool) throws {
    let octets = [usage, selector, matching] + Array(repeating: 0xAB, count: length)
    #expect(try #require(TLSARecord(octets)).isUsable == expected)
  }

  @Test("too few octets are none", arguments: [0, 1, 3])
  func short(_ count: Int) { #expect(TLSARecord(Array(repeating: 3, count: count)) == nil) }

  @Test("shown as a zone file has it, and cut")
  func shown() {
    let record = TLSARecord([3, 1, 1] + Array(repeating: 0x2B, count: 32))
    #expect(record?.description == "3 1 1 2b2b2b2b2b2b2b2b…")
  }
}
