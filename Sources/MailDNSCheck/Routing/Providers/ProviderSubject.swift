/// What the catalogue says of a text that somebody asks about: a provider, a host name, an address.
struct ProviderSubject: Sendable {
  /// Safe to show.
  let text: String
  /// The host that the text is; nil for a provider's name and for an address.
  let host: DomainName?
  /// Each once.
  let providers: [Provider]
  let marks: [Mark]

  /// What shows whose a host is.
  struct Mark: Hashable, Sendable {
    let use: ProviderCatalogue.Use?
    /// The suffix or the network; as text that is safe to show.
    let text: String
    let provider: Provider.ID
  }

  /// Nil where the text is no provider's, and neither a name with a dot in it nor an address.
  init?(_ text: String, in catalogue: ProviderCatalogue) {
    self.text = VisibleText(text).description
    if let provider = catalogue.provider(called: text) {
      (host, providers, marks) = (nil, [provider], [])
      return
    }
    if let address = IPAddress(text) {
      host = nil
      providers = [catalogue.provider(ofAddress: address)].compactMap(\.self)
      marks = providers.compactMap { provider in
        let network = provider.networks.filter { $0.contains(address) }.max { $0.length < $1.length }
        return network.map { Mark(use: nil, text: $0.description, provider: provider.id) }
      }
      return
    }
    guard let name = DomainName(text), name.labelCount > 1 else { return nil }
    host = name
    let found = ProviderCatalogue.Use.allCases.compactMap { use in
      catalogue.match(name, as: use).map { (use, $0.suffix, $0.provider) }
    }
    marks = found.map { Mark(use: $0, text: $1, provider: $2.id) }
    var ids: Set<Provider.ID> = []
    providers = found.map(\.2).filter { ids.insert($0.id).inserted }
  }
}

extension ProviderCatalogue {
  /// The provider with that identifier, or that name in either language, whatever the case.
  func provider(called text: String) -> Provider? {
    if let id = Provider.ID(text.asciiLowercased), let provider = self[id] { return provider }
    let folded = text.asciiLowercased
    guard !folded.contains(".") || text.contains(" ") || text.utf8.contains(where: { $0 >= 0x80 }) else {
      return nil
    }
    return providers.first { provider in
      (Language.allCases.map { provider.name[$0] } + provider.otherNames).contains {
        $0.asciiLowercased == folded
      }
    }
  }
}
