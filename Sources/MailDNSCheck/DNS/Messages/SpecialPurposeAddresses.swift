/// Addresses that no host of the Internet can be reached at or send from: IANA's registries of special-purpose addresses of
/// both families (RFC 6890; as of November 2026), multicast, and what is not given out at all.
///
/// Without the networks that documentation and examples are made of (RFC 5737, RFC 3849, RFC 9637): whoever publishes those
/// is trying something out.
extension IPAddress {
  /// Whether the address means something inside a site only: RFC 1918, RFC 4193, RFC 3927, RFC 4291 §2.5.6, loopback.
  var isPrivate: Bool { Self.privateNetworks.contains { $0.contains(self) } }

  /// Whether nobody on the Internet can send to it or from it, private addresses included.
  var isUnreachable: Bool {
    switch self {
    case .v4: return Self.unreachableIPv4.contains { $0.contains(self) }
    case .v6(let address):
      if let embedded = address.embeddedIPv4 { return IPAddress.v4(embedded).isUnreachable }
      return !Self.globalIPv6.contains { $0.contains(self) }
        || Self.unreachableIPv6.contains { $0.contains(self) }
    }
  }

  private static let privateNetworks = networks(
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10",
    "::1/128")

  /// Every IPv4 network of the registry that is not globally reachable, and multicast.
  static let unreachableIPv4 = networks(
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
    "192.0.0.0/29",
    "192.0.0.8/32", "192.0.0.11/32", "192.0.0.12/30", "192.0.0.16/28", "192.0.0.32/27", "192.0.0.64/26",
    "192.0.0.128/25", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4")

  /// Global unicast (RFC 4291 §2.4).
  fileprivate static let globalIPv6 = networks("2000::/3")
  fileprivate static let globalIPv6Length = 3

  /// Within global unicast: Teredo, benchmarking, ORCHID.
  fileprivate static let unreachableIPv6 = networks("2001::/32", "2001:2::/48", "2001:10::/28")

  private static func networks(_ texts: String...) -> [IPNetwork] { texts.compactMap(IPNetwork.init) }
}

extension IPNetwork {
  /// Whether all of its addresses are unreachable.
  var isUnreachable: Bool {
    func lies(in networks: [IPNetwork]) -> Bool {
      networks.contains { $0.length <= length && $0.contains(address) }
    }
    switch address {
    case .v4: return lies(in: IPAddress.unreachableIPv4)
    case .v6(let address):
      // The first bits of a 6to4 address up to the end of the IPv4 address in it.
      if address.embeddedIPv4 != nil { return length >= 48 && self.address.isUnreachable }
      return !lies(in: IPAddress.globalIPv6) && length >= IPAddress.globalIPv6Length
        || lies(in: IPAddress.unreachableIPv6)
    }
  }
}

extension IPv6Address {
  /// The IPv4 address that the network translates it to: of 6to4 (`2002::/16`, RFC 3056) and of NAT64's well-known prefix
  /// (`64:ff9b::/96`, RFC 6052 §2.1). Nil for any other; a mapped address is no address on the wire (RFC 4291 §2.5.5.2).
  fileprivate var embeddedIPv4: IPv4Address? {
    if value >> 112 == 0x2002 { return IPv4Address(value: UInt32(truncatingIfNeeded: value >> 80)) }
    if value >> 32 == 0x0064_FF9B << 64 { return IPv4Address(value: UInt32(truncatingIfNeeded: value)) }
    return nil
  }
}
