/// Resolvers that anybody may ask, as their operators describe them (November 2026).
struct PublicResolver: Hashable, Sendable {
  let name: String
  let address: IPAddress
  /// Whether some names are withheld by its operator.
  let isFilter: Bool
  /// Whether it makes IPv6 addresses of IPv4 addresses (RFC 6147).
  let isDNS64: Bool

  /// The one at that address; nil for any other.
  static func at(_ address: IPAddress) -> PublicResolver? { byAddress[address] }

  /// Those that are compared where none is named.
  static let standard = ["1.1.1.1", "8.8.8.8", "9.9.9.9"].compactMap(IPAddress.init).compactMap(at)

  private static let byAddress: [IPAddress: PublicResolver] = {
    var table: [IPAddress: PublicResolver] = [:]
    for (name, isFilter, isDNS64, addresses) in rows {
      for address in addresses.compactMap(IPAddress.init) {
        table[address] = PublicResolver(name: name, address: address, isFilter: isFilter, isDNS64: isDNS64)
      }
    }
    return table
  }()

  private static let rows: [(name: String, isFilter: Bool, isDNS64: Bool, addresses: [String])] = [
    ("Cloudflare", false, false, ["1.1.1.1", "1.0.0.1", "2606:4700:4700::1111", "2606:4700:4700::1001"]),
    ("Cloudflare for Families", true, false, ["1.1.1.2", "1.0.0.2", "1.1.1.3", "1.0.0.3"]),
    ("Cloudflare DNS64", false, true, ["2606:4700:4700::64", "2606:4700:4700::6400"]),
    ("Google", false, false, ["8.8.8.8", "8.8.4.4", "2001:4860:4860::8888", "2001:4860:4860::8844"]),
    ("Google DNS64", false, true, ["2001:4860:4860::6464", "2001:4860:4860::64"]),
    ("Quad9", true, false, ["9.9.9.9", "149.112.112.112", "2620:fe::fe", "2620:fe::9"]),
    ("Quad9 unfiltered", false, false, ["9.9.9.10", "149.112.112.10", "2620:fe::10", "2620:fe::fe:10"]),
    ("OpenDNS", true, false, ["208.67.222.222", "208.67.220.220", "2620:119:35::35", "2620:119:53::53"]),
    ("OpenDNS FamilyShield", true, false, ["208.67.222.123", "208.67.220.123"]),
  ]
}
