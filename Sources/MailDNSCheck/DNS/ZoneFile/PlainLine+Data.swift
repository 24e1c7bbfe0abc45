extension PlainLine {
  /// The data of the record; relative names belong to `origin`. Nil where they make too long a name.
  func data(below origin: DomainName) -> RecordData? {
    switch type {
    case .a?: IPv4Address(word(from: data)).map(RecordData.a)
    case .aaaa?: IPv6Address(word(from: data)).map(RecordData.aaaa)
    case .mx?:
      name(from: behindNumber, below: origin).map { .mx(preference: number, exchange: $0) }
    case .ns?: name(from: data, below: origin).map(RecordData.ns)
    case .ptr?: name(from: data, below: origin).map(RecordData.ptr)
    case .cname?: name(from: data, below: origin).map(RecordData.cname)
    case .txt?: CharacterStrings(strings).map(RecordData.txt)
    default: nil
    }
  }

  /// The place of the owner, or of what stands in its place.
  var column: Int {
    guard owner.isEmpty else { return 1 }
    let start = owner.lowerBound
    return 1 + octets[start...].prefix { $0.isSpaceOrTab || $0 == 0x0D }.count
  }

  private func wordEnd(_ start: Int) -> Int {
    octets[start...].firstIndex(where: \.isWhitespace) ?? octets.count
  }

  private func word(from start: Int) -> String {
    String(decoding: octets[start..<wordEnd(start)], as: UTF8.self)
  }

  private var number: UInt16 {
    octets[data..<wordEnd(data)].reduce(0) { $0 &* 10 &+ UInt16($1 &- UInt8(ascii: "0")) }
  }

  private var behindNumber: Int {
    octets[wordEnd(data)...].firstIndex { !$0.isSpaceOrTab } ?? octets.count
  }

  private func name(from start: Int, below origin: DomainName) -> DomainName? {
    var end = wordEnd(start)
    guard start < end else { return nil }
    let isAbsolute = octets[end - 1] == UInt8(ascii: ".")
    if end == start + 1 {
      if isAbsolute { return .root }
      if octets[start] == UInt8(ascii: "@") { return origin }
    }
    if isAbsolute { end -= 1 }
    var wire: [UInt8] = [0]
    wire.reserveCapacity(end - start + 2 + (isAbsolute ? 0 : origin.wireLength))
    var length = 0
    for octet in octets[start..<end] {
      if octet == UInt8(ascii: ".") {
        length = wire.count
        wire.append(0)
      } else {
        wire[length] += 1
        wire.append(octet)
      }
    }
    if isAbsolute { wire.append(0) } else { wire += origin.wire }
    return DomainName(wire: wire)
  }

  private var strings: [[UInt8]] {
    var strings: [[UInt8]] = []
    var index = data
    while index < end, octets[index] == UInt8(ascii: "\"") {
      let close = octets[(index + 1)...].firstIndex(of: UInt8(ascii: "\"")) ?? octets.count
      strings.append(Array(octets[(index + 1)..<close]))
      index = close + 1
      while index < end, octets[index].isSpaceOrTab || octets[index] == 0x0D { index += 1 }
    }
    return strings
  }
}
