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
  /// The certificate of this name is somebody else's than the gateway's.
  case foreignCertificate(String)
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
  /// The name of a certificate that decides, and is nobody's that is known.
  let unlistedCertificate: String?

  /// Nil where what is not known decides.
  var closes: Bool? { gaps.isEmpty ? (isKnown ? true : nil) : false }

  private var isKnown: Bool { unknown.isEmpty && unlistedCertificate == nil }

  /// Whether it may take mail of all domains from outside, as far as the export says.
  var mayBeForTheWorld: Bool {
    connector.isEnabled != false && connector.type != .onPremises && connector.isForAllDomains != false
  }

  /// The accepted domains that it closes where it is limited to them, and nothing else is wrong with it.
  var closedDomains: [String]? {
    guard isKnown, gaps.count == 1, case .acceptedDomainsLeftOut(let domains)? = gaps.first else {
      return nil
    }
    return domains.map(\.canonicalDomain)
  }

  /// Whether it is what takes mail of all domains from outside, well or badly restricted.
  var isForTheWorld: Bool {
    connector.isEnabled == true && connector.type == .partner && connector.isForAllDomains == true
  }

  /// Whether it names addresses of the gateway, or asks for its certificate.
  let namesGateway: Bool

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
    let asksForGateway =
      connector.restrictsToCertificate == true
      && connector.certificateName.map(gateways.owner(ofCertificate:)) == .gateway
    namesGateway =
      asksForGateway || connector.networks?.known.contains(where: gateways.contains) == true
    // Restrictions mean nothing on another type.
    let restriction =
      connector.type == .onPremises ? Restriction() : Self.restriction(of: connector, gateways)
    gaps += restriction.gaps
    unknown += restriction.unknown
    unlistedCertificate = restriction.unlistedCertificate
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

  /// What keeps whoever is not the gateway out, as far as the export says.
  private struct Restriction {
    var gaps: [ConnectorGap] = []
    var unknown: [String] = []
    var unlistedCertificate: String?

    var isKnown: Bool { unknown.isEmpty && unlistedCertificate == nil }
  }

  /// Addresses or a certificate: one that is in order is enough.
  private static func restriction(
    of connector: InboundConnector, _ gateways: GatewayAddresses
  ) -> Restriction {
    var found = Restriction()
    if connector.restrictsToCertificate == true {
      found = certificateRestriction(of: connector, gateways)
      if found.gaps.isEmpty, found.isKnown { return found }
    }
    switch connector.restrictsToAddresses {
    case true?:
      let outcome = addressGap(of: connector, gateways)
      guard let outcome else { return Restriction() }
      switch outcome {
      case .gap(let gap): found.gaps.append(gap)
      case .unknown(let column): found.unknown.append(column)
      }
    case false?:
      switch connector.restrictsToCertificate {
      case false?: found.gaps.append(.unrestricted)
      case nil: found.unknown.append("RestrictDomainsToCertificate")
      case true?: break
      }
    case nil: found.unknown.append("RestrictDomainsToIPAddresses")
    }
    // What is not known may be in order.
    if !found.isKnown { found.gaps = [] }
    return found
  }

  /// The name and TLS are needed both: what is wrong with one makes what is not known of the other meaningless.
  private static func certificateRestriction(
    of connector: InboundConnector, _ gateways: GatewayAddresses
  ) -> Restriction {
    var found = Restriction()
    switch connector.certificateName {
    case ""?: found.gaps.append(.noCertificate)
    case let name?:
      switch gateways.owner(ofCertificate: name) {
      case .gateway: break
      case .stranger: found.gaps.append(.foreignCertificate(name))
      case .unlisted: found.unlistedCertificate = name
      }
    case nil: found.unknown.append("TlsSenderCertificateName")
    }
    switch connector.requiresTLS {
    case true?: break
    case false?: found.gaps.append(.tlsNotRequired)
    case nil: found.unknown.append("RequireTls")
    }
    return found.gaps.isEmpty ? found : Restriction(gaps: found.gaps)
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
