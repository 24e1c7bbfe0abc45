/// A text on a terminal that takes its own place again whenever it is drawn anew (ECMA-48 §8.3.22, §8.3.39).
struct LiveScreen: Sendable {
  /// Rows of the terminal that are filled from the last time.
  private var drawn = 0

  /// What to write so that `lines` stand where the last ones stood. Of more than fit into `rows`, the last are left out and
  /// counted, since what has scrolled away can't be drawn over.
  mutating func frame(_ lines: [String], rows: Int, columns: Int, language: Language) -> String {
    var room = max(2, rows - 1)
    let heights = lines.map { max(1, (Self.plain($0).displayWidth + columns - 1) / max(1, columns)) }
    var shown = lines
    if heights.reduce(0, +) > room {
      room -= 1
      var count = 0
      var height = 0
      while count < lines.count, height + heights[count] <= room {
        height += heights[count]
        count += 1
      }
      shown = Array(lines.prefix(count)) + [Wording.furtherLines(lines.count - count)[language]]
      room = height + 1
    } else {
      room = heights.reduce(0, +)
    }
    let back = drawn > 0 ? "\u{1B}[\(drawn)A" : ""
    drawn = room
    return back + "\r\u{1B}[J" + shown.map { $0 + "\n" }.joined()
  }

  /// The line without colours.
  private static func plain(_ line: String) -> String {
    guard line.utf8.contains(0x1B) else { return line }
    let parts = line.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
    return String(parts[0]) + parts.dropFirst().map { $0.drop { $0 != "m" }.dropFirst() }.joined()
  }
}

extension Wording {
  fileprivate static func furtherLines(_ count: Int) -> Wording {
    Wording("… \(count.grouped) more lines", "…ほか\(count.grouped)行")
  }

  /// Below a table that is drawn anew.
  static func watching(_ time: String, seconds: Int) -> Wording {
    Wording(
      "\(time): looking again in \(seconds.counting("second", "seconds")) (Ctrl-C ends)",
      "\(time) 現在。\(seconds.grouped)秒後に再確認します(Ctrl-Cで終了)")
  }
}
