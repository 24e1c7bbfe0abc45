/// The tree of includes and redirects below a domain's SPF record, counted as receivers count (RFC 7208 §4.6.4).
///
/// A name that several terms share counts every time it is reached; counts stop at `maximumCount`.
///
/// A class, though a value in all but name: it is large, and handed to every rule.
final class SPFTree: Sendable {
  let facts: SPFFacts
  /// The domain's own publication.
  let own: SPFPublication?
  /// Terms that look something up, in the whole tree.
  let lookups: Int
  /// Look-ups that come back without an answer.
  let voidLookups: SPFVoidLookups
  /// Names reached through include and redirect, each once, in the order of evaluation; without the domain itself.
  let includes: [DomainName]
  /// Every reference of every record, in the order of evaluation, each record's once.
  let references: [SPFReference]
  /// What keeps the record from being evaluated (RFC 7208 §2.6.7), in the order of evaluation.
  let errors: [SPFPermanentError]
  /// Why part of the tree is not known.
  let failures: [(name: DomainName, failure: Failure)]

  /// Whom the record lets pass.
  let authorization: SPFAuthorization
  /// What each record costs with all below it.
  let costs: [DomainName: SPFCost]

  static let lookupLimit = 10
  static let voidLookupLimit = 2
  static let maximumCount = 1_000_000

  init(_ facts: SPFFacts) {
    var walk = Walk(facts: facts)
    let whole = walk.count(facts.domain)
    self.facts = facts
    own = facts.publications[facts.domain]
    lookups = whole.lookups
    voidLookups = whole.voids
    var passingWalk = PassingWalk(facts: facts)
    passingWalk.visit(facts.domain)
    passing = (passingWalk.names, passingWalk.references)
    includes = walk.includes
    references = walk.references
    failures = walk.failures
    authorization = SPFAuthorization(
      facts, isComplete: walk.failures.isEmpty && !facts.isCutShort, costs: walk.counts)
    costs = walk.counts
    var errors = walk.errors
    if lookups > Self.lookupLimit { errors.append(.tooManyLookups(lookups)) }
    // Where senders of one family are judged all the same, the record is of use, and a finding of its own says so.
    if voidLookups.beyondLimit == AddressFamily.allCases { errors.append(.tooManyVoidLookups(voidLookups)) }
    self.errors = errors
  }

  /// Whether every part of the tree was there to be read; not what macros hide.
  var isComplete: Bool { failures.isEmpty && !facts.isCutShort }

  /// The `all` in force: the record's own, or that of the record that `redirect` leads to.
  var all: SPFQualifier? {
    if let all = own?.record?.all { return all }
    var seen: Set<DomainName> = []
    var name = facts.domain
    while seen.insert(name).inserted, let record = facts.publications[name]?.record {
      if let all = record.all { return all }
      guard let next = record.effectiveRedirect?.literalName else { return nil }
      name = next
    }
    return nil
  }

  /// A term as people are told of it: with the name of the record that it stands in, where that is not the domain's own.
  func shown(_ text: String, of owner: DomainName) -> String {
    owner == facts.domain ? text : "\(text) (\(owner))"
  }

  /// What can let a sender pass, in the order of evaluation: the names of the records, the domain's own first, reached by
  /// nothing but includes that pass (RFC 7208 §5.2) and redirects; and what their terms refer to.
  let passing: (names: [DomainName], references: [SPFReference])

  private struct PassingWalk {
    let facts: SPFFacts
    var names: [DomainName] = []
    var references: [SPFReference] = []
    var seen = SmallSet<DomainName>()

    mutating func visit(_ name: DomainName) {
      guard seen.insert(name), let publication = facts.publications[name], publication.record != nil
      else {
        return
      }
      names.append(name)
      for reference in publication.references where reference.qualifier == .pass {
        references.append(reference)
        if reference.kind.leadsToRecord, let target = reference.name { visit(target) }
      }
    }
  }

  /// The networks that `ip4` and `ip6` terms let pass, in the whole tree.
  var networks: [IPNetwork] { passing.names.flatMap(networks(at:)) }

  /// The networks that `ip4` and `ip6` terms of the record at `name` let pass.
  func networks(at name: DomainName) -> [IPNetwork] {
    facts.publications[name]?.record?.networks ?? []
  }

  /// Whether part of the record differs from message to message, so that nobody can read off it who may send.
  var hasMacros: Bool {
    references.contains { if case .macros = $0.target { $0.kind != .ptr } else { false } }
  }
}

/// A reason for the result "permerror" (RFC 7208 §2.6.7), and where it lies.
enum SPFPermanentError: Hashable, Sendable {
  case syntax(at: DomainName, SPFSyntaxErrors, text: [UInt8])
  case several(at: DomainName, count: Int)
  /// An include or redirect of `owner` leads to a name without an SPF record (§5.2, §6.1).
  case missingTarget(owner: DomainName, SPFReference)
  /// A record that leads back to itself; evaluation would go on until a limit ends it.
  case loop(owner: DomainName, to: DomainName)
  case tooManyLookups(Int)
  /// For senders of either family.
  case tooManyVoidLookups(SPFVoidLookups)
  /// An `mx` term of `owner` leads to a name with more MX records than may be looked at (§4.6.4).
  case tooManyExchanges(owner: DomainName, name: DomainName, count: Int)
}

/// One walk over the tree. Each name is walked once; what it counts for is kept.
private struct Walk {
  let facts: SPFFacts
  var includes: [DomainName] = []
  var references: [SPFReference] = []
  var errors: [SPFPermanentError] = []
  var failures: [(name: DomainName, failure: Failure)] = []
  private(set) var counts: [DomainName: SPFCost] = [:]
  private var path: [DomainName] = []
  private var included = SmallSet<DomainName>()

  init(facts: SPFFacts) {
    self.facts = facts
    counts.reserveCapacity(facts.publications.count)
  }

  /// Walks the record at `name`; its depth is bounded by the number of names that were asked for.
  mutating func count(_ name: DomainName) -> SPFCost {
    if let known = counts[name] { return known }
    guard let publication = facts.publications[name] else { return SPFCost(lookups: 0, voids: .unknown) }
    switch publication.content {
    case .record: break
    case .syntaxErrors(let syntaxErrors, let text): errors.append(.syntax(at: name, syntaxErrors, text: text))
    case .several(let count): errors.append(.several(at: name, count: count))
    case .unknown(let failure): failures.append((name, failure))
    case .absent: break
    }
    path.append(name)
    var cost = SPFCost(lookups: 0, voids: publication.answer.failure == nil ? .none : .unknown)
    for reference in publication.references {
      references.append(reference)
      let below = follow(reference, from: name)
      cost.lookups = min(SPFTree.maximumCount, cost.lookups + 1 + below.lookups)
      cost.voids = cost.voids + below.voids
    }
    path.removeLast()
    counts[name] = cost
    return cost
  }

  /// What `reference` costs besides its own look-up.
  private mutating func follow(_ reference: SPFReference, from owner: DomainName) -> SPFCost {
    let own = facts.voidLookups(of: reference)
    guard reference.kind.leadsToRecord else {
      noteExchanges(of: reference, from: owner)
      return SPFCost(lookups: 0, voids: own)
    }
    if case .unusable = reference.target { errors.append(.missingTarget(owner: owner, reference)) }
    guard let target = reference.name else { return SPFCost(lookups: 0, voids: .none) }
    guard !path.contains(target) else {
      errors.append(.loop(owner: owner, to: target))
      return SPFCost(lookups: 0, voids: .none)
    }
    if included.insert(target) { includes.append(target) }
    if case .absent? = facts.publications[target]?.content {
      errors.append(.missingTarget(owner: owner, reference))
    }
    let below = count(target)
    return SPFCost(lookups: below.lookups, voids: own + below.voids)
  }

  private mutating func noteExchanges(of reference: SPFReference, from owner: DomainName) {
    guard reference.kind == .mx, let name = reference.name,
      let count = facts.lookups[Question(name, .mx)]?.records.count, count > SPFEvaluator.maximumExchanges
    else { return }
    errors.append(.tooManyExchanges(owner: owner, name: name, count: count))
  }
}
