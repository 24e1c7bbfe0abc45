/// A moment as a header tells it, in seconds since 1970-01-01 UTC.
struct MailTime: Hashable, Sendable {
  let seconds: Double

  init(seconds: Double) { self.seconds = seconds }

  /// Nil for what there is no such day or time of day.
  init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Double, offset: Int = 0) {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    // A leap second is the first one of the next minute.
    guard (1970...2999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0..<61).contains(second), abs(offset) < 86_400
    else { return nil }
    let days = Self.dayNumber(year, month, day)
    seconds = Double(days * 86_400 + hour * 3600 + minute * 60 - offset) + second
  }

  /// Days since 1970-01-01.
  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Years that begin in March have their leap day at the end.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  /// Seconds from `other` to this.
  func since(_ other: MailTime) -> Double { ((seconds - other.seconds) * 1000).rounded() / 1000 }
}

extension MailTime: CustomStringConvertible {
  /// `2026-11-19T00:12:04Z` (RFC 3339), fractions of a second cut off.
  var description: String {
    let whole = Int(seconds.rounded(.down))
    let days = whole >= 0 ? whole / 86_400 : -((86_399 - whole) / 86_400)
    let second = whole - days * 86_400
    // The civil date of a day number, with years that begin in March.
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    let parts = [month < 10 ? month + 3 : month - 9, day, second / 3600, second / 60 % 60, second % 60]
    var text: [UInt8] = []
    text.reserveCapacity(20)
    let yearText = "\(year)".utf8
    text += Array(repeating: UInt8(ascii: "0"), count: max(0, 4 - yearText.count)) + yearText
    for (part, sign) in zip(parts, "--T::".utf8) {
      text += [sign, UInt8(ascii: "0") + UInt8(part / 10), UInt8(ascii: "0") + UInt8(part % 10)]
    }
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }
}

extension MailTime {
  /// `2026-11-19 00:12:04 UTC`: how sentences, and tables that people read, have it.
  var inWords: String {
    let text = description
    return "\(text.prefix(10)) \(text.dropFirst(11).dropLast()) UTC"
  }
}
