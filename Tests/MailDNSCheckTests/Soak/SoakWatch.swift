import Glibc

@testable import MailDNSCheck

/// Looks at the program while it is fed.
struct SoakWatch {
  private let setting: SoakSetting
  private let process: pid_t
  private let started = Instant.now
  private let interval: Duration
  /// After how many looks a line is printed.
  private let looksPerLine: Int
  private var looks: [(time: Double, sample: ProcessSample)] = []

  init(_ setting: SoakSetting, _ process: pid_t) {
    self.setting = setting
    self.process = process
    // Every five seconds, and a line every thirty; of a short soak as many.
    interval = min(.seconds(5), setting.duration / 60)
    looksPerLine = 6
    setting.say(
      "| seconds | domains | resident MB | descriptors | threads |\n| ---: | ---: | ---: | ---: | ---: |")
  }

  /// Waits for the next look; false when the time is up or the process is gone.
  mutating func look(_ record: @autoclosure () -> SoakRecord) async throws -> Bool {
    let next = started + interval * (looks.count + 1)
    guard next <= started + setting.duration else { return false }
    try await Task.sleep(for: Instant.now.duration(to: next))
    guard let sample = ProcessSample(of: process) else { return false }
    let time = started.duration(to: .now) / .seconds(1)
    looks.append((time, sample))
    if looks.count % looksPerLine == 0 {
      setting.say(
        """
        | \(Int(time.rounded())) | \(record().finished) | \(sample.resident.megabytes.brief) | \(sample.descriptors) \
        | \(sample.threads) |
        """)
    }
    return true
  }

  /// The looks after the first third.
  private var later: ArraySlice<(time: Double, sample: ProcessSample)> { looks.dropFirst(looks.count / 3) }

  private var mean: Double {
    later.map(\.sample.resident.megabytes).reduce(0, +) / Double(max(1, later.count))
  }

  /// By how many megabytes memory grew after the first third: the line through it that fits best (least squares).
  var growth: Double {
    guard let first = later.first, let last = later.last else { return .infinity }
    let middle = later.map(\.time).reduce(0, +) / Double(later.count)
    let (mean, later) = (mean, later)
    let spread = later.map { ($0.time - middle) * ($0.time - middle) }.reduce(0, +)
    let common = later.map { ($0.time - middle) * ($0.sample.resident.megabytes - mean) }.reduce(0, +)
    return spread > 0 ? common / spread * (last.time - first.time) : .infinity
  }

  /// Megabytes: what an allocator may need by chance.
  var allowedGrowth: Double { max(4, mean * 0.05) }

  func summary(of record: SoakRecord, before: ProcessSample, after: ProcessSample) -> String {
    let rested = [before, after].map { sample in
      "\(sample.resident.megabytes.brief) MB, \(sample.descriptors) descriptors, \(sample.threads) threads"
    }
    let peak = looks.map(\.sample.resident.megabytes).max() ?? 0
    return """
      \(record.finished) domains, \(record.outstanding.count) without a line, \(record.complaints.count) wrong; \
      \(record.known) of \(record.knowable) known that could be\(record.losses.map { "\n" + $0 }.joined())
      at rest before: \(rested[0]); after: \(rested[1])
      resident at most \(peak.brief) MB; growth after the first third \(growth.brief) MB (allowed \(allowedGrowth.brief))
      """
  }
}
