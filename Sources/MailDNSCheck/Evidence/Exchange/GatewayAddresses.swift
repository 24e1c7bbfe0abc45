/// Where the gateways are that the catalogue knows networks of, whose they are, and what their hosts are called.
///
/// Networks by the blocks that the networks are in, /24 and /48, which are the operators' as well: settings name networks as wide, and the
/// hosts that tenants hand mail to are not all among those that others see.
struct GatewayAddresses: Sendable {
  private let blocks: AddressRanges
  private let gateways: [Provider]
  let catalogue: ProviderCatalogue
  /// Below which names registries let others register; nil where the system has no list.
  let publicSuffixes: PublicSuffixList?

  init(_ catalogue: ProviderCatalogue, publicSuffixes: PublicSuffixList? = nil) {
    self.catalogue = catalogue
    self.publicSuffixes = publicSuffixes
    gateways = catalogue.networkOwners.filter(\.isGateway)
    blocks = AddressRanges(gateways.flatMap(\.networks).compactMap(\.block))
  }

  func contains(_ network: IPNetwork) -> Bool { blocks.contains(AddressRanges([network])) }

  func contains(_ address: IPAddress) -> Bool { blocks.contains(address) }

  /// The gateway at that address.
  func provider(at address: IPAddress) -> Provider? {
    if let provider = catalogue.provider(ofAddress: address) { return provider.isGateway ? provider : nil }
    return gateways.first { gateway in
      gateway.networks.contains { $0.block?.contains(address) == true }
    }
  }

  /// Whose host is at that address, a gateway's or not.
  func anyProvider(at address: IPAddress) -> Provider? { catalogue.provider(ofAddress: address) }

  /// Whether a smart host, by name or address, belongs to a gateway.
  func contains(host text: String) -> Bool {
    let bare = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
    if let address = IPAddress(bare) { return contains(address) }
    guard let name = try? DomainName(parsing: bare) else { return false }
    return catalogue.provider(ofMX: name)?.isGateway == true
      || catalogue.provider(ofSPF: name)?.isGateway == true
  }
}

extension IPNetwork {
  /// The network itself, or where it is smaller the /24 or /48 that it lies in.
  fileprivate var block: IPNetwork? {
    let widest = if case .v4 = address { 24 } else { 48 }
    return length <= widest ? self : IPNetwork(address, length: widest)
  }
}
