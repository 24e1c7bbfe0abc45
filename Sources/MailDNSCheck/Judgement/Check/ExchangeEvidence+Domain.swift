/// What exports of the tenant say together with what DNS shows of a domain.
extension ExchangeEvidence {
  /// `findings` with those on the tenant in place of what DNS alone could say of it.
  func joined(
    with findings: [Finding], _ facts: DomainFacts, _ verdict: RouteVerdict, in catalogue: ProviderCatalogue
  ) -> [Finding] {
    let domain = facts.domain.name
    var joined = findings
    if inboundConnectors != nil {
      let said = endpointFindings(on: domain).filter(\.isOnEndpoint)
      if let place = findings.firstIndex(where: { $0.isOf(Finding.route.tenantEndpointOpen) }) {
        joined.replaceSubrange(place...place, with: said)
      } else if verdict.isAtGateway(in: catalogue),
        domains?.contains(where: { $0.covers(domain) }) == true
      {
        // DNS shows the endpoint of newer domains under names that can't be computed; the tenant says that it is there.
        joined += said
      }
    }
    return joined + acceptanceFindings(domain, verdict, in: catalogue)
      + routingFindings(facts, verdict, in: catalogue)
  }

  /// Accepted domains whose mail does not come by a gateway, and those at a gateway that are not accepted.
  private func acceptanceFindings(
    _ domain: DomainName, _ verdict: RouteVerdict, in catalogue: ProviderCatalogue
  ) -> [Finding] {
    guard let domains, verdict.id != .unknown else { return [] }
    let isAtGateway = verdict.isAtGateway(in: catalogue)
    let accepted = domains.first { $0.domain.name == domain } ?? domains.first { $0.covers(domain) }
    if let accepted {
      // A domain without mail is nobody's way in.
      let isMeant = !accepted.isMicrosofts && verdict.id != .none && verdict.inboundDoubt == nil
      return isMeant && (!isAtGateway || verdict.id == .mixed) ? [.exchangeMail.mxElsewhere(domain)] : []
    }
    let isWhole = files.filter { $0.kind == .acceptedDomains }.allSatisfy { $0.isComplete == true }
    return isAtGateway && isWhole ? [.exchangeMail.notAccepted(domain)] : []
  }

  /// Whether SPF authorises those by whom the tenant's rules send the domain's mail.
  private func routingFindings(
    _ facts: DomainFacts, _ verdict: RouteVerdict, in catalogue: ProviderCatalogue
  ) -> [Finding] {
    guard let spf = facts.spf, spf.own?.record != nil, spf.errors.isEmpty, !spf.canHide(from: catalogue),
      !spf.authorization.isForEverybody, let isRouted = routing.isRouted(facts.domain.name.description),
      domains?.contains(where: { $0.domain.name == facts.domain.name }) == true
    else { return [] }
    let sender: Provider.ID? = isRouted ? routing.gateway(in: catalogue) : .office365
    guard let sender, !SenderAuthorization(of: sender, spf, in: catalogue).isAuthorized else { return [] }
    return [
      .exchangeMail.spfLacksRoute(
        facts.domain.name, HostProvider.provider(sender).wording(in: catalogue))
    ]
  }
}

extension RouteVerdict {
  /// Whether MX names a gateway.
  fileprivate func isAtGateway(in catalogue: ProviderCatalogue) -> Bool {
    inbound.contains { provider in provider.provider.flatMap { catalogue[$0] }?.isGateway == true }
  }
}

extension Finding {
  /// Whether it says of the tenant's endpoint whether it is closed.
  fileprivate var isOnEndpoint: Bool {
    isOf(Finding.exchange.endpointClosed) || isOf(Finding.exchange.endpointOpen)
      || isOf(Finding.exchange.endpointUnknown)
  }
}

extension OutboundRouting {
  /// The gateway that mail is sent to; nil where there is none, or several.
  fileprivate func gateway(in catalogue: ProviderCatalogue) -> Provider.ID? {
    let hosts = (connectors ?? []).filter { $0.leadsToGateway(gateways) == true }.flatMap {
      $0.smartHosts?.items ?? []
    }
    let found = hosts.compactMap { host -> Provider.ID? in
      let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
      if let address = IPAddress(bare) { return gateways.provider(at: address)?.id }
      return (try? DomainName(parsing: bare)).flatMap(catalogue.provider(ofMX:))?.id
    }.uniqued
    return found.count == 1 ? found.first : nil
  }
}
