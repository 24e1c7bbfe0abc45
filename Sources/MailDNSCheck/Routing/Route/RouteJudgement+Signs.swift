/// What DNS shows of the systems behind the MX hosts, and of those that send.
extension RouteJudgement {
  /// Signs of a mailbox platform apart from MX.
  var mailboxSigns: MailboxSigns {
    MailboxSigns(
      signs: (dkimEvidence.filter { isMailbox($0.provider) } + probeEvidence
        + spfEvidence.filter { isMailbox($0.provider) } + autodiscoverEvidence).strongestFirst)
  }

  private func isMailbox(_ host: HostProvider) -> Bool {
    host.provider.flatMap { catalogue[$0] }?.kinds.contains(.mailbox) == true
  }

  private var dkimEvidence: [RouteEvidence] {
    let published = facts.dkim?.published ?? []
    let aliases = published.compactMap { selector -> RouteEvidence? in
      guard let alias = selector.ownAliases.first(where: { provider(of: $0) != nil }),
        let provider = provider(of: alias)
      else { return nil }
      return RouteEvidence(
        kind: .dkimCNAME, name: selector.answer.question.name, value: alias.target.description,
        provider: .provider(provider.id))
    }
    let keys = published.compactMap { selector -> RouteEvidence? in
      guard selector.key != nil, selector.answer.aliases.isEmpty, !selector.isFromWildcard,
        let provider = catalogue.owner(of: selector.selector), provider.id != .office365
      else { return nil }
      return RouteEvidence(
        kind: .dkimSelector, name: selector.answer.question.name, value: selector.selector.text,
        provider: .provider(provider.id))
    }
    return aliases + keys
  }

  /// Zones of their own below `_domainkey`, at the names where a provider has its customers' keys: they are its.
  private var delegationEvidence: [RouteEvidence] {
    (facts.dkim?.delegations ?? []).compactMap { answer in
      guard let space = facts.dkim?.namespace.question.name, answer.question.name.isBelow(space) else {
        return nil
      }
      let owner = catalogue.provider(ofZone: answer.question.name, below: space)
      guard let owner, case .ns(let server)? = answer.records.first?.data else { return nil }
      return RouteEvidence(
        kind: .dkimDelegation, name: answer.question.name, value: server.description,
        provider: .provider(owner.id))
    }
  }

  private func provider(of alias: Answer.Alias) -> Provider? {
    catalogue.provider(ofDKIMTarget: alias.target)
  }

  private var probeEvidence: [RouteEvidence] {
    (facts.tenant?.openEndpoints ?? []).compactMap { probe in
      guard case .a(let address)? = probe.records.first?.data else { return nil }
      return RouteEvidence(
        kind: .tenantProbe, name: probe.question.name, value: address.description,
        provider: .provider(.office365))
    }
  }

  private var autodiscoverEvidence: [RouteEvidence] {
    // Where every name leads there, this one shows nothing.
    guard let target = facts.tenant?.autodiscoverTarget,
      facts.dkim?.randomSibling.aliases.first?.target != target,
      let answer = facts.tenant?.autodiscover,
      let provider = catalogue.provider(ofAutodiscover: target)
    else { return [] }
    return [
      RouteEvidence(
        kind: .autodiscover, name: answer.question.name, value: target.description,
        provider: .provider(provider.id))
    ]
  }

  /// `MS=ms12345678` shows that some tenant once verified the domain, and lingers longest: it decides nothing.
  var verificationEvidence: [RouteEvidence] {
    let texts = facts.apex.text.texts.map(\.joined).filter {
      catalogue.provider(ofVerification: $0)?.id == .office365
    }
    return texts.prefix(1).map { text in
      RouteEvidence(
        kind: .verificationTXT, name: domain, value: VisibleText(text.prefix(80)).description,
        provider: .provider(.office365))
    }
  }

  /// Why Office365 may be there and not show.
  var mailboxDoubt: Failure? {
    let selectors = facts.dkim?.selectors.filter {
      catalogue[.office365]?.dkimSelectors.contains($0.selector) == true
    }
    if let failure = selectors?.lazy.compactMap(\.answer.failure).first { return failure }
    if case .unknown(let failure) = facts.tenant?.probeResult { return failure }
    return facts.spf?.failures.first?.failure ?? facts.tenant?.autodiscover?.failure
  }

  private var spfEvidence: [RouteEvidence] {
    let unusable = (facts.spf?.own?.unusableReferences ?? []).filter { $0.qualifier == .pass }
    return ((facts.spf?.passing.references ?? []) + unusable).compactMap { reference in
      guard let name = reference.recognizableName, let provider = catalogue.provider(ofSPF: name) else {
        return nil
      }
      let isHost = [.a, .mx, .ptr].contains(reference.kind)
      return RouteEvidence(
        kind: isHost ? .spfHost : .spf, name: domain, value: name.description,
        provider: .provider(provider.id)
      )
    }.uniqued
  }

  var outboundEvidence: [RouteEvidence] {
    // Those in a provider's own record say no more than that it is included.
    let names = (facts.spf?.passing.names ?? []).filter { catalogue.provider(ofSPF: $0) == nil }
    let networks = names.flatMap { facts.spf?.networks(at: $0) ?? [] }.compactMap {
      network -> RouteEvidence? in
      guard let provider = catalogue.provider(ofNetwork: network) else { return nil }
      return RouteEvidence(
        kind: .spfNetwork, name: domain, value: network.description, provider: .provider(provider.id))
    }
    return (spfEvidence + networks + signingEvidence).uniqued
  }

  /// Gateways that sign what they send, by a key or a delegation that only their customers have; and senders to whose keys a
  /// CNAME leads. At a sender's selector anybody may have a key.
  private var signingEvidence: [RouteEvidence] {
    (dkimEvidence + delegationEvidence).filter { evidence in
      let kinds = evidence.provider.provider.flatMap { catalogue[$0] }?.kinds ?? []
      return kinds.contains(.outboundGateway) || evidence.kind == .dkimCNAME && kinds.contains(.sender)
    }
  }
}
