import FoundationEssentials

extension Date {
  /// The second in UTC as RFC 3339 has it: `2027-03-31T14:32:05Z`; what `ISO8601Format()` makes of it, which sets a calendar
  /// up each time.
  var secondInUTC: String {
    // Whole seconds before the epochs are converted: a fraction could be lost to rounding, and with it the second.
    let seconds = timeIntervalSinceReferenceDate.rounded(.down)
    guard Self.secondsOfFourDigitYears.contains(seconds) else { return ISO8601Format() }
    let (dayNumber, second) = (Int(seconds) + Self.secondsTo2001).quotientAndRemainder(dividingBy: 86_400)
    let day = CalendarDate(dayNumber: dayNumber)
    var text: [UInt8] = []
    text.reserveCapacity(20)
    func append(_ number: Int, then sign: Unicode.Scalar? = nil) {
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
      text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
      if let sign { text.append(UInt8(ascii: sign)) }
    }
    append(day.year / 100)
    append(day.year % 100, then: "-")
    append(day.month, then: "-")
    append(day.day, then: "T")
    append(second / 3_600, then: ":")
    append(second / 60 % 60, then: ":")
    append(second % 60, then: "Z")
    return String(decoding: text, as: UTF8.self)
  }

  private static let secondsTo2001 = Int(timeIntervalBetween1970AndReferenceDate)
  /// From 1970 to 9999.
  private static let secondsOfFourDigitYears = -978_307_200.0..<252_423_993_600.0
}
