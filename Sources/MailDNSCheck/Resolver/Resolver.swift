/// Whatever answers questions: DNS servers, zone files, recorded answers. Behind this line nobody can tell them apart.
protocol Resolver: Sendable {
  /// The answer to `question`. Always returns: what could not be asked comes back as `Answer.Outcome.failed`.
  func answer(to question: Question) async -> Answer

  /// The answers to `questions`, all put at once, in their order; those of them that are the same have one answer each.
  func answers(to questions: [Question]) async -> [Answer]
}

extension Resolver {
  func answers(to questions: [Question]) async -> [Answer] {
    guard questions.count > 1 else {
      if let only = questions.first { return [await answer(to: only)] }
      return []
    }
    let answers = await withTaskGroup(of: (Int, Answer).self) { group in
      for (index, question) in questions.enumerated() {
        group.addTask { (index, await answer(to: question)) }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    return answers.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
