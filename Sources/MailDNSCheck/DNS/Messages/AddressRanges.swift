/// A set of IP addresses of both families, as ranges that neither touch nor overlap, in ascending order.
struct AddressRanges: Hashable, Sendable {
  private(set) var v4: [AddressSpan<UInt32>] = []
  private(set) var v6: [AddressSpan<UInt128>] = []

  init(_ networks: some Sequence<IPNetwork>) {
    var v4: [AddressSpan<UInt32>] = []
    var v6: [AddressSpan<UInt128>] = []
    for network in networks {
      switch network.address {
      case .v4(let address): v4.append(Self.range(address.value, length: network.length))
      case .v6(let address): v6.append(Self.range(address.value, length: network.length))
      }
    }
    self.v4 = Self.merged(v4)
    self.v6 = Self.merged(v6)
  }

  private static func range<Value: FixedWidthInteger & UnsignedInteger>(
    _ address: Value, length: Int
  ) -> AddressSpan<Value> {
    let hosts = length == 0 ? Value.max : Value.max >> Value(length)
    let mask = length >= Value.bitWidth ? 0 : hosts
    return AddressSpan(lowerBound: address & ~mask, upperBound: address | mask)
  }

  private static func merged<Value: FixedWidthInteger>(_ ranges: [AddressSpan<Value>]) -> [AddressSpan<Value>]
  {
    guard ranges.count > 1 else { return ranges }
    var merged: [AddressSpan<Value>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard let last = merged.last, last.upperBound == .max || range.lowerBound <= last.upperBound + 1 else {
        merged.append(range)
        continue
      }
      merged[merged.count - 1] = AddressSpan(
        lowerBound: last.lowerBound, upperBound: max(last.upperBound, range.upperBound))
    }
    return merged
  }

  /// Number of IPv4 addresses.
  var v4Count: UInt64 { v4.reduce(0) { $0 + UInt64($1.upperBound - $1.lowerBound) + 1 } }

  /// Whether every IPv4 address is in the set that hosts of the Internet have.
  var coversIPv4: Bool {
    // What is left out between two ranges is one range, and special ranges do not touch: it lies in one of them or is not
    // special to its end.
    var next: UInt32 = 0
    for range in v4 {
      if range.lowerBound > next,
        !Self.isSpecial(AddressSpan(lowerBound: next, upperBound: range.lowerBound - 1))
      {
        return false
      }
      guard range.upperBound < .max else { return true }
      next = range.upperBound + 1
    }
    return Self.isSpecial(AddressSpan(lowerBound: next, upperBound: .max))
  }

  private static let special = AddressRanges(IPAddress.unreachableIPv4).v4

  private static func isSpecial(_ range: AddressSpan<UInt32>) -> Bool {
    special.contains { $0.contains(range) }
  }

  /// Whether every IPv6 address is in the set that hosts of the Internet have (2000::/3, RFC 4291 §2.5.4).
  var coversIPv6: Bool {
    v6.contains { $0.contains(Self.globalIPv6) }
  }

  private static let globalIPv6 = AddressSpan(
    lowerBound: UInt128(0x2) << 124, upperBound: (UInt128(0x4) << 124) - 1)

  /// Whether `address` is in the set.
  func contains(_ address: IPAddress) -> Bool {
    switch address {
    case .v4(let address): v4.contains { $0.contains(address.value) }
    case .v6(let address): v6.contains { $0.contains(address.value) }
    }
  }

  /// Whether every address of `other` is in the set.
  func contains(_ other: AddressRanges) -> Bool {
    other.v4.allSatisfy { inner in v4.contains { $0.contains(inner) } }
      && other.v6.allSatisfy { inner in v6.contains { $0.contains(inner) } }
  }

  /// Every address, IPv4 first, from the lowest; nil where there are more than `maximum`.
  func addresses(atMost maximum: Int) -> [IPAddress]? {
    var room = UInt128(maximum)
    for size in v4.map({ UInt128($0.upperBound - $0.lowerBound) }) + v6.map({ $0.upperBound - $0.lowerBound })
    {
      guard size < room else { return nil }
      room -= size + 1
    }
    return v4.flatMap { ($0.lowerBound...$0.upperBound).map { .v4(IPv4Address(value: $0)) } }
      + v6.flatMap { ($0.lowerBound...$0.upperBound).map { .v6(IPv6Address(value: $0)) } }
  }

  /// The ranges as people read them: `192.0.2.0/24` where one network fits, else `192.0.2.1-192.0.2.9`.
  var descriptions: [String] {
    v4.map { Self.text($0) { IPv4Address(value: $0).description } }
      + v6.map { Self.text($0) { IPv6Address(value: $0).description } }
  }

  private static func text<Value: FixedWidthInteger & UnsignedInteger>(
    _ range: AddressSpan<Value>, _ address: (Value) -> String
  ) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == high { return address(low) }
    let hosts = low ^ high
    let isNetwork = hosts & (hosts &+ 1) == 0 && low & hosts == 0
    return isNetwork ? "\(address(low))/\(hosts.leadingZeroBitCount)" : "\(address(low))-\(address(high))"
  }
}

/// Addresses of one family from the lowest to the highest, both of them included.
///
/// A `ClosedRange` asks at run time how its bounds are compared, which takes a tenth of a millisecond for each type of them.
struct AddressSpan<Value> {
  let lowerBound: Value
  let upperBound: Value
}

extension AddressSpan: Equatable where Value: Equatable {}
extension AddressSpan: Hashable where Value: Hashable {}
extension AddressSpan: Sendable where Value: Sendable {}

extension AddressSpan where Value: Comparable {
  func contains(_ value: Value) -> Bool { lowerBound <= value && value <= upperBound }

  func contains(_ other: AddressSpan) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
