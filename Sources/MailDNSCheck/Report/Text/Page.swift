/// Lines of text under construction, none wider than the page.
struct Page {
  let width: Int
  private(set) var lines: [String] = []

  static let minimumWidth = 40

  private let isASCII: Bool

  init(width: Int, isASCII: Bool = false) {
    self.width = max(Self.minimumWidth, width)
    self.isASCII = isASCII
  }

  mutating func blank() { if lines.last?.isEmpty == false { lines.append("") } }

  /// Adds `text` indented by `indent` columns; the first line begins `outdent` columns further out, or with `label`
  /// instead, which may be dressed by `ink` and is as wide as `labelWidth` says.
  mutating func add(
    _ text: String, indent: Int = 0, outdent: Int = 0, label: String = "", labelWidth: Int = 0,
    ink: (String) -> String = { $0 }
  ) {
    // Before lines are filled, since a sign of ASCII may take more columns.
    let text = isASCII ? PlainSigns.replacing(in: text) : text
    let wrapped = text.wrapped(to: max(10, width - indent))
    // A label that leaves no room has a line of its own.
    let isAlone = labelWidth > 0 && !text.isEmpty && labelWidth + outdent >= indent
    if isAlone { lines.append(label) }
    for (index, line) in wrapped.enumerated() {
      let isFirst = index == 0 && !isAlone
      let lead = isFirst ? label + spaces(indent - labelWidth - outdent) : spaces(indent)
      lines.append(line.isEmpty && label.isEmpty ? "" : lead + ink(line))
    }
  }

  /// Adds `line` as it is, however long.
  mutating func addVerbatim(_ line: String) {
    lines.append(isASCII ? PlainSigns.replacing(in: line) : line)
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// The page, each line closed by a newline.
  var text: String { lines.map { $0 + "\n" }.joined() }
}
