extension DKIMFacts {
  /// The Microsoft 365 tenants into whose zones selectors lead, each once.
  var microsoftTenants: [MicrosoftTenant] { selectors.compactMap(\.microsoftTenant).uniqued }
}

extension DKIMSelectorAnswer {
  /// The tenant that the selector's CNAME shows, wherever in the chain.
  var microsoftTenant: MicrosoftTenant? {
    ownAliases.lazy.compactMap { MicrosoftTenant(dkimTarget: $0.target) }.first
  }
}
