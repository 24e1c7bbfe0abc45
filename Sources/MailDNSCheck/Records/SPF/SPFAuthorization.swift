/// Whom an SPF record lets pass, as far as that can be read off it without a message (RFC 7208 §5).
///
/// Terms are taken together: an address that an earlier `-ip4` refuses and a later `ip4` passes counts as passed. Macros,
/// `ptr` and `exists` depend on the message and are left out.
struct SPFAuthorization: Sendable {
  let addresses: AddressRanges
  /// Whether `+all` lets everybody pass.
  let passesAll: Bool
  /// Whether the record has terms whose senders can't be listed, or that could not be looked up.
  let isPartial: Bool

  /// Whether anybody passes, by `+all` or because the networks leave no IPv4 address out.
  var isForEverybody: Bool { passesAll || addresses.coversIPv4 }

  /// `isComplete` is whether all publications of `facts` are known.
  init(_ facts: SPFFacts, isComplete: Bool) {
    var walk = Walk(facts: facts)
    walk.visit(facts.domain)
    addresses = AddressRanges(walk.networks)
    passesAll = walk.passesAll
    isPartial = walk.isPartial || !isComplete || facts.lookups.values.contains { $0.failure != nil }
  }

  private struct Walk {
    let facts: SPFFacts
    var networks: [IPNetwork] = []
    var passesAll = false
    var isPartial = false
    var seen: Set<DomainName> = []

    mutating func visit(_ name: DomainName) {
      guard seen.insert(name).inserted, let record = facts.publications[name]?.record else { return }
      for term in record.testableDirectives where term.directive?.qualifier == .pass {
        switch term.mechanism {
        case .all: passesAll = true
        case .network(let network): networks.append(network)
        case .a(_, let lengths): add(term, name, lengths) { [$0] }
        case .mx(_, let lengths): add(term, name, lengths, hosts: exchanges)
        case .include: follow(SPFReference(term, at: name))
        case .exists, .ptr: isPartial = true
        case nil: break
        }
      }
      if let redirect = record.terms.first(where: { $0.modifier?.isRedirect == true }),
        record.effectiveRedirect != nil
      {
        follow(SPFReference(redirect, at: name))
      }
    }

    private mutating func follow(_ reference: SPFReference?) {
      if let name = reference?.name { visit(name) } else { isPartial = true }
    }

    private mutating func add(
      _ term: SPFTerm, _ owner: DomainName, _ lengths: SPFPrefixLengths, hosts: (DomainName) -> [DomainName]
    ) {
      guard let name = SPFReference(term, at: owner)?.name else {
        isPartial = true
        return
      }
      for record in hosts(name).flatMap(addresses) {
        switch record.data {
        case .a(let address): networks += [IPNetwork(.v4(address), length: lengths.ipv4)].compactMap(\.self)
        case .aaaa(let address):
          networks += [IPNetwork(.v6(address), length: lengths.ipv6)].compactMap(\.self)
        default: break
        }
      }
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

extension SPFModifier {
  fileprivate var isRedirect: Bool { if case .redirect = self { true } else { false } }
}
