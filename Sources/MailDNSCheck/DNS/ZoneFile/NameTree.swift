/// The names of a master file, each a label below another name: what names have in common is there once, and the names
/// between a name and its origin are there with it (RFC 4592 §2.2.2).
struct NameTree: ~Copyable {
  /// A name's number; a name above it has a smaller one.
  typealias Number = UInt32

  struct Node: BitwiseCopyable {
    let parent: Number
    /// Where the label begins in `labels`: its length, and its octets in lower case.
    let label: UInt32
    /// The number of the name's last record, and 1; 0 where it has none.
    var lastRecord: UInt32 = 0
    var marks = Marks()
    /// Octets of the name in wire form.
    let length: UInt8
  }

  /// What is known of a name without reading its records.
  struct Marks: OptionSet, BitwiseCopyable, Sendable {
    let rawValue: UInt16

    /// It has a record, or a name below it has one.
    static let exists = Marks(rawValue: 1)
    static let apex = Marks(rawValue: 2)
    static let nameServers = Marks(rawValue: 4)
    static let alias = Marks(rawValue: 8)
    static let redirection = Marks(rawValue: 16)
    /// A record that may not stand beside a CNAME.
    static let other = Marks(rawValue: 32)
    /// A zone of the file holds it.
    static let inside = Marks(rawValue: 64)
    /// It has MX records, SPF, DMARC or keys.
    static let mail = Marks(rawValue: 128)
    /// It is `_domainkey`, or below that.
    static let keys = Marks(rawValue: 256)
    /// A line of its could not be read.
    static let unreadable = Marks(rawValue: 512)
    static let text = Marks(rawValue: 1024)
    /// A `*` is right below it.
    static let wildcard = Marks(rawValue: 2048)
  }

  static let root: Number = 0

  private(set) var nodes = GrowingBuffer<Node>()
  private var labels = GrowingBuffer<UInt8>()
  /// The numbers by hash, and 1 each; 0 is free. A power of two of them.
  private var slots: UnsafeMutablePointer<UInt32>
  private var slotCount = 1024
  /// Of this run: nobody can write names that all fall into one place.
  private let seed = UInt64.random(in: .min ... .max) | 1

  init() {
    slots = Self.freeSlots(1024)
    nodes.append(Node(parent: 0, label: 0, length: 1))
    labels.append(0)
  }

  deinit { slots.deallocate() }

  subscript(_ number: Number) -> Node {
    get { nodes[Int(number)] }
    set { nodes[Int(number)] = newValue }
  }

  /// The name `label` below `parent`, made where it is not there; nil where it would be too long. The label has 1 to 63
  /// octets.
  mutating func child(of parent: Number, _ label: UnsafeRawBufferPointer) -> Number? {
    var slot = 0
    if let known = find(label, below: parent, &slot) { return known }
    let length = Int(nodes[Int(parent)].length) + 1 + label.count
    guard length <= DomainName.maximumWireLength else { return nil }
    let place = UInt32(labels.count)
    labels.append(UInt8(label.count))
    for octet in label { labels.append(octet.asciiLowercased) }
    let number = Number(nodes.count)
    var node = Node(parent: parent, label: place, length: UInt8(length))
    if nodes[Int(parent)].marks.contains(.keys) || label.equalsIgnoringCase("_domainkey") {
      node.marks.insert(.keys)
    }
    nodes.append(node)
    if label.count == 1, label[0] == UInt8(ascii: "*") { nodes[Int(parent)].marks.insert(.wildcard) }
    slots[slot] = number + 1
    if nodes.count * 3 > slotCount * 2 { grow() }
    return number
  }

  /// The name `label` below `parent`; nil where it is not there.
  func find(_ label: UnsafeRawBufferPointer, below parent: Number) -> Number? {
    var slot = 0
    return find(label, below: parent, &slot)
  }

  /// The name `*` right below `parent`; nil where it is not there.
  func wildcard(below parent: Number) -> Number? {
    guard nodes[Int(parent)].marks.contains(.wildcard) else { return nil }
    return withUnsafeBytes(of: UInt8(ascii: "*")) { find($0, below: parent) }
  }

  /// `slot` is where the name is, or would be.
  private func find(_ label: UnsafeRawBufferPointer, below parent: Number, _ slot: inout Int) -> Number? {
    slot = Int(truncatingIfNeeded: hash(label, below: parent)) & (slotCount - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      let node = nodes[Int(number)]
      if node.parent == parent, isLabel(node, label) { return number }
      slot = (slot + 1) & (slotCount - 1)
    }
    return nil
  }

  private func isLabel(_ node: Node, _ label: UnsafeRawBufferPointer) -> Bool {
    let known = labels.elements(from: Int(node.label))
    guard Int(known[0]) == label.count else { return false }
    for index in label.indices where label[index].asciiLowercased != known[index + 1] { return false }
    return true
  }

  private func hash(_ label: UnsafeRawBufferPointer, below parent: Number) -> UInt64 {
    var hash = (seed ^ UInt64(parent)) &* 0x9E37_79B9_7F4A_7C15
    for octet in label {
      hash = (hash ^ UInt64(octet.asciiLowercased)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
    }
    return hash
  }

  private mutating func grow() {
    slots.deallocate()
    slotCount *= 2
    slots = Self.freeSlots(slotCount)
    for index in nodes.indices.dropFirst() {
      let node = nodes[index]
      let label = label(of: node)
      var slot = Int(truncatingIfNeeded: hash(label, below: node.parent)) & (slotCount - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = UInt32(index) + 1
    }
  }

  private static func freeSlots(_ count: Int) -> UnsafeMutablePointer<UInt32> {
    let slots = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
    slots.initialize(repeating: 0, count: count)
    return slots
  }

  /// The octets of the label, in lower case. Good until a name is made.
  private func label(of node: Node) -> UnsafeRawBufferPointer {
    let known = labels.elements(from: Int(node.label))
    return UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: known[1...Int(known[0])]))
  }

  /// Whether the label of the name is `text`, which is in lower case.
  func isLabel(_ number: Number, _ text: StaticString) -> Bool {
    guard number != Self.root else { return false }
    let label = label(of: nodes[Int(number)])
    return label.count == text.utf8CodeUnitCount
      && label.elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: label.count))
  }
}

extension NameTree {
  /// The name in lower case.
  func name(_ number: Number) -> DomainName {
    var wire: [UInt8] = []
    wire.reserveCapacity(Int(nodes[Int(number)].length))
    var step = number
    while step != Self.root {
      let node = nodes[Int(step)]
      let label = label(of: node)
      wire.append(UInt8(label.count))
      wire.append(contentsOf: label)
      step = node.parent
    }
    wire.append(0)
    return DomainName(wire: wire) ?? .root
  }

  /// The name's number, made where it is not there.
  mutating func number(of name: DomainName) -> Number {
    let labels = LabelPlaces(name)
    var number = Self.root
    for place in (0..<labels.count).reversed() {
      guard let child = labels.withLabel(place, { child(of: number, $0) }) else { break }
      number = child
    }
    return number
  }

  /// The numbers of the names from the root down to `name`, as far as they are there.
  func path(to name: DomainName) -> [Number] {
    let labels = LabelPlaces(name)
    var path = [Self.root]
    for place in (0..<labels.count).reversed() {
      guard let child = labels.withLabel(place, { find($0, below: path[path.count - 1]) }) else { break }
      path.append(child)
    }
    return path
  }

  /// The number of `name`, which lies at or below `ancestor`, a name of `depth` labels; nil where it is not there.
  func number(of name: DomainName, below ancestor: Number, _ depth: Int) -> Number? {
    let labels = LabelPlaces(name)
    var number = ancestor
    for place in (0..<labels.count - depth).reversed() {
      guard let child = labels.withLabel(place, { find($0, below: number) }) else { return nil }
      number = child
    }
    return number
  }

  /// Whether `number` is `ancestor`, or lies below it.
  func isAtOrBelow(_ number: Number, _ ancestor: Number) -> Bool {
    var step = number
    while step > ancestor { step = nodes[Int(step)].parent }
    return step == ancestor
  }
}
