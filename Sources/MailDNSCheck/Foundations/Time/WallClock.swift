import FoundationEssentials
import Glibc

/// The time of day as people have it on the wall: hours and minutes in a time zone, with its name.
struct WallClock: Sendable {
  /// Seconds east of Greenwich at a moment, and what the zone is called then.
  let zone: @Sendable (Date) -> (offset: Int, name: String)

  static let utc = WallClock { _ in (0, "UTC") }

  /// The system's own, by TZ or /etc/localtime.
  static let local = WallClock { moment in
    var time = time_t(moment.timeIntervalSince1970)
    var parts = tm()
    guard localtime_r(&time, &parts) != nil else { return (0, "UTC") }
    return (parts.tm_gmtoff, parts.tm_zone.map { String(cString: $0) } ?? "UTC")
  }

  /// `14:32 JST`, with the day in front of it where that is not the one of `today`. A minute that has begun counts as whole, so
  /// that nobody comes too early.
  func minute(_ moment: Date, seenFrom today: Date) -> String {
    let (offset, name) = zone(moment)
    let seconds = Int((moment.timeIntervalSince1970 / 60).rounded(.up)) * 60 + offset
    let time = Self.parts(seconds)
    let isToday = Self.parts(Int(today.timeIntervalSince1970.rounded(.down)) + offset).day == time.day
    let day = isToday ? "" : "\(CalendarDate(dayNumber: time.day)) "
    return
      "\(day)\(Self.digits(time.hour)):\(Self.digits(time.minute)) \(VisibleText.shortened(name, atMost: 12))"
  }

  /// `14:32:05`.
  func second(_ moment: Date) -> String {
    let time = Self.parts(Int(moment.timeIntervalSince1970.rounded(.down)) + zone(moment).offset)
    return [time.hour, time.minute, time.second].map(Self.digits).joined(separator: ":")
  }

  private static func parts(_ seconds: Int) -> (day: Int, hour: Int, minute: Int, second: Int) {
    let day = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - day * 86_400
    return (day, rest / 3_600, rest / 60 % 60, rest % 60)
  }

  private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
