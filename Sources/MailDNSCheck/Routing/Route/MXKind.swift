/// What an MX host counts as when the hosts of a domain are compared: hosts of more than one kind make a bypass.
enum MXKind: Hashable, Sendable {
  case securemx
  case office365
  /// Each other gateway product is a kind of its own.
  case gateway(Provider.ID)
  /// Everything else together.
  case other

  init(_ host: HostProvider, in catalogue: ProviderCatalogue) {
    switch host.provider {
    case .securemx?: self = .securemx
    case .office365?: self = .office365
    case let id? where catalogue[id]?.isGateway == true: self = .gateway(id)
    default: self = .other
    }
  }
}
