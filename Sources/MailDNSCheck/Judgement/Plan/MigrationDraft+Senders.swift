/// Who may send: adds who will before mail takes the new way, and takes out afterwards who does not any more. Nobody goes
/// unnamed.
extension MigrationDraft {
  mutating func planSPF() {
    let texts = (spf.own?.answer.texts ?? []).filter { SPFRecordSelection.isSelected($0.joined) }
    let present = texts.map { ZoneChange.Entry.record(.txt($0)) }
    var revision = SPFRevision(texts.map(\.joined))
    noteFaults(of: revision)
    let missing = target.senders.filter { sender in
      !authorizes(sender) && !revision.contains(at: domain) { leads($0, $1, to: sender) }
    }
    for sender in missing { revision.include(includedName(of: sender)) }
    let hosts = hostsToName(in: revision, isFirst: texts.isEmpty).compactMap { host -> NamedHost? in
      let new = revision.authorize(host.networks)
      return new.isEmpty ? nil : NamedHost(host: host.host, owner: host.owner, networks: new)
    }
    var isShortened = false
    if revision.lookups(in: spf) > SPFTree.lookupLimit { isShortened = shorten(&revision) }
    let isBroken = spf.own?.record == nil && !texts.isEmpty
    guard !missing.isEmpty || isBroken || !hosts.isEmpty || isShortened else {
      removeSenders(from: revision, hosts, present)
      return
    }
    change(
      .before, domain, .txt, from: present, to: [entry(revision)],
      .sendersAuthorized(missing, hosts.map(\.host)), timeToLive: timeToLiveOfSPF(isFirst: texts.isEmpty))
    removeSenders(from: revision, hosts, [entry(revision)])
  }

  private func timeToLiveOfSPF(isFirst: Bool) -> UInt32 {
    let lifetime = evidence.lifetimes[domain, .txt]
    return isFirst || lifetime.isAssumed ? Self.timeToLive : max(lifetime.seconds, Self.timeToLive)
  }

  private mutating func noteFaults(of revision: SPFRevision) {
    if !revision.repaired.isEmpty { note(.before, .termsRepaired(revision.repaired)) }
    if !revision.dropped.isEmpty { note(.before, .termsDropped(revision.dropped)) }
    if revision.passesAll { note(.before, .passesAll) }
    let voids = spf.voidLookups.beyondLimit
    if !voids.isEmpty {
      let terms = spf.voidTerms.filter { $0.families.contains(where: voids.contains) }
      note(.before, .spfVoids(terms.map { spf.shown($0.text, of: $0.owner) }))
    }
  }

  private mutating func shorten(_ revision: inout SPFRevision) -> Bool {
    let done = revision.shorten(by: spf) { reference in
      let provider = reference.recognizableName.flatMap(catalogue.provider(ofSPF:))?.id
      return provider.map(target.senders.contains) == true
    }
    let left = revision.lookups(in: spf)
    if !done.isEmpty { note(.before, .spfShortened(done, lookups: left)) }
    if left > SPFTree.lookupLimit { note(.before, .spfLookups(left)) }
    return !done.isEmpty
  }

  /// A host that MX names today, and that SPF names by its addresses from then on.
  private struct NamedHost {
    let host: DomainName
    let owner: HostProvider
    let networks: [IPNetwork]
  }

  /// What `mx` names today it will not name then; without a record nobody has been refused so far. Hosts of a provider that
  /// only takes mail are pointed out and left.
  private mutating func hostsToName(in revision: SPFRevision, isFirst: Bool) -> [NamedHost] {
    let lengths =
      isFirst
      ? SPFPrefixLengths.full
      : revision.exchangeLengths(at: domain)
        ?? (spf.passing.references.contains { $0.kind == .mx && $0.name == domain } ? .full : nil)
    guard let lengths else { return [] }
    var named: [NamedHost] = []
    var unnamed: [Provider.ID: [DomainName]] = [:]
    for (exchange, owner) in leavingExchanges where !exchange.isUnreachable {
      if let provider = owner.provider, isFirst || !maySend(provider) || authorizes(provider) {
        unnamed[provider, default: []].append(exchange.host)
        continue
      }
      let networks = exchange.addresses.all.filter { !$0.isUnreachable }.compactMap { address in
        switch address {
        case .v4: IPNetwork(address, length: lengths.ipv4)
        case .v6: IPNetwork(address, length: lengths.ipv6)
        }
      }
      named.append(NamedHost(host: exchange.host, owner: owner, networks: networks.uniqued))
    }
    if !isFirst {
      for (provider, hosts) in unnamed.sorted(by: { $0.key.text < $1.key.text }) where !authorizes(provider) {
        note(.switchover, .exchangesLeaveSPF(hosts, provider))
      }
    }
    return named
  }

  /// Whether hosts that take mail may send as well: those of a platform do, those of a gateway are others, Microsoft's and
  /// Google's too.
  private func maySend(_ id: Provider.ID) -> Bool {
    guard let provider = catalogue[id] else { return true }
    return provider.kinds.contains(.mailbox) && !provider.isGateway && id != .office365 && id != .google
  }

  private mutating func removeSenders(
    from revision: SPFRevision, _ hosts: [NamedHost], _ present: [ZoneChange.Entry]
  ) {
    var shorter = revision
    var gone: [SenderLeaving] = []
    for provider in leaving {
      let terms = shorter.remove(at: domain) { term, reference in leads(term, reference, to: provider) }
      if !terms.isEmpty { gone.append(.provider(provider, terms: terms)) }
      if authorizes(provider), terms.isEmpty { note(.after, .senderBehindInclude(provider)) }
    }
    for host in hosts {
      for network in host.networks { shorter.withdraw(network) }
      gone.append(.host(host.host, host.owner, terms: host.networks.map(SPFRevision.text)))
    }
    guard shorter != revision else { return }
    change(
      .after, domain, .txt, from: present, to: [entry(shorter)], .sendersRemoved(gone),
      timeToLive: timeToLiveOfSPF(isFirst: present.isEmpty))
  }

  private func leads(_ term: SPFTerm, _ reference: SPFReference?, to provider: Provider.ID) -> Bool {
    if case .network(let network) = term.mechanism {
      return catalogue.provider(ofNetwork: network)?.id == provider || isExchange(network, of: provider)
    }
    // The domain's own MX hosts are others by then.
    if reference?.kind == .mx || reference?.kind == .a, reference?.name == domain { return false }
    return reference?.recognizableName.flatMap(catalogue.provider(ofSPF:))?.id == provider
  }

  /// Whether the network is the address of a host that MX names today and then no more: what `mx` stood for, once it has been
  /// written out.
  private func isExchange(_ network: IPNetwork, of provider: Provider.ID) -> Bool {
    leavingExchanges.contains { exchange, owner in
      owner.provider == provider
        && exchange.addresses.all.contains {
          IPNetwork($0, length: $0.family == .ipv4 ? SPFPrefixLengths.full.ipv4 : SPFPrefixLengths.full.ipv6)
            == network
        }
    }
  }

  private func authorizes(_ provider: Provider.ID) -> Bool {
    verdict.evidence.contains { evidence in
      [.spf, .spfNetwork, .spfHost].contains(evidence.kind) && evidence.provider == .provider(provider)
    } && spf.own?.record != nil
  }

  private func includedName(of provider: Provider.ID) -> String {
    catalogue[provider]?.spfIncludeOrPlaceholder ?? "<host>"
  }

  private func entry(_ revision: SPFRevision) -> ZoneChange.Entry {
    let data = RecordData.txt(CharacterStrings(cutting: revision.text))
    let hasGap = target.senders.contains { sender in
      let name = includedName(of: sender)
      return name.contains("<") && revision.terms.contains(Array("include:\(name)".utf8))
    }
    return hasGap ? .template(data.presentation, .gatewaySPFHost) : .record(data)
  }
}
