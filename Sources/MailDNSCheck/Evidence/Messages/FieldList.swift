/// A list of `NAME:value` pairs with `;` in between, as Exchange Online writes its marks. Names are compared without case; of
/// one that is there twice the first counts. Read as it is asked for: a mailbox has several a message, of twenty pairs each.
struct FieldList: Hashable, Sendable {
  private let octets: [UInt8]

  /// What is beyond is passed over.
  private static let maximumLength = 64 << 10

  init(_ octets: [UInt8]) {
    self.octets = octets.count > Self.maximumLength ? Array(octets.prefix(Self.maximumLength)) : octets
  }

  /// The value without blanks around it; nil where the name is not there.
  subscript(name: StaticString) -> ArraySlice<UInt8>? {
    let place: Range<Int>? = octets.withUnsafeBufferPointer { octets in
      var start = 0
      while start < octets.count {
        let rest = octets[start...]
        let end = rest.firstIndex(of: UInt8(ascii: ";")) ?? octets.count
        while start < end, octets[start].isWhitespace { start += 1 }
        var colon = start + name.utf8CodeUnitCount
        if colon < end, octets[start].asciiLowercased == name.utf8Start.pointee.asciiLowercased,
          octets[start..<colon].startsIgnoringCase(with: name)
        {
          while colon < end, octets[colon].isWhitespace { colon += 1 }
          if colon < end, octets[colon] == UInt8(ascii: ":") { return (colon + 1)..<end }
        }
        start = end + 1
      }
      return nil
    }
    return place.map { octets[$0].trimmingWhitespace }
  }

  func text(_ name: StaticString) -> String? { self[name].map { String(decoding: $0, as: UTF8.self) } }
}
