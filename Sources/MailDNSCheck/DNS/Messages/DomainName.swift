/// An absolute domain name (RFC 1035 §3.1): labels of 1 to 63 octets, at most 255 octets in all.
///
/// Two names are equal when they differ in nothing but the case of ASCII letters (RFC 4343 §3). The case as received is
/// kept beside the canonical form, because DNS preserves it.
struct DomainName: Sendable {
  /// `canonicalWire`, and behind it `wire` where that is something else. In one piece: thousands of copies count references to it.
  private let octets: [UInt8]
  /// Of `canonicalWire`, by the run's own seed: names are looked up far more often than they are made.
  private let hash: UInt64
  /// Octets of either form.
  private let length: UInt8

  private static let octetHash = OctetHash()

  /// `wire` with ASCII letters in lower case (RFC 4034 §6.2); what equality and hashing look at.
  var canonicalWire: [UInt8] { isInLowerCase ? octets : Array(octets.prefix(wireLength)) }

  /// Uncompressed wire form, case as received: length octet and label in turn, closed by the root's zero octet.
  var wire: [UInt8] { isInLowerCase ? octets : Array(octets.suffix(wireLength)) }

  /// Octets of the wire form.
  var wireLength: Int { Int(length) }

  private var isInLowerCase: Bool { octets.count == wireLength }

  /// What `body` makes of `canonicalWire`, which is there for as long as that takes.
  func withCanonicalWire<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    octets.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[..<wireLength])) }
  }

  /// What `body` makes of `wire`, which is there for as long as that takes.
  func withWire<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    octets.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[($0.count - wireLength)...])) }
  }

  static let maximumWireLength = 255
  static let maximumLabelLength = 63
  static let root = DomainName(validWire: [0])

  /// The name whose uncompressed wire form is `wire`; nil where that is not one whole, valid name.
  init?(wire: some Collection<UInt8>) {
    guard wire.count <= Self.maximumWireLength else { return nil }
    let octets = Array(wire)
    var position = 0
    while position < octets.count, octets[position] != 0 {
      guard octets[position] <= Self.maximumLabelLength else { return nil }
      position += Int(octets[position]) + 1
    }
    guard position == octets.count - 1 else { return nil }
    self.init(validWire: octets)
  }

  private init(validWire: [UInt8]) {
    // Length octets are below 64, so none of them reads as a letter.
    let isCanonical = !validWire.withUnsafeBytes(\.hasUpperCaseLetter)
    octets = isCanonical ? validWire : validWire.map(\.asciiLowercased) + validWire
    length = UInt8(validWire.count)
    hash = octets.withUnsafeBytes { Self.octetHash(UnsafeRawBufferPointer(rebasing: $0[..<validWire.count])) }
  }

  /// Whether `wire` is `octets`, case and all.
  func hasWire(_ octets: UnsafeRawBufferPointer) -> Bool {
    withWire { $0.hasSameOctets(as: octets) }
  }

  /// The same name, with ASCII letters in lower case.
  var inLowerCase: DomainName { isInLowerCase ? self : DomainName(validWire: canonicalWire) }

  /// The labels from left to right, without the root's empty one, case as received.
  var labels: [ArraySlice<UInt8>] { Self.labels(of: wire) }

  /// The labels in canonical (lower) case.
  var canonicalLabels: [ArraySlice<UInt8>] { Self.labels(of: canonicalWire) }

  static func labels(of wire: [UInt8]) -> [ArraySlice<UInt8>] {
    var labels: [ArraySlice<UInt8>] = []
    labels.reserveCapacity(wire.withUnsafeBytes { labelCount(of: $0) })
    var position = 0
    while wire[position] != 0 {
      let end = position + 1 + Int(wire[position])
      labels.append(wire[(position + 1)..<end])
      position = end
    }
    return labels
  }

  private static func labelCount(of wire: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var position = 0
    while wire[position] != 0 {
      position += Int(wire[position]) + 1
      count += 1
    }
    return count
  }

  /// Number of labels; the root has none.
  var labelCount: Int { withCanonicalWire { Self.labelCount(of: $0) } }

  var isRoot: Bool { wireLength == 1 }

  /// The name without its leftmost label; nil for the root.
  var parent: DomainName? {
    isRoot ? nil : DomainName(validWire: Array(wire[(Int(wire[0]) + 1)...]))
  }

  /// The name's rightmost `count` labels; the name itself where it has no more.
  func suffix(_ count: Int) -> DomainName {
    let excess = labelCount - max(0, count)
    guard excess > 0 else { return self }
    return DomainName(validWire: Array(wire[Self.place(of: excess, in: wire)...]))
  }

  /// Whether the name is `ancestor` or lies below it, label by label.
  func isAtOrBelow(_ ancestor: DomainName) -> Bool {
    guard wireLength >= ancestor.wireLength else { return false }
    let target = wireLength - ancestor.wireLength
    return withCanonicalWire { wire in
      var position = 0
      while position < target { position += Int(wire[position]) + 1 }
      guard position == target else { return false }
      return ancestor.withCanonicalWire {
        UnsafeRawBufferPointer(rebasing: wire[target...]).hasSameOctets(as: $0)
      }
    }
  }

  /// Whether one of the labels is `label`, in whatever case; that is in lower case.
  func hasLabel(_ label: StaticString) -> Bool {
    withCanonicalWire { wire in
      var position = 0
      while wire[position] != 0 {
        let end = position + 1 + Int(wire[position])
        if end - position - 1 == label.utf8CodeUnitCount {
          let octets = UnsafeRawBufferPointer(rebasing: wire[(position + 1)..<end])
          let isSame = label.withUTF8Buffer { octets.hasSameOctets(as: UnsafeRawBufferPointer($0)) }
          if isSame { return true }
        }
        position = end
      }
      return false
    }
  }

  /// Whether the name lies below `ancestor` and is not `ancestor` itself.
  func isBelow(_ ancestor: DomainName) -> Bool { self != ancestor && isAtOrBelow(ancestor) }

  /// `prefix`, a name of one or more labels in presentation form, put in front of this name.
  ///
  /// Throws where the whole is too long or `prefix` is no name.
  func prepending(_ prefix: String) throws(DomainNameError) -> DomainName {
    try prepending(DomainName(parsing: prefix))
  }

  /// The labels of `prefix` put in front of this name. Throws where the whole is too long.
  func prepending(_ prefix: DomainName) throws(DomainNameError) -> DomainName {
    guard prefix.wireLength + wireLength - 1 <= Self.maximumWireLength else { throw .nameTooLong }
    return DomainName(validWire: Self.joined(prefix.wire.dropLast(), wire))
  }

  /// The one label `label` put in front of this name. Throws where the label or the whole is too long or empty.
  func prepending(label: some Collection<UInt8>) throws(DomainNameError) -> DomainName {
    let length = label.count
    guard length > 0 else { throw .emptyLabel(offset: 0) }
    guard length <= Self.maximumLabelLength else { throw .labelTooLong }
    let end = wire
    guard 1 + length + end.count <= Self.maximumWireLength else { throw .nameTooLong }
    var wire: [UInt8] = []
    wire.reserveCapacity(1 + length + end.count)
    wire.append(UInt8(length))
    wire.append(contentsOf: label)
    end.withUnsafeBufferPointer { wire.append(contentsOf: $0) }
    return DomainName(validWire: wire)
  }

  private static func joined(_ start: ArraySlice<UInt8>, _ end: [UInt8]) -> [UInt8] {
    // As pointers: slices and arrays are added by way of copies.
    var wire: [UInt8] = []
    wire.reserveCapacity(start.count + end.count)
    start.withUnsafeBufferPointer { wire.append(contentsOf: $0) }
    end.withUnsafeBufferPointer { wire.append(contentsOf: $0) }
    return wire
  }
}

extension DomainName: Hashable {
  static func == (left: DomainName, right: DomainName) -> Bool {
    guard left.hash == right.hash, left.length == right.length else { return false }
    return left.withCanonicalWire { left in right.withCanonicalWire { left.hasSameOctets(as: $0) } }
  }

  func hash(into hasher: inout Hasher) { hasher.combine(hash) }

  /// What dictionaries and sets ask for: there is a hash already, so that none has to be made of it.
  func _rawHashValue(seed: Int) -> Int { tableHash(seed: seed) }

  /// The hash of the suffix that begins at `place` of the wire form, without making it.
  func suffixHash(from place: Int) -> UInt64 {
    withCanonicalWire { Self.octetHash(UnsafeRawBufferPointer(rebasing: $0[place...])) }
  }

  /// The hash of the name together with `detail`, for a table with that seed.
  func tableHash(seed: Int, detail: UInt64 = 0) -> Int {
    let key = (hash ^ UInt64(bitPattern: Int64(seed))) &+ detail &* 0x9E37_79B9_7F4A_7C15
    let (high, low) = key.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return Int(truncatingIfNeeded: high ^ low)
  }
}

extension DomainName: Comparable {
  /// Canonical DNS name order (RFC 4034 §6.1).
  static func < (left: DomainName, right: DomainName) -> Bool {
    let (leftCount, rightCount) = (left.labelCount, right.labelCount)
    let (leftWire, rightWire) = (left.canonicalWire, right.canonicalWire)
    var leftPlace = place(of: leftCount - min(leftCount, rightCount), in: leftWire)
    var rightPlace = place(of: rightCount - min(leftCount, rightCount), in: rightWire)
    // The rightmost labels that differ decide: those that are seen last.
    var precedes = leftCount < rightCount
    while leftWire[leftPlace] != 0 {
      let (leftEnd, rightEnd) = (
        leftPlace + 1 + Int(leftWire[leftPlace]), rightPlace + 1 + Int(rightWire[rightPlace])
      )
      let (a, b) = (leftWire[leftPlace + 1..<leftEnd], rightWire[rightPlace + 1..<rightEnd])
      if !a.elementsEqual(b) { precedes = a.lexicographicallyPrecedes(b) }
      (leftPlace, rightPlace) = (leftEnd, rightEnd)
    }
    return precedes
  }

  /// Where the label with that number begins, counted from the left and 0.
  private static func place(of label: Int, in wire: [UInt8]) -> Int {
    (0..<label).reduce(0) { place, _ in place + 1 + Int(wire[place]) }
  }
}

/// Why octets or text are not a domain name.
enum DomainNameError: Error, Equatable {
  case empty
  /// Two dots in a row or a leading one; `offset` counts octets of the text from 0.
  case emptyLabel(offset: Int)
  case labelTooLong
  case nameTooLong
  /// A backslash that is followed neither by a character nor by three digits up to 255.
  case badEscape(offset: Int)
}
