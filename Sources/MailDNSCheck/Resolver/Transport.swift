import CResolv
import Glibc

/// Carries questions to servers and answers back, over UDP and TCP: thousands at a time, all on one event loop.
///
/// Knows nothing of retries over servers or of what an answer means; `DNSClient` does.
actor Transport {
  private enum State {
    case queued(Answer.Transport, Exchange)
    case udp(UDPExchange)
    case tcp(TCPExchange)
  }

  private struct Entry {
    var state: State
    /// Which exchange of which load it is.
    let load: UInt64
    let index: Int
  }

  /// Exchanges that were handed over together, and what came of them so far.
  private struct Load {
    var replies: [Exchange.Reply?]
    var missing: Int
    let continuation: CheckedContinuation<[Exchange.Reply], Never>
  }

  private let loop: EventLoop
  private var entries: [UInt64: Entry] = [:]
  private var loads: [UInt64: Load] = [:]
  private var lastKey: UInt64 = 0
  private var owners: [Int32: UInt64] = [:]
  /// One alarm for each exchange under way, at most one more for each that has ended since it was set.
  private var alarms = TimerQueue<UInt64>()
  /// Exchanges that wait for a socket, oldest first; some may have ended meanwhile.
  private var queue: [UInt64] = []
  private var queueStart = 0
  private let socketLimit = Socket.raiseLimit()
  private var pace: Pace?
  private var paceAlarm: ContinuousClock.Instant?
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  private init(loop: EventLoop, rate: Int?) {
    self.loop = loop
    pace = rate.map(Pace.init)
  }

  deinit {
    loop.stop()
    for descriptor in owners.keys { close(descriptor) }
  }

  /// Throws the operating system's error where it has no descriptors or threads left.
  ///
  /// - Parameter rate: Queries a second at most; nil is without limit.
  static func start(rate: Int? = nil) throws(Errno) -> Transport {
    let loop = try EventLoop()
    let transport = Transport(loop: loop, rate: rate)
    try loop.start { [weak transport] events in
      transport?.assumeIsolated { $0.turn(events) } ?? -1
    }
    return transport
  }

  /// Puts the exchange's question to its server. Returns when an answer that fits has come, the time is up, the
  /// network refuses, or the task is cancelled.
  func carry(_ exchange: Exchange, over transport: Answer.Transport) async -> Exchange.Reply {
    await carry([exchange], over: transport).first ?? .failure(Failure(kind: .cancelled))
  }

  /// The same for several exchanges at once; returns when the last of them has ended.
  func carry(_ exchanges: [Exchange], over transport: Answer.Transport) async -> [Exchange.Reply] {
    guard !exchanges.isEmpty else { return [] }
    let first = lastKey + 1
    lastKey += UInt64(exchanges.count)
    let keys = first..<lastKey + 1
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        loads[first] = Load(
          replies: Array(repeating: nil, count: exchanges.count), missing: exchanges.count,
          continuation: continuation)
        for (index, exchange) in exchanges.enumerated() {
          begin(first + UInt64(index), Entry(state: .queued(transport, exchange), load: first, index: index))
        }
        startQueued()
      }
    } onCancel: {
      Task { await self.cancel(keys) }
    }
  }

  private func begin(_ key: UInt64, _ entry: Entry) {
    guard case .queued(_, let exchange) = entry.state else { return }
    entries[key] = entry
    if Task.isCancelled {
      finish(key, .failure(Failure(kind: .cancelled, server: exchange.server)))
    } else if let deadline = exchange.deadline, deadline <= .now {
      finish(key, .failure(exchange.expiry(at: deadline, ignored: 0)))
    } else {
      if let deadline = exchange.deadline { alarms.add(key, at: deadline) }
      queue.append(key)
    }
  }

  private func cancel(_ keys: Range<UInt64>) {
    for key in keys { finish(key, .failure(Failure(kind: .cancelled))) }
  }

  private func startQueued() {
    while queueStart < queue.count, owners.count < socketLimit {
      let key = queue[queueStart]
      guard case .queued(let transport, let exchange) = entries[key]?.state else {
        queueStart += 1
        continue
      }
      if let time = pace?.nextTime {
        // One alarm for the whole queue, however often it is looked at.
        if paceAlarm.map({ $0 <= .now }) ?? true { alarms.add(key, at: time) }
        paceAlarm = max(paceAlarm ?? time, time)
        return
      }
      queueStart += 1
      switch transport {
      case .udp: send(key, UDPExchange(exchange, from: .now))
      case .tcp: connect(key, exchange)
      }
    }
    if queueStart == queue.count {
      queue.removeAll(keepingCapacity: true)
      queueStart = 0
    }
  }

  private func send(_ key: UInt64, _ exchange: UDPExchange) {
    var exchange = exchange
    let progress = exchange.send()
    alarms.add(key, at: exchange.nextAlarm(after: .now))
    entries[key]?.state = .udp(exchange)
    advance(key, progress)
  }

  private func connect(_ key: UInt64, _ exchange: Exchange) {
    do {
      let connection = try TCPExchange(exchange, from: .now)
      alarms.add(key, at: connection.end)
      entries[key]?.state = .tcp(connection)
      owners[connection.descriptor] = key
      loop.watch(connection.descriptor, for: EPOLLOUT)
    } catch {
      finish(key, .failure(error))
    }
  }

  private func advance(_ key: UInt64, _ progress: UDPExchange.Progress) {
    switch progress {
    case .waiting(let opened?):
      owners[opened] = key
      loop.watch(opened, for: EPOLLIN)
    case .waiting(nil):
      break
    case .done(let reply):
      finish(key, reply)
    }
  }

  private func advance(_ key: UInt64, _ progress: TCPExchange.Progress, _ descriptor: Int32) {
    switch progress {
    case .wantsToWrite: break
    case .wantsToRead: loop.rewatch(descriptor, for: EPOLLIN)
    case .done(let reply): finish(key, reply)
    }
  }

  /// Ends the exchange once; what comes later finds nothing.
  private func finish(_ key: UInt64, _ reply: Exchange.Reply) {
    guard let entry = entries.removeValue(forKey: key) else { return }
    switch entry.state {
    case .queued: break
    case .udp(let exchange): for socket in exchange.sockets { release(socket.descriptor) }
    case .tcp(let exchange): release(exchange.descriptor)
    }
    settle(entry, reply)
  }

  /// Hands a load's replies back when the last one has come.
  private func settle(_ entry: Entry, _ reply: Exchange.Reply) {
    loads[entry.load]?.replies[entry.index] = reply
    loads[entry.load]?.missing -= 1
    guard let load = loads[entry.load], load.missing == 0 else { return }
    loads[entry.load] = nil
    load.continuation.resume(returning: load.replies.compactMap(\.self))
  }

  private func release(_ descriptor: Int32) {
    owners[descriptor] = nil
    close(descriptor)
  }

  /// One round of the event loop: the sockets that are ready, then the times that have come. Returns for how many
  /// milliseconds the loop may sleep.
  private func turn(_ events: [EventLoop.Event]) -> Int32 {
    for event in events { ready(event.descriptor) }
    let now = ContinuousClock.now
    while let key = alarms.popDue(at: now) { attend(to: key, at: now) }
    startQueued()
    guard let next = alarms.next else { return -1 }
    let wait = max(.zero, ContinuousClock.now.duration(to: next))
    return Int32(clamping: Int64((wait / .milliseconds(1)).rounded(.up)))
  }

  private func ready(_ descriptor: Int32) {
    guard let key = owners[descriptor], let state = entries[key]?.state else { return }
    switch state {
    case .queued:
      break
    case .udp(var exchange):
      let progress = buffer.withUnsafeMutableBytes { exchange.receive(at: descriptor, into: $0) }
      entries[key]?.state = .udp(exchange)
      advance(key, progress)
    case .tcp(var exchange):
      var progress = exchange.write()
      if case .wantsToRead = progress { progress = buffer.withUnsafeMutableBytes { exchange.read(into: $0) } }
      entries[key]?.state = .tcp(exchange)
      advance(key, progress, descriptor)
    }
  }

  /// The time has come to send again, or to give up.
  private func attend(to key: UInt64, at now: ContinuousClock.Instant) {
    switch entries[key]?.state {
    case .queued(_, let exchange):
      if let deadline = exchange.deadline, deadline <= now {
        finish(key, .failure(exchange.expiry(at: deadline, ignored: 0)))
      }
    case .udp(let exchange):
      if exchange.end <= now {
        finish(key, exchange.expiry)
      } else if let time = pace?.nextTime {
        alarms.add(key, at: min(time, exchange.end))
      } else {
        send(key, exchange)
      }
    case .tcp(let exchange):
      if exchange.end <= now { finish(key, exchange.expiry) }
    case nil:
      break
    }
  }
}
