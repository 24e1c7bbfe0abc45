/// Whatever answers questions: DNS servers, zone files, recorded answers. Behind this line nobody can tell them apart.
protocol Resolver: Sendable {
  /// The answer to `question`. Always returns: what could not be asked comes back as `Answer.Outcome.failed`.
  func answer(to question: Question) async -> Answer
}
