/// Where a line begins a field (RFC 5322 §2.2): its name and the colon behind it.
struct FieldStart {
  /// Of the octets in which the line stands.
  let name: Range<Int>
  let colon: Int

  private static let maximumNameLength = 256

  /// Nil for a line that begins none.
  init?(_ line: ArraySlice<UInt8>) { self.init(at: line.indices, in: line) }

  init?(at line: Range<Int>, in octets: ArraySlice<UInt8>) {
    guard !line.isEmpty, octets[line.lowerBound].isLetter else { return nil }
    var end = line.lowerBound
    let limit = min(line.upperBound, line.lowerBound + Self.maximumNameLength)
    while end < limit, octets[end].isFieldName { end += 1 }
    var colon = end
    // A blank before the colon is obsolete, and is taken (§4.5).
    while colon < limit, octets[colon].isSpaceOrTab { colon += 1 }
    guard colon < limit, octets[colon] == UInt8(ascii: ":") else { return nil }
    name = line.lowerBound..<end
    self.colon = colon
  }
}

extension UInt8 {
  /// What names of fields are made of in practice: letters, digits, `-`, `.` and `_`. `ftext` of RFC 5322 §3.6.8 has brackets
  /// and `=` too, by which folded values are told from names.
  fileprivate var isFieldName: Bool {
    let names = self < 64 ? Self.lowFieldNames : self < 128 ? Self.highFieldNames : 0
    return names >> UInt64(self & 63) & 1 == 1
  }

  /// A bit for each octet up to 63, and one for each from 64 to 127.
  private static let lowFieldNames: UInt64 = 0x03FF_6000_0000_0000
  private static let highFieldNames: UInt64 = 0x07FF_FFFE_87FF_FFFE
}
