/// Lines of a manual page under construction, in the macros of man(7).
struct TroffPage {
  private(set) var lines: [String]

  /// - Parameters:
  ///   - title: In capitals.
  ///   - date: As in `2026-11-24`.
  ///   - source: What the page belongs to, with its version.
  ///   - manual: What the section of the manual is called.
  init(title: String, section: Int, date: String, source: String, manual: String) {
    let names = [source, manual].map { "\"\(Self.escaped($0))\"" }
    // No hyphenation and a ragged margin: names of options and domains stay whole, and Japanese is not torn apart.
    lines = [".TH \(title) \(section) \(date) \(names.joined(separator: " "))", ".nh", ".ad l"]
  }

  mutating func section(_ title: String) { lines.append(".SH \"\(Self.escaped(title))\"") }

  mutating func subsection(_ title: String) { lines.append(".SS \"\(Self.escaped(title))\"") }

  /// The program and what it does, for the section that whatis(1) reads.
  mutating func name(_ name: String, _ purpose: String) {
    lines.append(Self.escaped("\(name) - \(purpose)"))
  }

  mutating func text(_ text: String) { lines.append(Self.line(Self.breakable(text))) }

  mutating func paragraph(_ text: String) {
    lines.append(".PP")
    self.text(text)
  }

  /// Ways to call a program, one a line.
  mutating func usages(_ usages: [String]) {
    for (index, usage) in usages.enumerated() {
      if index > 0 { lines.append(".br") }
      lines.append(Self.line(Self.marked(usage)))
    }
  }

  /// `tags`, one a line, and what is said about them, each text a paragraph.
  mutating func item(_ tags: [String], _ texts: [String]) {
    for (index, tag) in tags.enumerated() {
      lines += [index == 0 ? ".TP" : ".TQ", Self.line(Self.marked(tag))]
    }
    for (index, text) in texts.enumerated() {
      if index > 0 { lines.append(".IP") }
      self.text(text)
    }
  }

  /// Lines to be shown as they are.
  mutating func verbatim(_ text: [String]) {
    lines.append(".EX")
    for line in text { self.text(line) }
    lines.append(".EE")
  }

  /// The page, each line closed by a newline.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// `text` for the middle of a line: hyphens that can be copied, and no character that troff would take for
  /// something else.
  static func escaped(_ text: String) -> String { text.map(escaped).joined() }

  /// `text` escaped, with marks where a line may be broken without a space: troff knows nothing of Japanese.
  static func breakable(_ text: String) -> String {
    var result = ""
    var previous: Character?
    for character in text {
      if let previous, previous != " ", character != " ", String.mayBreak(between: previous, and: character) {
        result += #"\:"#
      }
      result += escaped(character)
      previous = character
    }
    return result
  }

  private static func escaped(_ character: Character) -> String {
    switch character {
    case "\\": #"\e"#
    case "-": #"\-"#
    case "'": #"\(aq"#
    case "`": #"\(ga"#
    case "^": #"\(ha"#
    case "~": #"\(ti"#
    case "\"": #"\(dq"#
    case "\n", "\r", "\r\n": " "
    default: String(character)
    }
  }

  /// `text` with what is typed as it stands in bold, and what stands for something else, in capitals, in italics.
  static func marked(_ text: String) -> String {
    var result = ""
    var current = Font.roman
    for character in text {
      let font = Font(of: character)
      if font != current {
        result += font.rawValue
        current = font
      }
      result += escaped(character)
    }
    return current == .roman ? result : result + Font.roman.rawValue
  }

  private enum Font: String {
    case roman = #"\fR"#
    case bold = #"\fB"#
    case italic = #"\fI"#

    init(of character: Character) {
      switch character {
      case "A"..."Z", "_": self = .italic
      case "a"..."z", "0"..."9", "-": self = .bold
      default: self = .roman
      }
    }
  }

  /// Keeps a line that begins with a dot from being a request.
  private static func line(_ escaped: String) -> String {
    escaped.hasPrefix(".") ? #"\&"# + escaped : escaped
  }
}
