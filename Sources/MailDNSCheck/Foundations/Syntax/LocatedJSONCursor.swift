/// Goes through the octets of JSON with comments, and knows its line and column.
struct LocatedJSONCursor {
  private let octets: [UInt8]
  private var index = 0
  private var line = 1
  /// An octet of the line whose column is known, so that columns cost no second pass over the line.
  private var mark = (index: 0, column: 1)

  init(_ octets: [UInt8]) throws(LocatedJSONError) {
    guard octets.count <= LocatedJSON.maximumSize else {
      throw LocatedJSONError(place: .start, reason: .tooLarge(maximum: LocatedJSON.maximumSize))
    }
    if octets.starts(with: [0xFF, 0xFE]) || octets.starts(with: [0xFE, 0xFF]) {
      throw LocatedJSONError(place: .start, reason: .encodedInUTF16)
    }
    self.octets = octets
    if octets.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    mark.index = index
  }

  private var current: UInt8? { octet(at: index) }

  private func octet(at index: Int) -> UInt8? { index < octets.count ? octets[index] : nil }

  /// The next octet that is neither white space nor part of a comment, which the cursor then stands on; nil at the end.
  mutating func next() throws(LocatedJSONError) -> UInt8? {
    while let octet = current {
      if octet == UInt8(ascii: "/") {
        guard try skipComment() else { return octet }
      } else if octet.isWhitespace {
        advance()
      } else {
        return octet
      }
    }
    return nil
  }

  /// Goes past the octet under the cursor.
  mutating func advance() {
    guard let octet = current else { return }
    index += 1
    if octet == UInt8(ascii: "\n") {
      line += 1
      mark = (index, 1)
    }
  }

  /// Goes past the comment that begins here; false where none does.
  private mutating func skipComment() throws(LocatedJSONError) -> Bool {
    switch octet(at: index + 1) {
    case UInt8(ascii: "/"):
      while let octet = current, octet != UInt8(ascii: "\n") { index += 1 }
    case UInt8(ascii: "*"):
      let opening = error(.unclosedComment)
      index += 2
      while current != UInt8(ascii: "*") || octet(at: index + 1) != UInt8(ascii: "/") {
        guard current != nil else { throw opening }
        advance()
      }
      index += 2
    default:
      return false
    }
    return true
  }

  /// The place of the octet under the cursor.
  mutating func place() -> FilePlace {
    // A continuation octet of UTF-8 is no character of its own.
    mark.column += octets[mark.index..<index].count { $0 & 0xC0 != 0x80 }
    mark.index = index
    return FilePlace(line: line, column: mark.column)
  }

  mutating func error(_ reason: LocatedJSONError.Reason) -> LocatedJSONError {
    LocatedJSONError(place: place(), reason: reason)
  }

  /// The letters, digits and signs up to whatever may follow a word.
  mutating func word() -> String {
    let start = index
    while let octet = current, octet.isLetterDigitHyphen || octet == UInt8(ascii: "_") || octet >= 0x80 {
      index += 1
    }
    return String(decoding: octets[start..<index], as: UTF8.self)
  }

  /// The number that begins here, as it is written (RFC 8259 §6).
  mutating func number() throws(LocatedJSONError) -> String {
    let bad = error(.badNumber)
    let start = index
    while let octet = current, octet.isNumberPart || octet.isLetter { index += 1 }
    let text = octets[start..<index]
    guard text.isNumber else { throw bad }
    return String(decoding: text, as: UTF8.self)
  }

  /// The string that begins at the quotation mark under the cursor (RFC 8259 §7).
  mutating func string() throws(LocatedJSONError) -> String {
    let unclosed = error(.unclosedString)
    var text: [UInt8] = []
    index += 1
    while let octet = current {
      switch octet {
      case UInt8(ascii: "\""):
        index += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw LocatedJSONError(place: unclosed.place, reason: .notUTF8)
        }
        return string
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"): throw unclosed
      case ..<0x20: throw error(.controlCharacter)
      case UInt8(ascii: "\\"): text += try escape().utf8
      default:
        text.append(octet)
        index += 1
      }
    }
    throw unclosed
  }

  private mutating func escape() throws(LocatedJSONError) -> String {
    let bad = error(.badEscape)
    index += 1
    guard let letter = current else { throw bad }
    index += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      var units = [codeUnit()].compactMap(\.self)
      if let first = units.first, UTF16.isLeadSurrogate(first), octet(at: index) == UInt8(ascii: "\\"),
        octet(at: index + 1) == UInt8(ascii: "u")
      {
        index += 2
        units += [codeUnit()].compactMap(\.self)
      }
      guard !units.isEmpty, let text = String(validating: units, as: UTF16.self) else { throw bad }
      return text
    default: throw bad
    }
  }

  /// The four hexadecimal digits under the cursor; nil where there are other octets.
  private mutating func codeUnit() -> UInt16? {
    let end = min(index + 4, octets.count)
    let digits = octets[index..<end]
    guard digits.count == 4, digits.allSatisfy({ $0.isDigit || $0.isLetter }) else { return nil }
    index = end
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}

extension UInt8 {
  fileprivate var isNumberPart: Bool {
    isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "+") || self == UInt8(ascii: ".")
  }
}

extension ArraySlice<UInt8> {
  /// `[-] int [frac] [exp]` of RFC 8259 §6.
  fileprivate var isNumber: Bool {
    var rest = first == UInt8(ascii: "-") ? dropFirst() : self
    let whole = rest.prefix(while: \.isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: \.isDigit)
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard let mark = rest.first else { return true }
    guard mark.asciiLowercased == UInt8(ascii: "e") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(\.isDigit)
  }
}
