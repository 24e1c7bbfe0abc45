/// What a run of the plugin has found so far, and who tells it: the run itself, or the watchdog where that comes too late.
final class PluginProgress: Sendable {
  private struct State {
    var finished: [Int: DomainReport] = [:]
    var isTold = false
  }

  private let state = Guarded(State())

  /// Takes the report on the domain that is number `index`.
  func add(_ report: DomainReport, at index: Int) { state.withLock { $0.finished[index] = report } }

  /// The reports so far, in order, for the one who asks first; nil for everybody else.
  func claim() -> [DomainReport]? {
    state.withLock { state in
      guard !state.isTold else { return nil }
      state.isTold = true
      return state.finished.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}
