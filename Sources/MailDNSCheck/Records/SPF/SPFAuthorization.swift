/// Whom an SPF record lets pass, as far as that can be read off it without a message (RFC 7208 §5).
///
/// Terms are taken together: an address that an earlier `-ip4` refuses and a later `ip4` passes counts as passed. `ptr`, and
/// macros that stand for something about the sender, depend on the message and are left out. What stands behind the void
/// look-up that is one too many for a family (§4.6.4) is out of reach of its senders, and left out for them.
struct SPFAuthorization: Sendable {
  let addresses: AddressRanges
  /// What `addresses` are made of, in the order of evaluation.
  let networks: [IPNetwork]
  /// Whether `+all` lets everybody pass, or a term that matches whoever asks: `exists` of a name that is there.
  let passesAll: Bool
  /// Whether the record has terms whose senders can't be listed, or that could not be looked up.
  let isPartial: Bool

  /// The families whose senders do not get to the record's end, by too many void look-ups, and so not to all that it lets
  /// pass; with the term at which they are stopped, as published.
  let stopped: [AddressFamily: String]

  /// Whether anybody passes, or anybody with an address of one family: by `+all`, or because the networks leave out no
  /// address that is in use.
  var isForEverybody: Bool { passesAll || addresses.coversIPv4 || addresses.coversIPv6 }

  /// `isComplete` is whether all publications of `facts` are known.
  ///
  /// `costs` are those of each record with all below it.
  init(_ facts: SPFFacts, isComplete: Bool, costs: [DomainName: SPFCost]) {
    var walk = Walk(facts: facts, below: costs)
    walk.visit(facts.domain)
    stopped = walk.stopped
    networks = walk.networks
    addresses = AddressRanges(walk.networks)
    passesAll = walk.passesAll
    isPartial = walk.isPartial || !isComplete || facts.lookups.values.contains { $0.failure != nil }
  }

  private struct Walk {
    let facts: SPFFacts
    let below: [DomainName: SPFCost]
    var networks: [IPNetwork] = []
    var passesAll = false
    var isPartial = false
    var stopped: [AddressFamily: String] = [:]
    private var voids = SPFVoidLookups.none
    private var seen = SmallSet<DomainName>()

    init(facts: SPFFacts, below: [DomainName: SPFCost]) {
      self.facts = facts
      self.below = below
    }

    mutating func visit(_ name: DomainName) {
      guard seen.insert(name), let record = facts.publications[name]?.record else { return }
      for term in record.testableDirectives {
        guard case .directive(let directive) = term.content else { continue }
        let passes = directive.qualifier == .pass
        let reference = SPFReference(term, at: name)
        count(reference, term, in: record, isFollowed: passes)
        guard passes else { continue }
        switch directive.mechanism {
        case .all: passesAll = true
        case .network(let network): add(network)
        case .a(_, let lengths): add(reference, lengths) { [$0] }
        case .mx(_, let lengths): add(reference, lengths, hosts: exchanges)
        case .include: follow(reference)
        case .exists: exists(reference)
        case .ptr: isPartial = true
        }
      }
      if record.effectiveRedirect != nil,
        let redirect = record.terms.first(where: { $0.redirect != nil })
      {
        let reference = SPFReference(redirect, at: name)
        count(reference, redirect, in: record, isFollowed: true)
        follow(reference)
      }
    }

    /// Counts the void look-ups of a term; those below it too where it is not followed, or was before.
    private mutating func count(
      _ reference: SPFReference?, _ term: SPFTerm, in record: SPFRecord, isFollowed: Bool
    ) {
      guard let reference else { return }
      var added = facts.voidLookups(of: reference)
      if reference.kind.leadsToRecord, let name = reference.name, !isFollowed || seen.contains(name) {
        added = added + (below[name]?.voids ?? .none)
      }
      if added == .none { return }
      for family in AddressFamily.allCases {
        voids[family] = (voids[family] ?? 0) + (added[family] ?? 0)
        if stopped[family] == nil, (voids[family] ?? 0) > SPFTree.voidLookupLimit {
          stopped[family] = VisibleText(record.text[term.range]).description
        }
      }
    }

    private mutating func add(_ network: IPNetwork?) {
      guard let network, stopped.isEmpty || stopped[network.address.family] == nil else { return }
      networks.append(network)
    }

    private mutating func follow(_ reference: SPFReference?) {
      if let name = reference?.name { visit(name) } else { isPartial = true }
    }

    /// A name that does not depend on the sender matches everybody or nobody (§5.7).
    private mutating func exists(_ reference: SPFReference?) {
      guard let name = reference?.name else {
        isPartial = true
        return
      }
      if facts.lookups[Question(name, .a)]?.records.isEmpty == false, stopped.count < 2 { passesAll = true }
    }

    private mutating func add(
      _ reference: SPFReference?, _ lengths: SPFPrefixLengths, hosts: (DomainName) -> [DomainName]
    ) {
      guard let name = reference?.name else {
        isPartial = true
        return
      }
      for record in hosts(name).flatMap(addresses) { add(lengths.network(around: record.data)) }
    }

    private func addresses(of host: DomainName) -> [ResourceRecord] {
      [RecordType.a, .aaaa].flatMap { facts.lookups[Question(host, $0)]?.records ?? [] }
    }

    private func exchanges(of name: DomainName) -> [DomainName] {
      facts.lookups[Question(name, .mx)]?.exchanges ?? []
    }
  }
}

extension Answer {
  /// The hosts of the MX records found, but for the root.
  var exchanges: [DomainName] {
    records.compactMap { record in
      if case .mx(_, let host) = record.data, !host.isRoot { host } else { nil }
    }
  }
}
