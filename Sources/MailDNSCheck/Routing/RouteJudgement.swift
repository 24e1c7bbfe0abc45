/// Judges which way a domain's mail takes. Hosts are judged by name first, then by where they lead.
struct RouteJudgement {
  let facts: DomainFacts
  let catalogue: ProviderCatalogue

  private var domain: DomainName { facts.domain.name }

  func verdict() -> RouteVerdict {
    let hosts = facts.mx.exchanges.map(judge)
    let signs = mailboxEvidence
    let inbound = routedHosts(hosts).map(\.provider).uniqued
    let kinds = Set(routedHosts(hosts).map { MXKind($0.provider, in: catalogue) })
    let mailbox = mailbox(inbound: inbound, signs: signs)
    let id = routeID(kinds, hosts, mailbox)
    let outbound = outboundEvidence
    let evidence = (mxEvidence(hosts) + signs + outbound + verificationEvidence).uniqued
    return RouteVerdict(
      id: id, inbound: inbound, hosts: hosts.map(\.provider), mailbox: mailbox,
      outbound: outbound.compactMap(\.provider.provider).uniqued,
      tenant: facts.dkim?.microsoftTenants.first?.name,
      confidence: confidence(id, hosts, mailbox, signs), evidence: evidence.strongestFirst,
      inboundDoubt: inboundDoubt(hosts), mailboxDoubt: mailbox == .office365 ? nil : mailboxDoubt)
  }

  /// An MX host, whose it is, and what showed that where the name did not.
  private struct JudgedHost {
    let exchange: MailExchange
    let provider: HostProvider
    let target: String?
  }

  private func judge(_ exchange: MailExchange) -> JudgedHost {
    let host = exchange.host
    if let provider = catalogue.provider(ofMX: host) {
      return JudgedHost(exchange: exchange, provider: .provider(provider.id), target: nil)
    }
    for alias in exchange.addresses.aliases {
      if let provider = catalogue.provider(ofMX: alias.target) {
        return JudgedHost(
          exchange: exchange, provider: .provider(provider.id), target: alias.target.description)
      }
    }
    for address in exchange.addresses.all {
      if let provider = catalogue.provider(ofAddress: address) {
        return JudgedHost(exchange: exchange, provider: .provider(provider.id), target: address.description)
      }
    }
    return JudgedHost(exchange: exchange, provider: host.isAtOrBelow(domain) ? .own : .unknown, target: nil)
  }

  /// The hosts that mail can be meant for: Microsoft's verification MX is none, neither is a null MX, and what is no host
  /// name is none beside one that is.
  private func routedHosts(_ hosts: [JudgedHost]) -> [JudgedHost] {
    if case .nullMX = facts.mx.status { return [] }
    let routed = hosts.filter { !MicrosoftVerificationMX.matches($0.exchange.host) }
    let named = routed.filter { !$0.exchange.host.isRoot && $0.exchange.addressLiteral == nil }
    return named.isEmpty ? routed : named
  }

  private func routeID(_ kinds: Set<MXKind>, _ hosts: [JudgedHost], _ mailbox: Provider.ID?) -> RouteID {
    switch facts.mx.status {
    case .unknown: return .unknown
    case .nullMX, .absent, .noSuchDomain: return .none
    case .implicit: return .implicit
    case .found: break
    }
    guard let kind = kinds.first else { return .none }
    guard kinds.count == 1 else { return .mixed }
    switch kind {
    case .securemx: return mailbox == .office365 ? .securemxOffice365 : .securemx
    case .office365: return .office365
    case .gateway: return .gateway
    case .other: return .other
    }
  }

  /// Why a host of nobody known may after all lead to a provider.
  private func inboundDoubt(_ hosts: [JudgedHost]) -> Failure? {
    routedHosts(hosts).lazy.filter { $0.provider.provider == nil }.compactMap(\.exchange.addresses.failure)
      .first
  }

  private func mxEvidence(_ hosts: [JudgedHost]) -> [RouteEvidence] {
    routedHosts(hosts).flatMap { host in
      let named = RouteEvidence(
        kind: .mx, name: domain, value: host.exchange.host.description, provider: host.provider)
      guard let target = host.target else { return [named] }
      return [
        named,
        RouteEvidence(kind: .mxTarget, name: host.exchange.host, value: target, provider: host.provider),
      ]
    }
  }

  private func mailbox(inbound: [HostProvider], signs: [RouteEvidence]) -> Provider.ID? {
    if signs.contains(where: { $0.provider == .provider(.office365) })
      || inbound.contains(.provider(.office365))
    {
      return .office365
    }
    let platforms = inbound.compactMap(\.provider).filter { catalogue[$0]?.kinds.contains(.mailbox) == true }
    return platforms.first ?? signs.compactMap(\.provider.provider).first
  }

  /// Signs of a mailbox platform apart from MX, the strongest kind first.
  private var mailboxEvidence: [RouteEvidence] {
    dkimEvidence + probeEvidence + spfEvidence.filter { isMailbox($0.provider) } + autodiscoverEvidence
  }

  private func isMailbox(_ host: HostProvider) -> Bool {
    host.provider.flatMap { catalogue[$0] }?.kinds.contains(.mailbox) == true
  }

  private var dkimEvidence: [RouteEvidence] {
    let published = facts.dkim?.published ?? []
    let aliases = published.compactMap { selector -> RouteEvidence? in
      guard !selector.isFromWildcard,
        let alias = selector.answer.aliases.first(where: { provider(of: $0) != nil }),
        let provider = provider(of: alias)
      else { return nil }
      return RouteEvidence(
        kind: .dkimCNAME, name: selector.answer.question.name, value: alias.target.description,
        provider: .provider(provider.id))
    }
    let keys = published.compactMap { selector -> RouteEvidence? in
      guard selector.key != nil, selector.answer.aliases.isEmpty,
        let provider = owner(of: selector.selector), provider.id != .office365
      else { return nil }
      return RouteEvidence(
        kind: .dkimSelector, name: selector.answer.question.name, value: selector.selector.text,
        provider: .provider(provider.id))
    }
    return (aliases + keys).filter { isMailbox($0.provider) }
  }

  private func provider(of alias: Answer.Alias) -> Provider? {
    catalogue.provider(ofDKIMTarget: alias.target)
  }

  /// The one mailbox platform whose customers publish that selector.
  private func owner(of selector: DKIMSelector) -> Provider? {
    let owners = catalogue.providers.filter { provider in
      provider.kinds.contains(.mailbox) && provider.dkimSelectors.contains { DKIMSelector($0) == selector }
    }
    return owners.count == 1 ? owners.first : nil
  }

  private var probeEvidence: [RouteEvidence] {
    guard facts.tenant?.probeResult == .positive, let probe = facts.tenant?.probe,
      case .a(let address)? = probe.records.first?.data
    else { return [] }
    return [
      RouteEvidence(
        kind: .tenantProbe, name: probe.question.name, value: address.description,
        provider: .provider(.office365))
    ]
  }

  private var autodiscoverEvidence: [RouteEvidence] {
    guard let target = facts.tenant?.autodiscoverTarget, let answer = facts.tenant?.autodiscover,
      let provider = catalogue.provider(ofAutodiscover: target)
    else { return [] }
    return [
      RouteEvidence(
        kind: .autodiscover, name: answer.question.name, value: target.description,
        provider: .provider(provider.id))
    ]
  }

  /// `MS=ms12345678` shows that some tenant once verified the domain, and lingers longest: it decides nothing.
  private var verificationEvidence: [RouteEvidence] {
    facts.apex.text.texts.map(\.joined).filter { $0.startsIgnoringCase(with: "MS=ms") }.prefix(1).map {
      text in
      RouteEvidence(
        kind: .verificationTXT, name: domain, value: VisibleText(text.prefix(80)).description,
        provider: .provider(.office365))
    }
  }

  /// Why Office365 may be there and not show.
  private var mailboxDoubt: Failure? {
    let selectors = facts.dkim?.selectors.filter {
      catalogue[.office365]?.dkimSelectors.contains($0.selector.text) == true
    }
    if let failure = selectors?.lazy.compactMap(\.answer.failure).first { return failure }
    if case .unknown(let failure) = facts.tenant?.probeResult { return failure }
    return facts.spf?.failures.first?.failure ?? facts.tenant?.autodiscover?.failure
  }

  private var spfEvidence: [RouteEvidence] {
    let references = (facts.spf?.references ?? []) + (facts.spf?.own?.unusableReferences ?? [])
    return references.filter { $0.qualifier == .pass }.compactMap { reference in
      guard let name = reference.recognizableName, let provider = catalogue.provider(ofSPF: name) else {
        return nil
      }
      return RouteEvidence(
        kind: .spf, name: domain, value: name.description, provider: .provider(provider.id))
    }.uniqued
  }

  private var outboundEvidence: [RouteEvidence] {
    let networks = (facts.spf?.networks ?? []).compactMap { network -> RouteEvidence? in
      guard let provider = catalogue.provider(ofAddress: network.address) else { return nil }
      return RouteEvidence(
        kind: .spfNetwork, name: domain, value: network.description, provider: .provider(provider.id))
    }
    return (spfEvidence + networks).uniqued
  }

  private func confidence(
    _ id: RouteID, _ hosts: [JudgedHost], _ mailbox: Provider.ID?, _ signs: [RouteEvidence]
  ) -> Confidence? {
    let isLed = hosts.contains { $0.target != nil }
    let inbound: Confidence = inboundDoubt(hosts) != nil ? .possible : isLed ? .likely : .certain
    switch id {
    case .unknown: return nil
    case .securemxOffice365, .securemx, .gateway:
      let kinds = Set(signs.filter { $0.provider.provider == mailbox }.map(\.kind))
      return min(inbound, mailbox == nil ? .certain : Confidence(signs: kinds) ?? .certain)
    case .office365, .mixed, .other, .implicit, .none: return inbound
    }
  }
}

extension [RouteEvidence] {
  fileprivate var strongestFirst: [RouteEvidence] {
    RouteEvidence.Kind.allCases.flatMap { kind in filter { $0.kind == kind } }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it came first.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
