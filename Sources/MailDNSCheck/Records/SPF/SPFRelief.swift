/// The shortest change that brings a record below the limit of look-ups (RFC 7208 §4.6.4): the fewest of its own terms
/// that have to be replaced by the addresses behind them, or dropped. Those that must stay are taken only where it can't be
/// helped.
struct SPFRelief: Sendable {
  /// The terms as published, safe to show, with what each costs; the most expensive first.
  let terms: [(text: String, cost: Int)]
  /// Look-ups that are left without them.
  let remaining: Int
  /// Whether one of them authorises senders that the domain can't do without: it may be replaced, not dropped.
  let mustStay: Bool
  /// The records with the addresses in place of the terms where those are few, and without them where not; empty where
  /// that can't be done.
  let edits: [RecordEdit]
}

extension SPFRelief {
  init(_ tree: SPFTree, keeping essential: Set<DomainName> = []) {
    var search = Search(tree: tree, essential: essential)
    search.visit(tree.facts.domain)
    let all = search.candidates
    var chosen: [Candidate] = []
    var left = tree.lookups
    // Taking the dearest first needs the fewest terms; of two that both do, the later one is likelier to be an add-on.
    let candidates = all.reversed().sorted { left, right in
      left.isEssential == right.isEssential ? left.cost > right.cost : right.isEssential
    }
    for term in candidates where left > SPFTree.lookupLimit {
      chosen.append(term)
      left -= term.cost
    }
    // Those that must stay may cost so much that a cheaper one taken before them is not needed any more.
    for index in chosen.indices.reversed() where left + chosen[index].cost <= SPFTree.lookupLimit {
      left += chosen.remove(at: index).cost
    }
    // Where a cheaper last term does as well, it changes less.
    let texts = Set(chosen.map(\.text))
    if let last = chosen.last,
      let cheaper = all.reversed().filter({ term in
        !term.isEssential && term.cost < last.cost && left + last.cost - term.cost <= SPFTree.lookupLimit
          && !texts.contains(term.text)
      }).min(by: { $0.cost < $1.cost })
    {
      chosen[chosen.count - 1] = cheaper
      left += last.cost - cheaper.cost
    }
    self.init(
      terms: chosen.map { ($0.text, $0.cost) }, remaining: left,
      mustStay: chosen.contains(where: \.isEssential), edits: tree.edits(relieving: chosen))
  }
}

private struct Candidate {
  let owner: DomainName
  let term: SPFTerm
  let reference: SPFReference
  /// As published, safe to show.
  let text: String
  let cost: Int
  let isEssential: Bool
}

extension SPFTree {
  /// More networks than these in place of one term make a record that nobody keeps up.
  private static let maximumReplacement = 8

  fileprivate func edits(relieving candidates: [Candidate]) -> [RecordEdit] {
    var rewriting = SPFRewriting(self)
    for candidate in candidates {
      let words = replacement(of: candidate)
      guard words != nil || !candidate.isEssential else { return [] }
      rewriting.replace(candidate.term, of: candidate.owner, by: words ?? [])
    }
    return rewriting.edits ?? []
  }

  /// The terms that do as well without a look-up; nil where they are too many, or not all known.
  private func replacement(of candidate: Candidate) -> [[UInt8]]? {
    guard candidate.reference.qualifier == .pass else { return nil }
    let networks: [IPNetwork]
    var end: [[UInt8]] = []
    if candidate.reference.kind.leadsToRecord {
      guard let name = candidate.reference.name else { return nil }
      let below = SPFTree(facts.from(name))
      let authorization = below.authorization
      guard !authorization.isPartial, !authorization.isForEverybody, authorization.stopped.isEmpty else {
        return nil
      }
      networks = authorization.networks
      if candidate.reference.kind == .redirect, let all { end = [Array("\(all.rawValue)all".utf8)] }
    } else {
      networks = self.networks(of: candidate.term, at: candidate.owner)
    }
    let words = networks.map(\.term).uniqued
    return words.isEmpty || words.count > Self.maximumReplacement ? nil : words + end
  }

  /// The networks of the hosts that an `a` or `mx` of the record at `owner` lets pass.
  func networks(of term: SPFTerm, at owner: DomainName) -> [IPNetwork] {
    guard term.directive?.qualifier == .pass, let name = SPFReference(term, at: owner)?.name else {
      return []
    }
    let hosts: [DomainName]
    let lengths: SPFPrefixLengths
    switch term.mechanism {
    case .a(_, let prefixes): (hosts, lengths) = ([name], prefixes)
    case .mx(_, let prefixes):
      (hosts, lengths) = (facts.lookups[Question(name, .mx)]?.exchanges ?? [], prefixes)
    default: return []
    }
    return hosts.flatMap { host in
      AddressFamily.allCases.flatMap { facts.lookups[Question(host, $0.recordType)]?.records ?? [] }
    }.compactMap { lengths.network(around: $0.data) }
  }
}

extension SPFFacts {
  /// The same as the record at `name`, which is one of them, has it.
  fileprivate func from(_ name: DomainName) -> SPFFacts {
    SPFFacts(
      domain: name, publications: publications, lookups: lookups, obsoleteType: nil, isCutShort: isCutShort)
  }
}

/// The terms that the domain's owner can change: those of its own record, and of the records below the domain that it leads
/// to, since nothing is won by dropping a link that leads to everything.
private struct Search {
  let tree: SPFTree
  let essential: Set<DomainName>
  private(set) var candidates: [Candidate] = []
  private var seen: Set<DomainName> = []

  init(tree: SPFTree, essential: Set<DomainName>) {
    self.tree = tree
    self.essential = essential
  }

  mutating func visit(_ owner: DomainName) {
    let domain = tree.facts.domain
    guard seen.insert(owner).inserted, let record = tree.facts.publications[owner]?.record else { return }
    for term in record.lookupTerms {
      guard let reference = SPFReference(term, at: owner) else { continue }
      if reference.kind.leadsToRecord, let name = reference.name, name.isBelow(domain), !seen.contains(name),
        tree.facts.publications[name]?.record?.lookupTerms.isEmpty == false
      {
        visit(name)
        continue
      }
      let text = tree.shown(VisibleText(record.text[term.range]).description, of: owner)
      candidates.append(
        Candidate(
          owner: owner, term: term, reference: reference, text: text, cost: tree.cost(of: reference),
          // What a record goes on with is nearly always all that it authorises.
          isEssential: reference.kind == .redirect || reference.name.map(essential.contains) == true))
    }
  }
}
