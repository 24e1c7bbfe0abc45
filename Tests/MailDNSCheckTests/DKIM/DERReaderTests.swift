import Testing

@testable import MailDNSCheck

@Suite("DER (X.690)")
struct DERReaderTests {
  private func integer(_ octets: [UInt8]) throws(DERError) -> [UInt8] {
    var reader = DERReader(octets[...])
    let value = try reader.readPositiveInteger()
    try reader.end()
    return Array(value)
  }

  @Test(
    "a positive integer is its octets without leading zeros",
    arguments: [
      ([2, 1, 5], [5]), ([2, 2, 0, 0x80], [0x80]), ([2, 0x81, 0x80, 1] + zeros(127), [1] + zeros(127)),
    ]
      as [([UInt8], [UInt8])])
  func integers(_ octets: [UInt8], _ expected: [UInt8]) throws {
    #expect(try integer(octets) == expected)
  }

  @Test(
    "a bad encoding is refused at its place",
    arguments: [
      ([], .truncated, 0),
      ([2], .truncated, 1),
      ([2, 1], .truncated, 2),
      ([2, 0x82, 1], .truncated, 3),
      ([2, 2, 1], .truncated, 3),
      ([3, 1, 0], .unexpectedTag(3), 0),
      ([2, 0x80, 1, 0, 0], .badLength, 1),
      ([2, 0x81, 1, 1], .badLength, 1),
      ([2, 0x82, 0, 0x80] + zeros(128), .badLength, 1),
      ([2, 0x83, 0, 0, 1, 1], .badLength, 1),
      ([2, 0xFF, 0, 0, 1, 1], .badLength, 1),
      ([2, 0], .badInteger, 0),
      ([2, 1, 0], .badInteger, 0),
      ([2, 1, 0x80], .badInteger, 0),
      ([2, 1, 1, 9], .trailingOctets, 3),
    ] as [([UInt8], DERError.Reason, Int)])
  func errors(_ octets: [UInt8], _ reason: DERError.Reason, _ offset: Int) {
    #expect(throws: DERError(reason, at: offset)) { try integer(octets) }
  }
}

private func zeros(_ count: Int) -> [UInt8] { Array(repeating: 0, count: count) }
