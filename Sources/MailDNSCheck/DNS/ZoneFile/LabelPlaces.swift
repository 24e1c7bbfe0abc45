/// Where the labels of a name are, from left to right: for whoever goes through them from the right.
struct LabelPlaces {
  private let wire: [UInt8]
  /// Of the length octets. A name has 127 labels at most.
  private var starts = InlineArray<128, UInt8>(repeating: 0)
  private(set) var count = 0

  init(_ name: DomainName) {
    wire = name.canonicalWire
    var position = 0
    while wire[position] != 0 {
      starts[count] = UInt8(position)
      count += 1
      position += Int(wire[position]) + 1
    }
  }

  /// What `body` makes of the label with that number, counted from the left and 0, in lower case.
  func withLabel<Result>(_ number: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = Int(starts[number]) + 1
    let end = start + Int(wire[start - 1])
    return wire.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
  }
}
