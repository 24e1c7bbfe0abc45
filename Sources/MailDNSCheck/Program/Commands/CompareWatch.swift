import FoundationEssentials

/// Asks again and again until all resolvers have what the zone has, or the time is up: a table that is drawn anew on a terminal, a
/// line for each change elsewhere.
struct CompareWatch {
  let inquiry: ComparisonInquiry
  let client: DNSClient
  let interval: Duration
  let deadline: Instant?
  let report: ReportOptions
  let language: Language

  private let output = Output.standard
  private let clock = WallClock.local

  init(
    inquiry: ComparisonInquiry, client: DNSClient, interval: Duration, deadline: Instant?,
    report: ReportOptions, language: Language
  ) {
    self.inquiry = inquiry
    self.client = client
    self.interval = interval
    self.deadline = deadline
    self.report = report
    self.language = language
  }

  func run(_ domains: [MailDomain]) async throws(ProgramError) -> ExitStatus {
    let isLive = output.isTerminal && Program.environment["TERM"] != "dumb"
    let surveys = await inquiry.survey(domains)
    var screen = LiveScreen()
    var known: [DomainComparison] = []
    var seen: Date?
    while true {
      let round = await inquiry.look(surveys)
      // One that the deadline has cut short tells less than the one before.
      if !known.isEmpty, round.contains(where: \.isCutShort) { break }
      if known.isEmpty { seen = round.compactMap(\.lastEnd).max() }
      let isOver = round.allSatisfy { $0.isSettled(seen: seen) }
      let pause = isOver ? nil : pause(after: round)
      if isLive {
        try write(frame(round, &screen, pause: pause))
      } else {
        try tell(round, since: known)
      }
      known = round
      guard let pause else { break }
      await client.pause(for: pause)
    }
    if isLive {
      try write(frame(known, &screen, pause: nil))
    } else {
      try write(known.map { text($0, verbosity: -1) }.joined())
    }
    return known.exitStatus
  }

  /// How long to wait; until the next of the times that are left is up at most. Nil where the run is over.
  private func pause(after round: [DomainComparison]) -> Duration? {
    let now = inquiry.now()
    var pause = interval
    if let next = round.compactMap(\.nextEnd).filter({ $0 > now }).min() {
      // A second later, since TTLs are whole seconds.
      pause = min(pause, .seconds(next.timeIntervalSince(now)) + .seconds(1))
    }
    guard let deadline else { return pause }
    return Instant.now + pause < deadline ? pause : nil
  }

  private func frame(
    _ round: [DomainComparison], _ screen: inout LiveScreen, pause: Duration?
  ) -> String {
    var lines = round.map { text($0, verbosity: report.verbosity) }.joined(separator: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    if let pause {
      let seconds = Int((pause / .seconds(1)).rounded(.up))
      lines += ["", Wording.watching(clock.second(inquiry.now()), seconds: seconds)[language]]
    }
    return screen.frame(
      lines, rows: output.rows ?? Self.usualRows, columns: output.columns ?? output.pageWidth,
      language: language)
  }

  private static let usualRows = 24

  private func text(_ comparison: DomainComparison, verbosity: Int) -> String {
    ComparisonText(
      comparison: comparison, language: language, ink: output.ink(report.color), width: output.pageWidth,
      verbosity: verbosity, clock: clock
    ).text
  }

  private func tell(_ round: [DomainComparison], since known: [DomainComparison]) throws(ProgramError) {
    for (index, comparison) in round.enumerated() {
      let before = index < known.count ? known[index] : nil
      let time = clock.second(comparison.time)
      for change in ComparisonChange.changes(from: before, to: comparison) {
        let wording = change.wording(in: comparison, clock)
        try write("\(time) \(comparison.title) \(wording[language])\n")
      }
    }
  }

  private func write(_ text: String) throws(ProgramError) {
    do { try output.write(text, isForPeople: true) } catch { throw .output(path: nil, error) }
  }
}

extension DomainComparison {
  /// Whether the run's deadline came before an answer.
  fileprivate var isCutShort: Bool {
    records.flatMap(\.entries).contains { $0.sighting.answer.failure?.kind == .deadline }
  }
}
