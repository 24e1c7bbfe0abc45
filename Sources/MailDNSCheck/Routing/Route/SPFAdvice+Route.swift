extension SPFAdvice {
  /// What the verdict shows of the systems that mail comes and leaves by.
  init(_ verdict: RouteVerdict, _ tree: SPFTree?, in catalogue: ProviderCatalogue) {
    let (inbound, mailbox, isImplicit) = (verdict.inbound, verdict.mailbox, verdict.id == .implicit)
    self.init(
      record: Self.record(for: Self.systems(inbound, mailbox), isImplicit, in: catalogue),
      essential: tree?.names(leadingTo: Self.systems(inbound, mailbox), in: catalogue) ?? [])
  }

  private static func systems(_ inbound: [HostProvider], _ mailbox: Provider.ID?) -> [HostProvider] {
    (inbound + [mailbox].compactMap(\.self).map(HostProvider.provider)).uniqued
  }

  private static func record(
    for systems: [HostProvider], _ isImplicit: Bool, in catalogue: ProviderCatalogue
  ) -> String {
    var terms: [String] = []
    for system in systems {
      switch system {
      case .own, .unknown: terms.append("mx")
      case .provider(let id):
        terms += catalogue[id].map { ["include:\($0.spfIncludeOrPlaceholder)"] } ?? []
      }
    }
    // Mail that comes without MX comes to the addresses of the name itself.
    if terms.isEmpty, isImplicit { terms.append("a") }
    return (["v=spf1"] + terms.uniqued + ["-all"]).joined(separator: " ")
  }
}

extension SPFTree {
  /// The includes of `systems`, and those that lead to one.
  fileprivate func names(
    leadingTo systems: [HostProvider], in catalogue: ProviderCatalogue
  ) -> Set<DomainName> {
    var found = Set(
      includes.filter { name in
        catalogue.provider(ofSPF: name).map { systems.contains(.provider($0.id)) } == true
      })
    var size = -1
    while found.count > size {
      size = found.count
      for name in includes where !found.contains(name) {
        let references = facts.publications[name]?.references ?? []
        if references.contains(where: { $0.name.map(found.contains) == true }) { found.insert(name) }
      }
    }
    return found
  }
}
