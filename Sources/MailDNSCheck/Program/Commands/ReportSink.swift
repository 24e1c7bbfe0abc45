/// Where finished reports go, from whatever thread: in the order of the domains, or as they come, to the writer, into the
/// summary and into the exit status.
final class ReportSink: Sendable {
  private struct State {
    var writer: ReportWriter
    var status: ExitStatus
    var summary = RunSummary()
    var progress: ProgressLine?
    /// Reports that are early wait here for their turn.
    var early: [Int: DomainReport] = [:]
    var turn = 0
  }

  private let threshold: FailureThreshold
  private let isOrdered: Bool
  private let state: Guarded<State>

  /// `status` is what is known before any report.
  init(
    _ writer: ReportWriter, threshold: FailureThreshold, status: ExitStatus,
    isOrdered: Bool = true, progress: ProgressLine? = nil
  ) {
    self.threshold = threshold
    self.isOrdered = isOrdered
    state = Guarded(State(writer: writer, status: status, progress: progress))
  }

  /// Takes the report on the domain that is number `index`, from 0.
  func take(_ report: DomainReport, at index: Int) throws(ProgramError) {
    try state.withLock { state throws(ProgramError) in
      guard isOrdered else {
        try pass(report, &state)
        return
      }
      state.early[index] = report
      while let next = state.early.removeValue(forKey: state.turn) { try pass(next, &state) }
    }
  }

  private func pass(_ report: DomainReport, _ state: inout State) throws(ProgramError) {
    state.turn += 1
    state.status = max(state.status, threshold.exitStatus(report.findings))
    state.summary.add(report)
    try state.writer.write(report)
    state.progress?.show(state.summary)
  }

  /// How many reports have been written.
  var turn: Int { state.withLock { $0.turn } }

  /// What has been written so far.
  var summary: RunSummary { state.withLock { $0.summary } }

  /// Whether nothing has come up so far.
  var isUntroubled: Bool { state.withLock { $0.status == .ok } }

  /// Makes the exit status at least `status`.
  func raise(to status: ExitStatus) { state.withLock { $0.status = max($0.status, status) } }

  /// Writes what is finished although it is not its turn yet: the run is being cut off.
  func flush() {
    state.withLock { state in
      for (_, report) in state.early.sorted(by: { $0.key < $1.key }) { try? pass(report, &state) }
      state.early.removeAll()
      state.progress?.clear()
      try? state.writer.close()
    }
  }

  /// Ends the report and returns the exit status.
  func finish() throws(ProgramError) -> ExitStatus {
    try state.withLock { state throws(ProgramError) in
      state.progress?.clear()
      try state.writer.close()
      try state.writer.finish()
      return state.status
    }
  }
}
