/// Values by host pattern. A look-up takes one step a label, however many patterns there are.
struct HostTable<Value: Sendable>: Sendable {
  /// By anchor, the patterns without a placeholder that are that name, and those with one whose fixed end it is.
  private var rows: [Suffix: Row] = [:]
  private var values: [HostPattern: Value] = [:]
  private var mostLabels = 0

  private struct Row {
    var plain: Value?
    var patterns: [(pattern: HostPattern, value: Value)] = []
  }

  /// The end of a name in canonical wire form; looked up without making a name of it.
  private struct Suffix: Hashable {
    let wire: ArraySlice<UInt8>

    static func == (left: Suffix, right: Suffix) -> Bool { left.wire.elementsEqual(right.wire) }
    func hash(into hasher: inout Hasher) { wire.withUnsafeBytes { hasher.combine(bytes: $0) } }
  }

  /// Adds `value`; returns the value that is there for the same pattern, which then stays.
  mutating func insert(_ value: Value, for pattern: HostPattern) -> Value? {
    if let present = values[pattern] { return present }
    values[pattern] = value
    let anchor = Suffix(wire: pattern.anchor.canonicalWire[...])
    if pattern.fixedLabelCount == pattern.labelCount {
      rows[anchor, default: Row()].plain = value
    } else {
      rows[anchor, default: Row()].patterns.append((pattern, value))
    }
    mostLabels = max(mostLabels, pattern.labelCount)
    return nil
  }

  /// The value of the pattern that says most about `name`: most labels, then most labels without a placeholder, then the one
  /// that was added first.
  subscript(name: DomainName) -> Value? {
    var best: (value: Value, labels: Int, fixed: Int)?
    let wire = name.canonicalWire
    var position = 0
    var labels = name.labelCount
    // Down to the root, where the patterns are whose last label is a placeholder.
    while true {
      if labels <= mostLabels, let row = rows[Suffix(wire: wire[position...])] {
        if let value = row.plain, (best?.labels ?? 0) <= labels { best = (value, labels, labels) }
        for (pattern, value) in row.patterns where pattern.matches(name) {
          let (labels, fixed) = (pattern.labelCount, pattern.fixedLabelCount)
          if let best, (best.labels, best.fixed) >= (labels, fixed) { continue }
          best = (value, labels, fixed)
        }
      }
      if labels == 0 { return best?.value }
      position += Int(wire[position]) + 1
      labels -= 1
    }
  }
}

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
