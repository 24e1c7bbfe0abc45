/// A plan under construction.
struct MigrationDraft {
  let facts: DomainFacts
  let verdict: RouteVerdict
  let spf: SPFTree
  let dkim: DKIMFacts
  let target: RouteTarget
  let catalogue: ProviderCatalogue
  private(set) var changes: [ZoneChange] = []
  private(set) var notes: [MigrationPlan.Note] = []

  /// Seconds; short enough to go back soon.
  static let timeToLive: UInt32 = 3600
  private static let switchoverTimeToLive: UInt32 = 300

  private var domain: DomainName { facts.domain.name }

  private mutating func note(_ phase: ZoneChange.Phase, _ content: MigrationPlan.Note.Content) {
    notes.append(MigrationPlan.Note(phase: phase, content: content))
  }

  private mutating func change(
    _ phase: ZoneChange.Phase, _ owner: DomainName, _ type: RecordType, from removed: [RecordData],
    to added: [ZoneChange.Added], _ reason: ZoneChange.Reason
  ) {
    let timeToLive = phase == .switchover ? Self.switchoverTimeToLive : Self.timeToLive
    changes.append(
      ZoneChange(
        phase: phase, owner: owner, timeToLive: timeToLive, type: type, removed: removed, added: added,
        reason: reason))
  }

  /// Systems that mail does not pass any more when the plan has been carried out.
  private var leaving: [Provider.ID] {
    let isKept: (Provider.ID) -> Bool = { id in
      target.senders.contains(id) || target == .securemx && id == verdict.mailbox
    }
    let before = verdict.inbound.compactMap(\.provider) + [verdict.mailbox].compactMap(\.self)
    let gateway: [Provider.ID] = verdict.outbound.contains(.securemx) ? [.securemx] : []
    return (before + gateway).filter { !isKept($0) }.uniqued
  }
}

// MARK: - SPF

extension MigrationDraft {
  /// Adds who will send before mail takes the new way, and takes out afterwards who does not send any more.
  mutating func planSPF() {
    let texts = (spf.own?.answer.texts ?? []).filter { SPFRecordSelection.isSelected($0.joined) }
    var removed = texts.map(RecordData.txt)
    var revision = SPFRevision(texts.map(\.joined))
    noteFaults(of: revision)
    let missing = target.senders.filter { sender in
      !authorizes(sender) && !revision.contains(at: domain) { leads($0, $1, to: sender) }
    }
    let isBroken = spf.own?.record == nil && !texts.isEmpty
    // What `mx` names today it will not name then; without a record nobody has been refused so far.
    let hosts = texts.isEmpty || revision.namesOwnExchanges ? currentHosts : []
    if !missing.isEmpty || isBroken {
      for sender in missing { revision.include(includedName(of: sender)) }
      for host in hosts { revision.authorize(host) }
      change(.before, domain, .txt, from: removed, to: [record(revision)], .sendersAuthorized(missing))
      removed = [data(revision)]
    }
    let count = spf.lookups + missing.count
    if count > SPFTree.lookupLimit { note(.before, .spfLookups(count)) }
    removeSenders(from: revision, hosts, removed)
  }

  private mutating func noteFaults(of revision: SPFRevision) {
    if !revision.dropped.isEmpty { note(.before, .termsDropped(revision.dropped)) }
    if revision.passesAll { note(.before, .passesAll) }
  }

  /// The addresses of today's MX hosts that are the domain's own, or nobody's that is known: they may send, too.
  private var currentHosts: [IPAddress] {
    zip(facts.mx.exchanges, verdict.hosts).filter { $1.provider == nil }
      .flatMap { exchange, _ in exchange.addresses.all }.filter { !$0.isUnreachable }.uniqued
  }

  private mutating func removeSenders(
    from revision: SPFRevision, _ hosts: [IPAddress], _ removed: [RecordData]
  ) {
    var shorter = revision
    var gone: [Provider.ID] = []
    for provider in leaving {
      let before = shorter
      shorter.remove(at: domain) { term, reference in leads(term, reference, to: provider) }
      if shorter != before { gone.append(provider) }
      if authorizes(provider), shorter == before { note(.after, .senderBehindInclude(provider)) }
    }
    for host in hosts { shorter.withdraw(host) }
    guard shorter != revision else { return }
    change(.after, domain, .txt, from: removed, to: [record(shorter)], .sendersRemoved(gone))
  }

  private func leads(_ term: SPFTerm, _ reference: SPFReference?, to provider: Provider.ID) -> Bool {
    if case .network(let network)? = term.mechanism {
      return catalogue.provider(ofNetwork: network)?.id == provider
    }
    // The domain's own MX hosts are others by then.
    if reference?.kind == .mx || reference?.kind == .a, reference?.name == domain { return false }
    return reference?.recognizableName.flatMap(catalogue.provider(ofSPF:))?.id == provider
  }

  private func authorizes(_ provider: Provider.ID) -> Bool {
    verdict.evidence.contains { evidence in
      [.spf, .spfNetwork, .spfHost].contains(evidence.kind) && evidence.provider == .provider(provider)
    } && spf.own?.record != nil
  }

  private func includedName(of provider: Provider.ID) -> String {
    catalogue[provider]?.spfIncludeOrPlaceholder ?? "<host>"
  }

  private func data(_ revision: SPFRevision) -> RecordData {
    .txt(CharacterStrings(cutting: revision.text))
  }

  private func record(_ revision: SPFRevision) -> ZoneChange.Added {
    let data = data(revision)
    let gateway = Array("include:\(includedName(of: .securemx))".utf8)
    return revision.terms.contains(gateway) ? .template(data.presentation, .gatewaySPFHost) : .record(data)
  }
}

// MARK: - DKIM and autodiscover

extension MigrationDraft {
  mutating func planSigning() {
    if target.needsTenant { planTenantKeys() }
    if target.senders.contains(.securemx), !hasKey(of: .securemx) {
      template(DKIMSelectorPair.secureMX.first, .txt, "<key>", .gatewayKey, .securemx)
    }
    for provider in leaving where catalogue[provider]?.isGateway == true {
      for answer in published(by: provider) where answer.isPublishedHere {
        let (type, data) = answer.publishedRecords
        change(.after, answer.answer.question.name, type, from: data, to: [], .signingEnded(provider))
      }
    }
  }

  /// Where one of the two CNAMEs is there, the other one follows from it; otherwise only Microsoft knows.
  private mutating func planTenantKeys() {
    let names = DKIMSelectorPair.office365.names
    let there = dkim.selectors.filter { names.contains($0.selector.text) && $0.microsoftTenant != nil }
    for name in names where !there.contains(where: { $0.selector.text == name }) {
      if let other = there.first?.ownAlias, let target = other.microsoftSibling(selector: name),
        let owner = try? DKIMSelector(parsing: name).name(under: domain)
      {
        place(owner, .cname, name, .record(.cname(target)), .office365)
      } else if there.isEmpty {
        template(
          name, .cname, "\(name)-<token>._domainkey.<tenant>.onmicrosoft.com.", .tenantKey, .office365)
      }
    }
  }

  private mutating func template(
    _ selector: String, _ type: RecordType, _ data: String, _ placeholder: ZoneChange.Placeholder,
    _ provider: Provider.ID
  ) {
    guard let owner = try? DKIMSelector(parsing: selector).name(under: domain) else { return }
    place(owner, type, selector, .template(data, placeholder), provider)
  }

  /// Publishes a key at a selector. Where another one is there, it goes when mail takes the new way: until then somebody may
  /// sign with it.
  private mutating func place(
    _ owner: DomainName, _ type: RecordType, _ selector: String, _ added: ZoneChange.Added,
    _ provider: Provider.ID
  ) {
    let present = dkim.published.first {
      $0.selector.text == selector && $0.answer.failure == nil && $0.isPublishedHere
    }
    let removed = present?.publishedRecords.data ?? []
    if !removed.isEmpty { note(.before, .selectorTaken(selector)) }
    change(
      removed.isEmpty ? .before : .switchover, owner, type, from: removed, to: [added], .signing(provider))
  }

  private func published(by provider: Provider.ID) -> [DKIMSelectorAnswer] {
    let owned = catalogue.selectors(of: provider, at: domain)
    return dkim.published.filter { answer in
      answer.answer.failure == nil && !answer.isFromWildcard
        && (owned.contains(answer.selector)
          || answer.ownAlias.flatMap { catalogue.provider(ofDKIMTarget: $0)?.id } == provider)
    }
  }

  private func hasKey(of provider: Provider.ID) -> Bool {
    published(by: provider).contains { $0.key?.isUsable == true }
  }

  /// Outlook finds its server by it.
  mutating func planAutodiscover() {
    guard target.needsTenant, let answer = facts.tenant?.autodiscover, answer.failure == nil,
      let wanted = catalogue[.office365]?.autodiscoverTargets.first.flatMap({ DomainName($0.description) })
    else { return }
    guard let present = facts.tenant?.autodiscoverTarget else {
      if answer.deniesName {
        change(
          .before, answer.question.name, .cname, from: [], to: [.record(.cname(wanted))], .autodiscover)
      } else {
        note(.before, .autodiscoverElsewhere)
      }
      return
    }
    if catalogue.provider(ofAutodiscover: present)?.id != .office365 { note(.before, .autodiscoverElsewhere) }
  }
}

// MARK: - MX

extension MigrationDraft {
  mutating func planMX() {
    noteSurroundings()
    let present = facts.mx.answer.records.map(\.data)
    let kept = facts.mx.exchanges.enumerated().filter { index, exchange in
      verdict.hosts.indices.contains(index) && verdict.hosts[index] == .provider(target.inbound)
        && !exchange.addresses.isWithout
    }.map { RecordData.mx(preference: $1.preference, exchange: $1.host) }
    let wanted: [ZoneChange.Added] = kept.isEmpty ? newExchanges : kept.map(ZoneChange.Added.record)
    guard Set(wanted) != Set(present.map(ZoneChange.Added.record)) else { return }
    if let ttl = facts.mx.answer.timeToLive, !present.isEmpty {
      if ttl > Self.switchoverTimeToLive { note(.before, .lowerTimeToLive(ttl)) }
      if verdict.id != .none { note(.switchover, .waitForCaches(ttl)) }
    }
    change(.switchover, domain, .mx, from: present, to: wanted, .inbound(target.inbound))
  }

  private var newExchanges: [ZoneChange.Added] {
    switch target.inbound {
    case .securemx:
      [(100, "mx.securemx.jp"), (120, "mx6.securemx.jp")].compactMap { preference, host in
        DomainName(host).map { .record(.mx(preference: preference, exchange: $0)) }
      }
    default:
      [
        token.flatMap(MicrosoftTenant.probeName).map { .record(.mx(preference: 0, exchange: $0)) }
          ?? .template("0 <token>.mail.protection.outlook.com.", .tenantMX)
      ]
    }
  }

  private var token: String? {
    facts.dkim?.microsoftTenants.first?.token ?? MicrosoftTenant.token(of: domain)
  }

  /// What has to be right outside the zone before mail takes the new way, and after.
  private mutating func noteSurroundings() {
    if !facts.mx.answer.aliases.isEmpty { note(.before, .domainIsAlias) }
    if target.needsTenant, verdict.mailbox != .office365 { note(.before, .acceptDomain) }
    switch target.inbound {
    case .securemx:
      if !verdict.inbound.contains(.provider(.securemx)) { note(.before, .orderGateway) }
      if target.needsTenant || verdict.mailbox == .office365 {
        note(.after, .sendThroughGateway)
        note(.after, .restrictConnector)
      }
    default:
      if verdict.inbound.contains(where: { $0.provider.flatMap { catalogue[$0] }?.isGateway == true }) {
        note(.before, .openConnector)
      }
      if facts.tenant?.probeResult != .positive, !verdict.inbound.contains(.provider(.office365)) {
        note(.before, .compareMX)
      }
    }
  }
}

extension DKIMSelectorAnswer {
  /// What stands at the selector's own name: a CNAME, or the TXT records.
  fileprivate var publishedRecords: (type: RecordType, data: [RecordData]) {
    if let alias = ownAlias { return (.cname, [.cname(alias)]) }
    return (.txt, answer.records.map(\.data))
  }
}

extension DomainName {
  /// The target of the other selector's CNAME beside this one, in Microsoft's zones; nil for any other name.
  fileprivate func microsoftSibling(selector: String) -> DomainName? {
    guard let tenant = MicrosoftTenant(dkimTarget: self) else { return nil }
    return try? suffix(labelCount - 1).prepending(label: "\(selector)-\(tenant.token)".utf8)
  }
}
