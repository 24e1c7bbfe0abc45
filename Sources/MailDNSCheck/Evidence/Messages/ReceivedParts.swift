/// A `Received` field cut into words and comments, and the date at its end.
struct ReceivedParts {
  enum Token: Hashable {
    case word(String)
    /// What stands in parentheses, inner ones included.
    case comment(String)
  }

  private(set) var tokens: [Token] = []
  private(set) var time: MailTime?

  init(_ text: String) {
    let semicolons = cut(text)
    // The date stands behind the last semicolon; where that is something else, behind one before.
    for (place, end) in semicolons.reversed() {
      if let found = MailTimeReader.time(text[place...]) {
        time = found
        tokens.removeSubrange(end...)
        return
      }
    }
    takeBareDate()
    // A bracket or quotation mark that is never closed, as a HELO may have, hides the date.
    if time == nil, let last = text.lastIndex(of: ";") {
      time = MailTimeReader.time(text[text.index(after: last)...])
    }
  }

  /// Cuts `text`, and returns where its semicolons are: the place behind each, and the number of tokens before it.
  private mutating func cut(_ text: String) -> [(place: String.Index, tokens: Int)] {
    var semicolons: [(place: String.Index, tokens: Int)] = []
    var depth = 0
    var isQuoted = false
    var start: String.Index?
    let scalars = text.unicodeScalars
    func close(_ end: String.Index, _ tokens: inout [Token], isComment: Bool = false) {
      guard let from = start, from < end else { return }
      let piece = String(scalars[from..<end])
      tokens.append(isComment ? .comment(piece) : .word(piece))
    }
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      switch scalar {
      case "\"" where depth == 0: isQuoted.toggle()
      case "(" where !isQuoted:
        if depth == 0 {
          close(index, &tokens)
          start = next
        }
        depth += 1
      case ")" where depth > 0 && !isQuoted:
        depth -= 1
        if depth == 0 {
          close(index, &tokens, isComment: true)
          start = nil
        }
      case " ", "\t", "\r", "\n", ";":
        guard depth == 0, !isQuoted else { break }
        close(index, &tokens)
        start = nil
        if scalar == ";" {
          semicolons.append((next, tokens.count))
        }
      default: if start == nil { start = index }
      }
      index = next
    }
    close(scalars.endIndex, &tokens, isComment: depth > 0)
    return semicolons
  }

  /// The tokens of each part of `text` between semicolons outside comments, for fields of the same notation.
  static func sections(_ text: String) -> [[Token]] {
    var parts = ReceivedParts()
    let ends = parts.cut(text).map(\.tokens)
    return zip([0] + ends, ends + [parts.tokens.count]).map { Array(parts.tokens[$0..<$1]) }
  }

  private init() {}

  /// The date of a field that has no semicolon before it.
  private mutating func takeBareDate() {
    let words = tokens.map { token in
      switch token {
      case .word(let word): word
      case .comment(let comment): "(\(comment))"
      }
    }
    for index in words.indices.reversed()
    where words[index].first?.isLetter == true || words[index].first?.isNumber == true {
      // A bare time or year could be anything: what counts begins with a weekday, a day or an ISO date.
      guard words.count - index >= 2, words.count - index < 12 else { continue }
      if let found = MailTimeReader.time(words[index...].joined(separator: " ")) {
        time = found
        let previous = index > 0 ? words[index - 1] : ""
        tokens.removeSubrange(
          (MailTimeReader.isWeekday(previous.filter { $0 != "," }) ? index - 1 : index)...)
        return
      }
    }
  }
}
