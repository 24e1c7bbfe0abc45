/// Numbers by host pattern: whose the hosts are. A look-up takes one step a label, however many patterns there are.
///
/// The ends of names are found by a hash that grows with each label, from the root on.
struct HostTable: Sendable {
  /// Stands for a number where an end of names belongs to nobody, though a shorter one of it is somebody's.
  static let nobody = -1

  private var rows: [Row] = []
  /// Indices of `rows`, and -1 for nothing, by hash; a power of two in number, no more than half of it in use.
  private var places: [Int32] = []
  /// The ends of names in canonical wire form without the root's octet, one after the other.
  private var octets: [UInt8] = []
  private var patterns: [(pattern: HostPattern, value: Int)] = []
  private var mostLabels = 0

  /// What there is of one end of names.
  private struct Row {
    let hash: UInt32
    /// Of `octets`.
    let name: Range<Int32>
    /// Of the pattern that is that name.
    var plain: Int32?
    /// Of `patterns`, those whose fixed end it is, in the order in which they were added.
    var patterns: [Int32] = []
  }

  /// The hash of the root, and that of a name that has one label more on the left.
  private static let start: UInt32 = 2_166_136_261

  private static func hash(_ hash: UInt32, _ label: some Sequence<UInt8>) -> UInt32 {
    var hash = hash
    // The octet for the end of a label occurs in none of what people write.
    for octet in label { hash = (hash ^ UInt32(octet)) &* 16_777_619 }
    return (hash ^ 0xFF) &* 16_777_619
  }

  init(capacity: Int = 0) {
    rows.reserveCapacity(capacity)
    octets.reserveCapacity(capacity * 20)
    grow(toHold: capacity)
  }

  /// Adds `value`, a number from 0 on or `nobody`; returns the value that is there for the same pattern, which then stays.
  @discardableResult
  mutating func insert(_ value: Int, for pattern: HostPattern) -> Int? {
    let place = row(of: pattern.anchor.canonicalWire.dropLast()[...])
    mostLabels = max(mostLabels, pattern.anchor.labelCount)
    if pattern.isPlain { return insert(value, at: place) }
    if let present = rows[place].patterns.first(where: { patterns[Int($0)].pattern == pattern }) {
      return patterns[Int(present)].value
    }
    rows[place].patterns.append(Int32(patterns.count))
    patterns.append((pattern, value))
    return nil
  }

  /// The same for the end of names that `text` spells: lower-case letters, digits, hyphens and dots, no placeholder.
  @discardableResult
  mutating func insert(_ value: Int, forPlain text: UnsafeBufferPointer<UInt8>.SubSequence) -> Int? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count + 1) { wire in
      var (length, labels) = (0, 1)
      wire[0] = 0
      for (index, octet) in text.enumerated() {
        wire[index + 1] = octet
        if octet == UInt8(ascii: ".") {
          wire[length] = UInt8(truncatingIfNeeded: index - length)
          (length, labels) = (index + 1, labels + 1)
        }
      }
      wire[length] = UInt8(truncatingIfNeeded: text.count - length)
      mostLabels = max(mostLabels, labels)
      return insert(value, at: row(of: wire[...]))
    }
  }

  private mutating func insert(_ value: Int, at place: Int) -> Int? {
    if let present = rows[place].plain { return Int(present) }
    rows[place].plain = Int32(truncatingIfNeeded: value)
    return nil
  }

  /// The index of the row for a name in wire form, which is made where there is none.
  private mutating func row(of wire: some RandomAccessCollection<UInt8>) -> Int {
    let hash = Self.hash(ofName: wire)
    if let present = find(hash, wire) { return present }
    let start = Int32(octets.count)
    octets.append(contentsOf: wire)
    rows.append(Row(hash: hash, name: start..<Int32(octets.count)))
    if rows.count * 2 > places.count { grow(toHold: rows.count * 2) } else { put(rows.count - 1) }
    return rows.count - 1
  }

  private mutating func grow(toHold count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    places = Array(repeating: -1, count: size)
    for index in rows.indices { put(index) }
  }

  private mutating func put(_ index: Int) {
    var place = Int(rows[index].hash) & (places.count - 1)
    while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
    places[place] = Int32(index)
  }

  private func find(_ hash: UInt32, _ wire: some Collection<UInt8>) -> Int? {
    var place = Int(hash) & (places.count - 1)
    while places[place] >= 0 {
      let index = Int(places[place])
      if rows[index].hash == hash, name(at: index).elementsEqual(wire) { return index }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private func name(at index: Int) -> ArraySlice<UInt8> {
    octets[Int(rows[index].name.lowerBound)..<Int(rows[index].name.upperBound)]
  }

  private static func hash(ofName wire: some RandomAccessCollection<UInt8>) -> UInt32 {
    withLabelStarts(wire, atMost: DomainName.maximumWireLength) { starts in
      starts.reversed().reduce(start) { hash($0, label(of: wire, at: Int($1))) }
    }
  }

  /// Calls `body` with how far into `wire` its rightmost labels begin, from left to right.
  private static func withLabelStarts<Wire: RandomAccessCollection<UInt8>, Result>(
    _ wire: Wire, atMost count: Int, _ body: (Slice<UnsafeMutableBufferPointer<UInt16>>) -> Result
  ) -> Result {
    // Small numbers, so that there is room for all on the stack.
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: DomainName.maximumWireLength) { starts in
      var (found, offset) = (0, 0)
      while offset < wire.count, found < starts.count {
        starts[found] = UInt16(truncatingIfNeeded: offset)
        offset += Int(wire[wire.index(wire.startIndex, offsetBy: offset)]) + 1
        found += 1
      }
      return body(starts[max(0, found - count)..<found])
    }
  }

  private static func label<Wire: RandomAccessCollection<UInt8>>(
    of wire: Wire, at offset: Int
  ) -> Wire.SubSequence {
    let start = wire.index(wire.startIndex, offsetBy: offset)
    return wire[wire.index(after: start)...].prefix(Int(wire[start]))
  }

  /// What was added for this very pattern.
  func value(for pattern: HostPattern) -> Int? {
    let wire = pattern.anchor.canonicalWire.dropLast()
    guard let row = find(Self.hash(ofName: wire), wire) else { return nil }
    if pattern.isPlain { return rows[row].plain.map(Int.init) }
    return rows[row].patterns.first { patterns[Int($0)].pattern == pattern }.map { patterns[Int($0)].value }
  }

  /// The value of the pattern that says most about `name`: most labels, then most labels without a placeholder, then the one
  /// that was added first. Nil where there is none, and where it belongs to nobody.
  subscript(name: DomainName) -> Int? {
    let value = best(name)?.value
    return value == Self.nobody ? nil : value
  }

  /// That value, and the pattern as text.
  func match(_ name: DomainName) -> (value: Int, pattern: String)? {
    guard let found = best(name), found.value != Self.nobody else { return nil }
    switch found.source {
    case .plain(let row):
      return (found.value, DomainName(wire: Array(self.name(at: row)) + [0])?.description ?? "")
    case .pattern(let index): return (found.value, patterns[index].pattern.description)
    }
  }

  private struct Match {
    let value: Int
    let source: Source
    let rank: (labels: Int, fixed: Int)

    enum Source {
      case plain(Int)
      case pattern(Int)
    }

    /// A pattern's place among those that were added; nothing says as much as a plain one.
    var order: Int32 {
      if case .pattern(let number) = source { Int32(number) } else { 0 }
    }
  }

  private func best(_ name: DomainName) -> Match? {
    var best: Match?
    // Patterns whose last label is a placeholder.
    if let root = find(Self.start, EmptyCollection()) { better(root, labels: 0, name, than: &best) }
    name.canonicalWire.withUnsafeBufferPointer { octets in
      let wire = octets.dropLast()
      Self.withLabelStarts(wire, atMost: mostLabels) { starts in
        var (hash, labels) = (Self.start, 0)
        for start in starts.reversed() {
          let offset = Int(start)
          hash = Self.hash(hash, wire[(offset + 1)..<(offset + 1 + Int(wire[offset]))])
          labels += 1
          guard let index = find(hash, wire[offset...]) else { continue }
          better(index, labels: labels, name, than: &best)
        }
      }
    }
    return best
  }

  /// Puts into `best` what the row says, an end of `name` of so many labels, where that says more.
  private func better(_ index: Int, labels: Int, _ name: DomainName, than best: inout Match?) {
    // A plain one wins over a pattern of as many labels, never over one that says more.
    if let value = rows[index].plain, (best?.rank.labels ?? 0) <= labels {
      best = Match(value: Int(value), source: .plain(index), rank: (labels, labels))
    }
    for number in rows[index].patterns {
      let rank = (
        labels: patterns[Int(number)].pattern.labelCount, fixed: patterns[Int(number)].pattern.fixedLabelCount
      )
      if let best, best.rank > rank || best.rank == rank && best.order < number { continue }
      if patterns[Int(number)].pattern.matches(name) {
        best = Match(value: patterns[Int(number)].value, source: .pattern(Int(number)), rank: rank)
      }
    }
  }
}
