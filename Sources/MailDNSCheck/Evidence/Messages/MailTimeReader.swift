/// Reads dates as headers have them: RFC 5322 §3.3 with all that is obsolete (§4.3), ISO 8601, the form of ctime(3); zones
/// as numbers, names or in a comment, or none, which is UTC.
///
/// A mailbox has a dozen dates a message, so words are places in the text and nothing is copied.
struct MailTimeReader {
  private typealias Word = Range<Int>

  private let octets: ArraySlice<UInt8>
  private var words: [Word] = []
  /// What stood in parentheses: `(JST)`.
  private var comments: [Word] = []

  /// The date that `octets` begin with, after white space; what stands behind it does not matter. Nil for anything else.
  static func time(_ octets: ArraySlice<UInt8>) -> MailTime? {
    MailTimeReader(octets.prefix(maximumLength)).time
  }

  static func time(_ text: some StringProtocol) -> MailTime? { time(Array(text.utf8)[...]) }

  private static let maximumLength = 160

  private init(_ octets: ArraySlice<UInt8>) {
    self.octets = octets
    words.reserveCapacity(12)
    var start: Int?
    var depth = 0
    for index in octets.indices {
      switch octets[index] {
      case UInt8(ascii: "("):
        depth += 1
        if depth == 1 {
          if let begin = start { words.append(begin..<index) }
          start = index + 1
        }
      case UInt8(ascii: ")") where depth > 0:
        depth -= 1
        if depth == 0 {
          comments.append((start ?? index)..<index)
          start = nil
        }
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ";"):
        if depth == 0, let begin = start {
          words.append(begin..<index)
          start = nil
        }
      default: if start == nil { start = index }
      }
    }
    if depth == 0, let begin = start { words.append(begin..<octets.endIndex) }
  }

  private var time: MailTime? {
    var rest = words[...]
    if let first = rest.first, Self.isWeekday(octets[first]) { rest = rest.dropFirst() }
    guard let first = rest.first else { return nil }
    if first.count >= 8, let time = iso(first, rest.dropFirst()) { return time }
    if month(first) != nil { return ctime(rest) }
    return mail(rest)
  }

  /// `18 Nov 2026 02:03:52 +0000`, also `18-Nov-2026`.
  private func mail(_ words: ArraySlice<Word>) -> MailTime? {
    var words = words
    if let first = words.first {
      let parts = split(first, at: UInt8(ascii: "-"))
      if parts.count == 3 { words = parts[...] + words.dropFirst() }
    }
    let start = words.startIndex
    guard words.count >= 4, let day = number(words[start], 1...2), let month = month(words[start + 1]),
      let year = year(words[start + 2]), let clock = clock(words[start + 3])
    else { return nil }
    return MailTime(
      year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second,
      offset: offset(words.dropFirst(4).first))
  }

  /// `Nov 18 02:03:52 2026`, with or without a zone on either side of the year.
  private func ctime(_ words: ArraySlice<Word>) -> MailTime? {
    let list = Array(words)
    guard list.count >= 4, let month = month(list[0]), let day = number(list[1], 1...2),
      let clock = clock(list[2]), let year = list[3...].prefix(2).lazy.compactMap({ number($0, 4...4) }).first
    else { return nil }
    return MailTime(
      year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second,
      offset: offset(list.dropFirst(3).prefix(3).first { number($0, 4...4) == nil }))
  }

  /// `2026-11-18T02:03:52.123+09:00`, `2026-11-18 02:03:52 +0900`.
  private func iso(_ first: Word, _ rest: ArraySlice<Word>) -> MailTime? {
    let middle = octets[first].firstIndex(of: UInt8(ascii: "T"))
    let slash = UInt8(ascii: "/")
    let date = split(
      first.lowerBound..<(middle ?? first.upperBound),
      at: octets[first].contains(slash) ? slash : UInt8(ascii: "-"))
    guard date.count == 3, let year = number(date[0], 4...4), let month = number(date[1], 1...2),
      let day = number(date[2], 1...2)
    else { return nil }
    var rest = rest
    guard var time = middle.map({ $0 + 1..<first.upperBound }) ?? rest.popFirst() else { return nil }
    var zone = rest.first
    if let last = octets[time].last, last.asciiLowercased == UInt8(ascii: "z") {
      zone = time.upperBound - 1..<time.upperBound
      time = time.lowerBound..<time.upperBound - 1
    } else if let sign = octets[time].lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") })
    {
      zone = sign..<time.upperBound
      time = time.lowerBound..<sign
    }
    guard let clock = clock(time) else { return nil }
    return MailTime(
      year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second,
      offset: offset(zone))
  }

  /// Seconds east of Greenwich: of the word that follows the time, else of the first comment that is a zone.
  private func offset(_ word: Word?) -> Int {
    if let word, let offset = zone(octets[word]) { return offset }
    for comment in comments {
      let first = octets[comment].split(separator: 0x20, maxSplits: 1).first ?? []
      if let offset = zone(first) { return offset }
    }
    return 0
  }

  private func zone(_ word: ArraySlice<UInt8>) -> Int? {
    if let sign = word.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      var (number, count) = (0, 0)
      for octet in word.dropFirst() where octet != UInt8(ascii: ":") {
        guard let digit = octet.decimalDigit, count < 4 else { return nil }
        number = number * 10 + digit
        count += 1
      }
      guard count == 4, number % 100 < 60, number < 2400 else { return nil }
      let seconds = number / 100 * 3600 + number % 100 * 60
      return sign == UInt8(ascii: "-") ? -seconds : seconds
    }
    guard (1...3).contains(word.count) else { return nil }
    return Self.zones[word.lowercasedText]
  }

  /// Those of RFC 5322 §4.3, and Japan's.
  private static let zones: [String: Int] = [
    "ut": 0, "gmt": 0, "utc": 0, "z": 0, "jst": 32_400, "est": -18_000, "edt": -14_400, "cst": -21_600,
    "cdt": -18_000, "mst": -25_200, "mdt": -21_600, "pst": -28_800, "pdt": -25_200,
  ]

  private func clock(_ word: Word) -> (hour: Int, minute: Int, second: Double)? {
    let colon = UInt8(ascii: ":")
    guard let first = octets[word].firstIndex(of: colon), let hour = number(word.lowerBound..<first, 1...2)
    else { return nil }
    let rest = first + 1..<word.upperBound
    guard let second = octets[rest].firstIndex(of: colon) else {
      return number(rest, 1...2).map { (hour, $0, 0) }
    }
    guard let minute = number(rest.lowerBound..<second, 1...2) else { return nil }
    let last = second + 1..<word.upperBound
    guard let point = octets[last].firstIndex(of: UInt8(ascii: ".")) else {
      return number(last, 1...2).map { (hour, minute, Double($0)) }
    }
    let fraction = point + 1..<min(word.upperBound, point + 7)
    guard let whole = number(last.lowerBound..<point, 1...2), let digits = number(fraction, 1...6) else {
      return nil
    }
    return (hour, minute, Double(whole) + Double(digits) / fraction.reduce(1) { power, _ in power * 10 })
  }

  private func split(_ word: Word, at separator: UInt8) -> [Word] {
    var parts: [Word] = []
    var start = word.lowerBound
    for index in word where octets[index] == separator {
      if start < index { parts.append(start..<index) }
      start = index + 1
    }
    if start < word.upperBound { parts.append(start..<word.upperBound) }
    return parts
  }

  private func number(_ word: Word, _ length: ClosedRange<Int>) -> Int? {
    guard length.contains(word.count) else { return nil }
    var number = 0
    for index in word {
      guard let digit = octets[index].decimalDigit else { return nil }
      number = number * 10 + digit
    }
    return number
  }

  /// Years of two and three digits are those of RFC 5322 §4.3.
  private func year(_ word: Word) -> Int? {
    guard let number = number(word, 2...4) else { return nil }
    switch word.count {
    case 2: return number < 50 ? 2000 + number : 1900 + number
    case 3: return 1900 + number
    default: return number
    }
  }

  private func month(_ word: Word) -> Int? {
    Self.number(octets[word], among: Self.months).map { $0 + 1 }
  }

  private static let months: [StaticString] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays: [StaticString] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  static func isWeekday(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 9 && number(word, among: weekdays) != nil
  }

  /// Which of `names` the first three letters of `word` are.
  private static func number(_ word: ArraySlice<UInt8>, among names: [StaticString]) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { word.startsIgnoringCase(with: $0) }
  }
}
