/// Whatever answers questions: DNS servers, zone files, recorded answers. Behind this line nobody can tell them apart.
protocol Resolver: Sendable {
  /// The answer to `question`. Always returns: what could not be asked comes back as `Answer.Outcome.failed`.
  func answer(to question: Question) async -> Answer

  /// Puts `questions` all at once, and hands each answer to `take` when it is there, from any thread, whatever becomes of
  /// the others. Returns after the last.
  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> Void) async

  /// Where whoever asks much had best run: on the thread to which answers come. Nil where that does not matter.
  var executor: (any TaskExecutor)? { get }
}

extension Resolver {
  var executor: (any TaskExecutor)? { nil }

  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> Void) async {
    await withDiscardingTaskGroup { group in
      for question in questions { group.addTask { take(await answer(to: question)) } }
    }
  }

  /// The answers to `questions`, all put at once, in their order.
  func answers(to questions: [Question]) async -> [Answer] {
    guard questions.count > 1 else {
      if let only = questions.first { return [await answer(to: only)] }
      return []
    }
    let answers = Guarded<[Question: Answer]>([:])
    await ask(questions) { answer in answers.withLock { $0[answer.question] = answer } }
    let found = answers.withLock { $0 }
    return questions.compactMap { found[$0] }
  }
}
