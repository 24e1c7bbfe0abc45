/// Asks nobody: for names outside the zone files where DNS is not to be used.
struct OfflineResolver: Resolver {
  func answer(to question: Question) async -> Answer { failure(of: question) }

  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> [Question]) async {
    var questions = questions
    var count = 0
    while count < questions.count {
      questions += take(failure(of: questions[count]))
      count += 1
    }
  }

  private func failure(of question: Question) -> Answer {
    .failed(question, Failure(kind: .offline))
  }
}
