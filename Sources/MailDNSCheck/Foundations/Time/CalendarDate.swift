import FoundationEssentials

/// A day of the Gregorian calendar, without a time zone of its own.
struct CalendarDate: Hashable, Sendable {
  let year: Int
  let month: Int
  let day: Int

  /// Days since 1970-01-01.
  var dayNumber: Int {
    // Years that begin in March have their leap day at the end.
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }

  /// The day of that number.
  init(dayNumber: Int) {
    // Eras of 400 years from 0000-03-01, so that each year has its leap day at the end.
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    self.day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    self.year = year + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Whether the day is over at `moment`, in UTC.
  func isOver(at moment: Date) -> Bool {
    Int((moment.timeIntervalSince1970 / 86_400).rounded(.down)) > dayNumber
  }
}

extension CalendarDate: LosslessStringConvertible {
  /// `2027-03-31`; nil for anything else, and for days that there are not.
  init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return nil }
    let numbers = parts.map { $0.reduce(0) { $0 * 10 + ($1.decimalDigit ?? 0) } }
    (year, month, day) = (numbers[0], numbers[1], numbers[2])
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year >= 1970, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
  }

  var description: String {
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }
}

extension CalendarDate {
  /// The day in UTC on which `moment` lies.
  init(_ moment: Date) {
    // Days since 0000-03-01, so that the leap day is the last one of a year.
    let shifted = Int((moment.timeIntervalSince1970 / 86_400).rounded(.down)) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }
}
