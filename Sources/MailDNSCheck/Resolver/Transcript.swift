/// Passes questions on and keeps what came of each, so that a report can list what was asked for one domain.
final class Transcript: Resolver {
  private let base: any Resolver
  private let recorded = Guarded<[Question: Answer]>([:])

  init(_ base: any Resolver) { self.base = base }

  func answer(to question: Question) async -> Answer {
    let answer = await base.answer(to: question)
    record(CollectionOfOne(answer))
    return answer
  }

  func answers(to questions: [Question]) async -> [Answer] {
    let answers = await base.answers(to: questions)
    record(answers)
    return answers
  }

  private func record(_ answers: some Sequence<Answer>) {
    recorded.withLock { recorded in
      for answer in answers {
        // The first one that was really put says what the question cost.
        if let known = recorded[answer.question], !known.origin.isRepeat { continue }
        recorded[answer.question] = answer
      }
    }
  }

  /// One answer a question, in the order in which they were put.
  var answers: [Answer] {
    recorded.withLock { $0 }.values.sorted { $0.origin.started < $1.origin.started }
  }
}
