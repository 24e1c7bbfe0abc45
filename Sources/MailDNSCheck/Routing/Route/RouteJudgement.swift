/// Judges which way a domain's mail takes. Hosts are judged by name first, then by where they lead.
struct RouteJudgement {
  let facts: DomainFacts
  let catalogue: ProviderCatalogue

  var domain: DomainName { facts.domain.name }

  func verdict() -> RouteVerdict {
    let hosts = facts.mx.exchanges.map(judge)
    let routed = routedHosts(hosts)
    let (dkim, spf) = (dkimEvidence, spfEvidence)
    let signs = mailboxSigns(dkim, spf)
    let inbound = routed.map(\.provider).uniqued
    let kinds = inbound.map { MXKind($0, in: catalogue) }.uniqued
    let mailbox = mailbox(inbound: inbound, signs: signs)
    let id = routeID(kinds, mailbox)
    let outbound = outboundEvidence(dkim, spf)
    var evidence = mxEvidence(routed)
    evidence += signs.signs
    evidence += outbound
    evidence += verificationEvidence
    let inboundDoubt = inboundDoubt(routed)
    let isLed = hosts.contains { $0.target != nil }
    return RouteVerdict(
      id: id, inbound: inbound, hosts: hosts.map(\.provider), mailbox: mailbox, mailboxSigns: signs,
      outbound: outbound.compactMap(\.provider.provider).uniqued,
      senders: facts.spf.map { tree in
        SenderAuthorization.all(inbound: inbound, mailbox: mailbox, tree, in: catalogue)
      } ?? [],
      tenant: facts.dkim?.microsoftTenants.first?.name,
      confidence: confidence(
        id, inboundDoubt != nil ? .possible : isLed ? .likely : .certain, mailbox, signs),
      evidence: evidence.uniqued.strongestFirst, inboundDoubt: inboundDoubt,
      mailboxDoubt: mailbox == .office365 ? nil : mailboxDoubt)
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

  private func routeID(_ kinds: [MXKind], _ mailbox: Provider.ID?) -> RouteID {
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
  private func inboundDoubt(_ routed: [JudgedHost]) -> Failure? {
    routed.lazy.filter { $0.provider.provider == nil }.compactMap(\.exchange.addresses.failure).first
  }

  private func mxEvidence(_ routed: [JudgedHost]) -> [RouteEvidence] {
    var evidence: [RouteEvidence] = []
    for host in routed {
      evidence.append(
        RouteEvidence(
          kind: .mx, name: domain, value: host.exchange.host.description, provider: host.provider))
      if let target = host.target {
        evidence.append(
          RouteEvidence(kind: .mxTarget, name: host.exchange.host, value: target, provider: host.provider))
      }
    }
    return evidence
  }

  /// MX is a stronger sign than all but those that only a platform's customer can have.
  private func mailbox(inbound: [HostProvider], signs: MailboxSigns) -> Provider.ID? {
    if inbound.contains(.provider(.office365)) { return .office365 }
    let platform = inbound.lazy.compactMap(\.provider).first { catalogue[$0]?.isOf(.mailbox) == true }
    if let platform {
      return signs.likeliest.flatMap { signs.isStrong($0) ? $0 : nil } ?? platform
    }
    return signs.likeliest
  }

  private func confidence(
    _ id: RouteID, _ inbound: Confidence, _ mailbox: Provider.ID?, _ signs: MailboxSigns
  ) -> Confidence? {
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
    var ordered: [RouteEvidence] = []
    ordered.reserveCapacity(count)
    for kind in RouteEvidence.Kind.allCases {
      for index in indices where self[index].kind == kind { ordered.append(self[index]) }
    }
    return ordered
  }
}
