import Testing

@testable import MailDNSCheck

@Suite("What RRSIG records say (RFC 4034 §3.1)")
struct RecordSignatureTests {
  private static func record(
    _ owner: String = "example.jp", signer: String = "example.jp", end: UInt32 = 2_000, begin: UInt32 = 1_000,
    type: RecordType = .rrsig
  ) -> ResourceRecord {
    let octets =
      [0, 15, 8, 2, 0, 0, 14, 16] + WireWriter.number(end) + WireWriter.number(begin)
      + WireWriter.number(UInt16(12345)) + WireWriter.name(signer) + [0xAB, 0xCD]
    return rr(owner, .other(type, octets))
  }

  @Test("what is signed, by which zone, from when until when")
  func fields() throws {
    let signature = try #require(RecordSignature(Self.record()))
    #expect(signature.owner == fqdn("example.jp") && signature.signer == fqdn("example.jp"))
    #expect(signature.covered == .mx)
    #expect((signature.inception, signature.expiration, signature.keyTag) == (1_000, 2_000, 12345))
    #expect(signature.lifetime == 1_000)
  }

  @Test("a zone signs what is in it, and nothing else", arguments: ["example.com", "mail.example.jp"])
  func foreign(_ signer: String) { #expect(RecordSignature(Self.record(signer: signer)) == nil) }

  @Test("the zone above may have signed", arguments: ["jp", "."])
  func above(_ signer: String) {
    #expect(RecordSignature(Self.record(signer: signer))?.signer == fqdn(signer))
  }

  @Test("what is too short or of another type is none")
  func malformed() {
    #expect(RecordSignature(Self.record(type: .nsec)) == nil)
    guard case .other(_, let octets) = Self.record().data else { return }
    for count in 0..<octets.count - 2 {
      #expect(
        RecordSignature(rr("example.jp", .other(.rrsig, Array(octets.prefix(count))))) == nil, "\(count)")
    }
    let endless = octets.prefix(18) + Array(repeating: 0xC0, count: 20)
    #expect(RecordSignature(rr("example.jp", .other(.rrsig, Array(endless)))) == nil)
  }

  @Test(
    "times are serial numbers: what is left is right around 2106, too",
    arguments: [
      (2_000, 1_500, 500), (2_000, 2_500, -500), (100, UInt32.max - 99, 200),
      (UInt32.max - 99, 100, -200),
    ] as [(UInt32, UInt32, Int)])
  func left(_ end: UInt32, _ now: UInt32, _ expected: Int) throws {
    #expect(
      try #require(RecordSignature(Self.record(end: end, begin: end &- 10))).secondsLeft(at: now) == expected)
  }
}
