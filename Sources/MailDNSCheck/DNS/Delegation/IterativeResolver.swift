/// A resolver that walks down from the root itself (RFC 1034 §5.3.3), for a root of one's own that no other resolver knows.
struct IterativeResolver: Resolver {
  let roots: RootServers
  let servers: any NameServers

  func answer(to question: Question) async -> Answer {
    let started = Instant.now
    let roots = roots
    let (answer, _) = await ServerInquiry.run(asking: servers) { known throws(MissingReplies) in
      try Self.resolve(question, roots, from: known)
    }
    var origin = answer.origin
    origin.started = started
    origin.duration = started.duration(to: .now)
    return Answer(
      question: question, aliases: answer.aliases, outcome: answer.outcome, origin: origin)
  }

  private static func resolve(
    _ question: Question, _ roots: RootServers, from known: KnownReplies
  ) throws(MissingReplies) -> Answer {
    func failed(_ failure: Failure, _ aliases: [Answer.Alias] = []) -> Answer {
      .failed(question, failure, aliases: aliases)
    }
    let vantage = try Vantage.gather(roots, from: known)
    if case .unreachable(let failure) = vantage.state { return failed(failure) }
    guard let walk = DelegationWalk(from: vantage, by: known) else { return failed(Failure(kind: .withheld)) }
    var aliases: [Answer.Alias] = []
    var current = question
    while aliases.count <= AliasChain.maximumLength {
      let delegation = try walk.walk(to: current)
      guard let reply = delegation.reply else {
        // What a resolver says that finds nobody to ask.
        let fruitless = Failure(kind: .responseCode(.serverFailure))
        return failed(delegation.refusals.isEmpty ? fruitless : delegation.failure ?? fruitless, aliases)
      }
      let answer = reply.answer
      aliases += answer.aliases
      // Where the chain leads out of the zone, its end has to be walked to.
      guard let end = answer.aliases.last?.target, answer.isAbsence, end != current.name else {
        // An authority of the domain is none to whoever asks a resolver.
        var origin = answer.origin
        origin.isAuthoritative = false
        return Answer(question: question, aliases: aliases, outcome: answer.outcome, origin: origin)
      }
      current = Question(end, question.type)
    }
    return failed(Failure(kind: .aliasChain), aliases)
  }
}
