/// A place in the octets of a YAML file that goes forward, and knows its line and column.
struct YAMLCursor {
  private let octets: [UInt8]
  private(set) var index = 0
  private(set) var line = 1
  private(set) var lineStart = 0
  /// Up to here the line is known to have spaces alone.
  private var firstSign = 0
  /// An octet of the line whose column is known, so that columns cost no second pass over the line.
  private var mark = (index: 0, column: 1)
  /// The first tab between what stands on a line, or in a plain text: PyYAML takes none there.
  private(set) var firstTab: FilePlace?
  /// The last colon of full width, space of full width behind a colon, or such a space that begins a line: nothing to YAML, and
  /// why what it stands in is broken, where it is.
  var wideSign: FilePlace?

  init(_ octets: [UInt8]) {
    self.octets = octets
    if octets.starts(with: [0xEF, 0xBB, 0xBF]) {
      (index, lineStart, firstSign, mark.index) = (3, 3, 3, 3)
    }
  }

  var isAtEnd: Bool { index >= octets.count }
  /// Nil at the end.
  var octet: UInt8? { self[0] }
  /// Octets of the line in front of this one: the indentation, where only spaces are.
  var indentation: Int { index - lineStart }
  /// Whether the line, or the file, ends here.
  var isAtLineEnd: Bool {
    switch octet {
    case nil, 0x0A: true
    case 0x0D: self[1] == nil || self[1] == 0x0A
    default: false
    }
  }
  /// Whether a value may end here: white space, or the end.
  func isBlank(_ offset: Int) -> Bool { self[offset].map(\.isWhitespace) ?? true }

  /// The octet so many behind this one; nil beyond the end.
  subscript(offset: Int) -> UInt8? {
    octets.indices.contains(index + offset) ? octets[index + offset] : nil
  }

  func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { octets[index...].starts(with: $0) }
  }

  func text(from start: Int) -> ArraySlice<UInt8> { octets[start..<max(start, index)] }

  /// Of this octet.
  var place: FilePlace {
    mutating get {
      if mark.index < lineStart || mark.index > index { mark = (lineStart, 1) }
      mark.column += octets[mark.index..<index].count { $0 & 0xC0 != 0x80 }
      mark.index = index
      return FilePlace(line: line, column: mark.column)
    }
  }

  /// Goes on within the line.
  mutating func advance(_ count: Int = 1) { index = min(index + count, octets.count) }

  mutating func skipSpaces() { while octet == 0x20 { index += 1 } }

  mutating func skipBlanks() { while octet?.isSpaceOrTab == true { index += 1 } }

  /// To the end of the line, without what ends it.
  mutating func skipToLineEnd() { while !isAtLineEnd { index += 1 } }

  /// Behind the line's end; at the end of the file that is where it is.
  mutating func startNextLine() {
    skipToLineEnd()
    if octet == 0x0D { index += 1 }
    guard octet == 0x0A else { return }
    index += 1
    line += 1
    lineStart = index
    firstSign = index
  }

  mutating func noteTab() { if firstTab == nil { firstTab = place } }

  /// Notes `：` where it stands here and, where one is as good as a space of ASCII would be, a space of full width.
  mutating func noteWideSign(mayBeSpace: Bool) {
    let isColon = self[0] == 0xEF && self[1] == 0xBC && self[2] == 0x9A
    let isSpace = mayBeSpace && self[0] == 0xE3 && self[1] == 0x80 && self[2] == 0x80
    if isColon || isSpace { wideSign = place }
  }

  /// Blanks, and a comment where one begins; what is left is then a value or the line's end.
  mutating func skipToValue() {
    skipSpaces()
    if octet == UInt8(ascii: "\t") { noteTab() }
    skipBlanks()
    if octet == UInt8(ascii: "#"), self[-1]?.isWhitespace ?? true || index == lineStart { skipToLineEnd() }
  }

  /// To the next line that says something, to its first sign that is no space. A tab there is no indentation.
  mutating func skipEmptyLines() {
    if index > firstSign { skipToValue() } else { skipEmptyLine() }
    while isAtLineEnd, !isAtEnd {
      startNextLine()
      skipEmptyLine()
    }
  }

  /// From the start of a line to its end where it says nothing; else to its first sign that is no space.
  private mutating func skipEmptyLine() {
    skipSpaces()
    let start = self
    skipToValue()
    if !isAtLineEnd { self = start }
    firstSign = index
  }

  /// Whether a line is `---` or `...`, alone or in front of a value.
  func isMarker(_ sign: StaticString) -> Bool {
    indentation == 0 && starts(with: sign) && isBlank(3)
  }
}
