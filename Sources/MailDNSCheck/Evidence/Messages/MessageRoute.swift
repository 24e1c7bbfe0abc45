/// The ways that a message can have taken; the raw values are stable identifiers.
enum MessageRoute: String, CaseIterable, Sendable {
  /// From outside through SecureMX into Office365.
  case securemxOffice365 = "securemx-office365"
  /// From outside into Office365, past no gateway.
  case office365
  /// From outside through another gateway into Office365.
  case gatewayOffice365 = "gateway-office365"
  /// Out of Office365 through SecureMX.
  case office365Securemx = "office365-securemx"
  /// Out of Office365 through another gateway.
  case office365Gateway = "office365-gateway"
  /// Out of Office365, past no gateway.
  case office365Out = "office365-out"
  /// Through SecureMX, no Office365 seen.
  case securemx
  /// Through another gateway, no Office365 seen.
  case gateway
  /// Within the organisation.
  case `internal`
  /// Past neither SecureMX, nor Office365, nor another gateway that is known.
  case other
  /// The header does not say.
  case unknown

  /// Whether a message that came this way came as expected.
  func satisfies(_ expected: MessageRoute) -> Bool {
    self == expected || expected == .securemx && self == .securemxOffice365
      || expected == .gateway && self == .gatewayOffice365
  }

  /// Those that inbound mail can be expected to have come.
  static let expectable: [MessageRoute] = [
    .securemxOffice365, .office365, .gatewayOffice365, .securemx, .gateway, .other,
  ]
}

enum MessageDirection: String, CaseIterable, Sendable {
  case inbound, outbound, `internal`, unknown
}
