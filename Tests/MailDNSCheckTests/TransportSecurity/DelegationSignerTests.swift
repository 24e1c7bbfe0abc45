import Testing

@testable import MailDNSCheck

@Suite("Keys of a zone, and the DS records that mean them (RFC 4034)")
struct DelegationSignerTests {
  /// The example of RFC 4034 §5.4.
  private static let zone = """
    $ORIGIN dskey.example.com.
    $TTL 86400
    @ SOA ns hostmaster 1 7200 1800 1209600 300
    @ DNSKEY 256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==

    """

  private func keys(_ text: String) async throws -> [RecordData] {
    let resolver = ZoneResolver(
      zones: try zoneSet(("dskey.example.com.zone", text)), otherwise: OfflineResolver())
    return await resolver.answer(to: asking("dskey.example.com", .dnskey)).records.map(\.data)
  }

  private func signer(_ tag: UInt16, _ algorithm: UInt8, digest: UInt8 = 2) throws -> DelegationSigner {
    let octets = WireWriter.number(tag) + [algorithm, digest] + Array(repeating: 0xAB, count: 32)
    return try #require(DelegationSigner(.other(.ds, octets)))
  }

  @Test("a key has the tag that the RFC's own has")
  func tag() async throws {
    let key = try #require(try await keys(Self.zone).compactMap(ZoneKey.init).first)
    #expect(key.tag == 60485 && key.algorithm == 5)
    #expect(key.mayBe(try signer(60485, 5)))
    for other in [try signer(60484, 5), try signer(60485, 8)] { #expect(!key.mayBe(other)) }
  }

  @Test(
    "a key without the flag of zones, or of another protocol, signs no zone", arguments: ["0 3 5", "256 2 5"])
  func others(_ fields: String) async throws {
    let data = try await keys(Self.zone.replacing("256 3 5", with: fields))
    #expect(data.count == 1)
    #expect(data.compactMap(ZoneKey.init).isEmpty)
  }

  @Test(
    "validators know these",
    arguments: [
      (8, 2, true), (13, 2, true), (15, 4, true), (13, 1, false), (5, 2, false), (3, 2, false),
      (253, 2, false),
    ]
      as [(UInt8, UInt8, Bool)])
  func known(_ algorithm: UInt8, _ digest: UInt8, _ expected: Bool) throws {
    #expect(try signer(1, algorithm, digest: digest).isWidelyKnown == expected)
  }

  @Test("too few octets are none")
  func short() { #expect(DelegationSigner(.other(.ds, [0, 1, 8, 2])) == nil) }
}
