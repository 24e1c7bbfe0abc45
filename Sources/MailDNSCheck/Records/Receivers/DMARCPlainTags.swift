/// Tags that every program takes out of a record alike.
///
/// Most records are written as RFC 9989 §4.8 shows it, and there no habit of `DMARCReader.Selection` and
/// `DMARCReader.Notation` makes a difference: the tags are taken once, and only what the programs make of them is
/// worked out for each. Every other record is left to the habits.
enum DMARCPlainTags {
  /// The tags of the only record, its version first; nil where the programs may not agree on them.
  ///
  /// There is one text of one string, so that no limit of a length, no quotation mark and no blank between strings comes
  /// in. It is `v=DMARC1`, then as many pairs as follow, at least one, each behind one `;` and blanks: names of letters,
  /// values of octets that nobody strips, drops, escapes or ends a value at. A `;` and blanks may end it.
  static func of(_ texts: [CharacterStrings]) -> [DMARCReaderTag]? {
    guard texts.count == 1, let strings = texts.first?.strings, strings.count == 1, let text = strings.first,
      text.starts(with: versionSection)
    else { return nil }
    var tags = [DMARCReaderTag(name: .v, value: Array(DMARCVersion.text.utf8))]
    var position = versionSection.count
    while position < text.count, text[position] == UInt8(ascii: ";") {
      position = text[(position + 1)...].firstIndex { $0 != 0x20 } ?? text.count
      if position == text.count { break }
      let start = position
      position = text[start...].firstIndex { !$0.isLetter } ?? text.count
      guard position > start, position < text.count, text[position] == UInt8(ascii: "=") else { return nil }
      let name = DMARCTagName(ignoringCase: text[start..<position])
      let value = position + 1
      position = text[value...].firstIndex { !$0.isPlain } ?? text.count
      guard position > value else { return nil }
      tags.append(DMARCReaderTag(name: name, value: Array(text[value..<position])))
    }
    return position == text.count && tags.count > 1 ? tags : nil
  }

  private static let versionSection = Array("v=DMARC1".utf8)
}

extension UInt8 {
  /// Nothing but itself in a value to every program.
  fileprivate var isPlain: Bool {
    switch self {
    case UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "\\"): false
    default: isGraphic
    }
  }
}
