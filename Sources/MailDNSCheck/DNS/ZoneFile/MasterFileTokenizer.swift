/// Cuts a master file into entries of fields (RFC 1035 §5.1): white space, quotation marks, parentheses, comments,
/// and escapes, which stay in the fields because names and strings read them differently.
struct MasterFileTokenizer {
  private let octets: [UInt8]
  private var index = 0
  private var line: Int
  private var lineStart = 0
  /// An octet of the line whose column is known, so that columns cost no second pass over the line.
  private var mark = (index: 0, column: 1)
  /// Of the last entry, as far as it could be cut: where it is broken, what stands before that.
  private(set) var tokens: [MasterFileToken] = []
  private(set) var startsBlank = false

  static let maximumTokens = 8192
  /// Octets in an entry's tokens; 65535 octets of data, each written as `\DDD`, fit.
  static let maximumEntryLength = 300_000

  /// `octets` begin with a line, the one of that number.
  init(_ octets: [UInt8], line: Int = 1) {
    self.octets = octets
    self.line = line
  }

  /// The next entry that is not empty; nil at the end of the file.
  mutating func nextEntry() throws(ZoneFileError.Fault) -> MasterFileEntry? {
    (tokens, startsBlank) = ([], false)
    var length = 0
    var depth = 0
    var isGrouped = false
    var opening = ZoneFilePosition.start
    var end = ZoneFilePosition.start
    var cut: ArraySlice<UInt8>?
    while index < octets.count {
      switch octets[index] {
      case UInt8(ascii: "\n"):
        startNextLine()
        if depth == 0 {
          if !tokens.isEmpty {
            return MasterFileEntry(
              tokens: tokens, startsBlank: startsBlank, end: end, cut: cut, isGrouped: isGrouped)
          }
          startsBlank = false
        }
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        if index == lineStart, depth == 0 { startsBlank = true }
        index += 1
      case UInt8(ascii: ";"):
        let isBehindBare = tokens.last.map { !$0.isQuoted } ?? false
        let start = index + 1
        while index < octets.count, octets[index] != UInt8(ascii: "\n") { index += 1 }
        let comment = octets[start..<max(start, index)]
        if isBehindBare, cut == nil, comment.contains(UInt8(ascii: "=")) { cut = comment }
      case UInt8(ascii: "("):
        if depth == 0 { opening = position() }
        depth += 1
        isGrouped = true
        index += 1
      case UInt8(ascii: ")"):
        guard depth > 0 else { throw ZoneFileError.Fault(.unopenedParenthesis, at: position()) }
        depth -= 1
        index += 1
      case let octet:
        let token = try octet == UInt8(ascii: "\"") ? quotedToken() : bareToken()
        length += token.text.count
        guard tokens.count < Self.maximumTokens, length <= Self.maximumEntryLength else {
          // Whoever forgets to close a parenthesis gets one endless entry.
          throw depth > 0
            ? ZoneFileError.Fault(.unclosedParenthesis, at: opening) : token.fault(.entryTooLong)
        }
        tokens.append(token)
        end = position()
      }
    }
    guard depth == 0 else { throw ZoneFileError.Fault(.unclosedParenthesis, at: opening) }
    return tokens.isEmpty
      ? nil
      : MasterFileEntry(tokens: tokens, startsBlank: startsBlank, end: end, cut: cut, isGrouped: isGrouped)
  }

  private mutating func startNextLine() {
    index += 1
    line += 1
    lineStart = index
    mark = (index, 1)
  }

  /// The place of the octet at `index`.
  private mutating func position() -> ZoneFilePosition {
    mark.column += octets[mark.index..<index].count { !$0.isContinuation }
    mark.index = index
    return ZoneFilePosition(line: line, column: mark.column)
  }

  private mutating func quotedToken() throws(ZoneFileError.Fault) -> MasterFileToken {
    let start = position()
    index += 1
    let first = index
    while index < octets.count, octets[index] != UInt8(ascii: "\n") {
      if octets[index] == UInt8(ascii: "\"") {
        let text = octets[first..<index]
        index += 1
        return MasterFileToken(text: text, isQuoted: true, position: start)
      }
      if octets[index] == UInt8(ascii: "\\") { try skipBackslash() }
      index += 1
    }
    throw ZoneFileError.Fault(.unterminatedString, at: start)
  }

  private mutating func bareToken() throws(ZoneFileError.Fault) -> MasterFileToken {
    let start = position()
    let first = index
    while index < octets.count, !octets[index].endsToken {
      if octets[index] == UInt8(ascii: "\\") { try skipBackslash() }
      index += 1
    }
    return MasterFileToken(text: octets[first..<index], isQuoted: false, position: start)
  }

  /// Goes on to the character that the backslash at `index` takes the meaning from.
  private mutating func skipBackslash() throws(ZoneFileError.Fault) {
    let next = index + 1
    guard next < octets.count, octets[next] != UInt8(ascii: "\n"), octets[next] != UInt8(ascii: "\r") else {
      throw ZoneFileError.Fault(.badEscape, at: position())
    }
    index = next
  }
}

extension UInt8 {
  fileprivate var endsToken: Bool {
    switch self {
    case UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""): true
    default: isWhitespace
    }
  }
}
