/// Judges which way a domain's mail takes. Hosts are judged by name first, then by where they lead.
struct RouteJudgement {
  let facts: DomainFacts
  let catalogue: ProviderCatalogue

  var domain: DomainName { facts.domain.name }

  func verdict() -> RouteVerdict {
    let hosts = facts.mx.exchanges.map(judge)
    let signs = mailboxSigns
    let inbound = routedHosts(hosts).map(\.provider).uniqued
    let kinds = Set(routedHosts(hosts).map { MXKind($0.provider, in: catalogue) })
    let mailbox = mailbox(inbound: inbound, signs: signs)
    let id = routeID(kinds, hosts, mailbox)
    let outbound = outboundEvidence
    let evidence = (mxEvidence(hosts) + signs.signs + outbound + verificationEvidence).uniqued
    return RouteVerdict(
      id: id, inbound: inbound, hosts: hosts.map(\.provider), mailbox: mailbox, mailboxSigns: signs,
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
    return JudgedHost(exchange: exchange, provider: host.isAtOrBelow(home) ? .own : .unknown, target: nil)
  }

  /// The name at or below which hosts are the domain's own: that of its organization, where that is known.
  private var home: DomainName {
    if case .domain(let name) = facts.organization { name } else { domain }
  }

  /// The hosts that mail can be meant for: one that proves whose the domain is is none, neither is a null MX, and what is no host
  /// name is none beside one that is.
  private func routedHosts(_ hosts: [JudgedHost]) -> [JudgedHost] {
    if case .nullMX = facts.mx.status { return [] }
    let routed = hosts.filter { !$0.exchange.isVerification }
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

  /// MX is a stronger sign than all but those that only a platform's customer can have.
  private func mailbox(inbound: [HostProvider], signs: MailboxSigns) -> Provider.ID? {
    if inbound.contains(.provider(.office365)) { return .office365 }
    let platforms = inbound.compactMap(\.provider).filter { catalogue[$0]?.kinds.contains(.mailbox) == true }
    if let platform = platforms.first {
      return signs.likeliest.flatMap { signs.isStrong($0) ? $0 : nil } ?? platform
    }
    return signs.likeliest
  }

  private func confidence(
    _ id: RouteID, _ hosts: [JudgedHost], _ mailbox: Provider.ID?, _ signs: MailboxSigns
  ) -> Confidence? {
    let isLed = hosts.contains { $0.target != nil }
    let inbound: Confidence = inboundDoubt(hosts) != nil ? .possible : isLed ? .likely : .certain
    switch id {
    case .unknown: return nil
    case .securemxOffice365, .securemx, .gateway:
      return min(inbound, mailbox.flatMap(signs.confidence(in:)) ?? .certain)
    case .office365, .mixed, .other, .implicit, .none: return inbound
    }
  }
}

extension [RouteEvidence] {
  var strongestFirst: [RouteEvidence] {
    RouteEvidence.Kind.allCases.flatMap { kind in filter { $0.kind == kind } }
  }
}
