/// Answers of zones that many domains ask for: whose hosts take mail for all of a hoster's domains, and whose SPF record they
/// include. What is asked for the first time is only noted, since most is never asked for again.
final class ZoneAnswers: Sendable {
  /// With the file of the zone that the answer is from.
  typealias Entry = (answer: Answer, index: ZoneIndex)

  private struct State {
    var recent = RecentValues<Question, Entry>(limit: 256)
    /// Hashes of questions, each at the place that it says itself.
    var seen = [Int](repeating: 0, count: ZoneAnswers.places)
  }

  private static let places = 1 << 12

  private let state = Guarded(State())

  /// What is known of each of `questions`, whose names are written alike.
  func answers(to questions: [Question]) -> [Entry?] {
    state.withLock { state in
      questions.map { question in
        state.recent[question].flatMap { $0.answer.question.name.wire == question.name.wire ? $0 : nil }
      }
    }
  }

  /// Keeps those that are there for the second time.
  func keep(_ answers: [Entry]) {
    state.withLock { state in
      for entry in answers {
        let hash = entry.answer.question.hashValue
        let place = hash & (Self.places - 1)
        if state.seen[place] == hash {
          state.recent.insert(entry, for: entry.answer.question)
        } else {
          state.seen[place] = hash
        }
      }
    }
  }
}
