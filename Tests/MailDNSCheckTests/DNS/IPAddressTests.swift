import Glibc
import Testing

@testable import MailDNSCheck

@Suite("IP addresses")
struct IPAddressTests {
  @Test(
    "addresses are shown in their canonical form (RFC 5952)",
    arguments: [
      ("192.0.2.1", "192.0.2.1"), ("0.0.0.0", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
      ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("::", "::"), ("2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1"),
      ("::ffff:192.0.2.1", "::ffff:192.0.2.1"), ("fe80::1", "fe80::1"),
      ("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
    ])
  func canonicalForm(_ text: String, _ expected: String) {
    #expect(IPAddress(text)?.description == expected)
  }

  @Test(
    "anything else is no address",
    arguments: [
      "", "192.0.2", "192.0.2.256", "192.0.2.01", "192.0.2.1.", "192.0.2.1.1", " 192.0.2.1", "192.0.2.1 ",
      "0x7f000001", "3221225985", "１９２.0.2.1", "192.0.2.1\0", "192.0.2.1\0.example", "192.0.2.1/32",
      ":", ":::", "2001:db8::1::", "2001:db8", "12345::", "g::", "::1\0", "[::1]", "fe80::1%lo",
      "::ffff:1.2.3",
    ])
  func refused(_ text: String) {
    #expect(IPAddress(text) == nil)
    #expect(IPv4Address(text) == nil)
    #expect(IPv6Address(text) == nil)
  }

  @Test("addresses are written as the system writes them", arguments: 0..<20 as Range<UInt64>)
  func written(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var value: UInt128 = 0
      for _ in 0..<8 {
        // Many groups of zeros, in which notations differ.
        let width = [0, 0, 4, 8, 16].randomElement(using: &generator) ?? 0
        let group = UInt16.random(in: 0...UInt16.max, using: &generator) >> UInt16(16 - width)
        value = value << 16 | UInt128(Bool.random(using: &generator) ? group : (width == 16 ? 0xFFFF : 0))
      }
      let address = IPv6Address(value: value)
      var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
      inet_ntop(AF_INET6, address.octets, &buffer, socklen_t(buffer.count))
      let expected = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      #expect(Array(address.description.utf8) == expected)
      let short = IPv4Address(value: UInt32(truncatingIfNeeded: value))
      #expect(short.description == short.octets.map(String.init).joined(separator: "."))
      #expect(IPv4Address(short.description) == short)
    }
  }

  @Test("IPv4 addresses are read as the system reads them", arguments: 0..<20 as Range<UInt64>)
  func read(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("0129...".utf8)
    for _ in 0..<200 {
      var octets: [UInt8] = []
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        octets += alphabet.randomElement(using: &generator).map { [$0] } ?? []
      }
      let numbers = (0..<4).map { _ in Int.random(in: 0...300, using: &generator) }
      for text in [String(decoding: octets, as: UTF8.self), numbers.map(String.init).joined(separator: ".")] {
        var address = in_addr()
        let isAddress = inet_pton(AF_INET, text, &address) == 1
        let expected: UInt32? = isAddress ? UInt32(bigEndian: address.s_addr) : nil
        #expect(IPv4Address(text)?.value == expected, "\(text)")
      }
    }
  }

  @Test("no address is aligned to more than a word: the compiler mislays the payload of an enum that is")
  func alignment() {
    #expect(MemoryLayout<IPAddress>.alignment <= MemoryLayout<UInt64>.alignment)
    #expect(MemoryLayout<Interception>.alignment <= MemoryLayout<UInt64>.alignment)
    #expect(IPv6Address(value: .max).value == .max)
    #expect(IPv6Address(value: 1 << 64).octets == [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
  }

  @Test("an address and its octets are the same")
  func octets() {
    #expect(IPv4Address("192.0.2.1")?.octets == [192, 0, 2, 1])
    #expect(IPv4Address(octets: [192, 0, 2, 1])?.value == 0xC000_0201)
    let octets: [UInt8] = [0x20, 0x01, 0x0D, 0xB8] + [UInt8](repeating: 0, count: 11) + [1]
    #expect(IPv6Address("2001:db8::1")?.octets == octets)
    #expect(IPv6Address(octets: octets)?.description == "2001:db8::1")
    for count in [0, 3, 5, 15, 17] {
      #expect(IPv4Address(octets: [UInt8](repeating: 1, count: count)) == nil)
      #expect(IPv6Address(octets: [UInt8](repeating: 1, count: count)) == nil)
    }
  }

  @Test("an IPv4 address may hide in an IPv6 one (RFC 4291 §2.5.5.2)")
  func mapped() {
    #expect(IPv6Address("::ffff:192.0.2.1")?.mappedIPv4 == IPv4Address("192.0.2.1"))
    #expect(IPv6Address("::192.0.2.1")?.mappedIPv4 == nil)
    #expect(IPv6Address("1::ffff:192.0.2.1")?.mappedIPv4 == nil)
  }

  @Test(
    "the reverse name has the octets or nibbles backwards (RFC 1035 §3.5, RFC 3596 §2.5)",
    arguments: [
      ("192.0.2.1", "1.2.0.192.in-addr.arpa"), ("0.0.0.0", "0.0.0.0.in-addr.arpa"),
      ("255.10.100.9", "9.100.10.255.in-addr.arpa"),
      (
        "4321:0:1:2:3:4:567:89ab",
        "b.a.9.8.7.6.5.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.0.0.0.0.1.2.3.4.ip6.arpa"
      ),
    ])
  func reverseName(_ address: String, _ expected: String) {
    #expect(IPAddress(address)?.reverseName.description == expected)
  }
}
