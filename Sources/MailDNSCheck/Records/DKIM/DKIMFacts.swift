/// The DKIM keys of a domain, as far as selectors can be known (RFC 6376 §3.6.2): they can be asked for, not listed.
///
/// A class, though a value in all but name: it is large, and handed to every rule.
final class DKIMFacts: Sendable {
  let domain: DomainName
  /// TXT at `_domainkey.<domain>`.
  let namespace: Answer
  /// TXT at a selector that nobody publishes.
  let randomSelector: Answer
  /// TXT at a name beside `_domainkey` that nobody publishes.
  let randomSibling: Answer
  /// One for each selector asked for, in that order.
  let selectors: [DKIMSelectorAnswer]
  /// The key that a wildcard gives every selector; nil where there is none that verifiers can use.
  let wildcardKey: DKIMSelectorAnswer?
  /// Those that the user named, and so expects to be there.
  let named: Set<DKIMSelector>
  /// NS at the names below `_domainkey` that are zones of their own, handed to whoever signs.
  let delegations: [Answer]
  /// Names that may be such zones; no more than `maximumDelegations` of them are asked.
  let possibleDelegations: Int
  /// Whether there can be no selector that was not asked for.
  let isComplete: Bool
  /// The selectors where something is published, or that could not be asked; last, what a wildcard gives all others.
  let published: [DKIMSelectorAnswer]
  /// The Microsoft 365 tenants into whose zones selectors lead, each once.
  let microsoftTenants: [MicrosoftTenant]

  init(
    domain: DomainName, namespace: Answer, randomSelector: Answer, randomSibling: Answer,
    selectors: [DKIMSelectorAnswer], wildcardKey: DKIMSelectorAnswer?, named: Set<DKIMSelector>,
    delegations: [Answer], possibleDelegations: Int, isComplete: Bool = false
  ) {
    self.domain = domain
    self.namespace = namespace
    self.randomSelector = randomSelector
    self.randomSibling = randomSibling
    self.selectors = selectors
    self.wildcardKey = wildcardKey
    self.named = named
    self.delegations = delegations
    self.possibleDelegations = possibleDelegations
    self.isComplete = isComplete
    // Most are absent: those are passed over where they stand.
    let own = selectors.indices.filter { index in
      switch selectors[index].status {
      case .absent: false
      case .unknown: true
      default: !selectors[index].isFromWildcard || named.contains(selectors[index].selector)
      }
    }
    published = own.map { selectors[$0] } + [wildcardKey].compactMap(\.self)
    microsoftTenants = selectors.indices.compactMap { selectors[$0].microsoftTenant }.uniqued
  }

  /// Names that are looked at for a zone of their own.
  static let maximumDelegations = 4

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

  var keys: [DKIMKeyRecord] { published.compactMap(\.key) }

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

  /// Whether the name server denies `_domainkey` although there are names below it, as tinydns and PowerDNS do with rows
  /// that nobody rectified.
  var isDenialFalse: Bool {
    guard namespace.deniesName else { return false }
    return published.contains { $0.answer.failure == nil } || !randomSelector.records.isEmpty
      || !randomSelector.aliases.isEmpty
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
  /// (RFC 9824), below a wildcard, above one, or at the apex of a delegated zone, which exists without any of them.
  private func existence(behind denial: Answer.Denial) -> Existence {
    guard namespace.aliases.isEmpty, denial.zone != namespace.question.name, randomSelector.records.isEmpty,
      randomSelector.aliases.isEmpty
    else { return .inconclusive }
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
    /// Asked for where `_domainkey` may have names below it; each once, and none of `first`.
    let others: [DKIMSelector]
    /// Asked for, with those that are likely, where `_domainkey` is denied and nothing of `first` is there: some name
    /// servers deny every name that has no records itself.
    var whereDenied: [DKIMSelector] = []
    /// Whether nothing can be there but `first`: the zone itself is at hand.
    var isComplete = false
    /// Those that are likely, most likely first, given MX and TXT of the domain. Where `others` are asked for, these take the
    /// places of the last of them: a check has so many questions.
    var likely: @Sendable (_ mx: Answer, _ text: Answer) -> [DKIMSelector] = { _, _ in [] }
    /// Those that are used in turn with a selector, and asked for only where something is there.
    var inTurn: @Sendable (DKIMSelector) -> [DKIMSelector] = { _ in [] }
  }
}
