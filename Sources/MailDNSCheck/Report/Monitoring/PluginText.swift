/// Text fit for the output of a plugin, where a bar and a line break have a meaning.
enum PluginText {
  /// Columns before the bar at most, the space in front of it not counted.
  static let headWidth = 79
  private static let ellipsis = "..."

  /// `text` on one line: what cannot be seen is written out, and a bar is, too.
  static func line(_ text: String) -> String {
    VisibleText(text).description.escapingScalars { $0 == "|" ? "\\124" : nil }
  }

  /// `text` or as many of its words as fit.
  static func cut(_ text: String, to width: Int) -> String {
    guard text.displayWidth > width else { return text }
    return (text.wrapped(to: width - ellipsis.count).first ?? "") + ellipsis
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

  private static func beginning(of text: String, _ width: Int) -> String {
    var used = 0
    return String(
      text.prefix { character in
        used += character.displayWidth
        return used <= width
      })
  }
}
