/// The answers that are there so far. Whoever reads them and finds one missing says which, and reads again when it has come:
/// so that what is made of DNS waits for nothing itself, and one reading does for live servers, zones and records.
struct KnownAnswers {
  private let find: (Question) -> Answer?

  init(_ find: @escaping (Question) -> Answer?) { self.find = find }

  /// Throws where the answer has not come.
  func answer(to question: Question) throws(MissingAnswers) -> Answer {
    guard let answer = find(question) else { throw MissingAnswers(questions: [question]) }
    return answer
  }

  /// The same for a name below `place` that may be too long for DNS: then there is no question, and nothing can be there.
  func answer(to question: Question?, below place: DomainName) throws(MissingAnswers) -> Answer {
    guard let question else { return .assumedAbsent(Question(place, .txt)) }
    return try answer(to: question)
  }

  /// The answers to `questions` in their order. Throws all that are missing.
  func answers(to questions: [Question]) throws(MissingAnswers) -> [Answer] {
    var answers: [Answer] = []
    answers.reserveCapacity(questions.count)
    for question in questions {
      guard let answer = find(question) else { throw MissingAnswers(questions: missing(of: questions)) }
      answers.append(answer)
    }
    return answers
  }

  /// The same, each with the key that its question has.
  func answers<Key>(
    to asked: [(key: Key, question: Question)]
  ) throws(MissingAnswers) -> [(key: Key, answer: Answer)] {
    var answers: [(key: Key, answer: Answer)] = []
    answers.reserveCapacity(asked.count)
    for (key, question) in asked {
      guard let answer = find(question) else {
        throw MissingAnswers(questions: missing(of: asked.map(\.question)))
      }
      answers.append((key, answer))
    }
    return answers
  }

  /// The answers to two questions. Throws what is missing of them.
  func answers(to first: Question, _ second: Question) throws(MissingAnswers) -> (Answer, Answer) {
    guard let one = find(first), let other = find(second) else {
      throw MissingAnswers(questions: missing(of: [first, second]))
    }
    return (one, other)
  }

  /// Throws those of `questions` that are missing: for what is read one by one afterwards.
  func require(_ questions: [Question]) throws(MissingAnswers) {
    for question in questions where find(question) == nil {
      throw MissingAnswers(questions: missing(of: questions))
    }
  }

  /// What `read` makes of each element, in order. Throws all that any of them misses.
  func each<Element, Value>(
    _ elements: some Sequence<Element>, _ read: (Element) throws(MissingAnswers) -> Value
  ) throws(MissingAnswers) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(elements.underestimatedCount)
    var missed = MissedQuestions()
    for element in elements {
      if let value = missed.collect({ () throws(MissingAnswers) in try read(element) }) {
        values.append(value)
      }
    }
    guard missed.isEmpty else { throw missed.error }
    return values
  }

  private func missing(of questions: [Question]) -> [Question] {
    var missing: [Question] = []
    missing.reserveCapacity(questions.count)
    for question in questions where find(question) == nil { missing.append(question) }
    return missing
  }
}

/// What has to be asked before a reading can go on; may name a question twice.
struct MissingAnswers: Error {
  let questions: [Question]
}

/// Gathers what several readings miss that hang on different answers, so that it is asked for together.
struct MissedQuestions {
  private var questions: [Question] = []

  /// What `read` makes; nil, and noted, where it misses something.
  mutating func collect<Value>(_ read: () throws(MissingAnswers) -> Value) -> Value? {
    do throws(MissingAnswers) { return try read() } catch {
      questions += error.questions
      return nil
    }
  }

  var isEmpty: Bool { questions.isEmpty }

  /// All that was missed.
  var error: MissingAnswers { MissingAnswers(questions: questions) }
}
