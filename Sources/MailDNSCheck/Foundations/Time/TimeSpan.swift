/// A number of seconds as people read it: `30 s`, `5 min`, `1 h`, `2 d`.
struct TimeSpan {
  let seconds: UInt32

  private static let units: [(length: UInt32, symbol: Wording)] = [
    (86_400, Wording(" d", "日")), (3_600, Wording(" h", "時間")), (60, Wording(" min", "分")),
    (1, Wording(" s", "秒")),
  ]

  var wording: Wording {
    let unit =
      Self.units.first { seconds >= $0.length && seconds % $0.length == 0 } ?? (1, Wording(" s", "秒"))
    let count = seconds / unit.length
    return Wording("\(count)\(unit.symbol.english)", "\(count)\(unit.symbol.japanese)")
  }

  /// The same in round words, for what need not be exact, such as what is left of a TTL: `about 1 hour`, `5 minutes`. In the
  /// largest unit that is wrong by a twentieth at most.
  var approximate: Wording {
    let (unit, count) = round(up: false)
    let isExact = UInt64(count) * UInt64(unit.length) == seconds
    let words = Self.words(count, unit)
    return Wording((isExact ? "" : "about ") + words.english, (isExact ? "" : "約") + words.japanese)
  }

  /// The same in round words, never shorter, for what has to be waited for: `1 hour`.
  var roundedUp: Wording {
    let (unit, count) = round(up: true)
    return Self.words(count, unit)
  }

  private typealias Unit = (length: UInt32, name: Wording)

  private static let names: [Unit] = [
    (86_400, Wording("day", "日")), (3_600, Wording("hour", "時間")), (60, Wording("minute", "分")),
  ]

  /// The largest unit of which there is a whole number that is wrong by a twentieth at most; seconds otherwise.
  private func round(up: Bool) -> (unit: Unit, count: UInt32) {
    let exact = UInt64(seconds)
    for unit in Self.names {
      let length = UInt64(unit.length)
      let count = (exact + (up ? length - 1 : length / 2)) / length
      let whole = count * length
      let difference = whole > exact ? whole - exact : exact - whole
      if count > 0, difference * 20 <= exact { return (unit, UInt32(count)) }
    }
    return ((1, Wording("second", "秒")), seconds)
  }

  private static func words(_ count: UInt32, _ unit: Unit) -> Wording {
    Wording(
      "\(count.grouped) \(unit.name.english)\(count == 1 ? "" : "s")", "\(count.grouped)\(unit.name.japanese)"
    )
  }
}

extension Duration {
  /// Whole nanoseconds, which is what clocks count; at most 292 years.
  var nanoseconds: Int64 { Int64(truncatingIfNeeded: attoseconds / 1_000_000_000) }

  /// Seconds with three decimals, with a point whatever the locale: `0.084`.
  var secondsText: String {
    let milliseconds = Int((self / .milliseconds(1)).rounded())
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: max(0, 3 - fraction.count)) + fraction
  }

  /// The same as a number, rounded to microseconds.
  var seconds: Double { ((self / .microseconds(1)).rounded()) / 1_000_000 }
}
