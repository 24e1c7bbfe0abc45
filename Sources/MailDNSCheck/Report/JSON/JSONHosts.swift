import FoundationEssentials

extension JSONReport {
  /// The hosts that take and send mail.
  struct HostsEntry: JSONObject, Sendable {
    /// Null where MX could not be asked.
    let receiving: [ReceivingEntry]?
    let sending: SendingEntry
    /// What lists of domains say of the domain itself.
    let domain: [ListEntry]
    let blocklists: [BlocklistEntry]
  }

  struct ReceivingEntry: JSONObject, Sendable {
    let host: String
    let provider: String?
    let addresses: [String]?
    /// What the host said at each address; null where nobody talked to it.
    let smtp: [SMTPEntry]?
  }

  struct SendingEntry: JSONObject, Sendable {
    let source: String?
    /// Whether these are all that SPF lets send; null where that is not known.
    let complete: Bool?
    let addresses: [SenderEntry]
  }

  struct SenderEntry: JSONObject, Sendable {
    let address: String
    let provider: String?
    let names: [String]
    let reverse: String
    let confirmedName: String?
    let lists: [ListEntry]
  }

  /// What one list says of one address or domain.
  struct ListEntry: JSONObject, Sendable {
    let zone: String
    let verdict: String
    let codes: [String]
  }

  /// Whether a list could be asked.
  struct BlocklistEntry: JSONObject, Sendable {
    let zone: String
    let answers: Bool
    let reason: String?
  }
}

extension JSONReport.HostsEntry {
  init(
    _ facts: HostsFacts, _ probe: SMTPProbe?, _ transport: TransportFacts?, in catalogue: ProviderCatalogue,
    at now: Date
  ) {
    let isKnown = if case .unknown = facts.mx.status { false } else { true }
    self.init(
      receiving: isKnown
        ? facts.mx.mailHosts.map { item in
          JSONReport.ReceivingEntry(
            host: item.host.description, provider: catalogue.provider(ofMX: item.host)?.id.text,
            addresses: item.addresses.failure == nil ? item.addresses.all.map(\.description) : nil,
            smtp: probe?.hosts.first { $0.host == item.host }?.sessions.map {
              JSONReport.SMTPEntry($0, with: item.host, transport, at: now)
            })
        } : nil,
      sending: JSONReport.SendingEntry(
        source: facts.senders.source?.rawValue, complete: facts.senders.isComplete,
        addresses: facts.hosts.map { JSONReport.SenderEntry($0, facts, in: catalogue) }),
      domain: JSONReport.ListEntry.all(of: .domain(facts.domain), in: facts.lists),
      blocklists: facts.lists.filter { !$0.entries.isEmpty }.map { list in
        JSONReport.BlocklistEntry(
          zone: list.list.zone.description, answers: list.doubt == nil, reason: list.doubt?.identifier)
      })
  }
}

extension JSONReport.SenderEntry {
  fileprivate init(_ host: ReverseHost, _ facts: HostsFacts, in catalogue: ProviderCatalogue) {
    self.init(
      address: host.address.description,
      provider: catalogue.provider(of: host, sendingFor: facts.domain)?.id.text,
      names: host.names.map(\.description), reverse: host.state.identifier,
      confirmedName: host.confirmedName?.description,
      lists: JSONReport.ListEntry.all(of: .address(host.address), in: facts.lists))
  }
}

extension JSONReport.ListEntry {
  fileprivate static func all(of subject: BlocklistSubject, in lists: [BlocklistFacts]) -> [Self] {
    lists.flatMap { list in
      list.entries.filter { $0.subject == subject }.map { Self($0.verdict, of: list.list) }
    }
  }

  private init(_ verdict: BlocklistFacts.Verdict, of list: Blocklist) {
    let (word, codes): (String, [IPv4Address]) =
      switch verdict {
      case .notListed: ("not-listed", [])
      case .listed(let codes): ("listed", codes)
      case .neutral(let codes): ("neutral", codes)
      case .praised(let codes): ("praised", codes)
      case .unknown: ("unknown", [])
      }
    self.init(zone: list.zone.description, verdict: word, codes: codes.map(\.description))
  }
}

extension SendingAddresses {
  fileprivate var isComplete: Bool? {
    switch gap {
    case nil: true
    case .tooMany, .everybody, .unlisted: false
    case .unknown, .unsaid: nil
    }
  }
}

extension ReverseHost.State {
  /// As programs read it.
  fileprivate var identifier: String {
    switch self {
    case .confirmed: "confirmed"
    case .unconfirmed: "unconfirmed"
    case .absent: "absent"
    case .unknown: "unknown"
    }
  }
}

extension BlocklistDoubt {
  /// As programs read it.
  fileprivate var identifier: String {
    switch self {
    case .failed: "no-answer"
    case .refused: "refused"
    case .outside: "no-list"
    case .testEntryMissing: "test-entry-missing"
    case .listsEverything: "lists-everything"
    }
  }
}

extension JSONReport.HostsEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("blocklists", blocklists)
    json.add("domain", domain)
    json.add("receiving", receiving)
    json.add("sending", sending)
  }
}

extension JSONReport.ReceivingEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("addresses", addresses)
    json.add("host", host)
    json.add("provider", provider)
    json.add("smtp", smtp)
  }
}

extension JSONReport.SendingEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("addresses", addresses)
    json.add("complete", complete)
    json.add("source", source)
  }
}

extension JSONReport.SenderEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("address", address)
    json.add("confirmedName", confirmedName)
    json.add("lists", lists)
    json.add("names", names)
    json.add("provider", provider)
    json.add("reverse", reverse)
  }
}

extension JSONReport.ListEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("codes", codes)
    json.add("verdict", verdict)
    json.add("zone", zone)
  }
}

extension JSONReport.BlocklistEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("answers", answers)
    json.add("reason", reason)
    json.add("zone", zone)
  }
}
