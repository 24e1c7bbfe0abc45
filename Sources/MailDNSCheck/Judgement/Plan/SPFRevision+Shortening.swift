/// A record below the limit of look-ups (RFC 7208 §4.6.4).
extension SPFRevision {
  /// A term that the addresses behind it stand in for.
  struct Shortening: Hashable, Sendable {
    /// As published, safe to show.
    let term: String
    /// How many networks stand in its place.
    let networks: Int
  }

  /// Look-ups of the record at the domain of `tree`: what the tree does not know counts for itself alone.
  func lookups(in tree: SPFTree) -> Int {
    let gaps = terms.count - parsedTerms.count
    return parsedTerms.reduce(gaps) { sum, part in
      guard let reference = SPFReference(part.term, at: tree.facts.domain) else { return sum }
      return sum + tree.cost(of: reference)
    }
  }

  /// Replaces terms by the addresses behind them until the limit is met, or nothing is left that can be replaced: the domain's
  /// own first, which nobody else changes, then those that take the least room for what they save. What `isEssential` is true
  /// of stays.
  mutating func shorten(
    by tree: SPFTree, keeping isEssential: (SPFReference) -> Bool
  ) -> [Shortening] {
    let domain = tree.facts.domain
    var candidates = parsedTerms.compactMap { octets, term -> Candidate? in
      guard let reference = SPFReference(term, at: domain), term.directive?.qualifier == .pass,
        !isEssential(reference), let networks = tree.networks(behind: term),
        networks.count <= Self.maximumNetworks
      else { return nil }
      return Candidate(
        octets: octets, networks: networks, cost: tree.cost(of: reference),
        isOwn: reference.name?.isAtOrBelow(domain) == true)
    }
    candidates.sort { left, right in
      left.isOwn == right.isOwn
        ? left.networks.count * right.cost < right.networks.count * left.cost : left.isOwn
    }
    var done: [Shortening] = []
    for candidate in candidates where lookups(in: tree) > SPFTree.lookupLimit {
      replace(candidate.octets, with: candidate.networks)
      done.append(
        Shortening(term: VisibleText(candidate.octets).description, networks: candidate.networks.count))
    }
    return done
  }

  private struct Candidate {
    let octets: [UInt8]
    let networks: [IPNetwork]
    let cost: Int
    let isOwn: Bool
  }

  /// More of them for one term would fill the record.
  private static let maximumNetworks = 16
}

extension SPFTree {
  /// All that a term of the domain's own record lets pass, as networks; nil where that is not known, is no list, or is
  /// nobody.
  fileprivate func networks(behind term: SPFTerm) -> [IPNetwork]? {
    guard let reference = SPFReference(term, at: facts.domain), let name = reference.name else { return nil }
    let found: [IPNetwork]?
    switch term.mechanism {
    case .a(_, let lengths): found = addresses(of: [name], lengths)
    case .mx(_, let lengths):
      found = facts.lookups[Question(name, .mx)].flatMap { answer in
        answer.failure == nil ? addresses(of: answer.exchanges, lengths) : nil
      }
    case .include: found = networks(of: name)
    default: found = nil
    }
    return found.flatMap { $0.isEmpty ? nil : $0.uniqued }
  }

  private func addresses(of hosts: [DomainName], _ lengths: SPFPrefixLengths) -> [IPNetwork]? {
    var networks: [IPNetwork] = []
    for question in hosts.flatMap(HostAddresses.questions) {
      guard let answer = facts.lookups[question], answer.failure == nil else { return nil }
      networks += answer.records.compactMap { lengths.network(around: $0.data) }
    }
    return networks
  }

  /// Those of an included record and of all that it leads to.
  private func networks(of name: DomainName) -> [IPNetwork]? {
    let below = SPFTree(
      SPFFacts(
        domain: name, publications: facts.publications, lookups: facts.lookups, isCutShort: facts.isCutShort))
    guard below.own?.record != nil, below.errors.isEmpty, below.isComplete, !below.hasMacros,
      !below.authorization.isForEverybody
    else { return nil }
    var networks: [IPNetwork] = []
    for owner in below.passing.names {
      for term in facts.publications[owner]?.record?.testableDirectives ?? [] {
        switch (term.mechanism, term.directive?.qualifier) {
        case (.include, _), (.all, _): break
        case (.network(let network), .pass): networks.append(network)
        case (.a(_, let lengths), .pass):
          guard let host = SPFReference(term, at: owner)?.name, let found = addresses(of: [host], lengths)
          else {
            return nil
          }
          networks += found
        case (.mx(_, let lengths), .pass):
          guard let host = SPFReference(term, at: owner)?.name,
            let answer = facts.lookups[Question(host, .mx)], answer.failure == nil,
            let found = addresses(of: answer.exchanges, lengths)
          else { return nil }
          networks += found
        // What refuses some of those that a later term lets pass can't be written as a list.
        default: return nil
        }
      }
    }
    return networks
  }
}
