/// Octets on their way to an output. Several threads add to it, each in its turn; one at a time writes, also for the others, so
/// that nobody else waits for the system.
final class OutputQueue: Sendable {
  private struct State {
    var waiting: [UInt8] = []
    var isWriting = false
    /// Behind a failure nothing is written: there would be a gap.
    var failure: Errno?
  }

  private enum Step {
    case nothing
    /// Another thread writes; whether so much waits that no more may come.
    case busy(isFull: Bool)
    case mine([UInt8])
  }

  private let output: Output
  private let state = Guarded(State())
  /// Held by whoever writes.
  private let pen = Guarded(())

  /// Octets that may wait while a slow reader is written to.
  private static let room = 1 << 20

  init(_ output: Output) { self.output = output }

  /// Adds `octets`; they are written by `drain`.
  func append(_ octets: [UInt8]) {
    guard !octets.isEmpty else { return }
    state.withLock { state in
      if state.waiting.isEmpty { state.waiting = octets } else { state.waiting += octets }
    }
  }

  /// Writes what waits. Leaves it to the thread that is at it, unless that is too slow, or everything is to be written when
  /// this returns. Throws where nothing can be written any more.
  func drain(wholly: Bool = false) throws(Errno) {
    while true {
      switch try state.withLock({ state throws(Errno) in try Self.step(&state) }) {
      case .nothing: return
      case .busy(let isFull):
        if !wholly, !isFull { return }
        pen.withLock { _ in }
      case .mine(let octets):
        do throws(Errno) {
          try pen.withLock { _ throws(Errno) in try output.write(octets) }
          state.withLock { $0.isWriting = false }
        } catch {
          state.withLock { ($0.isWriting, $0.failure) = (false, error) }
          throw error
        }
      }
    }
  }

  private static func step(_ state: inout State) throws(Errno) -> Step {
    if let failure = state.failure { throw failure }
    if state.isWriting { return .busy(isFull: state.waiting.count >= room) }
    guard !state.waiting.isEmpty else { return .nothing }
    let octets = state.waiting
    state.waiting = []
    state.isWriting = true
    return .mine(octets)
  }
}
