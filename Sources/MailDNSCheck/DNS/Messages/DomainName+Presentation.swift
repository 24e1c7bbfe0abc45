/// Presentation form, the notation of master files (RFC 1035 §5.1): dots between labels, `\.` and `\DDD` escapes.
extension DomainName: LosslessStringConvertible {
  init?(_ description: String) {
    do { try self.init(presentation: description.utf8) } catch { return nil }
  }
}

extension DomainName {
  /// The name that `text` spells; a final dot may be there or not, the name is absolute either way.
  init(parsing text: String) throws(DomainNameError) { try self.init(presentation: text.utf8) }

  /// The same from octets, which need not be UTF-8.
  init(presentation text: some Collection<UInt8>) throws(DomainNameError) {
    guard let first = text.first else { throw .empty }
    if text.count == 1, first == UInt8(ascii: ".") {
      self = .root
      return
    }
    var wire: [UInt8] = []
    wire.reserveCapacity(min(text.count + 2, Self.maximumWireLength))
    wire.append(0)
    var lengthAt = 0
    var offset = 0
    var iterator = text.makeIterator()
    var endsInDot = false
    while let octet = iterator.next() {
      endsInDot = false
      if octet == UInt8(ascii: ".") {
        guard wire[lengthAt] > 0 else { throw .emptyLabel(offset: offset) }
        lengthAt = wire.count
        wire.append(0)
        endsInDot = true
      } else {
        var value = octet
        let start = offset
        if octet == UInt8(ascii: "\\") {
          (value, offset) = try Self.escape(after: start, &iterator)
        }
        guard wire[lengthAt] < Self.maximumLabelLength else { throw .labelTooLong }
        wire[lengthAt] += 1
        wire.append(value)
      }
      offset += 1
    }
    if !endsInDot { wire.append(0) }
    guard wire.count <= Self.maximumWireLength else { throw .nameTooLong }
    guard let name = DomainName(wire: wire) else { throw .empty }
    self = name
  }

  /// Reads what follows the backslash at `start`; returns the octet and the offset of the escape's last character.
  private static func escape(
    after start: Int, _ iterator: inout some IteratorProtocol<UInt8>
  ) throws(DomainNameError) -> (UInt8, Int) {
    guard let first = iterator.next() else { throw .badEscape(offset: start) }
    guard let hundreds = first.decimalDigit else { return (first, start + 1) }
    guard let tens = iterator.next()?.decimalDigit, let ones = iterator.next()?.decimalDigit,
      let value = UInt8(exactly: hundreds * 100 + tens * 10 + ones)
    else { throw .badEscape(offset: start) }
    return (value, start + 3)
  }

  /// Lower case, no final dot (but `.` for the root), everything but letters, digits, `-`, `_` and a few harmless
  /// signs escaped: safe for a terminal as it is.
  var description: String { Self.presentation(of: canonicalWire) }

  /// The same with the case as received, and the final dot of an absolute name.
  var absolutePresentation: String { isRoot ? "." : Self.presentation(of: wire) + "." }

  /// The same as octets, without a text of its own, where it is letters, digits, `-`, `_` and dots alone; false where it is not.
  func withPlainPresentation(_ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    let length = wireLength - 2
    guard length > 0 else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { text in
      guard canonicalWire.withUnsafeBufferPointer({ Self.spell($0, into: text) }) else { return false }
      body(UnsafeBufferPointer(text))
      return true
    }
  }

  private static func presentation(of wire: [UInt8]) -> String {
    if wire.count == 1 { return "." }
    var isUsual = true
    let text = wire.withUnsafeBufferPointer { wire in
      String(unsafeUninitializedCapacity: wire.count - 2) { text in
        isUsual = spell(wire, into: text)
        return wire.count - 2
      }
    }
    return isUsual ? text : escapedPresentation(of: wire)
  }

  /// Puts the labels into `text`, which is two octets shorter than `wire`, with dots in between. False where one of them has
  /// what is shown otherwise.
  private static func spell(
    _ wire: UnsafeBufferPointer<UInt8>, into text: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    var isUsual: UInt64 = 1
    var start = 1
    while true {
      let end = start + Int(wire[start - 1])
      for position in start..<end {
        isUsual &= wire[position].isUsual
        text[position - 1] = wire[position] & 0x7F
      }
      if wire[end] == 0 { return isUsual == 1 }
      text[end - 1] = UInt8(ascii: ".")
      start = end + 1
    }
  }

  private static func escapedPresentation(of wire: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(wire.count)
    var labelEnd = 0
    for (position, octet) in wire.dropLast().enumerated() {
      if position < labelEnd {
        octet.appendEscaped(to: &text)
      } else {
        if position > 0 { text.append(UInt8(ascii: ".")) }
        labelEnd = position + 1 + Int(octet)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension DomainName: CustomDebugStringConvertible {
  var debugDescription: String { description }
}

extension UInt8 {
  /// 1 for letters, digits, `-` and `_`, which nearly all names are made of and which are shown as they are; else 0.
  fileprivate var isUsual: UInt64 {
    let places: UInt64 = self < 64 ? 0x03FF_2000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return self < 128 ? places >> UInt64(self & 63) & 1 : 0
  }

  fileprivate func appendEscaped(to text: inout [UInt8]) {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "@"),
      UInt8(ascii: "$"), UInt8(ascii: "("), UInt8(ascii: ")"):
      text.append(UInt8(ascii: "\\"))
      text.append(self)
    case 0x21...0x7E:
      text.append(self)
    default:
      text.append(contentsOf: decimalEscape)
    }
  }
}
