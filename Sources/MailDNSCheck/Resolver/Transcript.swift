/// Passes questions on and keeps what came of each, so that a report can list what was asked for one domain.
actor Transcript: Resolver {
  private let base: any Resolver
  private var recorded: [Question: Answer] = [:]

  init(_ base: any Resolver) { self.base = base }

  nonisolated func answer(to question: Question) async -> Answer {
    let answer = await base.answer(to: question)
    await record(answer)
    return answer
  }

  private func record(_ answer: Answer) {
    // The first one that was really put says what the question cost.
    if let known = recorded[answer.question], !known.origin.isRepeat { return }
    recorded[answer.question] = answer
  }

  /// One answer a question, in the order in which they were put.
  var answers: [Answer] { recorded.values.sorted { $0.origin.started < $1.origin.started } }
}
