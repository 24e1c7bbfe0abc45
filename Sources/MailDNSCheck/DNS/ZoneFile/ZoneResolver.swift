/// Answers what lies in the zones of master files from there, and hands everything else on.
///
/// A CNAME chain is followed across zones, out of them and back in, so that a name in the files is never asked for
/// elsewhere.
struct ZoneResolver: Resolver {
  let zones: ZoneSet
  let otherwise: any Resolver

  func answer(to question: Question) async -> Answer {
    let started = ContinuousClock.now
    var chain = Chain(end: question.name)
    while true {
      let step = Question(chain.end, question.type)
      let outcome: Answer.Outcome
      var origin: Answer.Origin
      if let (zone, finding) = zones.lookUp(step) {
        origin = Answer.Origin(
          source: .zoneFile(zone.file), isAuthoritative: true, started: started, duration: .zero)
        switch finding {
        case .alias(let alias):
          if chain.append(alias) { continue }
          outcome = .failed(Failure(kind: .aliasChain))
        case .records(let records):
          outcome = .found(records)
          if step.type == .txt { origin.unquoted = zones.unquotedTexts(of: step.name) }
        case .noData(let denial): outcome = .noData(denial)
        case .noSuchName(let denial): outcome = .noSuchName(denial)
        case .unusableName: outcome = .failed(Failure(kind: .unusableName))
        case .unreadable: outcome = .failed(Failure(kind: .unreadableLine))
        }
        if !zone.index.isIntact {
          let failure = Answer.Outcome.failed(Failure(kind: .zoneFileChanged))
          origin.duration = ContinuousClock.now - started
          return Answer(question: question, aliases: chain.aliases, outcome: failure, origin: origin)
        }
      } else {
        let answer = await otherwise.answer(to: step)
        origin = answer.origin
        origin.started = started
        switch follow(answer, &chain) {
        case .backInZones: continue
        case .tooLong: outcome = .failed(Failure(kind: .aliasChain))
        case .wholly: outcome = answer.outcome
        }
      }
      origin.duration = ContinuousClock.now - started
      return Answer(question: question, aliases: chain.aliases, outcome: outcome, origin: origin)
    }
  }

  private enum Followed {
    case wholly, backInZones, tooLong
  }

  /// Adds the aliases of `answer` up to the first one that leads into one of the zones.
  private func follow(_ answer: Answer, _ chain: inout Chain) -> Followed {
    for alias in answer.aliases {
      guard chain.append(alias) else { return .tooLong }
      if zones.lookUp(Question(alias.target, answer.question.type)) != nil { return .backInZones }
    }
    return .wholly
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
