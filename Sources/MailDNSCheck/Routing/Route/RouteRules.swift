/// What a route leaves open or leads around, and whether it is the one that was expected.
extension RouteVerdict {
  func findings(_ facts: DomainFacts, expecting expected: RouteID?, in catalogue: ProviderCatalogue)
    -> [Finding]
  {
    let domain = facts.domain.name
    var findings = opacityFindings(facts, in: catalogue)
    findings += inboundFindings(facts, expected, in: catalogue)
    findings += tenantFindings(facts, in: catalogue)
    findings += mailboxFindings(domain, in: catalogue)
    findings += facts.autodiscoverFindings(in: catalogue)
    findings += authorizationFindings(facts, in: catalogue)
    findings += otherSenderFindings(facts, in: catalogue)
    findings += expectationFindings(domain, expected)
    return findings
  }

  private func opacityFindings(_ facts: DomainFacts, in catalogue: ProviderCatalogue) -> [Finding] {
    guard let spf = facts.spf else { return [] }
    let names = spf.references.lazy.compactMap(\.recognizableName).filter(catalogue.isOpaque)
    return names.uniqued.map { .spfStyle.opaque(facts.domain.name, $0) }
  }

  private func inboundFindings(
    _ facts: DomainFacts, _ expected: RouteID?, in catalogue: ProviderCatalogue
  ) -> [Finding] {
    let domain = facts.domain.name
    var findings: [Finding] = []
    if id == .mixed {
      let isBypass = [.securemx, .securemxOffice365, .office365].contains(expected)
      findings.append(.route.mixed(domain, severity: isBypass ? .critical : .warning))
    }
    findings += facts.mx.exchanges.compactMap { exchange in
      exchange.nameBeforeOrigin(domain, in: catalogue).map { meant in
        .mx.finalDotMissing(
          exchange.host, (meant: meant, correction: MXCorrection(exchange, of: domain, naming: meant)))
      }
    }
    findings += unknownHosts(facts).map { hosts, entry in
      .route.mxProviderUnknown(hosts[0], (hosts: hosts, entry: entry))
    }
    return findings
  }

  /// The MX hosts of nobody known, those of one owner together, with the entry to suggest for them; nil for what none helps
  /// with.
  private func unknownHosts(_ facts: DomainFacts) -> [(hosts: [DomainName], entry: ProviderSuggestion?)] {
    var groups: [(suggestion: ProviderSuggestion, hosts: [DomainName])] = []
    for (exchange, provider) in zip(facts.mx.exchanges, hosts)
    where provider == .unknown && !exchange.host.isRoot && exchange.addressLiteral == nil
      && !exchange.isVerification
    {
      let suggestion = ProviderSuggestion(host: exchange.host, publicSuffixes: facts.publicSuffixes)
      if let index = groups.firstIndex(where: { $0.suggestion == suggestion }) {
        groups[index].hosts.append(exchange.host)
      } else {
        groups.append((suggestion, [exchange.host]))
      }
    }
    return groups.map { suggestion, hosts in
      (hosts.uniqued, suggestion.isUseful(to: facts.domain.name) ? suggestion : nil)
    }
  }

  private func tenantFindings(_ facts: DomainFacts, in catalogue: ProviderCatalogue) -> [Finding] {
    let domain = facts.domain.name
    var findings: [Finding] = []
    if let mailboxDoubt, id == .securemx || id == .gateway {
      findings.append(.route.tenantUnknown(domain, mailboxDoubt))
    }
    if mailbox == .office365 {
      let endpoints = openEndpoints(facts, in: catalogue)
      if !endpoints.isEmpty {
        findings.append(.route.tenantEndpointOpen(domain, endpoints.map(\.description)))
      }
    }
    if mailbox != .office365, mailboxDoubt == nil, id != .unknown,
      evidence.contains(where: { $0.kind == .verificationTXT })
    {
      findings.append(.route.staleVerification(domain))
    }
    return findings
  }

  /// Where the mailboxes are as far as that is no more than a guess, or one among several.
  private func mailboxFindings(_ domain: DomainName, in catalogue: ProviderCatalogue) -> [Finding] {
    guard ![.none, .unknown].contains(id) else { return [] }
    func name(_ id: Provider.ID) -> Wording { HostProvider.provider(id).wording(in: catalogue) }
    func signs(_ id: Provider.ID) -> [Wording] {
      let own = mailboxSigns.signs(of: id)
      let shown = mailboxSigns.isGuess(id) ? own : own.filter { $0.kind != .spfHost }
      return shown.prefix(3).map { $0.sentence(in: catalogue) }
    }
    let named = inbound.compactMap(\.provider)
    let parked = named.first { catalogue[$0]?.isOf(.parked) == true }
    var findings = parked.map { [Finding.route.parked(domain, name($0))] } ?? []
    guard let mailbox else { return findings }
    // Those for whom more speaks than hosts that SPF lets send.
    let rivals = mailboxSigns.signs.lazy.filter { $0.kind != .spfHost }.compactMap(\.provider.provider)
      .filter { $0 != mailbox }.uniqued
    if !rivals.isEmpty {
      let taken =
        named.contains(mailbox) && signs(mailbox).isEmpty ? [Wording(verbatim: "MX")] : signs(mailbox)
      findings.append(
        .route.mailboxContradictory(
          domain,
          (
            taken: name(mailbox),
            platforms: [(name(mailbox), taken)] + rivals.prefix(3).map { (name($0), signs($0)) }
          )))
    } else if !named.contains(mailbox), mailboxSigns.confidence(in: mailbox) == .possible {
      findings.append(.route.mailboxPossible(domain, (name: name(mailbox), signs: signs(mailbox))))
    }
    return findings
  }

  /// The tenant's own entrances behind a gateway. Below `mx.microsoft` an MX record may name it, beside the gateway's: taking
  /// the record out does not close it.
  private func openEndpoints(_ facts: DomainFacts, in catalogue: ProviderCatalogue) -> [DomainName] {
    var probed: [DomainName] { (facts.tenant?.openEndpoints ?? []).map(\.question.name) }
    switch id {
    case .securemxOffice365, .gateway: return probed
    case .mixed where inbound.contains { $0.provider.flatMap { catalogue[$0] }?.isGateway == true }:
      let named = facts.mx.exchanges.filter {
        MicrosoftTenant.isNewerHost($0.host) && !$0.addresses.isWithout
      }
      return named.isEmpty ? [] : (probed + named.map(\.host)).uniqued
    default: return []
    }
  }

  /// Whether SPF lets those send through whom the route leads. Nothing is said where the record can't be evaluated,
  /// is not known to its end, or hides its senders by design.
  private func authorizationFindings(_ facts: DomainFacts, in catalogue: ProviderCatalogue) -> [Finding] {
    let missing = senders.filter { !$0.isAuthorized }
    guard !missing.isEmpty, let spf = facts.spf, spf.own?.record != nil, spf.errors.isEmpty,
      !spf.canHide(from: catalogue), !spf.authorization.isForEverybody
    else { return [] }
    let domain = facts.domain.name
    return missing.compactMap { sender in
      let provider = catalogue[sender.provider]
      if sender.provider == .office365 {
        let term = "include:\(provider?.spfIncludeOrPlaceholder ?? "spf.protection.outlook.com")"
        return .route.office365NotAuthorized(domain, SPFAddition(term, to: spf))
      }
      guard provider?.isGateway == true else { return nil }
      let name = provider?.name ?? Wording(verbatim: sender.provider.text)
      return .route.gatewayNotAuthorized(domain, (provider: sender.provider, name: name))
    }
  }

  /// Who may send without passing the gateway of the route, and is no part of it.
  private func otherSenderFindings(_ facts: DomainFacts, in catalogue: ProviderCatalogue) -> [Finding] {
    guard id == .securemx || id == .securemxOffice365 || id == .gateway else { return [] }
    let others = outbound.filter { id in
      let provider = HostProvider.provider(id)
      if id == mailbox || inbound.contains(provider) { return false }
      return evidence.contains {
        ($0.kind == .spf || $0.kind == .spfNetwork || $0.kind == .spfHost) && $0.provider == provider
      }
    }.map {
      HostProvider.provider($0).wording(in: catalogue)
    }
    return others.isEmpty ? [] : [.route.spfOtherSenders(facts.domain.name, others)]
  }

  private func expectationFindings(_ domain: DomainName, _ expected: RouteID?) -> [Finding] {
    guard let expected else { return [] }
    return switch meets(expected) {
    case true?: []
    case false?: [.route.unexpected(domain, (expected: expected, found: id))]
    case nil: [.route.undecided(domain, expected)]
    }
  }
}

extension MailExchange {
  /// The provider's host that was meant where a zone file lacks the final dot: `mx.securemx.jp.example.co.jp`. Nil where
  /// the host is there, or the name is not such a one.
  fileprivate func nameBeforeOrigin(_ origin: DomainName, in catalogue: ProviderCatalogue) -> DomainName? {
    guard addresses.isWithout else { return nil }
    return host.beforeOrigin(of: origin) { catalogue.provider(ofMX: $0) != nil }
  }
}
