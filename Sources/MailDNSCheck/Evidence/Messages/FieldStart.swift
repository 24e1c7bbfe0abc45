/// Where a line begins a field (RFC 5322 §2.2): its name and the colon behind it.
struct FieldStart {
  /// Of the octets in which the line stands.
  let name: Range<Int>
  let colon: Int

  private static let maximumNameLength = 256

  /// Nil for a line that begins none.
  init?(_ line: ArraySlice<UInt8>) {
    var end = line.startIndex
    let limit = min(line.endIndex, line.startIndex + Self.maximumNameLength)
    while end < limit, line[end].isFieldName { end += 1 }
    var colon = end
    // A blank before the colon is obsolete, and is taken (§4.5).
    while colon < limit, line[colon].isSpaceOrTab { colon += 1 }
    guard colon < limit, line[colon] == UInt8(ascii: ":"), end > line.startIndex,
      line[line.startIndex].isLetter
    else { return nil }
    name = line.startIndex..<end
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
