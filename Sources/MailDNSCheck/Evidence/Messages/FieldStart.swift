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
  /// What names of fields are made of in practice; `ftext` of RFC 5322 §3.6.8 has brackets and `=` too, by which folded
  /// values are told from names.
  fileprivate var isFieldName: Bool {
    isLetterDigitHyphen || self == UInt8(ascii: "_") || self == UInt8(ascii: ".")
  }
}
