import Testing

@testable import MailDNSCheck

@Suite("Sets of addresses")
struct AddressRangesTests {
  private func ranges(_ networks: [String]) throws -> AddressRanges {
    AddressRanges(try networks.map { try #require(IPNetwork($0)) })
  }

  @Test(
    "ranges that touch or overlap become one; others stay apart, in ascending order, IPv4 first",
    arguments: [
      ([], []), (["192.0.2.0/24"], ["192.0.2.0/24"]), (["192.0.2.3/32"], ["192.0.2.3"]),
      (["192.0.2.77/24"], ["192.0.2.0/24"]), (["192.0.2.0/24", "192.0.2.0/24"], ["192.0.2.0/24"]),
      (["192.0.2.0/24", "192.0.2.128/25"], ["192.0.2.0/24"]),
      (["192.0.2.3/32", "192.0.2.0/24"], ["192.0.2.0/24"]),
      (["192.0.2.128/25", "192.0.2.0/25"], ["192.0.2.0/24"]),
      (["192.0.3.0/24", "192.0.2.0/24", "192.0.0.0/23"], ["192.0.0.0/22"]),
      (["192.0.1.0/24", "192.0.2.0/24"], ["192.0.1.0-192.0.2.255"]),
      (["192.0.2.1/32", "192.0.2.2/32"], ["192.0.2.1-192.0.2.2"]),
      (["192.0.2.2/32", "192.0.2.3/32"], ["192.0.2.2/31"]),
      (["192.0.2.4/32", "192.0.2.2/32"], ["192.0.2.2", "192.0.2.4"]),
      (["2001:db8::/33", "2001:db8:8000::/33"], ["2001:db8::/32"]),
      (["2001:db8::1/128", "2001:db8::2/128"], ["2001:db8::1-2001:db8::2"]),
      (["2001:db8::1/128"], ["2001:db8::1"]),
      (["2001:db8::/32", "192.0.2.0/24"], ["192.0.2.0/24", "2001:db8::/32"]),
    ] as [([String], [String])])
  func merged(_ networks: [String], _ expected: [String]) throws {
    #expect(try ranges(networks).descriptions == expected)
    #expect(try ranges(networks.reversed()) == ranges(networks))
  }

  @Test(
    "the edges of the address space",
    arguments: [
      (["0.0.0.0/0"], ["0.0.0.0/0"]), (["255.255.255.255/0", "192.0.2.0/24"], ["0.0.0.0/0"]),
      (["0.0.0.0/1", "128.0.0.0/1"], ["0.0.0.0/0"]), (["0.0.0.0/32"], ["0.0.0.0"]),
      (["255.255.255.255/32"], ["255.255.255.255"]),
      (["255.255.255.255/32", "255.255.255.254/32", "255.255.255.255/32"], ["255.255.255.254/31"]),
      (["0.0.0.0/32", "255.255.255.255/32"], ["0.0.0.0", "255.255.255.255"]),
      (["::/0"], ["::/0"]), (["::/1", "8000::/1", "ffff::/16"], ["::/0"]), (["::/128"], ["::"]),
      (["ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff/128"], ["ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"]),
      (["8000::/1", "ffff::/16"], ["8000::/1"]),
    ] as [([String], [String])])
  func edges(_ networks: [String], _ expected: [String]) throws {
    #expect(try ranges(networks).descriptions == expected)
  }

  @Test(
    "IPv4 addresses are counted, each once",
    arguments: [
      ([], 0), (["192.0.2.3/32"], 1), (["192.0.2.0/24", "192.0.2.3/32"], 256),
      (["192.0.2.0/24", "10.0.0.0/8"], 16_777_472),
      (["0.0.0.0/0"], 4_294_967_296), (["0.0.0.0/0", "192.0.2.0/24"], 4_294_967_296), (["::/0"], 0),
    ] as [([String], UInt64)])
  func count(_ networks: [String], _ expected: UInt64) throws {
    #expect(try ranges(networks).v4Count == expected)
  }

  @Test(
    "a set holds the addresses of its networks, to the edge and no further",
    arguments: [
      ("192.0.2.0", true), ("192.0.2.255", true), ("192.0.1.255", false), ("192.0.3.0", false),
      ("10.0.0.1", true),
      ("2001:db8::", true), ("2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", true), ("2001:db9::", false),
      ("::ffff:192.0.2.3", false), ("::", false),
    ])
  func contains(_ address: String, _ expected: Bool) throws {
    let ranges = try ranges(["192.0.2.0/25", "192.0.2.128/25", "10.0.0.1/32", "2001:db8::/32"])
    #expect(try ranges.contains(#require(IPAddress(address))) == expected)
  }

  @Test("a set of one family holds no address of the other")
  func families() throws {
    #expect(try !ranges(["0.0.0.0/0"]).contains(#require(IPAddress("::"))))
    #expect(try !ranges(["::/0"]).contains(#require(IPAddress("0.0.0.0"))))
  }

  @Test(
    "random networks: the set holds exactly what one of them holds, and its ranges never touch",
    arguments: 0..<20 as Range<UInt64>)
  func random(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // A small space, so that networks meet.
    let networks = try (0..<12).map { _ in
      let address = IPAddress.v4(
        IPv4Address(value: 0xC000_0200 | UInt32.random(in: 0...255, using: &generator)))
      return try #require(IPNetwork(address, length: Int.random(in: 26...32, using: &generator)))
    }
    let ranges = AddressRanges(networks)
    var count: UInt64 = 0
    for last in 0...255 as ClosedRange<UInt32> {
      let address = IPAddress.v4(IPv4Address(value: 0xC000_0200 | last))
      let expected = networks.contains { $0.contains(address) }
      #expect(ranges.contains(address) == expected)
      count += expected ? 1 : 0
    }
    #expect(ranges.v4Count == count)
    for (left, right) in zip(ranges.v4, ranges.v4.dropFirst()) {
      #expect(left.upperBound + 1 < right.lowerBound)
    }
  }

  @Test(
    "every IPv4 address that hosts have is in the set where nothing but special ones are left out",
    arguments: [
      ([], false), (["0.0.0.0/0"], true), (["0.0.0.0/1", "128.0.0.0/1"], true), (["1.0.0.0/8"], false),
      (["0.0.0.0/1"], false), (["128.0.0.0/1"], false), (["0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3"], true),
      (["0.0.0.0/1", "128.0.0.0/2"], false), (["::/0"], false),
    ] as [([String], Bool)])
  func covers(_ networks: [String], _ expected: Bool) throws {
    #expect(try ranges(networks).coversIPv4 == expected)
  }

  @Test("the same as where the special ones are put in", arguments: 0..<40 as Range<UInt64>)
  func coversAll(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    // All /8, and in place of some their halves; the special ones left out, and sometimes one more.
    var networks: [IPNetwork] = []
    for first in 0...255 as ClosedRange<UInt32> {
      let address = IPv4Address(value: first << 24)
      if Bool.random(using: &generator) {
        networks.append(try #require(IPNetwork(.v4(address), length: 8)))
      } else {
        let other = IPv4Address(value: address.value | 1 << 23)
        networks.append(try #require(IPNetwork(.v4(address), length: 9)))
        networks.append(try #require(IPNetwork(.v4(other), length: 9)))
      }
    }
    networks.removeAll(where: \.isUnreachable)
    if seed % 2 == 0 { networks.remove(at: Int.random(in: networks.indices, using: &generator)) }
    let whole =
      AddressRanges(networks + IPAddress.unreachableIPv4).v4 == [AddressSpan(lowerBound: 0, upperBound: .max)]
    #expect(AddressRanges(networks).coversIPv4 == whole)
    #expect(whole == (seed % 2 == 1))
  }
}
