/// What the route has to say to whoever mends an SPF record.
struct SPFAdvice: Sendable {
  /// A record for a domain without one to begin with, made of what its MX shows: who takes mail for a domain usually sends
  /// for it too.
  let record: String
  /// Names that the record must go on including: those of the systems that mail leaves by.
  let essential: Set<DomainName>

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
    record = (["v=spf1"] + terms.uniqued + ["-all"]).joined(separator: " ")
    essential =
      tree?.names(where: { name in
        catalogue.provider(ofSPF: name).map { systems.contains(.provider($0.id)) } == true
      }) ?? []
  }

  /// Advice where nothing is known of the route.
  init(record: String = "v=spf1 mx -all", essential: Set<DomainName> = []) {
    self.record = record
    self.essential = essential
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
