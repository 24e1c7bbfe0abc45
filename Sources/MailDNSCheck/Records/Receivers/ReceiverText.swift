/// Texts as the languages of the programs take them apart: C's `isspace`, Python's `strip`, Perl's `\s`.
extension UInt8 {
  /// Blank to C's `isspace`, Perl's `\s` and Python's `bytes.strip`: also a vertical tab and a form feed.
  var isBlankToC: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// Visible ASCII or the space, C's `isprint`.
  var isPrintable: Bool { self == 0x20 || isGraphic }
  /// ASCII punctuation, C's `ispunct`.
  var isPunctuation: Bool { isGraphic && !isLetter && !isDigit }
  /// Letter, digit or `_`: `\w`.
  var isWordCharacter: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}

extension Collection<UInt8> where SubSequence: BidirectionalCollection<UInt8> {
  /// Without octets at either end that `isStripped` says belong to no text.
  func stripped(_ isStripped: (UInt8) -> Bool) -> [UInt8] {
    let start = drop(while: isStripped)
    guard let last = start.lastIndex(where: { !isStripped($0) }) else { return [] }
    return Array(start[start.startIndex...last])
  }
}

extension Sequence<UInt8> {
  var lowercased: [UInt8] { map(\.asciiLowercased) }
}

extension [UInt8] {
  var strippedOfBlanks: [UInt8] { stripped(\.isBlankToC) }
  /// Without what Unicode has for blanks at either end, in UTF-8.
  var strippedOfUnicodeBlanks: [UInt8] {
    let isBlank = { (octet: UInt8) in octet.isBlankToC || (0x1C...0x1F).contains(octet) }
    var text = self[...]
    while let first = text.first {
      if isBlank(first) {
        text = text.dropFirst()
      } else if let length = text.lengthOfUnicodeBlank(in: text.prefix(3)) {
        text = text.dropFirst(length)
      } else {
        break
      }
    }
    while let last = text.last {
      if isBlank(last) {
        text = text.dropLast()
      } else if let length = [2, 3].first(where: { text.lengthOfUnicodeBlank(in: text.suffix($0)) == $0 }) {
        text = text.dropLast(length)
      } else {
        break
      }
    }
    return Array(text)
  }

  /// Without what Unicode has for blanks, in UTF-8.
  var withoutUnicodeBlanks: [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(count)
    var rest = self[...]
    while let first = rest.first {
      if let length = rest.lengthOfUnicodeBlank(in: rest.prefix(3)) {
        rest = rest.dropFirst(length)
      } else {
        if !first.isBlankToC { out.append(first) }
        rest = rest.dropFirst()
      }
    }
    return out
  }

  var withoutBlanks: [UInt8] { filter { !$0.isBlankToC } }
  /// Up to the first NUL, as C has it.
  var asCString: [UInt8] { firstIndex(of: 0).map { Array(self[..<$0]) } ?? self }

  func contains(_ text: StaticString) -> Bool { firstRange(ofText: text) != nil }

  /// Where `text` stands first, letters with case.
  private func firstRange(ofText text: StaticString) -> Int? {
    let length = text.utf8CodeUnitCount
    guard length > 0, count >= length else { return nil }
    return text.withUTF8Buffer { wanted in
      (0...(count - length)).first { start in
        self[start] == wanted[0] && self[start..<start + length].elementsEqual(wanted)
      }
    }
  }

  /// Every `text`, found from left to right, gone for `replacement`.
  func replacing(_ text: StaticString, with replacement: StaticString) -> [UInt8] {
    let length = text.utf8CodeUnitCount
    let new = replacement.withUTF8Buffer(Array.init)
    return text.withUTF8Buffer { wanted in
      var out: [UInt8] = []
      out.reserveCapacity(count)
      var index = 0
      while index < count {
        if self[index] == wanted[0], index + length <= count,
          self[index..<index + length].elementsEqual(wanted)
        {
          out += new
          index += length
        } else {
          out.append(self[index])
          index += 1
        }
      }
      return out
    }
  }

  func split(at octet: UInt8) -> [[UInt8]] {
    split(separator: octet, omittingEmptySubsequences: false).map(Array.init)
  }

  /// The number that the text begins with, as C's `strtoul` reads it: 0 where there is none. Past `limit` it stays there.
  func leadingNumber(limit: Int = 1_000_000) -> Int {
    var number = 0
    for octet in drop(while: \.isBlankToC) {
      guard let digit = octet.decimalDigit else { break }
      number = Swift.min(limit, number * 10 + digit)
    }
    return number
  }

  /// A whole number as Python's `int` takes it, ASCII only; nil where it takes none.
  var pythonInteger: Int? {
    var digits = strippedOfBlanks[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    guard let first = digits.first, let last = digits.last, first.isDigit, last.isDigit else { return nil }
    var number = 0
    var isAfterUnderscore = false
    for octet in digits {
      if octet == UInt8(ascii: "_") {
        if isAfterUnderscore { return nil }
        isAfterUnderscore = true
        continue
      }
      guard let digit = octet.decimalDigit else { return nil }
      isAfterUnderscore = false
      number = Swift.min(1_000_000_000, number * 10 + digit)
    }
    return isNegative ? -number : number
  }
}

extension ArraySlice<UInt8> {
  /// How many octets the blank beyond ASCII takes that `text` begins with; nil for anything else.
  fileprivate func lengthOfUnicodeBlank(in text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, first >= 0xC2 else { return nil }
    let octets = Array(text)
    if octets.starts(with: [0xC2, 0xA0]) || octets.starts(with: [0xC2, 0x85]) { return 2 }
    guard octets.count >= 3 else { return nil }
    return switch (octets[0], octets[1], octets[2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F),
      (0xE3, 0x80, 0x80), (0xE1, 0x9A, 0x80):
      3
    default: nil
    }
  }
}
