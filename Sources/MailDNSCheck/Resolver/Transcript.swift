/// Passes questions on, each once, and keeps what came of it, so that a report can list what was asked for one domain.
///
/// It keeps no more than one domain may take: answers that would need more room come out as failed, whatever they were.
final class Transcript: Resolver {
  private struct State {
    var answers: [Question: Answer] = [:]
    var size = 0
  }

  private let base: any Resolver
  private let maximumSize: Int
  private let recorded = Guarded(State())

  /// Octets that the answers about one domain may take in memory: a hundred times what those about any usual one do.
  static let maximumSize = 4 << 20

  init(_ base: any Resolver, maximumSize: Int = maximumSize) {
    self.base = base
    self.maximumSize = maximumSize
  }

  var executor: (any TaskExecutor)? { base.executor }

  func answer(to question: Question) async -> Answer {
    if let known = recorded.withLock({ $0.answers[question] }) { return known }
    return record(await base.answer(to: question))
  }

  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> Void) async {
    let (known, open) = recorded.withLock { recorded in
      (questions.compactMap { recorded.answers[$0] }, questions.filter { recorded.answers[$0] == nil })
    }
    for answer in known { take(answer) }
    await base.ask(open) { answer in take(self.record(answer)) }
  }

  /// The answer as it is kept.
  private func record(_ answer: Answer) -> Answer {
    // Given up by one of those who asked, it may still be answered to another.
    guard answer.failure?.kind != .cancelled else { return answer }
    let maximumSize = maximumSize
    return recorded.withLock { recorded in
      let known = recorded.answers[answer.question]
      // The first one that was really put says what the question cost.
      if let known, !known.origin.isRepeat { return known }
      let size = known == nil ? answer.size : 0
      let isTooMuch = known?.failure?.kind == .tooMuch || recorded.size + size > maximumSize
      let kept = isTooMuch ? answer.refused : answer
      if !isTooMuch { recorded.size += size }
      recorded.answers[answer.question] = kept
      return kept
    }
  }

  /// One answer a question, in the order in which they were put.
  var answers: [Answer] {
    recorded.withLock { $0.answers }.values.sorted { $0.origin.started < $1.origin.started }
  }
}

extension Answer {
  /// The answer without what it says.
  fileprivate var refused: Answer {
    Answer(question: question, aliases: [], outcome: .failed(Failure(kind: .tooMuch)), origin: origin)
  }
}
