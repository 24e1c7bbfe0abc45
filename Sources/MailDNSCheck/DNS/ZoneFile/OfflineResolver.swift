/// Asks nobody: for names outside the zone files where DNS is not to be used.
struct OfflineResolver: Resolver {
  func answer(to question: Question) async -> Answer {
    Answer(
      question: question, aliases: [], outcome: .failed(Failure(kind: .offline)),
      origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
  }
}
