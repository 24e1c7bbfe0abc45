/// What is known of servers by whether they answer: in which order to ask them, and whether it is worth while to wait for
/// them.
final class ServerHealth: Sendable {
  private struct State {
    /// Last heard of as silent. They are asked last, so that a dead one costs its time-out once and not for every question
    /// that depends on another.
    var silent: Set<ServerAddress> = []
    /// Those that answer over UDP and were silent over TCP, and until when that counts. What they answer tells nothing about
    /// it unless it came over TCP, so that only time brings them back.
    var silentOverTCP: [ServerAddress: (end: Instant, count: Int)] = [:]
    /// When one of those of which no answer is expected over TCP was last asked over it all the same.
    var lastTrialOverTCP: [ServerAddress: Instant] = [:]
    /// When any of them last answered.
    var lastHeard: Instant?
    /// How many questions were lately answered at the first sending, and how many not at all.
    var prompt = 0
    var silences = 0
    /// When the first of the questions was put that a server was silent about.
    var firstUnanswered: Instant?

    func isSilentOverTCP(_ server: ServerAddress, at now: Instant) -> Bool {
      silentOverTCP[server].map { now < $0.end } ?? false
    }

    func isHopelessOverTCP(_ server: ServerAddress, at now: Instant) -> Bool {
      silentOverTCP[server].map { now < $0.end && $0.count >= ServerHealth.enoughSilencesOverTCP } ?? false
    }

    /// Lets what was long ago count less.
    mutating func fade() {
      guard prompt + silences >= ServerHealth.memory else { return }
      prompt /= 2
      silences /= 2
    }
  }

  /// Questions that are remembered.
  private static let memory = 1_000
  /// Silences after which it is not the names that nobody answers for.
  private static let enoughSilences = 16
  /// How long a server that was silent over TCP is asked after the others: it costs its time-out once in that time. Most
  /// answers fit a packet, and a list is not to go without the server for long.
  private static let patienceOverTCP = Duration.seconds(60)
  /// Silences over TCP, none of them followed by an answer, after which it is not the names whose answers do not come.
  private static let enoughSilencesOverTCP = 4
  private static let pauseBetweenTrials = Duration.seconds(1)

  private let servers: [ServerAddress]
  private let spreads: Bool
  private let state = Guarded(State())

  /// - Parameter spreads: Whether questions are spread over the servers, or all go to the first one that answers.
  init(_ servers: [ServerAddress], spreads: Bool) {
    self.servers = servers
    self.spreads = spreads && servers.count > 1
  }

  /// The servers in the order in which they are to be asked. Spread, one question always comes to the same server first,
  /// which then has its answer at hand. `now` is when that is.
  func order(for question: Question, at now: Instant = .now) -> [ServerAddress] {
    guard servers.count > 1 else { return servers }
    let first = spreads ? Int(UInt(bitPattern: question.hashValue) % UInt(servers.count)) : 0
    let rotated = servers[first...] + servers[..<first]
    return state.withLock { state in
      let heard = rotated.filter { !state.silent.contains($0) }
      return heard.filter { !state.isSilentOverTCP($0, at: now) }
        + heard.filter { state.isSilentOverTCP($0, at: now) } + rotated.filter { state.silent.contains($0) }
    }
  }

  /// `isPrompt` is whether the first sending got the answer, `isOverTCP` whether it came over TCP.
  func noteAnswer(of server: ServerAddress, isPrompt: Bool = false, isOverTCP: Bool = false) {
    state.withLock { state in
      if !state.silent.isEmpty { state.silent.remove(server) }
      if isOverTCP { state.silentOverTCP[server] = nil }
      state.lastHeard = .now
      if isPrompt { state.prompt += 1 }
      state.fade()
    }
  }

  /// `start` is when the question was put.
  func noteSilence(of server: ServerAddress, since start: Instant) {
    state.withLock { state in
      state.firstUnanswered = min(state.firstUnanswered ?? start, start)
      state.silent.insert(server)
      state.silences += 1
      state.fade()
    }
  }

  /// The server answered over UDP, and sent us on to TCP, where it was silent. To all that is told by silence it has answered.
  func noteSilenceOverTCP(of server: ServerAddress, at now: Instant = .now) {
    noteAnswer(of: server)
    state.withLock { state in
      let count = state.silentOverTCP[server]?.count ?? 0
      state.silentOverTCP[server] = (now + Self.patienceOverTCP, count + 1)
    }
  }

  /// Whether it is not worth while to ask the server over TCP now: it has been silent there to several, and answered nobody.
  func isHopelessOverTCP(_ server: ServerAddress, at now: Instant = .now) -> Bool {
    state.withLock { $0.isHopelessOverTCP(server, at: now) }
  }

  /// Whether to ask the server over TCP now. Where that is hopeless one question in a second is put all the same: so it comes out
  /// that the server is back.
  func admitsOverTCP(_ server: ServerAddress, at now: Instant = .now) -> Bool {
    state.withLock { state in
      guard state.isHopelessOverTCP(server, at: now) else { return true }
      if let last = state.lastTrialOverTCP[server], now < last + Self.pauseBetweenTrials { return false }
      state.lastTrialOverTCP[server] = now
      return true
    }
  }

  /// Whether the server would be silent where it is asked over TCP, by all that is known.
  func isSilentOverTCP(_ server: ServerAddress) -> Bool {
    state.withLock { $0.isSilentOverTCP(server, at: .now) }
  }

  /// Whether anybody has ever answered.
  var hasAnswered: Bool { state.withLock { $0.lastHeard != nil } }

  /// Whether it is plain that nobody will answer: all have been silent, to many questions, for `time` since the first was
  /// put, and nobody ever answered any.
  func isHopeless(after time: Duration) -> Bool {
    state.withLock { state in
      guard state.lastHeard == nil, let first = state.firstUnanswered else { return false }
      return state.silences >= Self.enoughSilences && state.silent.count == servers.count
        && first + time <= .now
    }
  }

  /// Whether nearly all questions are answered at once, so that one which is not has only itself to blame.
  var keepUp: Bool { state.withLock { $0.prompt > 4 * $0.silences } }

  /// Whether nobody has answered since `start`, but somebody within `patience` before now: the servers, or the way to them,
  /// may come back.
  func mayComeBack(silentSince start: Instant, patience: Duration) -> Bool {
    guard let heard = state.withLock({ $0.lastHeard }) else { return false }
    return heard < start && heard + patience > .now
  }
}
