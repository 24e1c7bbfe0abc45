/// Keys that signatures are verified with, and autodiscover.
extension MigrationDraft {
  mutating func planSigning() {
    if target.needsTenant { planTenantKeys() }
    if target.senders.contains(.securemx), !hasKey(of: .securemx) {
      template(DKIMSelectorPair.secureMX.first, .txt, "<key>", .gatewayKey, .securemx)
    }
    for sender in target.senders { noteSigning(of: sender) }
    for provider in leaving where catalogue[provider]?.isGateway == true {
      for answer in published(by: provider) where answer.isPublishedHere {
        let (type, data) = answer.publishedRecords
        let owner = answer.answer.question.name
        // What stands there may be replaced already.
        guard !changes.contains(where: { $0.owner == owner }) else { continue }
        change(.after, owner, type, from: data.map(ZoneChange.Entry.record), to: [], .signingEnded(provider))
      }
    }
  }

  /// A signer begins when its keys can be seen everywhere.
  private mutating func noteSigning(of provider: Provider.ID) {
    let phases = changes.filter { $0.reason == .signing(provider) }.map(\.phase)
    if phases.contains(.after) {
      note(.after, .turnOnSigningLater(provider))
    } else if !phases.isEmpty {
      note(.ready, .turnOnSigning(provider))
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

  /// Publishes a key at a selector. Where another one is there, it goes in the end: until then somebody may sign with it, and
  /// what is under way is verified by it.
  private mutating func place(
    _ owner: DomainName, _ type: RecordType, _ selector: String, _ added: ZoneChange.Entry,
    _ provider: Provider.ID
  ) {
    let present = dkim.published.first {
      $0.selector.text == selector && $0.answer.failure == nil && $0.isPublishedHere
    }
    let removed = present?.publishedRecords.data ?? []
    if !removed.isEmpty { note(.before, .selectorTaken(selector)) }
    change(
      removed.isEmpty ? .before : .after, owner, type, from: removed.map(ZoneChange.Entry.record),
      to: [added],
      .signing(provider))
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
        note(.after, .autodiscoverElsewhere)
      }
      return
    }
    if catalogue.provider(ofAutodiscover: present)?.id != .office365 { note(.after, .autodiscoverElsewhere) }
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
