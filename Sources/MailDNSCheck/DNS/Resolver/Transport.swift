import CResolv
import Glibc

/// Carries questions to servers and answers back, over UDP and TCP: thousands at a time, all on one event loop.
///
/// Knows nothing of retries over servers or of what an answer means; `DNSClient` does.
actor Transport {
  private enum Owner {
    case udp(PooledSocket, Departures)
    case tcp(Passage)
  }

  private enum Alarm {
    case passage(Passage)
    /// It has waited for its turn for long enough.
    case queued(Passage)
    /// A socket has been in use for long enough.
    case socket(PooledSocket, Departures)
    /// The pace lets the next question out.
    case pace
    /// Somebody waits for the time to pass.
    case pause(UnsafeContinuation<Void, Never>)
  }

  nonisolated let loop: EventLoop
  var loads: [Int: Load] = [:]
  private var lastLoad = 0
  private var departures = DepartureBoard()
  /// By descriptor.
  private var owners: [Owner?] = []
  private var connections = 0
  /// One alarm for each exchange under way and each socket, at most one more for each that has ended since it was set.
  private var alarms = TimerQueue<Alarm>()
  private let socketLimit = Socket.raiseLimit()
  /// Over each of them 64 KB may come.
  private var connectionLimit: Int { min(socketLimit / 2, 512) }
  /// What comes of all questions where nobody is waited for any longer.
  var givenUp: Failure.Kind?
  private var pace: Pace?
  /// After so many, 0.9 seconds, a question without an answer holds up no other one: some names are never answered.
  private static let sendingsThatCount = 2
  private var random = RandomBlock()
  private var paceAlarm: Instant?
  private var buffer = [UInt8](repeating: 0, count: 65_536)

  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  private init(loop: EventLoop, rate: Int?) {
    self.loop = loop
    pace = rate.map(Pace.init)
  }

  deinit { loop.stop() }

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
    var reply = Exchange.Reply.failure(Failure(kind: .cancelled))
    await carry(
      [exchange], over: transport,
      take: { _, arrived in
        reply = arrived
        return []
      }, finish: { _, _ in [] })
    return reply
  }

  /// The same for several exchanges at once, and for all that follow from them. `settle` gets each answer over UDP where it lies,
  /// and `take` each other reply and what was not settled, as it comes, on the event loop. They return the exchanges that follow;
  /// nil where more is to be done about it, which `finish` does. Returns when nothing is left.
  func carry(
    _ exchanges: [Exchange], over transport: Answer.Transport, settle: Load.Settle? = nil,
    take: @escaping (Exchange, Exchange.Reply) -> [Exchange]? = { _, _ in nil },
    finish: @escaping @Sendable (Exchange, Exchange.Reply) async -> [Exchange]
  ) async {
    guard !exchanges.isEmpty else { return }
    lastLoad += 1
    let number = lastLoad
    let load = Load(over: transport, settle: settle, take)
    loads[number] = load
    await withTaskCancellationHandler {
      load.isCancelled = Task.isCancelled
      extend(load, with: exchanges)
      await withDiscardingTaskGroup { group in
        while let open = await nextOpen(of: load) {
          guard open.reply.isTruncated else {
            group.addTask { await self.close(number, followedBy: await finish(open.exchange, open.reply)) }
            continue
          }
          guard load.beginsLane(for: open) else { continue }
          group.addTask {
            while let next = await self.nextTruncated(of: number) {
              await self.close(number, followedBy: await finish(next.exchange, next.reply))
            }
          }
        }
      }
    } onCancel: {
      Task(executorPreference: loop) { await self.cancel(number) }
    }
    loads[number] = nil
  }

  private func nextOpen(of load: Load) async -> Load.Open? { await withUnsafeContinuation(load.nextOpen) }

  private func nextTruncated(of number: Int) -> Load.Open? { loads[number]?.nextTruncated() }

  private func extend(_ load: Load, with exchanges: [Exchange]) {
    add(exchanges, to: load)
    for departures in departures.all where departures.isWaitedFor { startQueued(departures) }
  }

  /// Goes on with what follows from a reply that was left open.
  private func close(_ number: Int, followedBy exchanges: [Exchange]) {
    guard let load = loads[number] else { return }
    extend(load, with: exchanges)
    load.close()
  }

  private func add(_ exchanges: [Exchange], to load: Load) {
    // All of them before the first begins: it may end at once, and what follows from it come before them.
    let start = load.passages.count
    for exchange in exchanges {
      load.add(Passage(exchange, over: load.transport, by: departures(to: exchange.server), in: load))
    }
    for index in start..<(start + exchanges.count) where index < load.passages.count {
      begin(load.passages[index])
    }
  }

  func departures(to server: ServerAddress) -> Departures {
    departures.departures(to: server) { SocketPool(server: server, capacity: socketLimit / 8) }
  }

  private func begin(_ passage: Passage) {
    if passage.load?.isCancelled == true {
      finish(passage, .failure(Failure(kind: .cancelled, server: passage.exchange.server)))
    } else if let deadline = passage.exchange.deadline, deadline <= .now {
      finish(passage, .failure(passage.exchange.expiry(at: deadline, ignored: 0)))
    } else if let givenUp {
      finish(passage, .failure(Failure(kind: givenUp, server: passage.exchange.server)))
    } else {
      if let end = passage.exchange.queueEnd { alarms.add(.queued(passage), at: end) }
      passage.departures.queue(passage)
    }
  }

  private func cancel(_ number: Int) {
    guard let load = loads[number] else { return }
    load.isCancelled = true
    for passage in load.passages { finish(passage, .failure(Failure(kind: .cancelled))) }
  }

  /// Returns when `duration` has passed.
  func pause(for duration: Duration) async {
    await withUnsafeContinuation { alarms.add(.pause($0), at: .now + duration, isApart: true) }
  }

  /// Lets out what waits for a server, as far as its window, the pace and the sockets allow.
  private func startQueued(_ departures: Departures) {
    while let passage = departures.next(mayConnect: connections < connectionLimit) {
      if let time = pace?.nextTime {
        wait(until: time)
        return
      }
      departures.take(passage)
      switch passage.transport {
      case .udp: depart(passage)
      case .tcp: connect(passage)
      }
    }
  }

  /// Sets one alarm for everything that waits for the pace, however often it is looked at.
  private func wait(until time: Instant) {
    if paceAlarm.map({ $0 <= .now }) ?? true { alarms.add(.pace, at: time, isApart: true) }
    paceAlarm = max(paceAlarm ?? time, time)
  }

  private func depart(_ passage: Passage) {
    let now = Instant.now
    let end = passage.exchange.end(from: now)
    passage.state = .udp(end: end)
    send(passage, at: now, until: end)
  }

  /// Sends the question, for the first time or once more.
  private func send(_ passage: Passage, at now: Instant, until end: Instant) {
    let random = random.next()
    do throws(Errno) {
      let (socket, isFresh) = try passage.departures.pool.draw(random, at: now)
      if isFresh { watch(socket, passage.departures) }
      let id = socket.admit(passage, proposal: UInt16(truncatingIfNeeded: random))
      try passage.send(from: socket, id: id)
    } catch {
      // Where there is no socket now, the earlier sendings may still be answered.
      if passage.sendings.count == 0 || !error.isLackOfSockets {
        finish(passage, .failure(passage.exchange.failure(error)))
        return
      }
    }
    let alarm = passage.sendings.nextAlarm(after: now, until: end)
    alarms.add(.passage(passage), at: alarm.time, isApart: alarm.isApart)
  }

  private func watch(_ socket: PooledSocket, _ departures: Departures) {
    own(socket.descriptor, .udp(socket, departures))
    loop.watch(socket.descriptor, for: EPOLLIN)
    alarms.add(.socket(socket, departures), at: socket.end)
  }

  private func own(_ descriptor: Int32, _ owner: Owner?) {
    let index = Int(descriptor)
    if index >= owners.count { owners += Array(repeating: nil, count: index + 1 - owners.count) }
    owners[index] = owner
  }

  private func connect(_ passage: Passage) {
    do {
      let connection = try TCPExchange(passage.exchange, from: .now)
      passage.state = .tcp(connection)
      connections += 1
      alarms.add(.passage(passage), at: connection.end)
      own(connection.descriptor, .tcp(passage))
      loop.watch(connection.descriptor, for: EPOLLOUT)
    } catch {
      passage.departures.note(passage, .failure(error))
      finish(passage, .failure(error))
    }
  }

  /// Ends the exchange once; what comes later finds nothing.
  func finish(_ passage: Passage, _ reply: Exchange.Reply) {
    guard let load = end(passage, reply.map(\.head.responseCode)) else { return }
    goOn(load, with: load.hand(passage.exchange, reply))
  }

  /// Returns who waits for it; nil where it has ended before.
  private func end(_ passage: Passage, _ outcome: Result<ResponseCode, Failure>) -> Load? {
    switch passage.state {
    case .ended: return nil
    case .queued: break
    case .udp:
      passage.sendings.forget { releaseIfDone($0) }
      passage.departures.note(passage, outcome)
    case .tcp(let connection):
      connections -= 1
      own(connection.descriptor, nil)
      passage.departures.note(passage, outcome)
    }
    return passage.end()
  }

  /// Begins the exchanges that follow; nil where the one before is left open.
  private func goOn(_ load: Load, with following: [Exchange]?) {
    guard let following else { return }
    if !following.isEmpty { add(following, to: load) }
    load.close()
  }

  private func releaseIfDone(_ socket: PooledSocket) {
    guard socket.isRetired, socket.waiting.isEmpty, !socket.isReleased else { return }
    socket.isReleased = true
    own(socket.descriptor, nil)
  }

  /// One round of the event loop: the sockets that are ready, then the times that have come. Returns for how many
  /// milliseconds the loop may sleep.
  private func turn(_ events: [EventLoop.Event]) -> Int32 {
    for event in events { ready(Int(event.descriptor)) }
    let now = Instant.now
    while let alarm = alarms.popDue(at: now) { attend(to: alarm, at: now) }
    if !events.isEmpty { for departures in departures.all { startQueued(departures) } }
    guard let next = alarms.next else { return -1 }
    let wait = max(.zero, Instant.now.duration(to: next))
    return Int32(clamping: Int64((wait / .milliseconds(1)).rounded(.up)))
  }

  private func ready(_ descriptor: Int) {
    guard descriptor < owners.count, let owner = owners[descriptor] else { return }
    switch owner {
    case .udp(let socket, let departures):
      receive(at: socket, departures)
    case .tcp(let passage):
      guard case .tcp(let connection) = passage.state else { return }
      var progress = connection.write()
      if case .wantsToRead = progress {
        progress = buffer.withUnsafeMutableBytes { connection.read(into: $0) }
      }
      switch progress {
      case .wantsToWrite: break
      case .wantsToRead: loop.rewatch(connection.descriptor, for: EPOLLIN)
      case .done(let reply): finish(passage, reply)
      }
    }
  }

  /// Reads one packet: where there are more the loop reports the socket again. Returns whether there was any.
  @discardableResult
  private func receive(at socket: PooledSocket, _ departures: Departures) -> Bool {
    let arrival = buffer.withUnsafeMutableBytes { socket.receive(into: $0) }
    switch arrival {
    case .answer(let passage, let head, let length):
      guard let load = end(passage, .success(head.responseCode)) else { break }
      goOn(load, with: load.hand(passage.exchange, head, buffer.span.bytes.extracting(first: length)))
    case .stray:
      break
    case .failure(let error):
      if error.mayPass { return false }
      // The server's machine refuses this port: nothing sent from here will be answered.
      departures.pool.retire(socket)
      let passages = socket.waiting.map(\.passage)
      if passages.isEmpty { releaseIfDone(socket) }
      for passage in passages { finish(passage, .failure(passage.exchange.failure(error))) }
    }
    return true
  }

  /// Packets that are read of one socket at most before its question is given up.
  private static let lastPackets = 64

  /// Reads what lies at the sockets of a question whose time is up. Where this thread did not get to run for a while, the answer
  /// may have come long ago, and the alarm be seen before the packet.
  private func takeLastPackets(_ passage: Passage) {
    for socket in passage.sendings.sockets {
      for _ in 0..<Self.lastPackets {
        if passage.hasEnded || socket.isReleased { break }
        if !receive(at: socket, passage.departures) { break }
      }
    }
  }

  private func attend(to alarm: Alarm, at now: Instant) {
    switch alarm {
    case .pace:
      for departures in departures.all { startQueued(departures) }
    case .pause(let continuation):
      continuation.resume()
    case .socket(let socket, let departures):
      departures.pool.retire(socket)
      releaseIfDone(socket)
    case .queued(let passage):
      if passage.isQueued { attend(to: passage, at: now) }
    case .passage(let passage):
      attend(to: passage, at: now)
    }
  }

  /// The time has come to send again, or to give up.
  private func attend(to passage: Passage, at now: Instant) {
    switch passage.state {
    case .ended:
      return
    case .queued:
      if let end = passage.exchange.queueEnd, end <= now {
        finish(passage, .failure(passage.exchange.expiry(at: end, ignored: 0)))
      }
    case .udp(let end):
      if end <= now {
        takeLastPackets(passage)
        // Packets that answered nothing count for all that waited where they came.
        finish(passage, .failure(passage.exchange.expiry(at: end, ignored: passage.sendings.strays)))
      } else if let time = pace?.nextTime {
        alarms.add(.passage(passage), at: min(time, end), isApart: true)
      } else {
        if passage.sendings.count >= Self.sendingsThatCount { passage.departures.waive(passage) }
        send(passage, at: now, until: end)
        if passage.isWaived { startQueued(passage.departures) }
      }
    case .tcp(let connection):
      if connection.end <= now {
        ready(Int(connection.descriptor))
        finish(passage, connection.expiry)
      }
    }
    if passage.hasEnded { startQueued(passage.departures) }
  }
}
