/// Whether SPF authorises a system through which the route leads, and by which path of terms.
struct SenderAuthorization: Sendable {
  let provider: Provider.ID
  /// The terms from the domain's own record on, safe to show; nil where none leads to the provider.
  let path: [String]?

  /// One for each system that the domain's mail may leave by: gateways that send, and the mailbox platform.
  static func all(
    _ verdict: RouteVerdict, _ tree: SPFTree, in catalogue: ProviderCatalogue
  ) -> [SenderAuthorization] {
    let gateways = verdict.inbound.compactMap(\.provider).filter {
      catalogue[$0]?.kinds.contains(.outboundGateway) == true
    }
    return (gateways + [verdict.mailbox].compactMap(\.self)).uniqued.map { provider in
      SenderAuthorization(of: provider, tree, in: catalogue)
    }
  }

  init(of provider: Provider.ID, _ tree: SPFTree, in catalogue: ProviderCatalogue) {
    var search = Search(tree: tree, catalogue: catalogue, provider: provider)
    self.provider = provider
    path = search.path(from: tree.facts.domain)
  }

  private struct Search {
    let tree: SPFTree
    let catalogue: ProviderCatalogue
    let provider: Provider.ID
    var seen: Set<DomainName> = []

    /// The first path in the order of evaluation; each record is searched once.
    mutating func path(from name: DomainName) -> [String]? {
      guard seen.insert(name).inserted, let record = tree.facts.publications[name]?.record else { return nil }
      let redirects = record.effectiveRedirect == nil ? [] : record.lookupTerms.filter { $0.directive == nil }
      for term in record.testableDirectives + redirects where term.directive?.qualifier ?? .pass == .pass {
        let text = VisibleText(record.text[term.range]).description
        if leadsToProvider(term, at: name) { return [text] }
        guard let reference = SPFReference(term, at: name), reference.kind.leadsToRecord,
          let target = reference.name,
          let below = path(from: target)
        else { continue }
        return [text] + below
      }
      return nil
    }

    private func leadsToProvider(_ term: SPFTerm, at name: DomainName) -> Bool {
      if case .network(let network)? = term.mechanism {
        return catalogue.provider(ofNetwork: network)?.id == provider
      }
      let target = SPFReference(term, at: name)?.recognizableName
      return target.flatMap(catalogue.provider(ofSPF:))?.id == provider
    }
  }
}
