/// The text of the plugin's first line: a lead, and what is the matter, of which as much is shown as there is room for.
struct PluginSummary: Sendable {
  private let lead: String
  /// Each with what stands before it where it is not the first.
  private let pieces: [(separator: String, text: String)]

  /// - Parameters:
  ///   - groups: what belongs together, a domain's findings, has commas in between.
  ///   - separator: what stands between the groups.
  init(_ lead: String, _ groups: [[String]], between separator: String = ", ") {
    self.lead = PluginText.line(lead)
    pieces = groups.flatMap { group in
      group.enumerated().map { ($0.offset == 0 ? separator : ", ", PluginText.line($0.element)) }
    }
  }

  /// The text in at most `width` columns: whole pieces, and how many more there are. A first piece that is too long ends at a
  /// word.
  func fitted(to width: Int) -> String {
    var text = lead
    for (index, piece) in pieces.enumerated() {
      let rest = pieces.count - index - 1
      let tail = rest > 0 ? ", +\(rest)" : ""
      let longer = text + (index == 0 ? "" : piece.separator) + piece.text
      if (longer + tail).displayWidth <= width {
        text = longer
      } else if index == 0 {
        return PluginText.cut(longer, to: width - tail.count, beyond: lead) + tail
      } else {
        return text + ", +\(rest + 1)"
      }
    }
    return PluginText.cut(text, to: width)
  }
}
