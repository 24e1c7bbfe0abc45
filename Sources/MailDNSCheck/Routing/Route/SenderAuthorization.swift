/// Whether SPF authorises a system through which the route leads, and by which path of terms.
struct SenderAuthorization: Sendable {
  let provider: Provider.ID
  let isAuthorized: Bool

  /// One for each system that the domain's mail may leave by: gateways among those that MX names that send, and the mailbox
  /// platform.
  static func all(
    inbound: [HostProvider], mailbox: Provider.ID?, _ tree: SPFTree, in catalogue: ProviderCatalogue
  ) -> [SenderAuthorization] {
    var systems = inbound.compactMap(\.provider).filter { catalogue[$0]?.isOf(.outboundGateway) == true }
    if let mailbox { systems.append(mailbox) }
    systems = systems.uniqued
    let authorized = tree.authorized(systems, in: catalogue)
    return systems.map { SenderAuthorization(provider: $0, isAuthorized: authorized.contains($0)) }
  }

  private init(provider: Provider.ID, isAuthorized: Bool) {
    self.provider = provider
    self.isAuthorized = isAuthorized
  }

  init(of provider: Provider.ID, _ tree: SPFTree, in catalogue: ProviderCatalogue) {
    self.init(
      provider: provider, isAuthorized: !tree.authorized([provider], in: catalogue).isEmpty)
  }

  /// The terms of `tree` from the domain's own record on, safe to show; nil where none leads to the provider.
  func path(in tree: SPFTree, _ catalogue: ProviderCatalogue) -> [String]? {
    var search = Search(tree: tree, catalogue: catalogue, provider: provider)
    return search.path(from: tree.facts.domain)
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

extension SPFTree {
  /// Those of `systems` that some path of terms leads to. What is reached by any path is what `passing` lists, so that no path
  /// has to be looked for.
  fileprivate func authorized(_ systems: [Provider.ID], in catalogue: ProviderCatalogue) -> [Provider.ID] {
    var found: [Provider.ID] = []
    /// Returns whether there is nothing left to look for.
    func note(_ provider: Provider?) -> Bool {
      if let id = provider?.id, systems.contains(id), !found.contains(id) { found.append(id) }
      return found.count == systems.count
    }
    if systems.isEmpty { return [] }
    for reference in passing.references {
      if note(reference.recognizableName.flatMap(catalogue.provider(ofSPF:))) { return found }
    }
    for name in passing.names {
      for network in networks(at: name) where note(catalogue.provider(ofNetwork: network)) { return found }
    }
    return found
  }
}
