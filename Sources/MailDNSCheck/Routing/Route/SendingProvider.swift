extension ProviderCatalogue {
  /// Whose host sends for `domain`, where it is a provider's: by the address, else by the name that has the address in turn.
  func provider(of host: ReverseHost, sendingFor domain: DomainName) -> Provider? {
    if let provider = provider(ofAddress: host.address) { return provider }
    guard let name = host.confirmedName, !name.isAtOrBelow(domain) else { return nil }
    return provider(ofMX: name) ?? provider(ofSPF: name)
  }
}
