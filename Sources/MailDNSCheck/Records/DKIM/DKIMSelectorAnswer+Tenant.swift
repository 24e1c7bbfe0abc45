extension DKIMSelectorAnswer {
  /// The tenant that the selector's CNAME shows, wherever in the chain.
  var microsoftTenant: MicrosoftTenant? {
    ownAliases.lazy.compactMap { MicrosoftTenant(dkimTarget: $0.target) }.first
  }
}

extension MicrosoftTenant {
  /// The selectors at which Microsoft signs for a domain that it gave itself: the keys are there to which the CNAMEs of the
  /// tenant's other domains lead. None for any other domain.
  static func selectors(ofInitialDomain domain: DomainName) -> [DKIMSelector] {
    guard isInitialDomain(domain), let token = token(of: domain) else { return [] }
    return DKIMSelectorPair.office365.names.compactMap { DKIMSelector("\($0)-\(token)") }
  }
}
