/// The DKIM keys of a domain, as far as selectors can be known (RFC 6376 §3.6.2): they can be asked for, not listed.
struct DKIMFacts: Sendable {
  let domain: DomainName
  /// TXT at `_domainkey.<domain>`.
  let namespace: Answer
  /// TXT at a selector that nobody publishes.
  let randomSelector: Answer
  /// TXT at a name beside `_domainkey` that nobody publishes.
  let randomSibling: Answer
  /// One for each selector asked for, in that order.
  let selectors: [DKIMSelectorAnswer]
  /// Those that the user named, and so expects to be there.
  var named: Set<DKIMSelector> = []
  /// NS at the names below `_domainkey` that are zones of their own, handed to whoever signs.
  var delegations: [Answer] = []

  /// Whether a TXT record answers every selector; nil where that could not be asked.
  var hasWildcard: Bool? { randomSelector.failure == nil ? !randomSelector.records.isEmpty : nil }

  /// Whether every selector gets a key that has been withdrawn; nil where that could not be asked.
  var wildcardKeyIsRevoked: Bool? {
    guard randomSelector.failure == nil else { return nil }
    if case .key(let key) = DKIMKeySelection(randomSelector.texts).outcome {
      return key.publicKey == .revoked
    }
    return false
  }

  /// The selectors where something is published, or that could not be asked.
  var published: [DKIMSelectorAnswer] { selectors.filter { $0.status != .absent } }

  var keys: [DKIMKeyRecord] { selectors.compactMap(\.key) }

  /// The first failure among the selectors that could not be asked.
  var failure: Failure? { selectors.lazy.compactMap(\.answer.failure).first }

  /// Whether any selector exists below `_domainkey`, known to us or not.
  enum Existence: Hashable, Sendable {
    case exists
    case none
    /// NODATA that would come for a name without selectors, too.
    case inconclusive
    case unknown(Failure)
  }

  var existence: Existence {
    if published.contains(where: { $0.answer.failure == nil }) { return .exists }
    switch namespace.outcome {
    // NXDOMAIN denies everything below the name (RFC 8020 §2).
    case .noSuchName: return namespace.aliases.isEmpty ? .none : .inconclusive
    case .failed(let failure): return .unknown(failure)
    case .found: return .inconclusive
    case .noData(let denial): return existence(behind: denial)
    }
  }

  /// NODATA proves that a name below exists, unless names that don't exist get it too: in a zone with compact denial
  /// (RFC 9824), below a wildcard, or at the apex of a delegated zone, which exists without any of them.
  private func existence(behind denial: Answer.Denial) -> Existence {
    guard namespace.aliases.isEmpty, denial.zone != namespace.question.name else { return .inconclusive }
    switch randomSibling.outcome {
    case .noSuchName: return .exists
    case .found, .noData: return .inconclusive
    case .failed(let failure): return .unknown(failure)
    }
  }
}

extension DKIMFacts {
  /// Which selectors to ask for.
  struct Plan: Sendable {
    /// Named by the user; among `first`.
    var named: Set<DKIMSelector> = []
    /// Asked for at once, whatever `_domainkey` says: the route depends on them, and a name server that denies a name
    /// which has others below it is caught lying.
    let first: [DKIMSelector]
    /// Asked for where `_domainkey` may have names below it.
    let others: [DKIMSelector]
    /// Those of `others` that are likely, most likely first, given MX and TXT of the domain.
    var likely: @Sendable (_ mx: Answer, _ text: Answer) -> [DKIMSelector] = { _, _ in [] }
  }

  /// Takes the selectors of `plan`. Nil where the domain is too long to have any.
  static func gather(
    _ domain: DomainName, _ plan: Plan, from known: KnownAnswers
  ) throws(MissingAnswers) -> DKIMFacts? {
    guard let namespaceName = try? DKIMSelector.namespace(of: domain),
      let randomName = try? namespaceName.prepending(RandomLabel.ofRun),
      let siblingName = try? domain.prepending(RandomLabel.ofRun)
    else { return nil }
    let first = questions(plan.first, domain)
    try known.require(
      [namespaceName, randomName, siblingName].map { Question($0, .txt) } + first.map(\.question)
        + [Question(domain, .mx), Question(domain, .txt)])
    let namespace = try known.answer(to: Question(namespaceName, .txt))
    let randomSelector = try known.answer(to: Question(randomName, .txt))
    var answers = try answers(to: first, known)
    if isWorthwhile(toGoOnAfter: namespace, [randomSelector] + answers.map(\.1)) {
      let likely = plan.likely(
        try known.answer(to: Question(domain, .mx)), try known.answer(to: Question(domain, .txt)))
      let others = (likely + plan.others).uniqued.filter { !plan.first.contains($0) }
      answers += try Self.answers(to: questions(others, domain), known)
    }
    let delegations = try delegations(below: namespaceName, [namespace] + answers.map(\.1), known)
    return DKIMFacts(
      domain: domain, namespace: namespace, randomSelector: randomSelector,
      randomSibling: try known.answer(to: Question(siblingName, .txt)),
      selectors: answers.map { DKIMSelectorAnswer($0.0, $0.1, randomSelector: randomSelector) },
      named: plan.named, delegations: delegations)
  }

  /// A selector that makes the name too long has nothing published at it.
  private static func questions(
    _ selectors: [DKIMSelector], _ domain: DomainName
  ) -> [(selector: DKIMSelector, question: Question)] {
    selectors.compactMap { selector in
      (try? selector.name(under: domain)).map { (selector, Question($0, .txt)) }
    }
  }

  private static func answers(
    to questions: [(selector: DKIMSelector, question: Question)], _ known: KnownAnswers
  ) throws(MissingAnswers) -> [(DKIMSelector, Answer)] {
    Array(zip(questions.map(\.selector), try known.answers(to: questions.map(\.question))))
  }

  /// Zones of their own below `_domainkey`, by their NS records: those that a denial names, and those that a selector of
  /// several labels may lie in.
  private static func delegations(
    below namespace: DomainName, _ answers: [Answer], _ known: KnownAnswers
  ) throws(MissingAnswers) -> [Answer] {
    let zones = answers.flatMap { answer -> [DomainName] in
      switch answer.outcome {
      case .noData(let denial), .noSuchName(let denial):
        return [denial.zone].compactMap(\.self).filter { $0.isAtOrBelow(namespace) }
      case .found, .failed:
        let name = answer.question.name
        guard name.labelCount > namespace.labelCount + 1, answer.aliases.isEmpty, let parent = name.parent
        else {
          return []
        }
        return [parent, name]
      }
    }
    let questions = zones.uniqued.prefix(maximumDelegations).map { Question($0, .ns) }
    return try known.answers(to: questions).filter { !$0.records.isEmpty }
  }

  /// Names that are looked at for a zone of their own.
  private static let maximumDelegations = 4

  /// Whether other selectors may be there: not below a name that does not exist, unless the name server contradicts
  /// itself; and where nothing at all was answered, more questions would only take more time.
  private static func isWorthwhile(toGoOnAfter namespace: Answer, _ below: [Answer]) -> Bool {
    if namespace.deniesName { return below.contains { !$0.isAbsence || !$0.aliases.isEmpty } }
    return ([namespace] + below).contains { $0.failure == nil }
  }

}
