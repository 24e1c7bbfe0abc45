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
      // Which host below the suffix it is differs from customer to customer.
      case .provider(.securemx): terms.append("include:<host>.securemx.jp")
      case .provider(let id): terms += catalogue[id]?.spfSuffixes.first.map { ["include:\($0)"] } ?? []
      }
    }
    record = (["v=spf1"] + terms.uniqued + ["-all"]).joined(separator: " ")
    essential = Set(
      (tree?.includes ?? []).filter { name in
        catalogue.provider(ofSPF: name).map { systems.contains(.provider($0.id)) } == true
      })
  }

  /// Advice where nothing is known of the route.
  init(record: String = "v=spf1 mx -all", essential: Set<DomainName> = []) {
    self.record = record
    self.essential = essential
  }
}
