/// Texts in each of the five styles (https://yaml.org/spec/1.2.2/#73-flow-scalar-styles, #81-block-scalar-styles).
extension YAMLReader {
  // MARK: Plain

  /// What is left of a plain text on this line: up to a comment, to the colon behind a key, and in brackets to a sign that
  /// divides. At least one sign.
  mutating func plainText(isInFlow: Bool) throws(YAMLFault) -> String {
    guard let first = cursor.octet, !cursor.isAtLineEnd else { throw fault(.missingKey) }
    let next = cursor[1].map { $0.isWhitespace || isInFlow && $0.isFlowSign } ?? true
    let isOpen = [UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(first)
    if isOpen ? next : Self.reserved.contains(first) {
      throw fault(.reservedSign(String(decoding: [first], as: UTF8.self)))
    }
    return plainRest(isInFlow: isInFlow)
  }

  private static let reserved = Set(",[]{}#&*!|>'\"%@`".utf8)

  private mutating func plainRest(isInFlow: Bool) -> String {
    let start = cursor.index
    var end = start
    var mayBeSpace = cursor.indentation == 0
    scan: while let octet = cursor.octet, !cursor.isAtLineEnd {
      if octet >= 0x80 { cursor.noteWideSign(mayBeSpace: mayBeSpace) }
      mayBeSpace = octet == UInt8(ascii: ":")
      switch octet {
      case UInt8(ascii: ":"):
        if cursor.isBlank(1) || isInFlow && cursor[1].map(\.isFlowSign) == true { break scan }
      case UInt8(ascii: "#"): if cursor.index > end { break scan }
      case UInt8(ascii: "\t"): cursor.noteTab()
      default: if isInFlow, octet.isFlowSign { break scan }
      }
      cursor.advance()
      if !octet.isSpaceOrTab { end = cursor.index }
    }
    return String(decoding: cursor.text(from: start).prefix(end - start), as: UTF8.self)
  }

  /// A plain text that goes on over the lines that stand farther right than that column.
  mutating func plainLines(below column: Int) throws(YAMLFault) -> String {
    var text = try plainText(isInFlow: false)
    while cursor.isAtLineEnd, !cursor.isAtEnd {
      let end = cursor
      let breaks = skipLineBreaks()
      let isMore =
        !cursor.isAtEnd && cursor.indentation > column && cursor.octet != UInt8(ascii: "#")
        && !cursor.isMarker("---") && !cursor.isMarker("...")
      guard isMore else {
        cursor = end
        return text
      }
      text += Self.folded(breaks) + plainRest(isInFlow: false)
      if isComment { break }
      guard cursor.octet != UInt8(ascii: ":") else { throw fault(.nestedMapping) }
    }
    cursor.skipToValue()
    guard cursor.isAtLineEnd else { throw fault(.nestedMapping) }
    return text
  }

  /// Whether a comment ends the text.
  private var isComment: Bool { cursor.octet == UInt8(ascii: "#") }

  /// The same between brackets.
  mutating func flowText() throws(YAMLFault) -> String {
    var text = try plainText(isInFlow: true)
    while cursor.isAtLineEnd, !cursor.isAtEnd {
      let breaks = skipLineBreaks()
      guard let octet = cursor.octet, octet != UInt8(ascii: "#"), octet != UInt8(ascii: ":"),
        !octet.isFlowSign
      else { return text }
      text += Self.folded(breaks) + plainRest(isInFlow: true)
    }
    return text
  }

  /// Goes to the first sign that is no blank on a later line; how many lines end in between.
  private mutating func skipLineBreaks() -> Int {
    var count = 0
    while cursor.isAtLineEnd, !cursor.isAtEnd {
      cursor.startNextLine()
      cursor.skipBlanks()
      count += 1
    }
    return count
  }

  /// One line end is a space, of several all but the first stay.
  private static func folded(_ breaks: Int) -> String {
    breaks == 1 ? " " : String(repeating: "\n", count: max(0, breaks - 1))
  }

  // MARK: In quotation marks

  mutating func quoted() throws(YAMLFault) -> YAMLScalar {
    let place = cursor.place
    let mark = cursor.octet
    cursor.advance()
    var text: [UInt8] = []
    // What was escaped is no blank at the end of a line.
    var kept = 0
    while let octet = cursor.octet {
      if cursor.isAtLineEnd {
        while text.count > kept, text.last?.isSpaceOrTab == true { text.removeLast() }
        text += Self.folded(skipLineBreaks()).utf8
        kept = text.count
        guard !cursor.isMarker("---"), !cursor.isMarker("...") else { break }
      } else if octet != mark {
        cursor.advance()
        if octet == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
          try appendEscaped(to: &text)
          kept = text.count
        } else {
          text.append(octet)
        }
      } else if mark == UInt8(ascii: "'"), cursor[1] == mark {
        text.append(octet)
        cursor.advance(2)
      } else {
        cursor.advance()
        return YAMLScalar(text: String(decoding: text, as: UTF8.self), isPlain: false)
      }
    }
    throw YAMLFault(place: place, reason: .unclosedQuotes)
  }

  /// What stands behind a backslash between double quotation marks
  /// (https://yaml.org/spec/1.2.2/#57-escaped-characters).
  private mutating func appendEscaped(to text: inout [UInt8]) throws(YAMLFault) {
    if cursor.isAtLineEnd {
      cursor.startNextLine()
      cursor.skipBlanks()
      return
    }
    guard let sign = cursor.octet else { throw fault(.badEscape) }
    let length: Int
    switch sign {
    case UInt8(ascii: "x"): length = 2
    case UInt8(ascii: "u"): length = 4
    case UInt8(ascii: "U"): length = 8
    default:
      guard let scalar = Self.escapes[sign] else { throw fault(.badEscape) }
      text += String(scalar).utf8
      cursor.advance()
      return
    }
    let start = cursor.index + 1
    cursor.advance(1 + length)
    let digits = cursor.text(from: start)
    guard digits.count == length, digits.allSatisfy(\.isHexadecimalDigit),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw fault(.badEscape) }
    text += String(Character(scalar)).utf8
  }

  private static let escapes: [UInt8: Character] = [
    UInt8(ascii: "0"): "\0", UInt8(ascii: "a"): "\u{7}", UInt8(ascii: "b"): "\u{8}",
    UInt8(ascii: "t"): "\t",
    UInt8(ascii: "\t"): "\t", UInt8(ascii: "n"): "\n", UInt8(ascii: "v"): "\u{B}", UInt8(ascii: "f"): "\u{C}",
    UInt8(ascii: "r"): "\r", UInt8(ascii: "e"): "\u{1B}", UInt8(ascii: " "): " ", UInt8(ascii: "\""): "\"",
    UInt8(ascii: "/"): "/", UInt8(ascii: "\\"): "\\", UInt8(ascii: "N"): "\u{85}",
    UInt8(ascii: "_"): "\u{A0}", UInt8(ascii: "L"): "\u{2028}", UInt8(ascii: "P"): "\u{2029}",
  ]

  // MARK: In lines of their own

  /// A text below `|`, or `>`, which folds lines. It stands farther right than that column.
  mutating func blockScalar(below column: Int) throws(YAMLFault) -> YAMLScalar {
    let isFolded = cursor.octet == UInt8(ascii: ">")
    cursor.advance()
    var isKept: Bool?
    var indentation: Int?
    while let octet = cursor.octet, !octet.isWhitespace {
      if octet == UInt8(ascii: "+") || octet == UInt8(ascii: "-") {
        isKept = octet == UInt8(ascii: "+")
      } else if let digit = octet.decimalDigit, digit > 0 {
        indentation = max(column, 0) + digit
      } else {
        throw fault(.trailing)
      }
      cursor.advance()
    }
    cursor.skipToValue()
    guard cursor.isAtLineEnd else { throw fault(.trailing) }
    var text = BlockText(isFolded: isFolded)
    while true {
      let end = cursor
      guard !cursor.isAtEnd else { break }
      cursor.startNextLine()
      guard !cursor.isAtEnd else { break }
      while cursor.octet == 0x20, cursor.indentation < indentation ?? .max { cursor.advance() }
      if cursor.isAtLineEnd {
        text.breaks += 1
        continue
      }
      guard cursor.indentation > column, cursor.indentation >= indentation ?? 0,
        !cursor.isMarker("---"), !cursor.isMarker("...")
      else {
        cursor = end
        break
      }
      indentation = cursor.indentation
      let start = cursor.index
      cursor.skipToLineEnd()
      text.append(cursor.text(from: start))
    }
    return YAMLScalar(text: text.whole(isKept), isPlain: false)
  }
}

/// The lines of a text below `|` or `>`.
private struct BlockText {
  let isFolded: Bool
  private var octets: [UInt8] = []
  private var wasPlain: Bool?
  /// Empty lines behind the last one.
  var breaks = 0

  init(isFolded: Bool) { self.isFolded = isFolded }

  mutating func append(_ line: ArraySlice<UInt8>) {
    let isPlain = line.first?.isSpaceOrTab == false
    if let wasPlain {
      if !(isFolded && wasPlain && isPlain) {
        octets.append(UInt8(ascii: "\n"))
      } else if breaks == 0 {
        octets.append(UInt8(ascii: " "))
      }
    }
    octets += [UInt8](repeating: UInt8(ascii: "\n"), count: breaks) + line
    (wasPlain, breaks) = (isPlain, 0)
  }

  /// Nil where one line end stays, if there is a line.
  func whole(_ isKept: Bool?) -> String {
    var octets = octets
    if wasPlain != nil, isKept ?? true { octets.append(UInt8(ascii: "\n")) }
    if isKept == true { octets += [UInt8](repeating: UInt8(ascii: "\n"), count: breaks) }
    return String(decoding: octets, as: UTF8.self)
  }
}
