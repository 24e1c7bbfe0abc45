/// Puts every question once: whoever asks again, at the same time or later in the run, gets the same answer.
///
/// Failures are kept too. A question that failed has had all its attempts; putting it again would only take time. Of a
/// long run only the answers are kept that were of use lately: the names that many domains share.
///
/// A lock and no actor: most questions are answered at once, and a change of executor would cost more than the answer.
final class AnswerCache: Resolver {
  private struct State {
    var underWay: [Question: Flight] = [:]
    /// Answers that came or were used lately, and those of the time before; a full generation replaces the older one.
    /// They are kept as whoever asks again gets them.
    var recent: [Question: Answer] = [:]
    /// Octets of memory that `recent` takes.
    var recentSize = 0
    var older: [Question: Answer] = [:]
    var lastWaiter: UInt64 = 0
  }

  /// A question that somebody has put and not yet got an answer to.
  private final class Flight: Sendable {
    /// Those who want the answer too; nil once it has come. They get nil where whoever asked gave up.
    let waiters = Guarded<[UInt64: CheckedContinuation<Answer?, Never>]?>([:])
  }

  private enum Step {
    case known(Answer)
    case underWay(Flight)
    /// Nobody has asked yet.
    case fresh
  }

  private let base: any Resolver
  private let generationSize: Int
  private let generationMemory: Int
  private let state = Guarded(State())

  /// Answers that a generation has room for: about ten megabytes of usual ones.
  static let standardGenerationSize = 10_000
  /// Octets of memory that a generation has room for, whatever the answers are.
  static let maximumGenerationMemory = 16 << 20

  init(
    _ base: any Resolver, generationSize: Int = standardGenerationSize,
    memory: Int = maximumGenerationMemory
  ) {
    self.base = base
    self.generationSize = max(1, generationSize)
    generationMemory = memory
  }

  var executor: (any TaskExecutor)? { base.executor }

  func answer(to question: Question) async -> Answer {
    while true {
      switch state.withLock({ step(for: question, in: &$0) }) {
      case .known(let answer):
        return answer
      case .underWay(let flight):
        if let answer = await wait(for: flight) { return answer }
        if Task.isCancelled { return .cancelled(question) }
      case .fresh:
        let answer = await base.answer(to: question)
        land(answer)
        return answer
      }
    }
  }

  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> Void) async {
    var known: [Answer] = []
    var fresh: [Question] = []
    var underWay: [Question] = []
    state.withLock { state in
      for question in questions {
        switch step(for: question, in: &state) {
        case .known(let answer): known.append(answer)
        case .underWay: underWay.append(question)
        case .fresh: fresh.append(question)
        }
      }
    }
    for answer in known { take(answer) }
    if !fresh.isEmpty {
      await base.ask(fresh) { answer in
        self.land(answer)
        take(answer)
      }
    }
    // What others have asked for is on its way; it is waited for when nobody waits for us any more.
    for question in underWay { take(await answer(to: question)) }
  }

  /// What there is to do about `question`; where that is to ask, others wait from now on.
  private func step(for question: Question, in state: inout State) -> Step {
    if let answer = state.recent[question] { return .known(answer) }
    if let answer = state.older[question] {
      keep(answer, in: &state)
      return .known(answer)
    }
    if let flight = state.underWay[question] { return .underWay(flight) }
    state.underWay[question] = Flight()
    return .fresh
  }

  /// Nil where whoever asked gave up, or this task is cancelled.
  private func wait(for flight: Flight) async -> Answer? {
    let number = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let mayWait = flight.waiters.withLock { waiters in
          guard waiters != nil, !Task.isCancelled else { return false }
          waiters?[number] = continuation
          return true
        }
        if !mayWait { continuation.resume(returning: nil) }
      }
    } onCancel: {
      flight.waiters.withLock { $0?.removeValue(forKey: number) }?.resume(returning: nil)
    }
  }

  /// Keeps an answer that has come and hands it on. One that was given up is left to those who still want it.
  private func land(_ answer: Answer) {
    let answer = answer.repeated
    let flight = state.withLock { state in
      if !answer.isCancelled { keep(answer, in: &state) }
      return state.underWay.removeValue(forKey: answer.question)
    }
    let waiters = flight?.waiters.withLock { waiters in
      defer { waiters = nil }
      return waiters
    }
    for waiter in waiters?.values ?? [:].values {
      waiter.resume(returning: answer.isCancelled ? nil : answer)
    }
  }

  private func keep(_ answer: Answer, in state: inout State) {
    let size = answer.size
    if state.recent.count >= generationSize || state.recentSize + size > generationMemory {
      state.older = state.recent
      state.recent = [:]
      state.recentSize = 0
    }
    state.recentSize += size
    state.recent[answer.question] = answer
  }
}

extension Answer {
  fileprivate var isCancelled: Bool { failure?.kind == .cancelled }

  fileprivate static func cancelled(_ question: Question) -> Answer {
    Answer(
      question: question, aliases: [], outcome: .failed(Failure(kind: .cancelled)),
      origin: Origin(source: .nowhere, started: .now, duration: .zero))
  }

  /// The answer as somebody gets it for whom nothing was sent.
  fileprivate var repeated: Answer {
    if origin.isRepeat { return self }
    var origin = origin
    origin.isRepeat = true
    return Answer(question: question, aliases: aliases, outcome: outcome, origin: origin)
  }
}
