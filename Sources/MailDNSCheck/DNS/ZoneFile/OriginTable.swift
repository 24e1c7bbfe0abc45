/// Zones by their origins, to find the deepest one at or above a name.
struct OriginTable: Sendable {
  /// By the hash of the origin.
  private var zones: [UInt64: [Zone]] = [:]
  /// Whether any origin has so many octets in wire form: only suffixes of such a length are worth looking up.
  private var lengths = [Bool](repeating: false, count: DomainName.maximumWireLength + 1)

  /// Adds a zone whose origin no other one has.
  mutating func insert(_ zone: Zone) {
    zones[zone.origin.suffixHash(from: 0), default: []].append(zone)
    lengths[zone.origin.wireLength] = true
  }

  /// The zone whose origin has the most labels at or above `name`.
  func deepest(above name: DomainName) -> Zone? {
    let wire = name.canonicalWire
    var position = 0
    while position < wire.count {
      if lengths[wire.count - position], let zones = zones[name.suffixHash(from: position)],
        let zone = zones.first(where: { $0.origin.canonicalWire.elementsEqual(wire[position...]) })
      {
        return zone
      }
      position += Int(wire[position]) + 1
    }
    return nil
  }
}
