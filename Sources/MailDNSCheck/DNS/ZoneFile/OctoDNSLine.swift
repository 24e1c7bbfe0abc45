/// A line of a master file that says what a value of a zone of OctoDNS does, and which place each field of it comes from.
struct OctoDNSLine: Sendable {
  private(set) var text: [UInt8] = []
  private(set) var spots: [(column: Int, place: ZoneFilePosition)] = []

  /// The field `octets`, which are ASCII, come from `place`.
  mutating func append(_ octets: [UInt8], from place: FilePlace) {
    if !text.isEmpty { text.append(UInt8(ascii: " ")) }
    spots.append((text.count + 1, ZoneFilePosition(place)))
    text += octets
  }

  /// A field of one word: whatever ends words is escaped.
  static func word(_ text: some Sequence<UInt8>) -> [UInt8] {
    text.reduce(into: []) { octets, octet in
      let isPlain = octet.isLetterDigitHyphen || "._*/+=:,".utf8.contains(octet)
      octets += isPlain ? [octet] : octet.decimalEscape
    }
  }

  /// A string in quotation marks. Where `keepsBackslashes`, they are those of a master file.
  static func string(_ text: some Sequence<UInt8>, keepsBackslashes: Bool) -> [UInt8] {
    let mark = UInt8(ascii: "\"")
    return [mark]
      + text.flatMap { octet in
        let isPlain =
          (0x20...0x7E).contains(octet) && octet != mark
          && (keepsBackslashes || octet != UInt8(ascii: "\\"))
        return isPlain ? [octet] : octet.decimalEscape
      } + [mark]
  }
}

extension ZoneFilePosition {
  init(_ place: FilePlace) { self.init(line: place.line, column: place.column) }
}
