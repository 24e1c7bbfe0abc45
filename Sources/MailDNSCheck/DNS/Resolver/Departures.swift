/// What goes out to one server: the sockets it goes from, how much may be under way, and who waits for that.
final class Departures {
  var pool: SocketPool
  private var window = SendingWindow()
  private var underWay = 0
  /// Oldest first; some may have ended meanwhile.
  private var queue: [Passage] = []
  private var start = 0

  init(_ pool: SocketPool) { self.pool = pool }

  var server: ServerAddress { pool.server }

  var isWaitedFor: Bool { start < queue.count }

  func queue(_ passage: Passage) { queue.append(passage) }

  /// The passage whose turn it is; nil where nobody waits or the window is full.
  var next: Passage? {
    while start < queue.count, !queue[start].isQueued { start += 1 }
    if start == queue.count {
      queue.removeAll(keepingCapacity: true)
      start = 0
      return nil
    }
    return underWay < window.size ? queue[start] : nil
  }

  /// Lets `next` go.
  func takeNext() {
    start += 1
    underWay += 1
    guard start > 1024, start * 2 > queue.count else { return }
    queue.removeFirst(start)
    start = 0
  }

  /// Lets others take the place of `passage`: it has waited for so long that the server is hardly busy with it.
  func waive(_ passage: Passage) {
    guard !passage.isWaived else { return }
    passage.isWaived = true
    underWay -= 1
  }

  /// Takes note of what came of `passage`, which had departed.
  func note(_ passage: Passage, _ outcome: Result<ResponseCode, Failure>) {
    waive(passage)
    switch outcome {
    case .success(.serverFailure), .success(.refused):
      if !passage.exchange.hasFailed { window.note(.failed) }
    case .success:
      window.note(passage.wasSentAgain ? .answeredLate : .answered)
    case .failure(let failure):
      if case .timedOut = failure.kind, !passage.exchange.hasFailed { window.note(.failed) }
    }
  }
}
