/// Where finished reports go, from whatever thread: in the order of the domains, as they come, or sorted at the end; to the
/// writer, into the summary and into the exit status.
final class ReportSink: Sendable {
  /// What there is to tell of one line or word that should be a domain.
  enum Entry: Sendable {
    case report(DomainReport)
    case problem(InputProblem)
    /// Nothing is told: of a domain that the deadline cut off, and that the next run is to begin with, or of a line that the
    /// file of `--resume` tells of already.
    case leftOut
  }

  /// An entry as it waits for its turn.
  private enum Finished {
    /// Of a report, its part of each document: nothing more is needed, and a report is much larger.
    case parts(Outcome, [[UInt8]])
    /// With its part of each document that need not wait for others; none where it is shown in no document, or only at the end.
    case entry(Entry, parts: [[UInt8]?]?)
  }

  /// What a report comes to beside what is shown of it.
  private struct Outcome {
    let status: ExitStatus
    let share: RunSummary.Share
    let changes: DomainChanges?

    init(_ report: DomainReport, _ threshold: FailureThreshold) {
      status = threshold.exitStatus(report.findings)
      share = RunSummary.Share(report)
      changes = report.changes
    }
  }

  private struct State {
    var writer: ReportWriter
    var status: ExitStatus
    var summary = RunSummary()
    /// What has changed since an earlier run.
    var changes = RunComparison()
    var progress: ProgressLine?
    /// Entries that are early wait here for their turn.
    var early: [Int: Finished] = [:]
    /// Entries that wait for the end, to be sorted.
    var held: [Entry] = []
    var turn = 0
    /// Whether the report is closed: what the run still comes to, while a signal ends it, is not told.
    var isClosed = false
  }

  private let threshold: FailureThreshold
  private let isOrdered: Bool
  private let selection: Set<ReportOptions.Selection>
  private let order: ReportOptions.Order?
  private let documents: [(any IndependentDocument)?]
  private let queues: ReportQueues
  /// The files that do not get their names where the run is cut off.
  let filesNamedAtEnd: [String]
  private let state: Guarded<State>

  /// `status` is what is known before any report.
  init(
    _ writer: ReportWriter, threshold: FailureThreshold, status: ExitStatus,
    isOrdered: Bool = true, options: ReportOptions = ReportOptions(), progress: ProgressLine? = nil
  ) {
    self.threshold = threshold
    self.isOrdered = isOrdered
    // What all come to counts all.
    selection = options.isSummaryAlone ? [] : options.selection
    order = options.order
    documents = writer.independentDocuments
    queues = writer.queues
    filesNamedAtEnd = writer.filesNamedAtEnd
    state = Guarded(State(writer: writer, status: status, progress: progress))
  }

  /// Takes what is number `index`, from 0.
  func take(_ entry: Entry, at index: Int) throws(ProgramError) {
    // Outside the lock, so that several are made at a time.
    let finished = finished(entry)
    state.withLock { state in
      if state.isClosed { return }
      guard isOrdered else {
        pass(finished, &state)
        return
      }
      state.early[index] = finished
      while let next = state.early.removeValue(forKey: state.turn) { pass(next, &state) }
    }
    try queues.drain()
  }

  private func finished(_ entry: Entry) -> Finished {
    guard order == nil, case .report(let report) = entry, report.isSelected(by: selection) else {
      return .entry(entry, parts: nil)
    }
    let parts = documents.map { $0?.part(on: report) }
    let whole = parts.compactMap(\.self)
    return whole.count == parts.count
      ? .parts(Outcome(report, threshold), whole) : .entry(entry, parts: parts)
  }

  private func pass(_ finished: Finished, _ state: inout State) {
    state.turn += 1
    switch finished {
    case .parts(let outcome, let parts):
      count(outcome, &state)
      state.writer.write(parts)
    case .entry(.leftOut, _):
      return
    case .entry(let entry, let parts):
      pass(entry, parts, &state)
    }
    state.progress?.show(state.summary)
  }

  private func count(_ outcome: Outcome, _ state: inout State) {
    state.status = max(state.status, outcome.status)
    state.summary.add(outcome.share)
    if let changes = outcome.changes { state.changes.count(changes) }
  }

  private func pass(_ entry: Entry, _ parts: [[UInt8]?]?, _ state: inout State) {
    switch entry {
    case .problem: state.status = max(state.status, .unusable)
    case .leftOut: return
    case .report(let report): count(Outcome(report, threshold), &state)
    }
    if let parts {
      state.writer.write(entry, parts)
    } else if case .report(let report) = entry, !report.isSelected(by: selection) {
      state.writer.count(report)
    } else if order != nil {
      state.held.append(entry)
    } else {
      state.writer.write(entry)
    }
  }

  /// Writes what was to be sorted: worst first, and then what could not be checked.
  private func release(_ state: inout State) {
    let held = state.held
    state.held = []
    for status in Status.allCases.reversed() {
      for case .report(let report) in held where report.status == status {
        state.writer.write(.report(report))
      }
    }
    for case .problem(let problem) in held { state.writer.write(.problem(problem)) }
  }

  /// How many entries have been taken in their turn.
  var turn: Int { state.withLock { $0.turn } }

  /// What has been taken so far.
  var summary: RunSummary { state.withLock { $0.summary } }

  /// What has changed since an earlier run, of what has been taken so far.
  var changes: RunComparison { state.withLock { $0.changes } }

  /// Whether nothing has come up so far.
  var isUntroubled: Bool { state.withLock { $0.status == .ok } }

  /// Makes the exit status at least `status`.
  func raise(to status: ExitStatus) { state.withLock { $0.status = max($0.status, status) } }

  /// Writes what is finished although it is not its turn yet: the run is being cut off. `cutOff` gets for how many domains, and
  /// returns what documents that look whole are to say of that: lines just end.
  func flush(_ cutOff: (Int) -> InputProblem?) {
    state.withLock { state in
      if state.isClosed { return }
      state.isClosed = true
      for (_, finished) in state.early.sorted(by: { $0.key < $1.key }) { pass(finished, &state) }
      state.early.removeAll()
      release(&state)
      state.progress?.clear()
      if let problem = cutOff(state.summary.domains) { state.writer.writeWhereClosed(problem) }
      state.writer.close()
    }
    try? queues.drain(wholly: true)
  }

  /// Ends the report and returns the exit status; `problems` are why the run ends before its time.
  func finish(_ problems: [InputProblem] = []) throws(ProgramError) -> ExitStatus {
    let writer: ReportWriter? = state.withLock { state in
      if state.isClosed { return nil }
      state.isClosed = true
      state.progress?.clear()
      release(&state)
      for problem in problems { state.writer.write(.problem(problem)) }
      state.writer.close()
      return state.writer
    }
    try queues.drain(wholly: true)
    try writer?.finish()
    return state.withLock { $0.status }
  }
}

extension DomainReport {
  fileprivate func isSelected(by selection: Set<ReportOptions.Selection>) -> Bool {
    guard !selection.isEmpty else { return true }
    return selection.contains { level in
      switch level {
      case .warning: status >= .warning
      case .critical: status == .critical
      case .unknown: findings.contains { $0.severity == .unknown }
      }
    }
  }
}
