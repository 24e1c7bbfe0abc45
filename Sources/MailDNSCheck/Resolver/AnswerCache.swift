/// Puts every question once: whoever asks again, at the same time or later in the run, gets the same answer.
///
/// Failures are kept too. A question that failed has had all its attempts; putting it again would only take time. Of a
/// long run only the answers are kept that were of use lately: the names that many domains share.
///
/// A lock and no actor: most questions are answered at once, and a change of executor would cost more than the answer.
final class AnswerCache: Resolver {
  fileprivate struct State {
    /// Questions that somebody has put and not yet got an answer to, with those who want the answer too.
    var underWay: [Question: [Waiter]] = [:]
    /// Answers that came or were used lately, and those of the time before; a full generation replaces the older one.
    var recent: [Question: Answer] = [:]
    var older: [Question: Answer] = [:]
    var lastWaiter: UInt64 = 0
  }

  /// Somebody who waits for what another has asked for; they get nil where that one gave up.
  fileprivate struct Waiter {
    let number: UInt64
    let continuation: CheckedContinuation<Answer?, Never>
  }

  fileprivate enum Step {
    case known(Answer)
    case underWay
    /// Nobody has asked yet.
    case fresh
  }

  private let base: any Resolver
  private let generationSize: Int
  private let state = Guarded(State())

  /// Answers that a generation has room for: about ten megabytes.
  static let standardGenerationSize = 10_000

  init(_ base: any Resolver, generationSize: Int = standardGenerationSize) {
    self.base = base
    self.generationSize = max(1, generationSize)
  }

  func answer(to question: Question) async -> Answer {
    while true {
      switch state.withLock({ $0.step(for: question, generationSize) }) {
      case .known(let answer):
        return answer
      case .underWay:
        if let answer = await wait(for: question) { return answer }
        if Task.isCancelled { return .cancelled(question) }
      case .fresh:
        let answer = await base.answer(to: question)
        land(answer)
        return answer
      }
    }
  }

  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> [Question]) async {
    // What others have asked for is on its way; it is waited for when nobody waits for us any more.
    let joined = Guarded<[Question]>([])
    var fresh = sort(questions, joined, take)
    while true {
      if !fresh.isEmpty {
        await base.ask(fresh) { answer in
          self.land(answer)
          return self.sort(take(answer), joined, take)
        }
      }
      guard let question = joined.withLock({ $0.popLast() }) else { return }
      fresh = sort(take(await answer(to: question)), joined, take)
    }
  }

  /// Takes what is known, and what follows from that, and notes what others have asked for. Returns what is to be asked.
  private func sort(
    _ questions: [Question], _ joined: Guarded<[Question]>, _ take: (Answer) -> [Question]
  ) -> [Question] {
    var questions = questions
    var fresh: [Question] = []
    while !questions.isEmpty {
      var known: [Answer] = []
      state.withLock { state in
        for question in questions {
          switch state.step(for: question, generationSize) {
          case .known(let answer): known.append(answer)
          case .underWay: joined.withLock { $0.append(question) }
          case .fresh: fresh.append(question)
          }
        }
      }
      questions = known.flatMap(take)
    }
    return fresh
  }

  /// Nil where whoever asked gave up, or this task is cancelled.
  private func wait(for question: Question) async -> Answer? {
    let number = state.withLock { state in
      state.lastWaiter += 1
      return state.lastWaiter
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let mayWait = state.withLock { state in
          guard state.underWay[question] != nil, !Task.isCancelled else { return false }
          state.underWay[question]?.append(Waiter(number: number, continuation: continuation))
          return true
        }
        if !mayWait { continuation.resume(returning: nil) }
      }
    } onCancel: {
      let waiter = state.withLock { state -> Waiter? in
        guard let index = state.underWay[question]?.firstIndex(where: { $0.number == number }) else {
          return nil
        }
        return state.underWay[question]?.remove(at: index)
      }
      waiter?.continuation.resume(returning: nil)
    }
  }

  /// Keeps an answer that has come and hands it on. One that was given up is left to those who still want it.
  private func land(_ answer: Answer) {
    let waiters = state.withLock { state in
      if !answer.isCancelled { state.keep(answer, generationSize) }
      return state.underWay.removeValue(forKey: answer.question) ?? []
    }
    guard !waiters.isEmpty else { return }
    let repeated = answer.isCancelled ? nil : answer.repeated
    for waiter in waiters { waiter.continuation.resume(returning: repeated) }
  }
}

extension AnswerCache.State {
  /// What there is to do about `question`; where that is to ask, others wait from now on.
  fileprivate mutating func step(for question: Question, _ generationSize: Int) -> AnswerCache.Step {
    if let answer = recent[question] {
      let repeated = answer.repeated
      // Kept in the form in which it is wanted from now on, with what is made of it.
      if repeated !== answer { recent[question] = repeated }
      return .known(repeated)
    }
    if let answer = older[question] {
      let repeated = answer.repeated
      keep(repeated, generationSize)
      return .known(repeated)
    }
    if underWay[question] != nil { return .underWay }
    underWay[question] = []
    return .fresh
  }

  fileprivate mutating func keep(_ answer: Answer, _ generationSize: Int) {
    if recent.count >= generationSize {
      older = recent
      recent = [:]
    }
    recent[answer.question] = answer
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
