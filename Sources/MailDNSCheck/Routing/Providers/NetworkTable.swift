/// Values by network. A look-up takes one step for each prefix length in use.
struct NetworkTable<Value: Sendable>: Sendable {
  private var rows: [IPNetwork: Value] = [:]
  /// Prefix lengths in use, longest first.
  private var lengths: [Int] = []

  /// Adds `value`; returns the value that is there for the same network, which then stays.
  mutating func insert(_ value: Value, for network: IPNetwork) -> Value? {
    guard let key = Self.network(of: network.address, length: network.length) else { return nil }
    if let present = rows[key] { return present }
    rows[key] = value
    if !lengths.contains(key.length) {
      lengths.append(key.length)
      lengths.sort(by: >)
    }
    return nil
  }

  /// What was added for this very network.
  func value(for network: IPNetwork) -> Value? {
    Self.network(of: network.address, length: network.length).flatMap { rows[$0] }
  }

  subscript(address: IPAddress) -> Value? {
    for length in lengths {
      if let key = Self.network(of: address, length: length), let value = rows[key] { return value }
    }
    return nil
  }

  /// The network of that length around `address`, its host bits zero; nil where the length does not fit the family.
  private static func network(of address: IPAddress, length: Int) -> IPNetwork? {
    switch address {
    case .v4(let address):
      let host = IPv4Address(value: (address.value >> (32 - length)) << (32 - length))
      return IPNetwork(.v4(host), length: length)
    case .v6(let address):
      let host = IPv6Address(value: (address.value >> (128 - length)) << (128 - length))
      return IPNetwork(.v6(host), length: length)
    }
  }
}
