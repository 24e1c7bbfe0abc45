/// The MX hosts below `msv1.invalid`, by which Microsoft lets an owner verify a domain. No mail flows there: a domain that
/// has one is registered in a tenant, and not routed to it.
enum MicrosoftVerificationMX {
  static func matches(_ host: DomainName) -> Bool { zone.map(host.isBelow) ?? false }

  private static let zone = DomainName("msv1.invalid")
}
