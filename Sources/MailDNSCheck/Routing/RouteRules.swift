/// What a route leaves open or leads around, and whether it is the one that was expected.
extension RouteVerdict {
  func findings(_ facts: DomainFacts, expecting expected: RouteID?, in catalogue: ProviderCatalogue)
    -> [Finding]
  {
    let domain = facts.domain.name
    return opacityFindings(facts, in: catalogue) + inboundFindings(facts, expected) + tenantFindings(facts)
      + authorizationFindings(facts, in: catalogue)
      + expectationFindings(domain, expected)
  }

  private func opacityFindings(_ facts: DomainFacts, in catalogue: ProviderCatalogue) -> [Finding] {
    let names = (facts.spf?.references ?? []).compactMap(\.recognizableName).filter(catalogue.isOpaque)
    return names.uniqued.map { Finding(.spfOpaque($0), facts.domain.name) }
  }

  private func inboundFindings(_ facts: DomainFacts, _ expected: RouteID?) -> [Finding] {
    let domain = facts.domain.name
    var findings: [Finding] = []
    if id == .mixed {
      let isBypass = [.securemx, .securemxOffice365, .office365].contains(expected)
      findings.append(Finding(.routeMixed, domain, severity: isBypass ? .critical : .warning))
    }
    for (exchange, provider) in zip(facts.mx.exchanges, hosts)
    where provider == .unknown && !exchange.host.isRoot && exchange.addressLiteral == nil
      && !MicrosoftVerificationMX.matches(exchange.host)
    {
      findings.append(Finding(.mxProviderUnknown, exchange.host))
    }
    return findings
  }

  private func tenantFindings(_ facts: DomainFacts) -> [Finding] {
    let domain = facts.domain.name
    var findings: [Finding] = []
    if let mailboxDoubt, id == .securemx || id == .gateway {
      findings.append(Finding(.tenantUnknown(mailboxDoubt), domain))
    }
    if mailbox == .office365, id == .securemxOffice365 || id == .gateway,
      facts.tenant?.probeResult == .positive,
      let host = facts.tenant?.probe?.question.name
    {
      findings.append(Finding(.tenantEndpointOpen(host: host.description), domain))
    }
    if mailbox != .office365, mailboxDoubt == nil, id != .unknown,
      evidence.contains(where: { $0.kind == .verificationTXT })
    {
      findings.append(Finding(.staleVerification, domain))
    }
    return findings
  }

  /// Whether SPF lets those send through whom the route leads. Nothing is said where the record can't be evaluated,
  /// is not known to its end, or hides its senders by design.
  private func authorizationFindings(_ facts: DomainFacts, in catalogue: ProviderCatalogue) -> [Finding] {
    guard let spf = facts.spf, spf.own?.record != nil, spf.errors.isEmpty, spf.isComplete, !spf.hasMacros,
      !spf.references.contains(where: { $0.recognizableName.map(catalogue.isOpaque) == true })
    else { return [] }
    let domain = facts.domain.name
    var findings: [Finding] = []
    let gateways = inbound.compactMap(\.provider).filter {
      catalogue[$0]?.kinds.contains(.outboundGateway) == true
    }
    for gateway in gateways where !outbound.contains(gateway) {
      let name = catalogue[gateway]?.name ?? Wording(verbatim: gateway.text)
      findings.append(Finding(.gatewayNotAuthorized(gateway, name: name), domain))
    }
    if mailbox == .office365, [.securemxOffice365, .office365, .gateway].contains(id),
      !outbound.contains(.office365)
    {
      findings.append(Finding(.office365NotAuthorized, domain))
    }
    return findings
  }

  private func expectationFindings(_ domain: DomainName, _ expected: RouteID?) -> [Finding] {
    guard let expected else { return [] }
    return switch meets(expected) {
    case true?: []
    case false?: [Finding(.routeUnexpected(expected: expected, found: id), domain)]
    case nil: [Finding(.routeUndecided(expected: expected), domain)]
    }
  }
}
