/// A route that a plan can lead to.
enum RouteTarget: String, CaseIterable, Sendable {
  case securemx
  case securemxOffice365 = "securemx-office365"
  case office365

  var route: RouteID {
    switch self {
    case .securemx: .securemx
    case .securemxOffice365: .securemxOffice365
    case .office365: .office365
    }
  }

  /// The system that MX must name.
  var inbound: Provider.ID { self == .office365 ? .office365 : .securemx }

  /// The systems that mail leaves by, in its order: SPF must authorise them.
  var senders: [Provider.ID] {
    switch self {
    case .securemx: [.securemx]
    case .securemxOffice365: [.securemx, .office365]
    case .office365: [.office365]
    }
  }

  /// Whether the route needs an Office365 tenant for the domain.
  var needsTenant: Bool { senders.contains(.office365) }
}
