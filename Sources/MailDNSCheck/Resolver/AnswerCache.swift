/// Puts every question once: whoever asks again, at the same time or later in the run, gets the same answer.
///
/// Failures are kept too. A question that failed has had all its attempts; putting it again would only take time. Of a
/// long run only the answers are kept that were of use lately: the names that many domains share.
///
/// A lock and no actor: most questions are answered at once, and a change of executor would cost more than the answer.
final class AnswerCache: Resolver {
  private struct State {
    var underWay: [Question: Flight] = [:]
    /// Answers that came or were used lately, and those of the time before; a full generation replaces the older one.
    var recent: [Question: Answer] = [:]
    var older: [Question: Answer] = [:]
  }

  /// Questions that were put together, and how many wait for an answer to one of them.
  private final class Flight: Sendable {
    let questions: [Question]
    let task: Task<[Answer], Never>
    private let waiters = Guarded(0)

    init(_ questions: [Question], _ base: any Resolver) {
      self.questions = questions
      task = Task { await base.answers(to: questions) }
    }

    func join() { waiters.withLock { $0 += 1 } }

    /// Returns whether nobody waits any more.
    func leave() -> Bool {
      waiters.withLock { waiters in
        waiters -= 1
        return waiters == 0
      }
    }
  }

  private enum Step {
    case known(Answer)
    /// `isFirst` is whether the question was put for whoever asks.
    case wait(Flight, isFirst: Bool)
  }

  private let base: any Resolver
  private let generationSize: Int
  private let state = Guarded(State())

  /// Answers that a generation has room for: about ten megabytes.
  static let standardGenerationSize = 10_000

  init(_ base: any Resolver, generationSize: Int = standardGenerationSize) {
    self.base = base
    self.generationSize = max(1, generationSize)
  }

  func answer(to question: Question) async -> Answer {
    await answers(to: [question]).first ?? .assumedAbsent(question)
  }

  func answers(to questions: [Question]) async -> [Answer] {
    let (steps, flights) = depart(questions)
    guard !flights.isEmpty else {
      return steps.compactMap { if case .known(let answer) = $0 { answer.repeated } else { nil } }
    }
    await wait(for: flights)
    var landed: [ObjectIdentifier: [Question: Answer]] = [:]
    for flight in flights {
      landed[ObjectIdentifier(flight)] = Dictionary(
        await flight.task.value.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return zip(questions, steps).compactMap { question, step in
      switch step {
      case .known(let answer): return answer.repeated
      case .wait(let flight, let isFirst):
        let answer = landed[ObjectIdentifier(flight)]?[question]
        return isFirst ? answer : answer?.repeated
      }
    }
  }

  /// What is known of `questions`, and what is under way for the others; what nobody has asked yet is put, together.
  private func depart(_ questions: [Question]) -> (steps: [Step], flights: [Flight]) {
    state.withLock { state in
      var steps: [Step?] = []
      var flights: [ObjectIdentifier: Flight] = [:]
      var fresh: [Question] = []
      for question in questions {
        if let answer = state.recent[question] {
          steps.append(.known(answer))
        } else if let answer = state.older[question] {
          keep(answer, in: &state)
          steps.append(.known(answer))
        } else if let flight = state.underWay[question] {
          flights[ObjectIdentifier(flight)] = flight
          steps.append(.wait(flight, isFirst: false))
        } else {
          fresh.append(question)
          steps.append(nil)
        }
      }
      if !fresh.isEmpty {
        let flight = Flight(fresh.uniqued, base)
        for question in flight.questions { state.underWay[question] = flight }
        flights[ObjectIdentifier(flight)] = flight
        var put: Set<Question> = []
        for (index, step) in steps.enumerated() where step == nil {
          steps[index] = .wait(flight, isFirst: put.insert(questions[index]).inserted)
        }
      }
      for flight in flights.values { flight.join() }
      return (steps.compactMap(\.self), Array(flights.values))
    }
  }

  private func wait(for flights: [Flight]) async {
    await withTaskCancellationHandler {
      for flight in flights { land(await flight.task.value, flight) }
    } onCancel: {
      for flight in flights where flight.leave() { giveUp(flight) }
    }
  }

  /// Keeps what came of a flight, once. Given up by all who waited, its questions may have been put anew meanwhile.
  private func land(_ answers: [Answer], _ flight: Flight) {
    state.withLock { state in
      for answer in answers where state.underWay[answer.question] === flight {
        state.underWay[answer.question] = nil
        if answer.failure?.kind != .cancelled { keep(answer, in: &state) }
      }
    }
  }

  /// The last one who waited is cancelled, and with that one the questions are.
  private func giveUp(_ flight: Flight) {
    state.withLock { state in
      for question in flight.questions where state.underWay[question] === flight {
        state.underWay[question] = nil
      }
    }
    flight.task.cancel()
  }

  private func keep(_ answer: Answer, in state: inout State) {
    if state.recent.count >= generationSize {
      state.older = state.recent
      state.recent = [:]
    }
    state.recent[answer.question] = answer
  }
}

extension Answer {
  /// The answer as somebody gets it for whom nothing was sent.
  fileprivate var repeated: Answer {
    var origin = origin
    origin.isRepeat = true
    return Answer(question: question, aliases: aliases, outcome: outcome, origin: origin)
  }
}
