/// Whose hosts have a certificate of the name that a connector asks for (TlsSenderCertificateName).
enum CertificateOwner: Hashable, Sendable {
  case gateway
  /// Somebody else's, or a name below which anybody can have one.
  case stranger
  /// Nobody's that is known: the gateway's for one customer, or a relay of the tenant's own.
  case unlisted
}

extension GatewayAddresses {
  /// Domains of mailboxes that anybody can have, whose MX hosts lie elsewhere.
  private static let mailboxDomains = [
    "gmail.com", "google.com", "hotmail.co.jp", "icloud.com", "live.com", "live.jp", "me.com", "msn.com",
    "outlook.jp", "yahoo.com", "yahoo.co.jp",
  ].compactMap { DomainName($0) }

  /// What in the catalogue says whose a name is.
  private static let uses: [ProviderCatalogue.Use] = [.mx, .spf, .dkimTarget, .autodiscover]

  /// `mail.example.com` stands for that host, `*.example.com` for all below it: what is right of the last `*` decides.
  func owner(ofCertificate text: String) -> CertificateOwner {
    let octets = Array(text.utf8).trimmingWhitespace
    let star = octets.lastIndex(of: UInt8(ascii: "*"))
    let end = star.map { octets[octets.index(after: $0)...] } ?? octets
    let base = String(decoding: end.drop { $0 == UInt8(ascii: ".") }, as: UTF8.self)
    if base.isEmpty { return .stranger }
    guard let name = try? DomainName(parsing: base) else { return .unlisted }
    if name.labelCount < 2 || publicSuffixes?.organization(of: name) == .publicSuffix { return .stranger }
    if let provider = Self.uses.lazy.compactMap({ self.catalogue.provider(of: name, as: $0) }).first {
      return provider.isGateway ? .gateway : .stranger
    }
    return Self.mailboxDomains.contains { name.isAtOrBelow($0) } ? .stranger : .unlisted
  }
}
