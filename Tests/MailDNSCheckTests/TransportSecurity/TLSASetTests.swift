import Testing

@testable import MailDNSCheck

@Suite("The TLSA records of a host, and the certificate that it shows (RFC 7672 §3)")
struct TLSASetTests {
  private static func record(_ usage: UInt8, _ selector: UInt8, _ matching: UInt8, _ data: [UInt8])
    -> TLSARecord
  {
    TLSARecord([usage, selector, matching] + data)!
  }

  private static func digest(_ octet: UInt8, _ count: Int = 32) -> [UInt8] {
    Array(repeating: octet, count: count)
  }

  /// A certificate whose forms are made of one octet each.
  private static func certificate(_ octet: UInt8) -> CertificateDigests {
    CertificateDigests(
      certificate: .init(octets: [octet], sha256: digest(octet), sha512: digest(octet, 64)),
      publicKey: .init(octets: [octet + 1], sha256: digest(octet + 1), sha512: digest(octet + 1, 64)))
  }

  /// The host's own certificate, and the authority's.
  private static let chain = [certificate(0x10), certificate(0x20)]

  @Test(
    "usage 3 means the host's own certificate, usage 2 an authority's, by each selector and matching type",
    arguments: [
      ((3, 1, 1), digest(0x11), true), ((3, 0, 1), digest(0x10), true), ((3, 0, 0), [0x10], true),
      ((3, 1, 0), [0x11], true), ((3, 0, 2), digest(0x10, 64), true), ((3, 1, 2), digest(0x11, 64), true),
      ((2, 0, 1), digest(0x20), true), ((2, 1, 1), digest(0x21), true),
      ((3, 1, 1), digest(0x10), false), ((3, 1, 1), digest(0x21), false), ((2, 1, 1), digest(0x11), false),
      ((2, 0, 1), digest(0x11), false),
    ] as [((UInt8, UInt8, UInt8), [UInt8], Bool)])
  func match(_ fields: (UInt8, UInt8, UInt8), _ data: [UInt8], _ expected: Bool) throws {
    let record = Self.record(fields.0, fields.1, fields.2, data)
    let match = try #require(TLSASet([record])).match(Self.chain)
    #expect(match == (expected ? .matched([record], others: []) : .unmatched))
    #expect(match.needsNameAndDates == (expected ? fields.0 == 2 : nil))
  }

  @Test("in a roll-over one record matches, and the other is left over")
  func rollover() throws {
    let (current, next) = (Self.record(3, 1, 1, Self.digest(0x11)), Self.record(3, 1, 1, Self.digest(0x77)))
    let set = try #require(TLSASet([next, current]))
    #expect(set.isReadyForRollover)
    #expect(set.match(Self.chain) == .matched([current], others: [next]))
    #expect(set.match([Self.certificate(0x50)]) == .unmatched)
    #expect(set.match([]) == .unmatched)
  }

  @Test("an authority's record beside makes name and dates matter only where it alone matches")
  func both() throws {
    let host = Self.record(3, 1, 1, Self.digest(0x11))
    let authority = Self.record(2, 0, 1, Self.digest(0x20))
    let set = try #require(TLSASet([host, authority]))
    #expect(set.isReadyForRollover)
    #expect(set.match(Self.chain).needsNameAndDates == false)
    #expect(set.match([Self.certificate(0x40), Self.chain[1]]).needsNameAndDates == true)
  }

  @Test("the same key in two forms, or one record twice, leaves no room for another key")
  func single() throws {
    let digests = [Self.record(3, 1, 1, Self.digest(0x11)), Self.record(3, 1, 2, Self.digest(0x11, 64))]
    #expect(try !#require(TLSASet(digests)).isReadyForRollover)
    #expect(try !#require(TLSASet([digests[0], digests[0]])).isReadyForRollover)
  }

  @Test("a weaker digest does not count beside a stronger one of the same part (RFC 7671 §9)")
  func agility() throws {
    let stale = Self.record(3, 1, 2, Self.digest(0x77, 64))
    let set = try #require(TLSASet([Self.record(3, 1, 1, Self.digest(0x11)), stale]))
    #expect(set.records == [stale])
    #expect(set.match(Self.chain) == .unmatched)
    let other = Self.record(3, 0, 1, Self.digest(0x10))
    #expect(try #require(TLSASet([stale, other])).match(Self.chain) == .matched([other], others: [stale]))
  }

  @Test("records that can't be used are left out, and without any there is no set")
  func unusable() {
    let record = Self.record(1, 1, 1, Self.digest(0x11))
    #expect(TLSASet([record]) == nil && TLSASet([]) == nil)
    #expect(TLSASet([record, Self.record(3, 1, 1, Self.digest(0x11))])?.records.count == 1)
  }
}
