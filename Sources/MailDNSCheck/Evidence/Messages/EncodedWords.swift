/// Text of a header field with its encoded words read (RFC 2047), for people.
enum EncodedWords {
  private static let maximumLength = 4096

  /// Words that follow each other in one character set are decoded together, so that one that was cut inside a character
  /// is read all the same. What can't be read stays as it is.
  static func decode(_ value: [UInt8]) -> String {
    let octets = value.prefix(maximumLength)
    var result = ""
    var pending: (encoding: CharacterEncoding, octets: [UInt8], source: ArraySlice<UInt8>)?
    var rest = octets
    func settle() {
      guard let word = pending else { return }
      result += word.encoding.decode(word.octets) ?? raw(word.source)
      pending = nil
    }
    var searched = rest
    while let start = nextStart(in: searched) {
      guard let word = word(rest[start...]) else {
        searched = rest[(start + 1)...]
        continue
      }
      let before = rest[..<start]
      // Blanks between two encoded words are no part of the text (§6.2).
      if pending == nil || !before.allSatisfy(\.isWhitespace) {
        settle()
        result += raw(before)
      }
      if let first = pending, first.encoding == word.encoding {
        pending = (first.encoding, first.octets + word.octets, octets[first.source.startIndex..<word.end])
      } else {
        settle()
        pending = (word.encoding, word.octets, octets[start..<word.end])
      }
      rest = rest[word.end...]
      searched = rest
    }
    settle()
    return result + raw(rest)
  }

  /// Where the next encoded word may begin: `=?` outside the signs of two octets that a header has in the raw.
  private static func nextStart(in octets: ArraySlice<UInt8>) -> Int? {
    var shift = ISO2022Shift()
    for (index, octet) in zip(octets.indices, octets) {
      if !shift.takes(octet), octet == UInt8(ascii: "="), octets[(index + 1)...].first == UInt8(ascii: "?") {
        return index
      }
    }
    return nil
  }

  /// Octets that are no encoded word: UTF-8 (RFC 6532), or what Japanese programs put there against the rules.
  private static func raw(_ octets: ArraySlice<UInt8>) -> String {
    if octets.contains(0x1B), let text = CharacterEncoding.iso2022JP.decode(octets) { return text }
    if let text = String(validating: octets, as: UTF8.self) { return text }
    return CharacterEncoding.cp932.decode(octets) ?? String(decoding: octets, as: UTF8.self)
  }

  /// `=?charset?B?text?=` at the beginning of `octets`; a language behind `*` counts for nothing (RFC 2231 §5).
  private static func word(
    _ octets: ArraySlice<UInt8>
  ) -> (encoding: CharacterEncoding, octets: [UInt8], end: Int)? {
    guard octets.count > 6, octets[octets.startIndex + 1] == UInt8(ascii: "?") else { return nil }
    let question = UInt8(ascii: "?")
    let parts = octets.dropFirst(2).split(separator: question, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[1].count == 1, parts[0].count <= 60 else { return nil }
    let text = parts[2]
    guard
      let end = text.indices.first(where: {
        text[$0] == question && $0 + 1 < text.endIndex && text[$0 + 1] == UInt8(ascii: "=")
      })
    else { return nil }
    let name = String(decoding: parts[0].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
    guard let encoding = CharacterEncoding(name: name) else { return nil }
    switch parts[1].first?.asciiLowercased {
    case UInt8(ascii: "b"): return (encoding, base64(text[..<end]), end + 2)
    case UInt8(ascii: "q"): return (encoding, quoted(text[..<end]), end + 2)
    default: return nil
    }
  }

  /// What is no digit of base 64 is passed over (RFC 2045 §6.8).
  private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for octet in text {
      let digit: UInt32
      switch octet {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit = UInt32(octet - 65)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): digit = UInt32(octet - 71)
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = UInt32(octet + 4)
      case UInt8(ascii: "+"): digit = 62
      case UInt8(ascii: "/"): digit = 63
      default: continue
      }
      bits = bits << 6 | digit
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// The Q encoding (RFC 2047 §4.2).
  private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "_") {
        result.append(0x20)
      } else if octet == UInt8(ascii: "="), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(octet)
      }
    }
    return result
  }
}
