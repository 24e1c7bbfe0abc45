/// Whose host a name is, as a report says it: a provider of the catalogue, the domain's own, or nobody known.
enum HostProvider: Hashable, Sendable {
  case provider(Provider.ID)
  /// The domain's own host.
  case own
  /// A host that the catalogue lacks.
  case unknown

  var id: String {
    switch self {
    case .provider(let id): id.text
    case .own: "self"
    case .unknown: "unknown"
    }
  }

  var provider: Provider.ID? { if case .provider(let id) = self { id } else { nil } }
}
