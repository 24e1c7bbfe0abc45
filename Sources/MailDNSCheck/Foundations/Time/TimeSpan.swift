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
}

extension Duration {
  /// Seconds with three decimals, with a point whatever the locale: `0.084`.
  var secondsText: String {
    let milliseconds = Int((self / .milliseconds(1)).rounded())
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: max(0, 3 - fraction.count)) + fraction
  }

  /// The same as a number, rounded to microseconds.
  var seconds: Double { ((self / .microseconds(1)).rounded()) / 1_000_000 }
}
