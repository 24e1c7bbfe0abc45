/// Passes questions on, each once, and keeps what came of it, so that a report can list what was asked for one domain.
final class Transcript: Resolver {
  private let base: any Resolver
  private let recorded = Guarded<[Question: Answer]>([:])

  init(_ base: any Resolver) { self.base = base }

  func answer(to question: Question) async -> Answer {
    if let known = recorded.withLock({ $0[question] }) { return known }
    let answer = await base.answer(to: question)
    record(answer)
    return answer
  }

  private func record(_ answer: Answer) {
    // Given up by one of those who asked, it may still be answered to another.
    guard answer.failure?.kind != .cancelled else { return }
    recorded.withLock { recorded in
      // The first one that was really put says what the question cost.
      if let known = recorded[answer.question], !known.origin.isRepeat { return }
      recorded[answer.question] = answer
    }
  }

  /// One answer a question, in the order in which they were put.
  var answers: [Answer] {
    recorded.withLock { $0 }.values.sorted { $0.origin.started < $1.origin.started }
  }
}
