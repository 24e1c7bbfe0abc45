/// Asks nobody: for names outside the zone files where DNS is not to be used.
struct OfflineResolver: Resolver {
  func answer(to question: Question) async -> Answer { failure(of: question) }

  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> [Question]) async {
    var questions = Array(questions.reversed())
    while let question = questions.popLast() { questions += take(failure(of: question)).reversed() }
  }

  private func failure(of question: Question) -> Answer {
    .failed(question, Failure(kind: .offline))
  }
}
