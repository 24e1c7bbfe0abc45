extension SPFAdvice {
  /// What the verdict shows of the systems that mail comes and leaves by.
  init(_ verdict: RouteVerdict, _ tree: SPFTree?, in catalogue: ProviderCatalogue) {
    var terms: [String] = []
    let systems = (verdict.inbound + [verdict.mailbox].compactMap(\.self).map(HostProvider.provider)).uniqued
    for system in systems {
      switch system {
      case .own, .unknown: terms.append("mx")
      case .provider(let id):
        terms += catalogue[id].map { ["include:\($0.spfIncludeOrPlaceholder)"] } ?? []
      }
    }
    // Mail that comes without MX comes to the addresses of the name itself.
    if terms.isEmpty, verdict.id == .implicit { terms.append("a") }
    record = (["v=spf1"] + terms.uniqued + ["-all"]).joined(separator: " ")
    essential =
      tree?.names(where: { name in
        catalogue.provider(ofSPF: name).map { systems.contains(.provider($0.id)) } == true
      }) ?? []
  }
}

extension SPFTree {
  /// The includes that `isMeant` is true of, and those that lead to one.
  fileprivate func names(where isMeant: (DomainName) -> Bool) -> Set<DomainName> {
    var found = Set(includes.filter(isMeant))
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
