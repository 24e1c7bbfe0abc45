/// The memory that the answers about one domain may take. Those that would need more come out as failed, whatever they were.
struct AnswerBudget: Sendable {
  /// Octets; a hundred times what the answers about any usual domain take.
  static let standardSize = 4 << 20

  /// That of a domain among many that are under way at once: several times what the answers about any usual domain take.
  static let amongMany = AnswerBudget(128 << 10)

  private var left: Int

  init(_ size: Int = standardSize) { left = size }

  /// The answer as it is to be kept.
  mutating func admit(_ answer: Answer) -> Answer {
    let size = answer.size
    guard size <= left else { return answer.refused }
    left -= size
    return answer
  }
}

extension Answer {
  /// The answer without what it says.
  fileprivate var refused: Answer {
    Answer(question: question, aliases: [], outcome: .failed(Failure(kind: .tooMuch)), origin: origin)
  }
}
