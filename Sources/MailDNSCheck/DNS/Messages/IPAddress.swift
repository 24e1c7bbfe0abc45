import Glibc

/// An IPv4 address.
struct IPv4Address: Hashable, Sendable {
  /// The address as one number, the first octet highest.
  let value: UInt32
  init(value: UInt32) { self.value = value }

  /// The address in the four octets of an A record; nil for any other length.
  init?(octets: some Collection<UInt8>) {
    guard octets.count == 4 else { return nil }
    value = octets.reduce(0) { $0 << 8 | UInt32($1) }
  }

  var octets: [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
}

/// An IPv6 address.
struct IPv6Address: Hashable, Sendable {
  /// In halves: a UInt128 wants places of sixteen octets, and within enumerations of several structures unoptimised builds of
  /// Swift 6.3 give it others, where reading it traps.
  private let (high, low): (UInt64, UInt64)

  /// The address as one number, the first octet highest.
  var value: UInt128 { UInt128(high) << 64 | UInt128(low) }

  init(value: UInt128) {
    (high, low) = (UInt64(truncatingIfNeeded: value >> 64), UInt64(truncatingIfNeeded: value))
  }

  /// The address in the sixteen octets of an AAAA record; nil for any other length.
  init?(octets: some Collection<UInt8>) {
    guard octets.count == 16 else { return nil }
    self.init(value: octets.reduce(0) { $0 << 8 | UInt128($1) })
  }

  var octets: [UInt8] { (0..<16).map { UInt8(truncatingIfNeeded: value >> UInt128(120 - 8 * $0)) } }

  /// The IPv4 address inside `::ffff:0:0/96` (RFC 4291 §2.5.5.2).
  var mappedIPv4: IPv4Address? {
    value >> 32 == 0xFFFF ? IPv4Address(value: UInt32(truncatingIfNeeded: value)) : nil
  }
}

extension IPv6Address: LosslessStringConvertible {
  // A NUL would end the text for inet_pton(), and hide what follows.

  /// Any form of RFC 4291 §2.2, as inet_pton() takes it; no zone index.
  init?(_ text: String) {
    var address = in6_addr()
    guard !text.utf8.contains(0), inet_pton(AF_INET6, text, &address) == 1 else { return nil }
    self.init(octets: withUnsafeBytes(of: address, Array.init))
  }

  /// The canonical form (RFC 5952).
  var description: String { String(decoding: notation, as: UTF8.self) }
}

/// An IP address of either family.
enum IPAddress: Hashable, Sendable {
  case v4(IPv4Address)
  case v6(IPv6Address)
}

extension IPAddress: LosslessStringConvertible {
  init?(_ text: String) {
    if let address = IPv4Address(text) {
      self = .v4(address)
    } else if let address = IPv6Address(text) {
      self = .v6(address)
    } else {
      return nil
    }
  }

  var description: String {
    switch self {
    case .v4(let address): address.description
    case .v6(let address): address.description
    }
  }

  /// The name whose PTR record names the host (RFC 1035 §3.5, RFC 3596 §2.5).
  var reverseName: DomainName {
    let labels: [String]
    switch self {
    case .v4(let address): labels = address.octets.reversed().map(String.init) + ["in-addr", "arpa"]
    case .v6(let address):
      labels =
        address.octets.reversed().flatMap { [String($0 & 15, radix: 16), String($0 >> 4, radix: 16)] } + [
          "ip6", "arpa",
        ]
    }
    return DomainName(wire: labels.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]) ?? .root
  }
}

/// A block of addresses: all that share the first `length` bits of `address` (RFC 4632 §3.1, RFC 4291 §2.3).
struct IPNetwork: Hashable, Sendable {
  let address: IPAddress
  /// Prefix length in bits: 0 to 32 for IPv4, 0 to 128 for IPv6.
  let length: Int

  /// Nil where `length` does not fit the family.
  init?(_ address: IPAddress, length: Int) {
    let width =
      switch address {
      case .v4: 32
      case .v6: 128
      }
    guard (0...width).contains(length) else { return nil }
    self.address = address
    self.length = length
  }

  /// Whether `other` lies in the block; an address of the other family never does.
  func contains(_ other: IPAddress) -> Bool {
    switch (address, other) {
    case (.v4(let network), .v4(let host)): length == 0 || (network.value ^ host.value) >> (32 - length) == 0
    case (.v6(let network), .v6(let host)): length == 0 || (network.value ^ host.value) >> (128 - length) == 0
    default: false
    }
  }
}

extension IPNetwork: LosslessStringConvertible {
  /// `192.0.2.0/24`, `2001:db8::/32`; nil where it is anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let address = IPAddress(String(parts[0])), parts[1].utf8.allSatisfy(\.isDigit),
      let length = Int(parts[1])
    else { return nil }
    self.init(address, length: length)
  }

  var description: String { "\(address)/\(length)" }

  /// The network that `text` spells, or that of the single address that it is.
  static func network(orAddress text: String) -> IPNetwork? {
    if let network = IPNetwork(text) { return network }
    guard let address = IPAddress(text) else { return nil }
    return switch address {
    case .v4: IPNetwork(address, length: 32)
    case .v6: IPNetwork(address, length: 128)
    }
  }
}
