/// A line of a master file that is one plain record: no parentheses, escapes or directives, and data of the types that most
/// records have. It is known to be right without being taken apart; for whatever is not plain there is `EntryReader`.
struct PlainLine {
  /// Behind the line feed.
  private(set) var end: Int
  /// Empty where the line begins with white space.
  private(set) var owner: Range<Int>
  /// Nil where it states none.
  private(set) var timeToLive: UInt32?
  /// Nil for a line without a record.
  private(set) var type: RecordType?
  /// Whether the text begins with `v=spf1`.
  private(set) var isSPF = false

  /// Where the data begin.
  private(set) var data: Int
  let octets: UnsafeRawBufferPointer
  private var index: Int

  /// The line at `start`; nil where it may be anything but plain.
  init?(_ octets: UnsafeRawBufferPointer, at start: Int) {
    self.octets = octets
    index = start
    end = start
    data = start
    owner = start..<start
    skipBlanks()
    if endLine() { return }
    if index == start {
      guard takeName(allowingDots: true) != nil else { return nil }
      owner = start..<index
      guard skipBlanks() else { return nil }
    }
    guard takeHead() else { return nil }
    data = index
    guard takeData(), skipBlanks() || isAtEnd, endLine() else { return nil }
  }

  private var isAtEnd: Bool {
    index >= octets.count || octets[index] == UInt8(ascii: "\n") || octets[index] == UInt8(ascii: ";")
  }

  /// Whether there were any.
  @discardableResult private mutating func skipBlanks() -> Bool {
    let first = index
    while index < octets.count, octets[index] == 0x20 || octets[index] == 0x09 || octets[index] == 0x0D {
      index += 1
    }
    return index > first
  }

  /// Goes behind the line where nothing but a comment is left of it.
  private mutating func endLine() -> Bool {
    if index < octets.count, octets[index] == UInt8(ascii: ";") {
      while index < octets.count, octets[index] != UInt8(ascii: "\n") { index += 1 }
    }
    guard index < octets.count else {
      end = index
      return true
    }
    guard octets[index] == UInt8(ascii: "\n") else { return false }
    end = index + 1
    return true
  }

  /// A name of letters, digits, `-`, `_` and `*`, or `@`; returns whether it ends in a dot. Relative ones with dots in them
  /// are left to others unless allowed: they may lack a final dot.
  private mutating func takeName(allowingDots: Bool) -> Bool? {
    let first = index
    var labelStart = index
    var dots = 0
    if index < octets.count, octets[index] == UInt8(ascii: ".") {
      index += 1
      return isBehindWord ? true : nil
    }
    while index < octets.count {
      let octet = octets[index]
      if octet == UInt8(ascii: ".") {
        guard index > labelStart, index - labelStart <= DomainName.maximumLabelLength else { return nil }
        dots += 1
        labelStart = index + 1
      } else if !octet.isPlain {
        break
      }
      index += 1
    }
    let length = index - first
    if length == 0, index < octets.count, octets[index] == UInt8(ascii: "@") {
      index += 1
      return isBehindWord ? false : nil
    }
    guard length > 0, isBehindWord, index - labelStart <= DomainName.maximumLabelLength else { return nil }
    let isAbsolute = labelStart == index
    // Room for the origin of nearly everybody.
    guard allowingDots || isAbsolute || dots == 0, length < 120 else { return nil }
    return isAbsolute
  }

  private var isBehindWord: Bool { index >= octets.count || octets[index].isWhitespace }

  private mutating func takeHead() -> Bool {
    var hasClass = false
    while true {
      let first = index
      var number: UInt64 = 0
      var isNumber = true
      while index < octets.count, octets[index].isLetter || octets[index].isDigit {
        if octets[index].isDigit, index - first < 10 {
          number = number * 10 + UInt64(octets[index] - UInt8(ascii: "0"))
        } else {
          isNumber = false
        }
        index += 1
      }
      let word = first..<index
      guard !word.isEmpty, index < octets.count, octets[index].isSpaceOrTab else { return false }
      if isNumber {
        guard timeToLive == nil, number <= UInt64(MasterFileNumber.maximumTimeToLive) else { return false }
        timeToLive = UInt32(number)
      } else if !hasClass, isWord(word, "IN") {
        hasClass = true
      } else {
        type = plainType(word)
        return type != nil && skipBlanks()
      }
      skipBlanks()
    }
  }

  private func isWord(_ range: Range<Int>, _ word: StaticString) -> Bool {
    guard range.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where octets[range.lowerBound + offset] & 0xDF != word.utf8Start[offset] { return false }
    return true
  }

  private func plainType(_ word: Range<Int>) -> RecordType? {
    switch word.count {
    case 1: isWord(word, "A") ? .a : nil
    case 2: isWord(word, "MX") ? .mx : isWord(word, "NS") ? .ns : nil
    case 3: isWord(word, "TXT") ? .txt : isWord(word, "PTR") ? .ptr : nil
    case 4: isWord(word, "AAAA") ? .aaaa : nil
    case 5: isWord(word, "CNAME") ? .cname : nil
    default: nil
    }
  }

  private mutating func takeData() -> Bool {
    switch type {
    case .a?: takeIPv4Address()
    case .aaaa?: takeIPv6Address()
    case .mx?: takeNumber(below: 65_536) && skipBlanks() && takeName(allowingDots: false) != nil
    case .txt?: takeStrings()
    case nil: false
    default: takeName(allowingDots: false) != nil
    }
  }

  /// Digits without a leading zero.
  private mutating func takeNumber(below limit: Int) -> Bool {
    let first = index
    var number = 0
    while index < octets.count, octets[index].isDigit, index - first < 6 {
      number = number * 10 + Int(octets[index] - UInt8(ascii: "0"))
      index += 1
    }
    return index > first && number < limit && (index == first + 1 || octets[first] != UInt8(ascii: "0"))
  }

  private mutating func takeIPv4Address() -> Bool {
    for part in 0..<4 {
      if part > 0 {
        guard index < octets.count, octets[index] == UInt8(ascii: ".") else { return false }
        index += 1
      }
      guard takeNumber(below: 256) else { return false }
    }
    return isBehindWord
  }

  /// Groups of hexadecimal digits; an IPv4 address at the end is left to others.
  private mutating func takeIPv6Address() -> Bool {
    var groups = 0
    var gap = false
    if index + 1 < octets.count, octets[index] == UInt8(ascii: ":") {
      guard octets[index + 1] == UInt8(ascii: ":") else { return false }
      gap = true
      index += 2
    }
    while !isBehindWord {
      let first = index
      while index < octets.count, octets[index].isHexadecimal, index - first < 5 { index += 1 }
      guard (1...4).contains(index - first) else { return false }
      groups += 1
      guard !isBehindWord else { break }
      guard octets[index] == UInt8(ascii: ":"), index + 1 < octets.count else { return false }
      index += 1
      if octets[index] == UInt8(ascii: ":") {
        guard !gap else { return false }
        gap = true
        index += 1
      } else if isBehindWord {
        return false
      }
    }
    return gap ? groups < 8 : groups == 8
  }

  /// Strings in quotation marks.
  private mutating func takeStrings() -> Bool {
    var count = 0
    while index < octets.count, octets[index] == UInt8(ascii: "\"") {
      index += 1
      let first = index
      while index < octets.count, octets[index] != UInt8(ascii: "\"") {
        guard octets[index] != UInt8(ascii: "\\"), octets[index] != UInt8(ascii: "\n") else { return false }
        index += 1
      }
      guard index < octets.count, index - first <= CharacterStrings.maximumLength else { return false }
      if count == 0 {
        isSPF = index - first >= 6 && octets[first..<first + 6].startsIgnoringCase(with: "v=spf1")
      }
      count += 1
      index += 1
      skipBlanks()
    }
    // So many that their data may be too long are counted elsewhere.
    return (1...200).contains(count)
  }
}

extension UInt8 {
  /// Signs of names that have no meaning of their own.
  fileprivate var isPlain: Bool {
    isLetterDigitHyphen || self == UInt8(ascii: "_") || self == UInt8(ascii: "*")
  }

  fileprivate var isHexadecimal: Bool {
    isDigit || asciiLowercased >= UInt8(ascii: "a") && asciiLowercased <= UInt8(ascii: "f")
  }
}
