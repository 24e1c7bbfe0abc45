/// What there is to say of the hosts that a domain's mail leaves from.
struct HostsRules {
  let facts: HostsFacts
  /// Whether anything is missed where nobody is known to send.
  let isActive: Bool
  /// Whose a host is, where that is a provider.
  let provider: (ReverseHost) -> Wording?

  var findings: [Finding] { senderFindings + facts.hosts.compactMap(pointer) + facts.lists.flatMap(list) }

  private var senderFindings: [Finding] {
    switch facts.senders.gap {
    case nil: []
    case .unknown(let failure)?: [.hosts.sendersUnknown(facts.domain, failure)]
    case .unsaid? where !isActive: []
    case .some(let gap):
      [.hosts.sendersPartial(facts.domain, (gap: gap, count: facts.senders.addresses.count))]
    }
  }

  private func pointer(_ host: ReverseHost) -> Finding? {
    let provider = provider(host)
    let severity: Severity? = provider == nil ? nil : .info
    return switch host.state {
    case .confirmed: nil
    case .unknown(let failure): .hosts.pointerUnknown(host.address, failure)
    case .absent:
      .hosts.pointerMissing(
        host.address, (record: host.address.reverseName, provider: provider), severity: severity)
    case .unconfirmed:
      .hosts.pointerUnconfirmed(host.address, (names: host.names, provider: provider), severity: severity)
    }
  }

  private func list(_ facts: BlocklistFacts) -> [Finding] {
    let doubt = facts.doubt.map { Finding.blocklists.unknown(facts.list.zone, $0) }
    return facts.entries.compactMap { finding($0, facts.list) } + [doubt].compactMap(\.self)
  }

  private func finding(_ entry: BlocklistFacts.Entry, _ list: Blocklist) -> Finding? {
    switch entry.verdict {
    case .notListed, .neutral, .unknown: return nil
    case .praised: return .blocklists.praised(entry.subject, list.zone)
    case .listed(let answers):
      let listing = BlocklistListing(answers, of: list)
      guard case .address(let address) = entry.subject else {
        return .blocklists.domainListed(entry.subject, listing)
      }
      let provider = facts.hosts.first { $0.address == address }.flatMap(provider)
      return .blocklists.listed(
        address, (listing: listing, provider: provider), severity: provider == nil ? nil : .info)
    }
  }
}
