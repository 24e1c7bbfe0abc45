/// Text fit for the output of a plugin, where a bar and a line break have a meaning.
enum PluginText {
  /// Columns before the bar at most, the space in front of it not counted.
  static let headWidth = 79
  private static let ellipsis = "..."

  /// `text` on one line: what cannot be seen is written out, and a bar is, too.
  static func line(_ text: String) -> String {
    VisibleText(text).description.escapingScalars { $0 == "|" ? "\\124" : nil }
  }

  /// `text` or as much of its beginning as fits.
  static func cut(_ text: String, to width: Int) -> String {
    text.displayWidth <= width ? text : beginning(of: text, width - ellipsis.count) + ellipsis
  }

  /// `text`, or as much of both its ends as fits: for what names something long first, and says what is wrong last.
  static func squeezed(_ text: String, to width: Int) -> String {
    guard text.displayWidth > width else { return text }
    let rest = width - ellipsis.count
    let end = String(beginning(of: String(text.reversed()), rest - rest / 2).reversed())
    return beginning(of: text, rest / 2) + ellipsis + end
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
