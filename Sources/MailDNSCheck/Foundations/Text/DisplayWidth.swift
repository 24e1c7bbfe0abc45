/// How many columns of a terminal text takes: 0 for combining marks and controls, 2 for East Asian wide and
/// fullwidth characters (UAX #11) and for emoji, 1 for all else. Ambiguous characters (`…`, `→`, `※`) count
/// 1, as in glibc's UTF-8 locales.
extension Unicode.Scalar {
  /// Blocks whose assigned characters are wide or fullwidth. Wide symbols beyond these are emoji.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]

  fileprivate var isWide: Bool {
    value >= 0x1100 && (Self.wideRanges.contains { $0.contains(value) } || properties.isEmojiPresentation)
  }

  fileprivate var displayWidth: Int {
    // Vowels and finals of a Hangul syllable that a leading consonant carries.
    if (0x1160...0x11FF).contains(value) { return 0 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator: return 0
    default: return isWide ? 2 : 1
    }
  }
}

extension Character {
  /// Columns of a terminal that the character takes.
  var displayWidth: Int {
    let scalars = unicodeScalars
    guard let first = scalars.first else { return 0 }
    if scalars.count > 1, first.properties.isEmoji,
      first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}")
    {
      return 2
    }
    return scalars.reduce(0) { $0 + $1.displayWidth }
  }

  /// Whether a line may be broken beside the character without a space: scripts that are written without
  /// spaces.
  fileprivate var isIdeographic: Bool { unicodeScalars.first?.isWide ?? false }

  /// Whether it is of a word of katakana.
  fileprivate var isKatakana: Bool {
    unicodeScalars.first.map { (0x30A1...0x30FA).contains($0.value) || $0.value == 0x30FC } ?? false
  }

  /// A sign behind which a host name or a record may be broken where it is wider than a line.
  var joinsWords: Bool { ".-_/,;:=".contains(self) }

  /// Never at the start of a line (行頭禁則: JIS X 4051, "Requirements for Japanese Text Layout" §3.1.7).
  fileprivate var isForbiddenAtStart: Bool { Self.forbiddenAtStart.contains(self) }
  /// Never at the end of a line (行末禁則).
  fileprivate var isForbiddenAtEnd: Bool { Self.forbiddenAtEnd.contains(self) }

  private static let forbiddenAtStart = Set(
    "、。，．・：；？！‼⁇⁈⁉゛゜ヽヾゝゞ々ー〜～…‥」』）］｝】〕〉》〙〗｠»”’"
      + "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.:;!?)]}%"
  )
  private static let forbiddenAtEnd = Set("「『（［｛【〔〈《〘〖｟«“‘([{")
}

extension StringProtocol {
  /// Columns of a terminal that the text takes on one line.
  var displayWidth: Int {
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }

  /// The text with spaces after it up to `width` columns; as it is where it is that wide already.
  func padded(to width: Int) -> String {
    String(self) + String(repeating: " ", count: Swift.max(0, width - displayWidth))
  }

  /// The text with spaces before it up to `width` columns; as it is where it is that wide already.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - displayWidth)) + String(self)
  }

  /// The text in lines of at most `width` columns, broken at spaces and between characters of scripts that
  /// need none, but not before `、。）」` and the like nor after `「（`. What has no such place is cut where the
  /// line is full.
  ///
  /// Newlines in the text stay. Spaces at a break go, those at the start of the text stay. A line is wider
  /// only where a single character is wider than `width`. `keepingKatakana` breaks words of katakana as little as Latin ones.
  func wrapped(to width: Int, keepingKatakana: Bool = false) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { paragraph in
      var lines = LineFiller(width: width)
      var unit = ""
      var previous: Character?
      for character in paragraph {
        if character == " " {
          lines.append(unit: unit)
          unit = ""
          lines.appendSpace()
        } else {
          if let previous, previous != " ",
            Self.mayBreak(between: previous, and: character, keepingKatakana: keepingKatakana)
          {
            lines.append(unit: unit)
            unit = ""
          }
          unit.append(character)
        }
        previous = character
      }
      lines.append(unit: unit)
      return lines.finished
    }
  }

  /// Whether a line may be broken between the two without a space.
  static func mayBreak(
    between left: Character, and right: Character, keepingKatakana: Bool = false
  ) -> Bool {
    guard !(keepingKatakana && left.isKatakana && right.isKatakana) else { return false }
    return (left.isIdeographic || right.isIdeographic) && !right.isForbiddenAtStart && !left.isForbiddenAtEnd
  }
}

/// Lines that are being filled with units that are not to be broken.
private struct LineFiller {
  private let width: Int
  private var lines: [String] = []
  private var line = ""
  private var lineWidth = 0
  /// Spaces that go before the next unit if it still fits on the line.
  private var spaces = 0

  init(width: Int) { self.width = max(1, width) }

  mutating func appendSpace() { spaces += 1 }

  mutating func append(unit: String) {
    guard !unit.isEmpty else { return }
    let unitWidth = unit.displayWidth
    if lineWidth + spaces + unitWidth <= width {
      append(String(repeating: " ", count: spaces) + unit, width: spaces + unitWidth)
    } else {
      breakLine()
      if unitWidth <= width { append(unit, width: unitWidth) } else { cut(unit) }
    }
    spaces = 0
  }

  /// Appends a unit that is wider than a line, broken behind the last sign that joins words where there is one: within a
  /// label a host name is hard to read.
  private mutating func cut(_ unit: String) {
    var rest = unit[...]
    var restWidth = rest.displayWidth
    while restWidth > width {
      var end = rest.startIndex
      var afterSign: Substring.Index?
      var used = 0
      while end < rest.endIndex, used + rest[end].displayWidth <= width || end == rest.startIndex {
        used += rest[end].displayWidth
        let isSign = rest[end].joinsWords
        rest.formIndex(after: &end)
        if isSign { afterSign = end }
      }
      let place = afterSign ?? end
      append(String(rest[..<place]), width: 0)
      breakLine()
      restWidth -= rest[..<place].displayWidth
      rest = rest[place...]
    }
    append(String(rest), width: restWidth)
  }

  private mutating func append(_ text: String, width: Int) {
    line += text
    lineWidth += width
  }

  private mutating func breakLine() {
    if !line.isEmpty { lines.append(line) }
    line = ""
    lineWidth = 0
  }

  var finished: [String] { line.isEmpty && !lines.isEmpty ? lines : lines + [line] }
}
