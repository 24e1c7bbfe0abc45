/// What goes out to one server: the sockets it goes from, how much may be under way, and who waits for that.
final class Departures {
  var pool: SocketPool
  private var packets = DepartureLane(SendingWindow(.packets))
  private var connections = DepartureLane(SendingWindow(.connections))

  init(_ pool: SocketPool) { self.pool = pool }

  var server: ServerAddress { pool.server }

  var isWaitedFor: Bool { packets.isWaitedFor || connections.isWaitedFor }

  func queue(_ passage: Passage) { self[passage.transport].queue(passage) }

  /// The passage whose turn it is; nil where nobody waits or the windows are full. Those over TCP, which have waited longer, come
  /// first.
  ///
  /// - Parameter mayConnect: Whether there may be another connection at all.
  func next(mayConnect: Bool = true) -> Passage? {
    // Where there is no connection for them, they hold up no packet.
    if mayConnect, let next = connections.next { return next }
    return packets.next
  }

  /// What waits for a connection, oldest first.
  var waitingForConnection: [Passage] { connections.waiting }

  /// Lets `passage` go, which is the next.
  func take(_ passage: Passage) { self[passage.transport].takeNext() }

  /// Lets others take the place of `passage`: it has waited for so long that the server is hardly busy with it.
  func waive(_ passage: Passage) {
    guard !passage.isWaived else { return }
    passage.isWaived = true
    self[passage.transport].underWay -= 1
  }

  /// Takes note of what came of `passage`, which had departed.
  func note(_ passage: Passage, _ outcome: Result<ResponseCode, Failure>) {
    waive(passage)
    let isFirst = !passage.exchange.hasFailed
    switch outcome {
    case .success(.serverFailure), .success(.refused):
      if isFirst { self[passage.transport].window.note(.failed) }
    case .success:
      self[passage.transport].window.note(passage.wasSentAgain ? .answeredLate : .answered)
    case .failure(let failure):
      // A server that has too many connections lets them wait, closes or refuses them.
      var isTelling = passage.transport == .tcp
      if case .timedOut = failure.kind { isTelling = true }
      if isTelling, isFirst { self[passage.transport].window.note(.failed) }
    }
  }

  private subscript(_ transport: Answer.Transport) -> DepartureLane {
    _read {
      switch transport {
      case .udp: yield packets
      case .tcp: yield connections
      }
    }
    _modify {
      switch transport {
      case .udp: yield &packets
      case .tcp: yield &connections
      }
    }
  }
}

/// Passages over one transport: those under way, and those that wait for their turn, oldest first.
private struct DepartureLane {
  var window: SendingWindow
  var underWay = 0
  /// Some may have ended meanwhile.
  private var passages: [Passage] = []
  private var start = 0

  init(_ window: SendingWindow) { self.window = window }

  var isWaitedFor: Bool { start < passages.count }

  mutating func queue(_ passage: Passage) { passages.append(passage) }

  var waiting: [Passage] { passages[start...].filter(\.isQueued) }

  /// The oldest that has not ended; nil where there is none or the window is full.
  var next: Passage? {
    mutating get {
      while start < passages.count, !passages[start].isQueued { start += 1 }
      if start == passages.count {
        passages.removeAll(keepingCapacity: true)
        start = 0
        return nil
      }
      return underWay < window.size ? passages[start] : nil
    }
  }

  /// Lets `next` go.
  mutating func takeNext() {
    start += 1
    underWay += 1
    guard start > 1024, start * 2 > passages.count else { return }
    passages.removeFirst(start)
    start = 0
  }
}
