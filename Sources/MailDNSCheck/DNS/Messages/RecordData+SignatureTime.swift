extension RecordData {
  /// When a signature begins or ends (RFC 4034 §3.1.5), read as seconds since 1970-01-01 00:00:00 UTC, which is right
  /// until 2106.
  struct SignatureTime: CustomStringConvertible {
    let seconds: UInt32

    init(seconds: UInt32) { self.seconds = seconds }

    /// `YYYYMMDDHHmmSS` in UTC (RFC 4034 §3.2).
    var description: String {
      let time = Int(seconds % 86_400)
      // Days since 0000-03-01, so that a leap day ends its year.
      let days = Int(seconds / 86_400) + 719_468
      let era = days / 146_097
      let dayOfEra = days % 146_097
      let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      // 0 is March.
      let monthOfYear = (5 * dayOfYear + 2) / 153
      let day = dayOfYear - (153 * monthOfYear + 2) / 5 + 1
      let month = monthOfYear < 10 ? monthOfYear + 3 : monthOfYear - 9
      let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
      return "\(year)" + [month, day, time / 3_600, time / 60 % 60, time % 60].map(Self.twoDigits).joined()
    }

    private static func twoDigits(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
  }
}
