/// When a run was, as sentences and pages say it: `2026-11-28 01:02 UTC`, as all times do that are not those of a clock on
/// the wall. Reports for programs keep ISO 8601.
///
/// UTC and not the time of the place: the same sentences stand in CSV, JUnit and what is kept beside them, whoever made them
/// and wherever.
struct RunTime: CustomStringConvertible, Equatable {
  let description: String

  /// `text` is out of a file, and may be anything: nil for what is no time. A time of ISO 8601 that is no second in UTC is
  /// shown as it is.
  ///
  /// Sentences begin with it: what has other signs could be a mark of Markdown there, and is nothing to hold a run against.
  init?(_ text: String) {
    let octets = text.utf8
    guard octets.count == 10 || (19...Self.longest).contains(octets.count),
      Self.hasPattern(octets), Self.isDate(text),
      octets.allSatisfy({ $0.isDigit || Self.otherSigns.contains($0) })
    else { return nil }
    let isSecond = octets.count == Self.pattern.count + 1 && octets.last == UInt8(ascii: "Z")
    description = isSecond ? "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC" : text
  }

  /// Whether there is such a day and time of day.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.prefix(19).split { "-T:".contains($0) }.map { Int($0) ?? -1 } + [0, 0, 0]
    return MailTime(
      year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4],
      second: Double(parts[5])) != nil
  }

  /// As far as both go.
  private static func hasPattern(_ octets: some Collection<UInt8>) -> Bool {
    zip(octets, pattern).allSatisfy { octet, sign in
      sign == UInt8(ascii: "0") ? octet.isDigit : octet == sign
    }
  }

  private static let pattern = Array("0000-00-00T00:00:00".utf8)
  private static let otherSigns = Array("-+:.TZ".utf8)
  /// With fractions of a second and an offset.
  private static let longest = 40
}
