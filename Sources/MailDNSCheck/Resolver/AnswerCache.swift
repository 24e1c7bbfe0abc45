/// Puts every question once: whoever asks again, at the same time or later in the run, gets the same answer.
///
/// Failures are kept too. A question that failed has had all its attempts; putting it again would only take time.
actor AnswerCache: Resolver {
  private enum Entry {
    case underWay(Task<Answer, Never>, waiters: Int)
    case known(Answer)
  }

  private let base: any Resolver
  private var entries: [Question: Entry] = [:]

  init(_ base: any Resolver) { self.base = base }

  func answer(to question: Question) async -> Answer {
    switch entries[question] {
    case .known(let answer):
      return answer.repeated
    case .underWay(let task, let waiters):
      entries[question] = .underWay(task, waiters: waiters + 1)
      return await wait(for: task, question).repeated
    case nil:
      let base = base
      let task = Task { await base.answer(to: question) }
      entries[question] = .underWay(task, waiters: 1)
      let answer = await wait(for: task, question)
      // Given up by all who waited, the question may have been put anew meanwhile.
      if case .underWay(task, _) = entries[question] {
        entries[question] = answer.failure?.kind == .cancelled ? nil : .known(answer)
      }
      return answer
    }
  }

  private func wait(for task: Task<Answer, Never>, _ question: Question) async -> Answer {
    await withTaskCancellationHandler {
      await task.value
    } onCancel: {
      Task { await self.leave(task, question) }
    }
  }

  /// One of those who wait is cancelled; with the last one the question itself is given up.
  private func leave(_ task: Task<Answer, Never>, _ question: Question) {
    guard case .underWay(task, let waiters) = entries[question] else { return }
    entries[question] = waiters > 1 ? .underWay(task, waiters: waiters - 1) : nil
    if waiters == 1 { task.cancel() }
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
