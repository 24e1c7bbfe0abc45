/// What stands in ASCII for the signs that the program's own texts have.
enum PlainSigns {
  /// `text` with signs of ASCII in place of others; what has none stays as it is.
  static func replacing(in text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.escapingScalars { signs[$0] }
  }

  static func sign(for scalar: Unicode.Scalar) -> String? { signs[scalar] }

  private static let signs: [Unicode.Scalar: String] = [
    "→": "->", "←": "<-", "…": "...", "–": "-", "—": "--", "−": "-", "×": "x", "§": "section ", "‘": "'",
    "’": "'",
    "“": "\"", "”": "\"", "•": "*", "·": ".", "※": "*", "≥": ">=", "≤": "<=", "✓": "ok", "✗": "x", "✅": "ok",
    "❌": "x",
    "├": "|", "└": "`", "│": "|", "─": "-", "〜": "~", "\u{A0}": " ",
  ]
}
