/// A `Received` field cut into words and comments, and the date at its end.
struct ReceivedParts {
  /// A word, or what stands in parentheses, inner ones included: a place in the text.
  struct Token: Hashable {
    let place: Range<Int>
    let isComment: Bool
  }

  let text: [UInt8]
  private(set) var tokens: [Token] = []
  private(set) var time: MailTime?

  init(_ text: [UInt8]) {
    self.text = text
    tokens.reserveCapacity(32)
    let semicolons = cut()
    // The date stands behind the last semicolon; where that is something else, behind one before.
    for (place, end) in semicolons.reversed() {
      if let found = MailTimeReader.time(text[place...]) {
        time = found
        tokens.removeLast(tokens.count - end)
        return
      }
    }
    takeBareDate()
    // A bracket or quotation mark that is never closed, as a HELO may have, hides the date.
    if time == nil, let last = text.lastIndex(of: UInt8(ascii: ";")) {
      time = MailTimeReader.time(text[(last + 1)...])
    }
  }

  /// The tokens of each part of `text` between semicolons outside comments, for fields of the same notation.
  static func sections(_ text: [UInt8]) -> (parts: ReceivedParts, sections: [ArraySlice<Token>]) {
    var parts = ReceivedParts(uncut: text)
    let ends = parts.cut().map(\.tokens)
    let sections = zip([0] + ends, ends + [parts.tokens.count]).map { parts.tokens[$0..<$1] }
    return (parts, sections)
  }

  private init(uncut text: [UInt8]) { self.text = text }

  func octets(_ token: Token) -> ArraySlice<UInt8> { text[token.place] }
  func string(_ token: Token) -> String { String(decoding: text[token.place], as: UTF8.self) }

  /// Cuts the text, and returns where its semicolons are: the place behind each, and the number of tokens before it.
  private mutating func cut() -> [(place: Int, tokens: Int)] {
    var semicolons: [(place: Int, tokens: Int)] = []
    var depth = 0
    var isQuoted = false
    var start: Int?
    for index in text.indices {
      // Nearly all are letters and digits.
      if text[index] > UInt8(ascii: ")"), text[index] != UInt8(ascii: ";") {
        if start == nil { start = index }
        continue
      }
      switch text[index] {
      case UInt8(ascii: "\"") where depth == 0:
        isQuoted.toggle()
        if start == nil { start = index }
      case UInt8(ascii: "(") where !isQuoted:
        if depth == 0 {
          close(start, index)
          start = index + 1
        }
        depth += 1
      case UInt8(ascii: ")") where depth > 0 && !isQuoted:
        depth -= 1
        if depth == 0 {
          close(start, index, isComment: true)
          start = nil
        }
      case 0x20, 0x09, 0x0D, 0x0A, UInt8(ascii: ";"):
        guard depth == 0, !isQuoted else { break }
        close(start, index)
        start = nil
        if text[index] == UInt8(ascii: ";") { semicolons.append((index + 1, tokens.count)) }
      default: if start == nil { start = index }
      }
    }
    close(start, text.endIndex, isComment: depth > 0)
    return semicolons
  }

  private mutating func close(_ start: Int?, _ end: Int, isComment: Bool = false) {
    if let start, start < end { tokens.append(Token(place: start..<end, isComment: isComment)) }
  }

  /// The date of a field that has no semicolon before it.
  private mutating func takeBareDate() {
    // A bare time or year could be anything: what counts begins with a weekday, a day or an ISO date.
    for index in tokens.indices.dropLast().suffix(10).reversed() where !tokens[index].isComment {
      let place = tokens[index].place
      guard text[place.lowerBound].isLetter || text[place.lowerBound].isDigit,
        let found = MailTimeReader.time(text[place.lowerBound...])
      else { continue }
      time = found
      let hasWeekday =
        index > 0
        && MailTimeReader.isWeekday(octets(tokens[index - 1]).filter { $0 != UInt8(ascii: ",") }[...])
      tokens.removeSubrange((hasWeekday ? index - 1 : index)...)
      return
    }
  }
}
