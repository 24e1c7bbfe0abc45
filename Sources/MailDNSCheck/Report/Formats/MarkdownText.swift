/// Text for GitHub Flavored Markdown in which nothing of it takes effect: no markup, no HTML, no link, no mention, on
/// GitHub or GitLab.
enum MarkdownText {
  /// What to do about a finding, behind its entry of a list.
  static func advice(_ text: String) -> String {
    let (text, records) = text.textAndLines
    return "  → " + ([text] + records).map(escaped).joined(separator: "<br>") + "\n"
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    var previous: Unicode.Scalar?
    var word = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = scalars.indices.contains(index + 1) ? scalars[index + 1] : nil
      result += escaped(scalar, after: word, before: next)
      let goesOn = scalar.properties.isAlphabetic && previous?.properties.isAlphabetic == true
      word =
        scalar.properties.isAlphabetic
        ? (goesOn ? String(word.suffix(2)) : "") + String(scalar).lowercased() : ""
      previous = scalar
    }
    return result
  }

  /// `word` is what letters stand right before, the last three of them in lower case.
  private static func escaped(
    _ scalar: Unicode.Scalar, after word: String, before next: Unicode.Scalar?
  ) -> String {
    let isFollowed = next.map { !$0.properties.isWhitespace } ?? false
    switch scalar {
    // A number is read as the character itself, never as markup, and does not end a cell of a table.
    case "&", "<", ">", "\\", "`", "|", "\"", "'": return "&#\(scalar.value);"
    case "*", "_", "[", "]", "~": return "\\" + String(scalar)
    // What would refer to somebody or something is cut by an element: the references are found in the text after the
    // markup has been read. (`@user`, `#1`, `!1`, `%1`, `$1`, `^a`, `:smile:`, `https://`, `www.`, `GH-1`.)
    case "@": return cut(scalar)
    case "#", "!", "%", "$", "^", ":": return isFollowed ? cut(scalar) : String(scalar)
    case "." where word == "www": return cut(scalar)
    case "-" where word.hasSuffix("gh"): return cut(scalar)
    case "\n", "\r": return " "
    default: return String(scalar)
    }
  }

  private static func cut(_ scalar: Unicode.Scalar) -> String { "<span>\(scalar)</span>" }

  /// A row of a table; `cells` are Markdown.
  static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}
