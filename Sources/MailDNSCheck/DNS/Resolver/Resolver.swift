/// Whatever answers questions: DNS servers, zone files, recorded answers. Behind this line nobody can tell them apart.
protocol Resolver: Sendable {
  /// The answer to `question`. Always returns: what could not be asked comes back as `Answer.Outcome.failed`.
  func answer(to question: Question) async -> Answer

  /// Puts `questions` all at once, and hands each answer to `take` when it is there, from any thread, whatever becomes of
  /// the others. `take` returns what is to be asked next. Returns when nothing is left to be asked.
  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> [Question]) async
}

extension Resolver {
  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> [Question]) async {
    await askOneByOne(questions, take)
  }

  /// The same by means of `answer(to:)`.
  func askOneByOne(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> [Question]) async {
    await withTaskGroup { group in
      for question in questions { group.addTask { await answer(to: question) } }
      for await answer in group {
        for question in take(answer) { group.addTask { await self.answer(to: question) } }
      }
    }
  }

  /// The answers to `questions`, all put at once, in their order.
  func answers(to questions: [Question]) async -> [Answer] {
    let answers = Guarded<[Question: Answer]>([:])
    await ask(questions.uniqued) { answer in
      answers.withLock { $0[answer.question] = answer }
      return []
    }
    let found = answers.withLock { $0 }
    return questions.compactMap { found[$0] }
  }
}
