/// Text fit for the output of a plugin, where a bar and a line break have a meaning.
enum PluginText {
  /// Columns before the bar at most, the space in front of it not counted.
  static let headWidth = 79
  private static let ellipsis = "..."

  /// `text` on one line: what cannot be seen is written out, and a bar is, too.
  static func line(_ text: String) -> String {
    VisibleText(text).description.escapingScalars { $0 == "|" ? "\\124" : nil }
  }

  /// `text` or as many of its words as fit. Where of what stands behind `lead` no whole word does, a part of one is shown.
  static func cut(_ text: String, to width: Int, beyond lead: String = "") -> String {
    guard text.displayWidth > width else { return text }
    let room = width - ellipsis.count
    let words = words(of: text, within: room)
    guard words.count <= trimmed(lead).count else { return words + ellipsis }
    return trimmed(beginning(of: text, room)) + ellipsis
  }

  /// The words with which `text` begins, in at most `width` columns.
  private static func words(of text: String, within width: Int) -> String {
    var end = text.startIndex
    var used = 0
    var previous: Character = " "
    for index in text.indices {
      let character = text[index]
      if character == " " || character.beginsWord(behind: previous) { end = index }
      used += character.displayWidth
      if used > width { break }
      previous = character
    }
    return trimmed(String(text[..<end]))
  }

  /// Without what separates its last word from the next.
  private static func trimmed(_ text: String) -> String {
    var text = text
    while let last = text.last, " 、".contains(last) { text.removeLast() }
    return text
  }

  /// `text`, or as many words of both its ends as fit: for what names something long first, and says what is wrong last.
  static func squeezed(_ text: String, to width: Int) -> String {
    guard text.displayWidth > width else { return text }
    let rest = width - ellipsis.count
    var end = String(beginning(of: String(text.reversed()), rest - rest / 2).reversed())
    if let blank = end.firstIndex(of: " "), end[blank...].count > end.count / 2 {
      end = String(end[end.index(after: blank)...])
    }
    var start = beginning(of: text, rest / 2)
    if let blank = start.lastIndex(of: " "), start[..<blank].count > start.count / 2 {
      start = String(start[..<blank])
    }
    return start + ellipsis + end
  }

  /// As much of `text` as `width` columns hold.
  private static func beginning(of text: String, _ width: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += character.displayWidth
        return used <= width
      })
  }
}

extension Character {
  /// Whether a word begins with it behind `previous`. Japanese has no spaces between words: one begins where the script
  /// changes. Hiragana is the end of the word before it, and begins none; only behind particles and verbs a word of Chinese
  /// characters is sure to begin, and not within `問い合わせ`. A number keeps what it counts.
  fileprivate func beginsWord(behind previous: Character) -> Bool {
    if previous == " " { return self != " " }
    guard String.mayBreak(between: previous, and: self), !isHiragana, !previous.isNumber else { return false }
    if previous.isHiragana { return !isKanji || Self.endings.contains(previous) }
    return isKanji != previous.isKanji || isKatakana != previous.isKatakana
  }

  private static let endings: Set<Character> = Set("をがはにでのともへやらかただるすく")

  private var isHiragana: Bool { isIn(0x3041...0x309F) }
  private var isKatakana: Bool { isIn(0x30A0...0x30FF) }
  private var isKanji: Bool { isIn(0x3400...0x9FFF) || isIn(0x20000...0x3FFFF) }

  private func isIn(_ range: ClosedRange<UInt32>) -> Bool {
    unicodeScalars.first.map { range.contains($0.value) } ?? false
  }
}
