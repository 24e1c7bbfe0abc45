/// Where a walk through the tree of zones begins: the root's name servers.
struct RootServers: Hashable, Sendable {
  /// In the order in which they are asked, IPv4 first; never empty.
  let addresses: [ServerAddress]
  /// Whether somebody else's root than the Internet's was given: a network of one's own, where any address may be meant.
  let isPrivate: Bool

  /// Nil where there are none.
  init?(given addresses: [ServerAddress]) {
    guard !addresses.isEmpty else { return nil }
    self.init(addresses: addresses, isPrivate: true)
  }

  private init(addresses: [ServerAddress], isPrivate: Bool) {
    self.addresses = addresses
    self.isPrivate = isPrivate
  }

  /// The port of all name servers below this root.
  var port: UInt16 { addresses[0].port }

  func server(_ address: IPAddress) -> ServerAddress { ServerAddress(address: address, port: port) }

  /// The Internet's (IANA's named.root, looked at on 2026-11-28; b.root-servers.net moved last, on 2023-11-27). A walk asks
  /// them for the list in force before it goes by it (priming, RFC 9609 §3).
  static let internet = RootServers(
    addresses: (v4 + v6).compactMap(IPAddress.init).map {
      ServerAddress(address: $0, port: ServerAddress.defaultPort)
    }, isPrivate: false)

  /// From a.root-servers.net to m.root-servers.net.
  private static let v4 = [
    "198.41.0.4", "170.247.170.2", "192.33.4.12", "199.7.91.13", "192.203.230.10", "192.5.5.241",
    "192.112.36.4", "198.97.190.53", "192.36.148.17", "192.58.128.30", "193.0.14.129", "199.7.83.42",
    "202.12.27.33",
  ]

  private static let v6 = [
    "2001:503:ba3e::2:30", "2801:1b8:10::b", "2001:500:2::c", "2001:500:2d::d", "2001:500:a8::e",
    "2001:500:2f::f", "2001:500:12::d0d", "2001:500:1::53", "2001:7fe::53", "2001:503:c27::2:30",
    "2001:7fd::1", "2001:500:9f::42", "2001:dc3::35",
  ]

  /// An address where nobody is (TEST-NET-1, RFC 5737): whoever answers for it stands in between.
  static let nobody = ServerAddress(
    address: .v4(IPv4Address(value: 0xC000_0201)), port: ServerAddress.defaultPort)
}
