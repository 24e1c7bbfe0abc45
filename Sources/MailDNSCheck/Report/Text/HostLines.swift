/// What stands beside HOSTS in a text report: who only takes mail, who sends, and what the lists say.
struct HostLines {
  let facts: HostsFacts
  /// What the hosts that take mail said; nil where nobody talked to them.
  let smtp: SMTPLines?
  let catalogue: ProviderCatalogue
  let language: Language

  /// Addresses that are shown; a user may name many.
  private static let maximumSenders = 16

  var lines: [String] { receivers + (smtp?.lines ?? []) + senders + lists }

  /// All of it in one line, where nothing is wrong.
  var brief: String {
    let confirmed = facts.hosts.count { $0.confirmedName != nil }
    let senders =
      facts.hosts.isEmpty ? Wording.noSenders : .senders(facts.hosts.count, confirmed: confirmed)
    return joined(
      [senders[language]] + (clean.isEmpty ? [] : [Wording.onNone(of: clean.count)[language]])
        + [smtp?.brief].compactMap(\.self))
  }

  private var receivers: [String] {
    if case .unknown = facts.mx.status {
      return [Wording.onlyReceiving[language] + ": " + Wording.notAsked[language]]
    }
    let sending = Set(facts.senders.addresses)
    let names = facts.mx.mailHosts.filter { sending.isDisjoint(with: $0.addresses.all) }.map { item in
      let provider = catalogue.provider(ofMX: item.host)?.name
      return item.host.description + (provider.map { " (\($0[language]))" } ?? "")
    }
    return names.isEmpty ? [] : [Wording.onlyReceiving[language] + ": " + joined(names)]
  }

  private var senders: [String] {
    let hosts = facts.hosts
    guard !hosts.isEmpty else { return [Wording.noSenders[language]] }
    let more = hosts.count - Self.maximumSenders
    return hosts.prefix(Self.maximumSenders).map(sender)
      + (more > 0 ? [Wording.moreSenders(more)[language]] : [])
  }

  private func sender(_ host: ReverseHost) -> String {
    let provider = catalogue.provider(of: host, sendingFor: facts.domain)
    let owner = provider.map { " (\($0.name[language]))" } ?? ""
    var parts = [pointer(host)]
    let found = facts.lists.filter { list in
      list.entries.contains { entry in
        if case .listed = entry.verdict { entry.subject == .address(host.address) } else { false }
      }
    }
    if !found.isEmpty {
      parts.append(Wording.onLists(found.map(\.list.zone.description).listed)[language])
    }
    if provider?.id == .securemx, host.confirmedName != nil {
      parts.append(Wording.greetingOfSecureMX[language])
    }
    return "\(host.address)\(owner)  " + joined(parts)
  }

  private func pointer(_ host: ReverseHost) -> String {
    switch host.state {
    case .confirmed(let name): Wording.confirmedName(name)[language]
    case .unconfirmed: Wording.unconfirmedNames(host.names.prefix(3).map(\.description).listed)[language]
    case .absent: Wording.noReverseName[language]
    case .unknown: Wording.reverseNameUnknown[language]
    }
  }

  private var lists: [String] {
    let unknown = facts.lists.filter { $0.doubt != nil }.map(\.list.zone.description)
    var parts: [Wording] = []
    if !clean.isEmpty { parts.append(.onNoneOf(clean.listed)) }
    if !unknown.isEmpty { parts.append(.unknownLists(unknown.listed)) }
    return parts.map { $0[language] }
  }

  /// The lists that were asked, answered, and say nothing against anybody.
  private var clean: [String] {
    facts.lists.filter { !$0.entries.isEmpty && !$0.isBlaming && $0.doubt == nil }.map(
      \.list.zone.description)
  }

  private func joined(_ texts: [String]) -> String {
    texts.joined(separator: Wording.listSeparator[language])
  }
}

extension BlocklistFacts {
  fileprivate var isBlaming: Bool {
    entries.contains { if case .listed = $0.verdict { true } else { false } }
  }
}
