/// Text as PowerShell takes it literally: a string in single quotation marks, in which nothing but such a mark means
/// anything (about_Quoting_Rules). To PowerShell the curly ones U+2018 to U+201B are single quotation marks, too: each
/// of them ends the string unless it is doubled.
enum PowerShellText {
  static func quoted(_ text: String) -> String {
    "'" + text.escapingScalars { quotationMarks.contains($0) ? "\($0)\($0)" : nil } + "'"
  }

  /// Text that can stand within a comment: one line, and nothing that a terminal acts on.
  static func comment(_ text: String) -> String { "# " + VisibleText(text).description }

  private static let quotationMarks = Set("'\u{2018}\u{2019}\u{201A}\u{201B}".unicodeScalars)
}
