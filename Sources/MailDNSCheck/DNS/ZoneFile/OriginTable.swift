/// The origins of zones, to find the deepest one at or above a name.
struct OriginTable: Sendable {
  private var origins: Set<DomainName> = []
  /// Whether any origin has so many octets in wire form: only suffixes of such a length are worth looking up.
  private var lengths = [Bool](repeating: false, count: DomainName.maximumWireLength + 1)

  init(_ origins: some Sequence<DomainName>) {
    for origin in origins { insert(origin) }
  }

  mutating func insert(_ origin: DomainName) {
    origins.insert(origin)
    lengths[origin.wire.count] = true
  }

  /// The origin with the most labels at or above `name`.
  func deepest(above name: DomainName) -> DomainName? {
    let wire = name.wire
    var position = 0
    while position < wire.count {
      if lengths[wire.count - position], let suffix = DomainName(wire: wire[position...]),
        origins.contains(suffix)
      {
        return suffix
      }
      position += Int(wire[position]) + 1
    }
    return nil
  }
}
