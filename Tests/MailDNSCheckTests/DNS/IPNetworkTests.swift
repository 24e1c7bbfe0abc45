import Testing

@testable import MailDNSCheck

@Suite("IP networks")
struct IPNetworkTests {
  @Test(
    "a network holds the addresses that share its prefix, to the edge and no further",
    arguments: [
      ("192.0.2.0/24", "192.0.2.0", true), ("192.0.2.0/24", "192.0.2.255", true),
      ("192.0.2.0/24", "192.0.1.255", false), ("192.0.2.0/24", "192.0.3.0", false),
      ("210.130.202.128/25", "210.130.202.127", false), ("210.130.202.128/25", "210.130.202.128", true),
      ("192.0.2.1/32", "192.0.2.1", true), ("192.0.2.1/32", "192.0.2.0", false),
      ("192.0.2.77/24", "192.0.2.1", true),
      ("192.0.2.1/0", "0.0.0.0", true), ("192.0.2.1/0", "255.255.255.255", true),
      ("0.0.0.0/1", "128.0.0.0", false),
      ("2001:db8::/32", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", true),
      ("2001:db8::/32", "2001:db9::", false),
      ("2001:db8::/32", "2001:db7:ffff::", false), ("2001:db8::1/128", "2001:db8::1", true),
      ("2001:db8::1/128", "2001:db8::", false), ("::/0", "ffff::", true), ("::/1", "8000::", false),
      ("2001:db8::/127", "2001:db8::1", true), ("2001:db8::/127", "2001:db8::2", false),
    ])
  func contains(_ network: String, _ address: String, _ expected: Bool) throws {
    let network = try #require(IPNetwork(network))
    let address = try #require(IPAddress(address))
    #expect(network.contains(address) == expected)
  }

  @Test("an address of the other family is never in a network")
  func families() throws {
    let all4 = try #require(IPNetwork("0.0.0.0/0"))
    let all6 = try #require(IPNetwork("::/0"))
    let mapped = try #require(IPAddress("::ffff:192.0.2.1"))
    #expect(!all4.contains(mapped))
    #expect(try !all6.contains(#require(IPAddress("192.0.2.1"))))
  }

  @Test(
    "a network is an address, a slash and a length that fits the family",
    arguments: ["192.0.2.0/0", "192.0.2.0/32", "2001:db8::/0", "2001:db8::/128"])
  func written(_ text: String) {
    #expect(IPNetwork(text)?.description == text)
  }

  @Test(
    "anything else is no network",
    arguments: [
      "", "/", "192.0.2.0", "192.0.2.0/", "/24", "192.0.2.0/33", "2001:db8::/129", "192.0.2.0/-1",
      "192.0.2.0/+8",
      "192.0.2.0/24/24", "192.0.2/24", "192.0.2.0/24 ", "192.0.2.0/２", "192.0.2.0/99999999999999999999",
      "192.0.2.0\0/24",
    ])
  func refused(_ text: String) {
    #expect(IPNetwork(text) == nil)
  }

  @Test("a network with a length out of range can't be built", arguments: [-1, 33, Int.min, Int.max])
  func range(_ length: Int) throws {
    #expect(try IPNetwork(#require(IPAddress("192.0.2.0")), length: length) == nil)
  }
}
