/// Puts every question once: whoever asks again, at the same time or later in the run, gets the same answer.
///
/// What only one domain's check asks for, and that once, passes through: most of a list's questions are about DKIM selectors.
///
/// Failures are kept too. A question that failed has had all its attempts; putting it again would only take time. Of a
/// long run only the answers are kept that were of use lately: the names that many domains share.
///
/// A lock and no actor: most questions are answered at once, and a change of executor would cost more than the answer.
final class AnswerCache: Resolver {
  fileprivate struct State {
    /// Questions that are under way, and answers that came or were used lately.
    var recent: [Question: Entry] = [:]
    /// What the answers in `recent` take. What is under way has no part in it: it does not stay longer than it has to.
    var taken = Room(count: 0, memory: 0)
    /// Answers of the time before; a full generation replaces them.
    var older: [Question: Entry] = [:]
    var lastWaiter: UInt64 = 0
  }

  fileprivate enum Entry {
    case answered(Answer)
    /// Somebody has put the question and not yet got an answer; these want it too.
    case underWay([Waiter])

    var answer: Answer? { if case .answered(let answer) = self { answer } else { nil } }
    var waiters: [Waiter]? { if case .underWay(let waiters) = self { waiters } else { nil } }
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

  /// How many answers there are, or may be, in a generation.
  fileprivate struct Room {
    var count: Int
    /// Octets.
    var memory: Int
  }

  private let base: any Resolver
  private let limits: Room
  private let state = Guarded(State())

  /// Answers that a generation has room for: about two megabytes of usual ones, of 150 domains.
  static let standardGenerationSize = 2_000
  /// Octets of memory that a generation has room for, whatever the answers are.
  static let maximumGenerationMemory = 16 << 20

  init(
    _ base: any Resolver, generationSize: Int = standardGenerationSize,
    memory: Int = maximumGenerationMemory
  ) {
    self.base = base
    limits = Room(count: max(1, generationSize), memory: memory)
  }

  func answer(to question: Question) async -> Answer {
    while true {
      switch state.withLock({ $0.step(for: question, limits) }) {
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
    // Most answers lead to no further question.
    if questions.isEmpty { return [] }
    var questions = questions
    var fresh: [Question] = []
    fresh.reserveCapacity(questions.count)
    while !questions.isEmpty {
      var known: [Answer] = []
      state.withLock { state in
        for question in questions {
          switch state.step(for: question, limits) {
          case .known(let answer): known.append(answer)
          case .underWay: joined.withLock { $0.append(question) }
          case .fresh: fresh.append(question)
          }
        }
      }
      if known.isEmpty { return fresh }
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
          guard let waiters = state.recent[question]?.waiters, !Task.isCancelled else { return false }
          let waiter = Waiter(number: number, continuation: continuation)
          state.recent[question] = .underWay(waiters + [waiter])
          return true
        }
        if !mayWait { continuation.resume(returning: nil) }
      }
    } onCancel: {
      let waiter = state.withLock { state -> Waiter? in
        guard var waiters = state.recent[question]?.waiters,
          let index = waiters.firstIndex(where: { $0.number == number })
        else { return nil }
        defer { state.recent[question] = .underWay(waiters) }
        return waiters.remove(at: index)
      }
      waiter?.continuation.resume(returning: nil)
    }
  }

  /// Keeps an answer that has come and hands it on. One that was given up is left to those who still want it.
  private func land(_ answer: Answer) {
    guard answer.question.mayBeShared, let waiters = state.withLock({ $0.land(answer, limits) }),
      !waiters.isEmpty
    else { return }
    let repeated = answer.isCancelled ? nil : answer.repeated
    for waiter in waiters { waiter.continuation.resume(returning: repeated) }
  }
}

extension AnswerCache.State {
  /// What there is to do about `question`; where that is to ask, others who may ask it wait from now on.
  fileprivate mutating func step(for question: Question, _ limits: AnswerCache.Room) -> AnswerCache.Step {
    guard question.mayBeShared else { return .fresh }
    switch recent[question] {
    case .underWay?:
      return .underWay
    case .answered(let answer)?:
      let repeated = answer.repeated
      // Kept in the form in which it is wanted from now on, with what is made of it.
      if repeated !== answer { recent[question] = .answered(repeated) }
      return .known(repeated)
    case nil:
      guard let answer = older[question]?.answer?.repeated else {
        recent[question] = .underWay([])
        return .fresh
      }
      keep(answer, limits)
      return .known(answer)
    }
  }

  /// Keeps `answer` unless it was given up. Returns who waited for it.
  fileprivate mutating func land(_ answer: Answer, _ limits: AnswerCache.Room) -> [AnswerCache.Waiter]? {
    if answer.isCancelled { return recent.removeValue(forKey: answer.question)?.waiters }
    return keep(answer, limits)?.waiters
  }

  /// Makes room where there is none, whoever keeps an answer: thousands of questions may be under way when the first answer
  /// comes, and none be put after it. Returns what stood in its place.
  @discardableResult
  private mutating func keep(_ answer: Answer, _ limits: AnswerCache.Room) -> AnswerCache.Entry? {
    makeRoom(limits)
    taken.count += 1
    taken.memory += answer.size
    return recent.updateValue(.answered(answer), forKey: answer.question)
  }

  /// Begins a new generation where this one is full; what is under way goes over to it.
  private mutating func makeRoom(_ limits: AnswerCache.Room) {
    guard taken.count >= limits.count || taken.memory >= limits.memory else { return }
    older = recent
    recent = Dictionary(minimumCapacity: older.count)
    for (question, entry) in older where entry.waiters != nil { recent[question] = entry }
    taken = AnswerCache.Room(count: 0, memory: 0)
  }
}

extension Question {
  /// Whether another domain's check may ask the same: not about a name at or below `_domainkey` (RFC 6376 §3.6.2.1).
  fileprivate var mayBeShared: Bool { !name.hasLabel("_domainkey") }
}

extension Answer {
  fileprivate static func cancelled(_ question: Question) -> Answer {
    .failed(question, Failure(kind: .cancelled))
  }

  /// The answer as somebody gets it for whom nothing was sent.
  fileprivate var repeated: Answer {
    if origin.isRepeat { return self }
    var origin = origin
    origin.isRepeat = true
    return with(origin)
  }
}
