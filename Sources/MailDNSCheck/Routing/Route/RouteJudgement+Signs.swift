/// What DNS shows of the systems behind the MX hosts, and of those that send.
extension RouteJudgement {
  /// Signs of a mailbox platform apart from MX, given those of DKIM and SPF for whomever.
  func mailboxSigns(_ dkim: [RouteEvidence], _ spf: [RouteEvidence]) -> MailboxSigns {
    var signs = dkim.filter { isMailbox($0.provider) }
    signs += probeEvidence
    signs += spf.lazy.filter { isMailbox($0.provider) }
    signs += autodiscoverEvidence
    return MailboxSigns(signs: signs.strongestFirst)
  }

  private func isMailbox(_ host: HostProvider) -> Bool {
    host.provider.flatMap { catalogue[$0] }?.isOf(.mailbox) == true
  }

  /// What selectors show: first where their CNAMEs lead, then whose they are.
  var dkimEvidence: [RouteEvidence] {
    guard let published = facts.dkim?.published, !published.isEmpty else { return [] }
    var (aliases, keys): ([RouteEvidence], [RouteEvidence]) = ([], [])
    for selector in published {
      for alias in selector.ownAliases {
        guard let provider = catalogue.provider(ofDKIMTarget: alias.target) else { continue }
        aliases.append(
          RouteEvidence(
            kind: .dkimCNAME, name: selector.answer.question.name, value: alias.target.description,
            provider: .provider(provider.id)))
        break
      }
      if selector.key != nil, selector.answer.aliases.isEmpty, !selector.isFromWildcard,
        let provider = catalogue.owner(of: selector.selector), provider.id != .office365
      {
        keys.append(
          RouteEvidence(
            kind: .dkimSelector, name: selector.answer.question.name, value: selector.selector.text,
            provider: .provider(provider.id)))
      }
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
    let text = facts.apex.text.texts.lazy.map(\.joined).first {
      catalogue.provider(ofVerification: $0)?.id == .office365
    }
    guard let text else { return [] }
    return [
      RouteEvidence(
        kind: .verificationTXT, name: domain, value: VisibleText(text.prefix(80)).description,
        provider: .provider(.office365))
    ]
  }

  /// Why Office365 may be there and not show.
  var mailboxDoubt: Failure? {
    let selectors = facts.dkim?.selectors ?? []
    let own = catalogue[.office365]?.dkimSelectors ?? []
    for index in selectors.indices where own.contains(selectors[index].selector) {
      if let failure = selectors[index].answer.failure { return failure }
    }
    if case .unknown(let failure) = facts.tenant?.probeResult { return failure }
    return facts.spf?.failures.first?.failure ?? facts.tenant?.autodiscover?.failure
  }

  /// The names that SPF lets send, as far as they are somebody's who is known.
  var spfEvidence: [RouteEvidence] {
    let unusable = (facts.spf?.own?.unusableReferences ?? []).filter { $0.qualifier == .pass }
    return ((facts.spf?.passing.references ?? []) + unusable).compactMap { reference in
      guard let name = reference.recognizableName, let provider = catalogue.provider(ofSPF: name) else {
        return nil
      }
      let isHost = reference.kind == .a || reference.kind == .mx || reference.kind == .ptr
      return RouteEvidence(
        kind: isHost ? .spfHost : .spf, name: domain, value: name.description,
        provider: .provider(provider.id)
      )
    }.uniqued
  }

  /// Who may send and who signs, given what DKIM and SPF show.
  func outboundEvidence(_ dkim: [RouteEvidence], _ spf: [RouteEvidence]) -> [RouteEvidence] {
    // Those in a provider's own record say no more than that it is included.
    let names = (facts.spf?.passing.names ?? []).filter { catalogue.provider(ofSPF: $0) == nil }
    let networks = names.flatMap { facts.spf?.networks(at: $0) ?? [] }.compactMap {
      network -> RouteEvidence? in
      guard let provider = catalogue.provider(ofNetwork: network) else { return nil }
      return RouteEvidence(
        kind: .spfNetwork, name: domain, value: network.description, provider: .provider(provider.id))
    }
    return (spf + networks + signingEvidence(dkim)).uniqued
  }

  /// Gateways that sign what they send, by a key or a delegation that only their customers have; and senders to whose keys a
  /// CNAME leads. At a sender's selector anybody may have a key.
  private func signingEvidence(_ dkim: [RouteEvidence]) -> [RouteEvidence] {
    (dkim + delegationEvidence).filter { evidence in
      guard let provider = evidence.provider.provider.flatMap({ catalogue[$0] }) else { return false }
      return provider.isOf(.outboundGateway) || evidence.kind == .dkimCNAME && provider.isOf(.sender)
    }
  }
}
