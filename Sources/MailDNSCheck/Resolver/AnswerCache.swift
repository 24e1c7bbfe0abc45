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
    var recent: [Question: Answer] = [:]
    var older: [Question: Answer] = [:]
  }

  private struct Flight {
    let task: Task<Answer, Never>
    var waiters: Int
  }

  private enum Step {
    case known(Answer)
    case wait(Task<Answer, Never>, isFirst: Bool)
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
    switch step(for: question) {
    case .known(let answer):
      return answer.repeated
    case .wait(let task, let isFirst):
      let answer = await wait(for: task, question)
      guard isFirst else { return answer.repeated }
      land(answer, task)
      return answer
    }
  }

  private func step(for question: Question) -> Step {
    state.withLock { state in
      if let answer = state.recent[question] { return .known(answer) }
      if let answer = state.older[question] {
        keep(answer, in: &state)
        return .known(answer)
      }
      if let flight = state.underWay[question] {
        state.underWay[question]?.waiters += 1
        return .wait(flight.task, isFirst: false)
      }
      let task = Task { [base] in await base.answer(to: question) }
      state.underWay[question] = Flight(task: task, waiters: 1)
      return .wait(task, isFirst: true)
    }
  }

  /// Keeps what came of a question. Given up by all who waited, it may have been put anew meanwhile.
  private func land(_ answer: Answer, _ task: Task<Answer, Never>) {
    state.withLock { state in
      guard state.underWay[answer.question]?.task == task else { return }
      state.underWay[answer.question] = nil
      if answer.failure?.kind != .cancelled { keep(answer, in: &state) }
    }
  }

  private func keep(_ answer: Answer, in state: inout State) {
    if state.recent.count >= generationSize {
      state.older = state.recent
      state.recent = [:]
    }
    state.recent[answer.question] = answer
  }

  private func wait(for task: Task<Answer, Never>, _ question: Question) async -> Answer {
    await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      leave(task, question)
    }
  }

  /// One of those who wait is cancelled; with the last one the question itself is given up.
  private func leave(_ task: Task<Answer, Never>, _ question: Question) {
    let isLast = state.withLock { state in
      guard let flight = state.underWay[question], flight.task == task else { return false }
      if flight.waiters > 1 {
        state.underWay[question]?.waiters -= 1
        return false
      }
      state.underWay[question] = nil
      return true
    }
    if isLast { task.cancel() }
  }
}

extension Answer {
  /// The answer as somebody gets it for whom nothing was sent.
  fileprivate var repeated: Answer {
    var origin = origin
    origin.isRepeat = true
    return Answer(question: question, aliases: aliases, outcome: outcome, origin: origin)
  }
}
