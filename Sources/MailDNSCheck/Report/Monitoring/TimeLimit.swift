/// How long a run of the plugin may take in all, and what it comes to where that is not enough.
struct TimeLimit: Hashable, Sendable {
  let duration: Duration
  let state: ExitStatus

  static let standard = TimeLimit(duration: .seconds(10), state: .critical)
  /// In seconds.
  static let maximum = 3600

  /// When the last question ends, from the start of the run: what is left is for judging and printing.
  var deadline: Duration { duration - margin }

  /// When the run is ended from outside.
  var alarm: Duration { duration - margin / 4 }

  private var margin: Duration { min(.milliseconds(250), duration / 10) }
}

extension TimeLimit {
  /// `SECONDS[:STATE]`, such as `10`, `2.5:unknown`, `30:3`.
  init?(parsing text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first, let duration = Duration(decimalSeconds: String(first)), duration > .zero,
      duration <= .seconds(Self.maximum)
    else { return nil }
    self.duration = duration
    guard parts.count == 2 else {
      state = Self.standard.state
      return
    }
    guard let state = ExitStatus(parsing: String(parts[1])) else { return nil }
    self.state = state
  }

  /// The seconds for people: `2`, `0.500`.
  var secondsText: String {
    let text = duration.secondsText
    return text.hasSuffix(".000") ? String(text.dropLast(4)) : text
  }
}
