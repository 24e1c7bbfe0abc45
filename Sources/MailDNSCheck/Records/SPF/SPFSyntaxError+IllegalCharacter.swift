extension SPFSyntaxError {
  /// The error for the octet at `index` of `text`, which is not visible ASCII; covers the whole character
  /// where the octets from there on are UTF-8.
  static func illegalCharacter(at index: Int, of text: ArraySlice<UInt8>) -> SPFSyntaxError {
    var iterator = text[index...].prefix(4).makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      return SPFSyntaxError(.illegalCharacter(Array(text[index...index]), lookalike: nil), index..<index + 1)
    }
    let octets = Array(String(scalar).utf8)
    return SPFSyntaxError(
      .illegalCharacter(octets, lookalike: lookalike(of: scalar)), index..<index + octets.count)
  }

  /// The ASCII character that word processors and input methods put `scalar` in place of.
  private static func lookalike(of scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: " "
    case 0x2010...0x2015, 0x2212, 0x30FC: "-"
    case 0x301C, 0x223C: "~"
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).map { String($0) }
    default: nil
    }
  }
}
