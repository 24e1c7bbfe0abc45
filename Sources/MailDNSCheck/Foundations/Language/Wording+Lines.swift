extension String {
  /// The first line, which is a text, and those below it, which are to be taken as they are (`Wording.above`).
  var textAndLines: (text: String, lines: [String]) {
    var parts = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return (parts.isEmpty ? "" : parts.removeFirst(), parts)
  }
}
