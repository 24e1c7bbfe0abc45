/// The networks of the gateways that the catalogue knows, and whose they are.
struct GatewayAddresses: Sendable {
  /// The addresses themselves.
  private let ranges: AddressRanges
  /// The blocks that they are in, /24 and /48, which are the operator's as well: settings name networks as wide.
  private let blocks: AddressRanges
  private let catalogue: ProviderCatalogue

  init(_ catalogue: ProviderCatalogue) {
    self.catalogue = catalogue
    let networks = catalogue.networkOwners.filter(\.isGateway).flatMap(\.networks)
    ranges = AddressRanges(networks)
    blocks = AddressRanges(networks.compactMap(\.block))
  }

  /// Whether a network that a setting lets through is the gateways' and their operators' alone.
  func contains(_ network: IPNetwork) -> Bool { blocks.contains(AddressRanges([network])) }

  func contains(_ address: IPAddress) -> Bool { ranges.contains(address) }

  /// The gateway at that address.
  func provider(at address: IPAddress) -> Provider? {
    catalogue.provider(ofAddress: address).flatMap { $0.isGateway ? $0 : nil }
  }

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
