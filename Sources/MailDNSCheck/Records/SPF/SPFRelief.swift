/// The shortest change that brings a record below the limit of look-ups (RFC 7208 §4.6.4): the fewest of its own terms
/// that have to be replaced by the addresses behind them, or dropped. Those that must stay are taken only where it can't be
/// helped.
struct SPFRelief: Sendable {
  /// The terms as published, safe to show, with what each costs; the most expensive first.
  let terms: [(text: String, cost: Int)]
  /// Look-ups that are left without them.
  let remaining: Int

  init(_ tree: SPFTree, keeping essential: Set<DomainName> = []) {
    var search = Search(tree: tree, essential: essential)
    search.visit(tree.facts.domain)
    let costs = search.candidates
    var chosen: [(text: String, cost: Int)] = []
    var left = tree.lookups
    // Taking the dearest first needs the fewest terms; of two that both do, the later one is likelier to be an add-on.
    let candidates = costs.reversed().sorted { left, right in
      left.isEssential == right.isEssential ? left.cost > right.cost : right.isEssential
    }
    for term in candidates where left > SPFTree.lookupLimit {
      chosen.append((term.text, term.cost))
      left -= term.cost
    }
    // Those that must stay may cost so much that a cheaper one taken before them is not needed any more.
    for index in chosen.indices.reversed() where left + chosen[index].cost <= SPFTree.lookupLimit {
      left += chosen.remove(at: index).cost
    }
    // Where a cheaper last term does as well, it changes less.
    let texts = Set(chosen.map(\.text))
    if let last = chosen.last,
      let cheaper = costs.reversed().filter({ term in
        !term.isEssential && term.cost < last.cost && left + last.cost - term.cost <= SPFTree.lookupLimit
          && !texts.contains(term.text)
      }).min(by: { $0.cost < $1.cost })
    {
      chosen[chosen.count - 1] = (cheaper.text, cheaper.cost)
      left += last.cost - cheaper.cost
    }
    terms = chosen
    remaining = left
  }
}

/// The terms that the domain's owner can change: those of its own record, and of the records below the domain that it leads
/// to, since nothing is won by dropping a link that leads to everything.
private struct Search {
  let tree: SPFTree
  let essential: Set<DomainName>
  private(set) var candidates: [(text: String, cost: Int, isEssential: Bool)] = []
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
      let text = VisibleText(record.text[term.range]).description
      candidates.append(
        (
          owner == domain ? text : "\(text) (\(owner))", tree.cost(of: reference),
          // What a record goes on with is nearly always all that it authorises.
          reference.kind == .redirect || reference.name.map(essential.contains) == true
        ))
    }
  }
}
