/// One record in the tree of includes and redirects, with what it costs.
struct SPFTreeNode: Sendable {
  /// The term that leads here, as published; nil for the domain itself.
  let term: String?
  /// Nil where the target differs from message to message, or is no name.
  let name: DomainName?
  let state: State
  /// Look-ups that the term costs with everything below it; for the domain itself, the whole.
  let lookups: Int
  /// The families for whose senders the term's own look-up comes back empty.
  var voidFor: [AddressFamily] = []
  let children: [SPFTreeNode]

  enum State: String, Sendable {
    case record
    /// The record stands above already, and so does what is below it.
    case repeated
    case loop
    /// No SPF record, or one that can't be used.
    case unusable
    /// A name that is looked up and leads to no other record: `a`, `mx`, `exists`, `ptr`.
    case leaf
    /// Depends on the message.
    case macros
    case unknown
  }

  /// More nodes than these are left out.
  static let maximumNodes = 500

  /// Nodes of the tree that begins here.
  var count: Int { children.reduce(1) { $0 + $1.count } }
}

extension SPFTree {
  /// The tree for people: each record in full where it first stands.
  var root: SPFTreeNode {
    var builder = Builder(tree: self)
    return builder.node(facts.domain, term: nil, cost: lookups, path: [])
  }

  /// What the term that makes `reference` costs with all below it.
  func cost(of reference: SPFReference) -> Int {
    1 + (reference.kind.leadsToRecord ? reference.name.flatMap { costs[$0]?.lookups } ?? 0 : 0)
  }

  private struct Builder {
    let tree: SPFTree
    var shown = SmallSet<DomainName>()
    var count = 0

    mutating func node(_ name: DomainName, term: String?, cost: Int, path: [DomainName]) -> SPFTreeNode {
      count += 1
      let record = tree.facts.publications[name]?.record
      let state = state(of: name, path)
      guard let record, state == .record else {
        return SPFTreeNode(term: term, name: name, state: state, lookups: cost, children: [])
      }
      _ = shown.insert(name)
      let path = path + [name]
      var children: [SPFTreeNode] = []
      for looked in record.lookupTerms {
        guard count < SPFTreeNode.maximumNodes, let reference = SPFReference(looked, at: name) else { break }
        children.append(child(reference, VisibleText(record.text[looked.range]).description, path))
      }
      return SPFTreeNode(term: term, name: name, state: .record, lookups: cost, children: children)
    }

    private mutating func child(_ reference: SPFReference, _ term: String, _ path: [DomainName])
      -> SPFTreeNode
    {
      let cost = tree.cost(of: reference)
      let voidFor = tree.facts.voidLookups(of: reference).affected
      if reference.kind.leadsToRecord, let name = reference.name {
        // What a loop leads back to is counted where it stands.
        var below = node(name, term: term, cost: path.contains(name) ? 1 : cost, path: path)
        below.voidFor = voidFor
        return below
      }
      count += 1
      let state: SPFTreeNode.State =
        switch reference.target {
        case .name: .leaf
        case .macros: .macros
        case .unusable: reference.kind.leadsToRecord ? .unusable : .leaf
        }
      return SPFTreeNode(
        term: term, name: reference.name, state: state, lookups: cost, voidFor: voidFor, children: [])
    }

    private func state(of name: DomainName, _ path: [DomainName]) -> SPFTreeNode.State {
      if path.contains(name) { return .loop }
      if shown.contains(name) { return .repeated }
      switch tree.facts.publications[name]?.content {
      case .record: return .record
      case .unknown, nil: return .unknown
      case .absent, .several, .syntaxErrors: return .unusable
      }
    }
  }
}
