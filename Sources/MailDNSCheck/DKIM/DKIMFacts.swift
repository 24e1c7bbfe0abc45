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
  /// Names that may be such zones; no more than `maximumDelegations` of them are asked.
  var possibleDelegations = 0

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

  /// Asks for the selectors of `plan`. Throws where the domain is too long to have any.
  static func gather(
    _ domain: DomainName, _ plan: Plan, from resolver: any Resolver
  ) async throws(DomainNameError) -> DKIMFacts {
    let namespaceName = try DKIMSelector.namespace(of: domain)
    let randomName = try namespaceName.prepending(RandomLabel.ofRun)
    let siblingName = try domain.prepending(RandomLabel.ofRun)
    async let namespace = resolver.answer(to: Question(namespaceName, .txt))
    async let random = resolver.answer(to: Question(randomName, .txt))
    async let sibling = resolver.answer(to: Question(siblingName, .txt))
    async let mx = resolver.answer(to: Question(domain, .mx))
    async let text = resolver.answer(to: Question(domain, .txt))
    var answers = await ask(plan.first, domain, resolver)
    let randomSelector = await random
    if isWorthwhile(toGoOnAfter: await namespace, [randomSelector] + answers.map(\.1)) {
      let likely = await plan.likely(mx, text)
      answers += await ask(
        (likely + plan.others).uniqued.filter { !plan.first.contains($0) }, domain, resolver)
    }
    let zones = possibleDelegations(below: namespaceName, [await namespace] + answers.map(\.1))
    let delegations = await delegations(zones, resolver)
    return await DKIMFacts(
      domain: domain, namespace: namespace, randomSelector: randomSelector, randomSibling: sibling,
      selectors: answers.map { DKIMSelectorAnswer($0.0, $0.1, randomSelector: randomSelector) },
      named: plan.named, delegations: delegations, possibleDelegations: zones.count)
  }

  /// Names below `_domainkey` that may be zones of their own: those that a denial names, and those that a selector of
  /// several labels may lie in.
  private static func possibleDelegations(below namespace: DomainName, _ answers: [Answer]) -> [DomainName] {
    answers.flatMap { answer -> [DomainName] in
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
    }.uniqued
  }

  /// The NS records of those of `zones` that are zones.
  private static func delegations(_ zones: [DomainName], _ resolver: any Resolver) async -> [Answer] {
    var found: [Answer] = []
    for zone in zones.prefix(maximumDelegations) {
      let answer = await resolver.answer(to: Question(zone, .ns))
      if !answer.records.isEmpty { found.append(answer) }
    }
    return found
  }

  /// Names that are looked at for a zone of their own.
  static let maximumDelegations = 4

  /// Whether other selectors may be there: not below a name that does not exist, unless the name server contradicts
  /// itself; and where nothing at all was answered, more questions would only take more time.
  private static func isWorthwhile(toGoOnAfter namespace: Answer, _ below: [Answer]) -> Bool {
    if namespace.deniesName { return below.contains { !$0.isAbsence || !$0.aliases.isEmpty } }
    return ([namespace] + below).contains { $0.failure == nil }
  }

  private static func ask(
    _ selectors: [DKIMSelector], _ domain: DomainName, _ resolver: any Resolver
  ) async -> [(DKIMSelector, Answer)] {
    // A selector that makes the name too long has nothing published at it.
    let named = selectors.compactMap { selector in
      (try? selector.name(under: domain)).map { (selector, Question($0, .txt)) }
    }
    return Array(zip(named.map(\.0), await resolver.answers(to: named.map(\.1))))
  }
}
