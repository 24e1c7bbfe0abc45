extension String {
  /// The first line, which is a text, and those below it, which are to be taken as they are (`Wording.above`).
  var textAndLines: (text: String, lines: [String]) {
    // By octets: what a character is costs far more to find out.
    var parts = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    return (parts.isEmpty ? "" : parts.removeFirst(), parts)
  }

  /// The same on one line, for programs: what no line is to be broken in is no longer seen by people there.
  var onOneLine: String {
    // Nearly every text has one.
    guard utf8.contains(UInt8(ascii: "\n")) else { return self }
    let (text, lines) = textAndLines
    return lines.isEmpty ? text : text + " " + lines.joined(separator: "; ")
  }
}
