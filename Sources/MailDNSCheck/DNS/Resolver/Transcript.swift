/// Passes questions on, each once, and keeps what came of it, so that a report can list what was asked for one domain.
final class Transcript: Resolver {
  private struct State {
    var answers: [Question: Answer] = [:]
    var budget: AnswerBudget
  }

  private let base: any Resolver
  private let recorded: Guarded<State>

  init(_ base: any Resolver, budget: AnswerBudget = AnswerBudget()) {
    self.base = base
    recorded = Guarded(State(budget: budget))
  }

  func answer(to question: Question) async -> Answer {
    if let known = recorded.withLock({ $0.answers[question] }) { return known }
    return record(await base.answer(to: question))
  }

  /// The answer as it is kept.
  private func record(_ answer: Answer) -> Answer {
    // Given up by one of those who asked, it may still be answered to another.
    guard answer.failure?.kind != .cancelled else { return answer }
    return recorded.withLock { recorded in
      let known = recorded.answers[answer.question]
      // The first one that was really put says what the question cost.
      if let known, !known.origin.isRepeat || known.failure?.kind == .tooMuch { return known }
      let kept = known == nil ? recorded.budget.admit(answer) : answer
      recorded.answers[answer.question] = kept
      return kept
    }
  }

  /// One answer a question, in the order in which they were put.
  var answers: [Answer] {
    recorded.withLock { $0.answers }.values.sorted { $0.origin.started < $1.origin.started }
  }
}
