/// The networks of the gateways that the catalogue knows, and whose they are.
struct GatewayAddresses: Sendable {
  private let ranges: AddressRanges
  private let catalogue: ProviderCatalogue

  init(_ catalogue: ProviderCatalogue) {
    self.catalogue = catalogue
    ranges = AddressRanges(catalogue.networkOwners.filter(\.isGateway).flatMap(\.networks))
  }

  func contains(_ network: IPNetwork) -> Bool { ranges.contains(AddressRanges([network])) }

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
