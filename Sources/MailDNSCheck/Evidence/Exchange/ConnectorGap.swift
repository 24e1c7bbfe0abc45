/// Why an inbound connector does not keep mail from coming around the gateway; in the order in which somebody who looks
/// for a way in would try.
enum ConnectorGap: Hashable, Sendable {
  /// The type is OnPremises, where restrictions do not work.
  case wrongType
  /// Neither addresses nor a certificate are asked for.
  case unrestricted
  /// Mail from other domains than these is not restricted.
  case domainsLeftOut([String])
  case noAddresses
  /// These are not addresses of the gateway.
  case foreignAddresses([String])
  case noCertificate
  case tlsNotRequired
  /// Only these accepted domains are closed.
  case acceptedDomainsLeftOut([String])
  case disabled
}

/// What there is to say of a connector: what it leaves open, and what the export does not say.
struct ConnectorJudgement: Hashable, Sendable {
  let connector: InboundConnector
  let gaps: [ConnectorGap]
  /// Columns whose values decide, and are not known.
  let unknown: [String]

  /// Nil where what is not known decides.
  var closes: Bool? { gaps.isEmpty ? (unknown.isEmpty ? true : nil) : false }

  /// Whether it may take mail of all domains from outside, as far as the export says.
  var mayBeForTheWorld: Bool {
    connector.isEnabled != false && connector.type != .onPremises && connector.isForAllDomains != false
  }

  /// The accepted domains that it closes where it is limited to them, and nothing else is wrong with it.
  var closedDomains: [String]? {
    guard unknown.isEmpty, gaps.count == 1, case .acceptedDomainsLeftOut(let domains)? = gaps.first else {
      return nil
    }
    return domains.map(\.canonicalDomain)
  }

  /// Whether it is what takes mail of all domains from outside, well or badly restricted.
  var isForTheWorld: Bool {
    connector.isEnabled == true && connector.type == .partner && connector.isForAllDomains == true
  }

  /// Whether it names addresses of the gateway.
  let hasGatewayAddresses: Bool

  /// - Parameter acceptedDomains: The tenant's domains in lower case; nil where they are not known.
  init(_ connector: InboundConnector, gateways: GatewayAddresses, acceptedDomains: [String]?) {
    self.connector = connector
    var gaps: [ConnectorGap] = []
    var unknown: [String] = []
    switch connector.type {
    case .partner?: break
    case .onPremises?: gaps.append(.wrongType)
    case nil: unknown.append("ConnectorType")
    }
    hasGatewayAddresses = connector.networks?.known.contains(where: gateways.contains) == true
    // Restrictions mean nothing on another type.
    if connector.type != .onPremises {
      Self.judgeRestriction(of: connector, gateways, &gaps, &unknown)
    }
    switch connector.isForAllDomains {
    case true?: break
    case false?:
      let place = gaps.firstIndex { $0 != .wrongType && $0 != .unrestricted } ?? gaps.endIndex
      // A list that was joined by semicolons has the costs of its address spaces beside them.
      let domains = connector.senderDomains?.items?.filter { !$0.utf8.allSatisfy(\.isDigit) } ?? []
      gaps.insert(.domainsLeftOut(domains), at: place)
    case nil: unknown.append("SenderDomains")
    }
    switch connector.acceptedDomains {
    case .items(let limited)? where !limited.isEmpty:
      let named = Set(limited.map(\.canonicalDomain))
      if acceptedDomains?.allSatisfy(named.contains) != true { gaps.append(.acceptedDomainsLeftOut(limited)) }
    case .items?: break
    case .lost?, nil: unknown.append("AssociatedAcceptedDomains")
    }
    switch connector.isEnabled {
    case true?: break
    case false?: gaps.append(.disabled)
    case nil: unknown.append("Enabled")
    }
    self.gaps = gaps
    self.unknown = unknown
  }

  /// Addresses or a certificate: one that is in order is enough.
  private static func judgeRestriction(
    of connector: InboundConnector, _ gateways: GatewayAddresses, _ gaps: inout [ConnectorGap],
    _ unknown: inout [String]
  ) {
    var (found, missing): ([ConnectorGap], [String]) = ([], [])
    if connector.restrictsToCertificate == true {
      let (certificate, tls) = certificateGaps(of: connector)
      if certificate.isEmpty, tls.isEmpty { return }
      found += certificate
      missing += tls
    }
    switch connector.restrictsToAddresses {
    case true?:
      let outcome = addressGap(of: connector, gateways)
      guard let outcome else { return }
      switch outcome {
      case .gap(let gap): found.append(gap)
      case .unknown(let column): missing.append(column)
      }
    case false?:
      switch connector.restrictsToCertificate {
      case false?: found.append(.unrestricted)
      case nil: missing.append("RestrictDomainsToCertificate")
      case true?: break
      }
    case nil: missing.append("RestrictDomainsToIPAddresses")
    }
    // What is not known may be in order.
    gaps += missing.isEmpty ? found : []
    unknown += missing
  }

  private static func certificateGaps(of connector: InboundConnector) -> ([ConnectorGap], [String]) {
    var (gaps, unknown): ([ConnectorGap], [String]) = ([], [])
    switch connector.hasCertificate {
    case true?: break
    case false?: gaps.append(.noCertificate)
    case nil: unknown.append("TlsSenderCertificateName")
    }
    switch connector.requiresTLS {
    case true?: break
    case false?: gaps.append(.tlsNotRequired)
    case nil: unknown.append("RequireTls")
    }
    return (gaps, unknown)
  }

  private enum AddressOutcome {
    case gap(ConnectorGap)
    case unknown(String)
  }

  private static func addressGap(
    of connector: InboundConnector, _ gateways: GatewayAddresses
  ) -> AddressOutcome? {
    guard let networks = connector.networks else { return .unknown("SenderIPAddresses") }
    if networks.known.isEmpty, networks.odd.isEmpty { return .gap(.noAddresses) }
    let foreign = networks.odd + networks.known.filter { !gateways.contains($0) }.map(\.shortDescription)
    return foreign.isEmpty ? nil : .gap(.foreignAddresses(foreign))
  }
}

extension IPNetwork {
  /// A network of one address is that address.
  var shortDescription: String {
    switch address {
    case .v4: length == 32 ? address.description : description
    case .v6: length == 128 ? address.description : description
    }
  }
}
