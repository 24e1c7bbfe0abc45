import Testing

@testable import MailDNSCheck

@Suite("Addresses that nobody on the Internet can reach (RFC 6890)")
struct UnreachableAddressTests {
  @Test(
    "are those of the registries of special-purpose addresses",
    arguments: [
      "0.0.0.0", "10.0.0.1", "100.64.0.25", "127.0.0.1", "169.254.1.1", "172.31.255.255", "192.0.0.1",
      "192.88.99.1",
      "192.168.0.1", "198.18.0.1", "224.0.0.25", "240.0.0.1", "255.255.255.255", "::", "::1",
      "::ffff:10.0.0.1",
      "::ffff:8.8.8.8", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "100::1", "2001::1", "2001:2::1",
      "2002:a00:1::1",
      "fc00::1", "fe80::1", "fec0::1", "ff02::1", "5f00::1",
    ])
  func unreachable(_ text: String) { #expect(IPAddress(text)?.isUnreachable == true) }

  @Test(
    "are no others, and none of those that examples are made of",
    arguments: [
      "1.1.1.1", "9.255.255.255", "100.63.255.255", "100.128.0.0", "172.32.0.1", "192.0.0.9", "192.0.0.10",
      "192.0.2.1", "198.51.100.1", "203.0.113.1", "223.255.255.255", "2001:240:bb81::1", "2001:db8::1",
      "2606:4700::1", "64:ff9b::8.8.8.8", "2002:808:808::1",
    ])
  func reachable(_ text: String) { #expect(IPAddress(text)?.isUnreachable == false) }

  @Test(
    "a network is unreachable where all of it is",
    arguments: [
      ("10.0.0.0/8", true), ("10.1.0.0/16", true), ("0.0.0.0/0", false), ("8.0.0.0/6", false),
      ("::/0", false),
      ("::/1", false), ("fc00::/7", true), ("2001::/31", false), ("2002:a00:1::/48", true),
      ("2002::/16", false),
    ])
  func networks(_ text: String, _ isUnreachable: Bool) {
    #expect(IPNetwork(text)?.isUnreachable == isUnreachable)
  }
}
