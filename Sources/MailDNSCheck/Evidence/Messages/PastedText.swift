/// A header as it comes out of another program: quoted in a reply (`> `, `>> `, `| `), or with a blank line between all its
/// lines, as some web mailers copy it, or below a greeting.
///
/// Told by what stands there, and only where it could be no message as it is: a message begins with a field, and has more
/// than one before its first blank line.
struct PastedText {
  private let quotation: QuotationMark?
  /// Blank lines between two lines; 0 where they follow each other.
  private let gap: Int
  /// Fields of messages by which a header below other text is known.
  private static let minimumKnown = 3

  /// How much of a text is looked at.
  static let length = 16 << 10
  /// Lines in front of a quotation, such as a greeting.
  private static let maximumIntroduction = 20
  /// Lines by which is told whether blank ones stand between all.
  private static let maximumLines = 24

  /// From the beginning of a text; nil where it is to be read as it is.
  init?(_ text: ArraySlice<UInt8>) {
    let start = text.prefix(Self.length)
    quotation = Self.quotation(start)
    gap = Self.gap(start, quotation)
    if quotation == nil, gap == 0, !Self.isIntroduced(start) { return nil }
  }

  /// The header without marks of quotation and blank lines.
  func header(in text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var blanks = 0
    var rest = text
    while let line = Self.nextLine(&rest) {
      let isBroken = isBroken(line)
      let line = quotation?.removed(from: line) ?? line
      if line.allSatisfy(\.isWhitespace) {
        blanks += 1
        continue
      }
      if result.isEmpty {
        guard Self.isField(line) else { continue }
      } else if blanks > gap {
        // A mailer has broken the line at its first blank, and left nothing of it but the mark.
        guard isBroken, blanks == gap + 1, result.dropLast().last == UInt8(ascii: ":") else { break }
      }
      blanks = 0
      if isBroken, !result.isEmpty { result.append(0x20) }
      result += line
      result.append(0x0A)
    }
    return result
  }

  /// Whether a line in a quotation is the rest of the one before, broken off by a mailer: it has no mark, and is no field.
  private func isBroken(_ line: ArraySlice<UInt8>) -> Bool {
    quotation != nil && QuotationMark(line) == nil && !line.allSatisfy(\.isWhitespace) && !Self.isField(line)
  }

  /// Whether what begins with text that is no header, such as a greeting, plainly has one further down.
  private static func isIntroduced(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    var (lines, known) = (0, 0)
    var isHeader = false
    while let line = nextLine(&rest) {
      if line.allSatisfy(\.isWhitespace) {
        if isHeader { return false }
        continue
      }
      lines += 1
      if !isHeader {
        guard lines <= maximumIntroduction, !(lines == 1 && line.starts(with: "From ".utf8)) else {
          return false
        }
        isHeader = lines > 1 && isField(line) && isOfMessages(line)
        if !isHeader, mayBeField(line.drop(while: \.isSpaceOrTab)) { return false }
      }
      if isHeader, isOfMessages(line) { known += 1 }
      if known >= minimumKnown { return true }
    }
    return false
  }

  /// The marks in front of the first field that is quoted; nil where a field without any stands before it.
  private static func quotation(_ text: ArraySlice<UInt8>) -> QuotationMark? {
    var rest = text
    var lines = 0
    while lines <= maximumIntroduction, let line = nextLine(&rest) {
      if line.allSatisfy(\.isWhitespace) { continue }
      lines += 1
      // A mailbox begins like this.
      if lines == 1, line.starts(with: "From ".utf8) { return nil }
      guard let mark = QuotationMark(line) else {
        if mayBeField(line) { return nil }
        continue
      }
      if isField(mark.removed(from: line)) { return mark }
    }
    return nil
  }

  /// How many blank lines stand between all lines of the header.
  private static func gap(_ text: ArraySlice<UInt8>, _ quotation: QuotationMark?) -> Int {
    var rest = text
    var (gap, blanks, lines, fields, known) = (0, 0, 0, 0, 0)
    while lines < maximumLines, let line = nextLine(&rest) {
      let line = quotation?.removed(from: line) ?? line
      if line.allSatisfy(\.isWhitespace) {
        blanks += 1
        continue
      }
      let isField = isField(line)
      if lines == 0 {
        // What stands in front of a quotation is no part of it.
        guard isField else {
          if quotation == nil { return 0 }
          continue
        }
      } else if lines == 1 {
        gap = blanks
        if gap == 0 { return 0 }
      } else if blanks > gap {
        break
      } else if blanks < gap {
        return 0
      }
      blanks = 0
      lines += 1
      if isField {
        fields += 1
        if isOfMessages(line) { known += 1 }
      }
    }
    return fields >= 3 && known >= 2 ? gap : 0
  }

  /// Whether a field begins in `line`; an address of the web has no blank behind its colon.
  private static func isField(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = FieldStart(line) else { return false }
    return line[(start.colon + 1)...].first?.isSpaceOrTab ?? true
  }

  /// The same where a message may be in doubt: `Subject:hello`.
  private static func mayBeField(_ line: ArraySlice<UInt8>) -> Bool {
    FieldStart(line).map { !line[($0.colon + 1)...].starts(with: "//".utf8) } ?? false
  }

  /// Whether the name is one that messages have, not only any word with a colon.
  private static func isOfMessages(_ line: ArraySlice<UInt8>) -> Bool {
    guard let start = FieldStart(line) else { return false }
    let name = FieldName(line[start.name])
    return name.hasPrefix("x-") || name.hasPrefix("arc-") || HeaderSection.isMessageName(name)
  }

  /// The next line without its end; nil where there is none.
  private static func nextLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard !rest.isEmpty else { return nil }
    let feed = rest.firstLineFeed ?? rest.endIndex
    var end = feed
    while end > rest.startIndex, rest[end - 1] == 0x0D { end -= 1 }
    defer { rest = rest[min(feed + 1, rest.endIndex)...] }
    return rest[rest.startIndex..<end]
  }
}

/// What stands in front of each line of a quotation: `> `, `>> `, `> > `, `| `.
private struct QuotationMark {
  /// How often it was quoted.
  private let depth: Int
  /// Whether a blank stands behind the last mark; where there is none, a blank there belongs to the line.
  private let hasBlank: Bool

  private static let maximumDepth = 20
  private static let maximumIndent = 8

  /// Nil where `line` has none.
  init?(_ line: ArraySlice<UInt8>) {
    let (depth, rest) = Self.passMarks(in: line, atMost: Self.maximumDepth)
    guard depth > 0 else { return nil }
    self.depth = depth
    hasBlank = rest.first == 0x20
  }

  /// A line that has no marks, as those that a mailer has broken, is what it is.
  func removed(from line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let (found, rest) = Self.passMarks(in: line, atMost: depth)
    guard found > 0 else { return line }
    return hasBlank && rest.first == 0x20 ? rest.dropFirst() : rest
  }

  /// How many marks are in front, with single blanks between them, and what follows the last one.
  private static func passMarks(
    in line: ArraySlice<UInt8>, atMost limit: Int
  ) -> (count: Int, rest: ArraySlice<UInt8>) {
    var count = 0
    var rest = line
    var next = line.drop(while: \.isSpaceOrTab)
    guard next.startIndex - line.startIndex <= maximumIndent else { return (0, line) }
    while count < limit, let octet = next.first, octet == UInt8(ascii: ">") || octet == UInt8(ascii: "|") {
      count += 1
      rest = next.dropFirst()
      next = rest.first == 0x20 ? rest.dropFirst() : rest
    }
    return (count, rest)
  }
}
