import Glibc

/// How far a run over a list is, on one line of a terminal that is written over and over.
struct ProgressLine: Sendable {
  private let language: Language
  /// Domains in all; nil where the input does not say before its end.
  private let total: Int?
  private let started = Instant.now
  private var shown = Instant.now

  private static let interval = Duration.milliseconds(200)

  /// Nil where standard error is no terminal, or the report goes to the same one.
  init?(_ request: CheckRequest, language: Language) {
    let showsReport = request.report.documents.contains { $0.file == nil } && isatty(STDOUT_FILENO) == 1
    guard request.input != nil, request.report.verbosity >= 0, isatty(STDERR_FILENO) == 1, !showsReport else {
      return nil
    }
    self.language = language
    total = request.inputPath.flatMap(ListStream.count).map { $0 + request.domains.count }
  }

  /// Shows what is done, at most some times a second.
  mutating func show(_ summary: RunSummary) {
    let now = Instant.now
    guard now - shown >= Self.interval else { return }
    shown = now
    let seconds = max(0.001, started.duration(to: now).seconds)
    let rate = Double(summary.domains) / seconds
    let left = total.map { max(0, Int((Double($0 - summary.domains) / max(rate, 0.001)).rounded(.up))) }
    let text = Wording.progress(
      done: summary.domains, of: total, perSecond: Int(rate.rounded()), secondsLeft: left,
      unknown: summary.statuses[.unknown] ?? 0)
    Self.write("\r" + text[language] + "\u{1B}[K")
  }

  /// Takes the line away.
  func clear() { Self.write("\r\u{1B}[K") }

  private static func write(_ text: String) {
    WaitingLine.interrupt()
    let octets = Output.encodingForPeople.withLock { $0 }.octets(of: text)
    _ = Glibc.write(STDERR_FILENO, octets, octets.count)
  }
}
