/// A number of seconds as people read it: `30 s`, `5 min`, `1 h`, `2 d`.
struct TimeSpan: CustomStringConvertible {
  let seconds: UInt32

  private static let units: [(length: UInt32, symbol: String)] = [(86_400, "d"), (3_600, "h"), (60, "min")]

  var description: String {
    for (length, symbol) in Self.units where seconds >= length && seconds % length == 0 {
      return "\(seconds / length) \(symbol)"
    }
    return "\(seconds) s"
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
