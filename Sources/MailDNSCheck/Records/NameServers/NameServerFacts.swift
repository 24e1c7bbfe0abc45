/// What the walk from the root shows of a domain's name servers, and what each of them says of its mail.
struct NameServerFacts: Sendable {
  let domain: DomainName
  /// When it was asked, seconds since 1970-01-01 00:00:00 UTC.
  let moment: UInt32
  let state: State

  enum State: Sendable {
    /// Something answers in place of name servers: nothing that was heard can be held against them.
    case intercepted(Interception)
    /// The root's servers can't be asked from here.
    case unreachable(Failure)
    /// The servers of a zone above the domain's can't be asked.
    case stuck(above: DomainName, Failure)
    /// A zone above the domain's has servers that can't be found.
    case obstructed(above: DomainName, WalkObstacle)
    /// A zone denies that the name exists.
    case denied(by: DomainName)
    case served(ServedZone)
  }

  /// The zone that holds the domain; nil where it was not found.
  var zone: ServedZone? { if case .served(let zone) = state { zone } else { nil } }
}

/// What is asked of name servers, and where the walk begins.
struct NameServerPlan: Sendable {
  var roots = RootServers.internet
  /// DKIM selectors whose keys are compared.
  var selectors = DKIMFacts.Plan(first: [], others: [])
  /// By which signatures have ended or not; seconds since 1970-01-01 00:00:00 UTC.
  var now: UInt32
}

extension NameServerFacts {
  /// Walks and asks. Also returns what was said, in the order of the questions.
  static func gather(
    _ domain: DomainName, _ plan: NameServerPlan, asking servers: any NameServers
  ) async -> (facts: NameServerFacts, answers: [Answer]) {
    let (facts, replies) = await ServerInquiry.run(asking: servers) { known throws(MissingReplies) in
      try NameServerReading(domain: domain, plan: plan, known: known).read()
    }
    return (facts, replies.filter { $0.failure?.kind != .cancelled }.map(\.answer))
  }
}
