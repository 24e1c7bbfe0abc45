/// Reads dates as headers have them: RFC 5322 §3.3 with all that is obsolete (§4.3), ISO 8601, the form of ctime(3); zones
/// as numbers, names or in a comment, or none, which is UTC.
struct MailTimeReader {
  private var words: [Substring] = []
  /// What stood in parentheses: `(JST)`.
  private var comments: [Substring] = []

  /// The date that `text` begins with, after white space; what stands behind it does not matter. Nil for anything else.
  static func time(_ text: some StringProtocol) -> MailTime? {
    MailTimeReader(text.prefix(maximumLength)).time
  }

  private static let maximumLength = 160

  private init(_ text: some StringProtocol) {
    var word = ""
    var comment = ""
    var depth = 0
    for character in text.unicodeScalars {
      switch character {
      case "(":
        depth += 1
        if !word.isEmpty { words.append(word[...]) }
        word = ""
      case ")" where depth > 0:
        depth -= 1
        if depth == 0 {
          comments.append(comment[...])
          comment = ""
        }
      case " ", "\t", "\n", "\r", ",", ";":
        if depth > 0 {
          comment.unicodeScalars.append(" ")
        } else if !word.isEmpty {
          words.append(word[...])
          word = ""
        }
      default:
        if depth > 0 {
          comment.unicodeScalars.append(character)
        } else {
          word.unicodeScalars.append(character)
        }
      }
    }
    if !word.isEmpty { words.append(word[...]) }
  }

  private var time: MailTime? {
    var rest = words[...]
    if let first = rest.first, Self.isWeekday(first) { rest = rest.dropFirst() }
    guard let first = rest.first else { return nil }
    if first.utf8.count >= 8, let time = iso(first, rest.dropFirst()) { return time }
    if Self.month(first) != nil { return ctime(rest) }
    return mail(rest)
  }

  /// `18 Nov 2026 02:03:52 +0000`, also `18-Nov-2026`.
  private func mail(_ words: ArraySlice<Substring>) -> MailTime? {
    var words = words
    if let first = words.first {
      let parts = first.split(separator: "-")
      if parts.count == 3 { words = parts[...] + words.dropFirst() }
    }
    let list = Array(words)
    guard list.count >= 4, let day = Self.number(list[0], 1...2), let month = Self.month(list[1]),
      let year = Self.year(list[2]), let clock = Self.clock(list[3])
    else { return nil }
    return MailTime(
      year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second,
      offset: offset(list.dropFirst(4)))
  }

  /// `Nov 18 02:03:52 2026`, with or without a zone on either side of the year.
  private func ctime(_ words: ArraySlice<Substring>) -> MailTime? {
    let list = Array(words)
    guard list.count >= 4, let month = Self.month(list[0]), let day = Self.number(list[1], 1...2),
      let clock = Self.clock(list[2]),
      let year = list[3...].prefix(2).lazy.compactMap({ Self.number($0, 4...4) }).first
    else { return nil }
    return MailTime(
      year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second,
      offset: offset(list.dropFirst(3).prefix(3).filter { Self.number($0, 4...4) == nil }[...]))
  }

  /// `2026-11-18T02:03:52.123+09:00`, `2026-11-18 02:03:52 +0900`.
  private func iso(_ first: Substring, _ rest: ArraySlice<Substring>) -> MailTime? {
    let halves = first.split(separator: "T", maxSplits: 1)
    let date = (halves.first ?? "").split(separator: first.contains("/") ? "/" : "-")
    guard date.count == 3, let year = Self.number(date[0], 4...4), let month = Self.number(date[1], 1...2),
      let day = Self.number(date[2], 1...2)
    else { return nil }
    var rest = rest
    var time = halves.count == 2 ? halves[1] : rest.popFirst() ?? ""
    var zone = rest
    if time.last == "Z" || time.last == "z" {
      time = time.dropLast()
      zone = ["Z"]
    } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      zone = [Substring(time[sign...].filter { $0 != ":" })]
      time = time[..<sign]
    }
    guard let clock = Self.clock(time) else { return nil }
    return MailTime(
      year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second,
      offset: offset(zone))
  }

  /// Seconds east of Greenwich: of the word that follows the time, else of the first comment that is a zone.
  private func offset(_ words: ArraySlice<Substring>) -> Int {
    if let word = words.first, let offset = Self.zone(word) { return offset }
    return comments.lazy.compactMap { Self.zone($0.split(separator: " ").first ?? "") }.first ?? 0
  }

  private static func zone(_ word: Substring) -> Int? {
    if let sign = word.first, sign == "+" || sign == "-" {
      let digits = word.dropFirst().filter { $0 != ":" }
      guard let number = number(digits[...], 4...4), number % 100 < 60, number < 2400 else { return nil }
      let seconds = number / 100 * 3600 + number % 100 * 60
      return sign == "-" ? -seconds : seconds
    }
    return zones[word.asciiLowercased]
  }

  /// Those of RFC 5322 §4.3, and Japan's.
  private static let zones: [String: Int] = [
    "ut": 0, "gmt": 0, "utc": 0, "z": 0, "jst": 32_400, "est": -18_000, "edt": -14_400, "cst": -21_600,
    "cdt": -18_000, "mst": -25_200, "mdt": -21_600, "pst": -28_800, "pdt": -25_200,
  ]

  private static func clock(_ word: Substring) -> (hour: Int, minute: Int, second: Double)? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = number(parts[0], 1...2),
      let minute = number(parts[1], 1...2)
    else { return nil }
    guard parts.count == 3 else { return (hour, minute, 0) }
    let second = parts[2].split(separator: ".", omittingEmptySubsequences: false)
    guard let first = second.first, let whole = number(first, 1...2), second.count <= 2 else { return nil }
    guard second.count == 2 else { return (hour, minute, Double(whole)) }
    let fraction = second[1].prefix(6)
    guard let digits = number(fraction, 1...6) else { return nil }
    return (hour, minute, Double(whole) + Double(digits) / fraction.reduce(1) { power, _ in power * 10 })
  }

  private static func number(_ word: Substring, _ length: ClosedRange<Int>) -> Int? {
    guard length.contains(word.utf8.count), word.utf8.allSatisfy(\.isDigit) else { return nil }
    return Int(word)
  }

  /// Years of two and three digits are those of RFC 5322 §4.3.
  private static func year(_ word: Substring) -> Int? {
    guard let number = number(word, 2...4) else { return nil }
    switch word.utf8.count {
    case 2: return number < 50 ? 2000 + number : 1900 + number
    case 3: return 1900 + number
    default: return number
    }
  }

  private static func month(_ word: Substring) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex(of: String(word.prefix(3)).asciiLowercased).map { $0 + 1 }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  static func isWeekday(_ word: some StringProtocol) -> Bool {
    (3...9).contains(word.utf8.count)
      && ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains(String(word.prefix(3)).asciiLowercased)
  }
}
