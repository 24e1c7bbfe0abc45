/// The ways that a domain's mail can take; the raw values are stable identifiers.
enum RouteID: String, CaseIterable, Sendable {
  /// MX is SecureMX, and DNS shows an Office365 tenant behind it.
  case securemxOffice365 = "securemx-office365"
  /// MX is SecureMX, and no Office365 tenant shows behind it.
  case securemx
  /// MX is Office365 itself.
  case office365
  /// MX hosts of more than one kind.
  case mixed
  /// MX is another gateway.
  case gateway
  /// MX is another known platform, the domain's own hosts, or hosts that nobody knows.
  case other
  /// No MX, but an address: mail goes there (RFC 5321 §5.1).
  case implicit
  /// The domain takes no mail.
  case none
  /// DNS could not tell.
  case unknown

  /// Whether a domain on this route is as `expected` says; SecureMX with or without Office365 behind it is SecureMX.
  func satisfies(_ expected: RouteID) -> Bool {
    self == expected || expected == .securemx && self == .securemxOffice365
  }
}
