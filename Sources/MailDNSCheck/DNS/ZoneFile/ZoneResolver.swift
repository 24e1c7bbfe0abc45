/// Answers what lies in the zones of master files from there, and hands everything else on.
///
/// A CNAME chain is followed across zones, out of them and back in, so that a name in the files is never asked for
/// elsewhere.
struct ZoneResolver: Resolver {
  let zones: ZoneSet
  let otherwise: any Resolver
  private let memory = ZoneAnswers()

  init(zones: ZoneSet, otherwise: any Resolver) {
    self.zones = zones
    self.otherwise = otherwise
  }

  func answer(to question: Question) async -> Answer {
    var step = self.step(PendingQuestion(question))
    while true {
      switch step {
      case .answered(let answer): return answer
      case .elsewhere(let pending):
        step = self.step(pending, answered: await otherwise.answer(to: pending.next))
      }
    }
  }

  /// What the zones have is answered at once, on this thread: a task for each question would take longer than the answer.
  func ask(_ questions: [Question], _ take: @escaping @Sendable (Answer) -> [Question]) async {
    let waiting = Guarded<[Question: [PendingQuestion]]>([:])
    // Takes what can be answered, and what follows from it; returns what is to be asked elsewhere.
    @Sendable func settle(_ first: [Step]) -> [Question] {
      var steps = first
      var elsewhere: [Question] = []
      var count = 0
      while count < steps.count {
        defer { count += 1 }
        switch steps[count] {
        case .answered(let answer):
          let next = take(answer)
          if !next.isEmpty { steps += self.steps(next) }
        case .elsewhere(let pending):
          let next = pending.next
          let isFirst = waiting.withLock { waiting in
            waiting[next, default: []].append(pending)
            return waiting[next]?.count == 1
          }
          if isFirst { elsewhere.append(next) }
        }
      }
      return elsewhere
    }
    let elsewhere = settle(steps(questions))
    guard !elsewhere.isEmpty else { return }
    await otherwise.ask(elsewhere) { answer in
      let pending = waiting.withLock { $0.removeValue(forKey: answer.question) } ?? []
      return settle(pending.map { step($0, answered: answer) })
    }
  }

  /// What has become of a question.
  private enum Step {
    case answered(Answer)
    indirect case elsewhere(PendingQuestion)
  }

  /// What becomes of `questions`, in their order.
  ///
  /// Whether the files are what they were is looked at once, behind the last answer: a change stays to be seen, so that what
  /// is intact then was intact before. Where it is not, each question is gone through by itself.
  private func steps(_ questions: [Question]) -> [Step] {
    var steps: [Step] = []
    steps.reserveCapacity(questions.count)
    var read: [ZoneIndex] = []
    func note(_ index: ZoneIndex) { if !read.contains(where: { $0 === index }) { read.append(index) } }
    var clock = Instant.now
    var fresh: [ZoneAnswers.Entry] = []
    let known = memory.answers(to: questions)
    for (question, known) in zip(questions, known) {
      if let known {
        note(known.index)
        var origin = known.answer.origin
        origin.started = clock
        clock = .now
        origin.duration = clock - origin.started
        steps.append(.answered(known.answer.with(origin)))
        continue
      }
      var holder: ZoneIndex?
      let step = step(PendingQuestion(question, started: clock), &clock) { index in
        holder = index
        note(index)
        return true
      }
      if case .answered(let answer) = step, let holder { fresh.append((answer, holder)) }
      steps.append(step)
    }
    guard read.allSatisfy(\.isIntact) else { return questions.map { step(PendingQuestion($0)) } }
    memory.keep(fresh)
    return steps
  }

  private func step(_ pending: PendingQuestion) -> Step {
    var clock = pending.started
    return step(pending, &clock, isIntact: \.isIntact)
  }

  /// Goes on with `pending` where its chain has led to, as far as the zones go. `clock` is then when that was done.
  private func step(
    _ pending: PendingQuestion, _ clock: inout Instant, isIntact: (ZoneIndex) -> Bool
  ) -> Step {
    var pending = pending
    while let (zone, finding) = zones.lookUp(pending.next) {
      var origin = Answer.Origin(
        source: .zoneFile(zone.file), isAuthoritative: true, started: pending.started, duration: .zero)
      var outcome: Answer.Outcome
      switch finding {
      case .alias(let alias):
        if pending.chain.append(alias) { continue }
        outcome = .failed(Failure(kind: .aliasChain))
      case .records(let records):
        outcome = .found(records)
        if pending.question.checking == .disabled {
          origin.signatures = signatures(of: pending.next)
        } else if pending.question.type == .txt, zone.index.hasUnquotedTexts {
          origin.unquoted = zones.unquotedTexts(of: pending.chain.end)
        }
      case .noData(let denial): outcome = .noData(denial)
      case .noSuchName(let denial): outcome = .noSuchName(denial)
      case .unusableName: outcome = .failed(Failure(kind: .unusableName))
      case .unreadable: outcome = .failed(Failure(kind: .unreadableLine))
      case .unread: outcome = .failed(Failure(kind: .unreadZonePart))
      // What the service makes of its record, DNS tells.
      case .foreign:
        clock = .now
        return .elsewhere(pending)
      }
      if !isIntact(zone.index) { outcome = .failed(Failure(kind: .zoneFileChanged)) }
      clock = .now
      return .answered(pending.answer(outcome, &origin, at: clock))
    }
    clock = .now
    return .elsewhere(pending)
  }

  /// The signatures that a signed zone file has for what `question` asks.
  private func signatures(of question: Question) -> [RecordSignature] {
    guard case .records(let records)? = zones.lookUp(Question(question.name, .rrsig))?.finding else {
      return []
    }
    let signatures = records.lazy.compactMap { RecordSignature($0) }.filter { $0.covered == question.type }
    return Array(signatures.prefix(RecordSignature.maximumCount))
  }

  /// Goes on with `pending` behind an answer from elsewhere: its aliases up to the first that leads into one of the zones.
  private func step(_ pending: PendingQuestion, answered answer: Answer) -> Step {
    var pending = pending
    var origin = answer.origin
    origin.started = pending.started
    for alias in answer.aliases {
      guard pending.chain.append(alias) else {
        return .answered(pending.answer(.failed(Failure(kind: .aliasChain)), &origin, at: .now))
      }
      if zones.lookUp(pending.next) != nil { return step(pending) }
    }
    return .answered(pending.answer(outcome(of: answer, to: pending.next), &origin, at: .now))
  }

  /// Where DNS is not asked and the zone has a record of its service's own, that is why nobody knows.
  private func outcome(of answer: Answer, to question: Question) -> Answer.Outcome {
    guard answer.failure?.kind == .offline, zones.lookUp(question)?.finding == .foreign else {
      return answer.outcome
    }
    return .failed(Failure(kind: .serviceRecord))
  }
}

/// A question that is not answered yet.
private struct PendingQuestion {
  let question: Question
  let started: Instant
  var chain: Chain

  init(_ question: Question, started: Instant = .now) {
    self.question = question
    self.started = started
    chain = Chain(end: question.name)
  }

  /// What is to be asked at the end of its chain.
  var next: Question {
    chain.aliases.isEmpty ? question : Question(chain.end, question.type, checking: question.checking)
  }

  func answer(
    _ outcome: Answer.Outcome, _ origin: inout Answer.Origin, at now: Instant
  ) -> Answer {
    origin.duration = now - started
    return Answer(question: question, aliases: chain.aliases, outcome: outcome, origin: origin)
  }
}

/// The aliases followed so far.
private struct Chain {
  private(set) var aliases: [Answer.Alias] = []
  /// The name that they lead to.
  private(set) var end: DomainName

  init(end: DomainName) { self.end = end }

  /// False where the chain is as long as it may be.
  mutating func append(_ alias: Answer.Alias) -> Bool {
    guard aliases.count < AliasChain.maximumLength else { return false }
    aliases.append(alias)
    end = alias.target
    return true
  }
}
