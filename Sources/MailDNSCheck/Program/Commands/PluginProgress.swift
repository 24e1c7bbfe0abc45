/// What a run of the plugin has found so far, and who tells it: the run itself, or the watchdog where that comes too late.
final class PluginProgress: Sendable {
  private struct State {
    var finished: [Int: DomainReport] = [:]
    var isTold = false
    var toldState: ExitStatus?

    var reports: [DomainReport] { finished.sorted { $0.key < $1.key }.map(\.value) }
  }

  private let state = Guarded(State())

  /// Takes the report on the domain that is number `index`.
  func add(_ report: DomainReport, at index: Int) { state.withLock { $0.finished[index] = report } }

  /// The reports so far, in order.
  var reports: [DomainReport] { state.withLock { $0.reports } }

  /// Takes note that the line is out, and what it says.
  func noteTold(_ told: ExitStatus) { state.withLock { $0.toldState = told } }

  /// What the line says that is out; nil while there is none.
  var toldState: ExitStatus? { state.withLock { $0.toldState } }

  /// The reports so far, in order, for the one who asks first; nil for everybody else.
  func claim() -> [DomainReport]? {
    state.withLock { state in
      guard !state.isTold else { return nil }
      state.isTold = true
      return state.reports
    }
  }
}
