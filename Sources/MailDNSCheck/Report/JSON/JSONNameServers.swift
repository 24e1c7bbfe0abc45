extension JSONReport {
  /// The name servers, and what each has.
  struct NameServersEntry: JSONObject, Sendable {
    let state: String
    /// The zone that holds the domain.
    let zone: String?
    /// The zones from the root on.
    let path: [String]
    /// The servers' names as the zone above has them, and as the zone has them itself; null where nobody said.
    let delegated: [String]?
    let own: [String]?
    let servers: [ServerEntry]
    let records: [ServerRecordEntry]
    /// Whether the zone above has DS records for it.
    let signed: Bool?
  }

  /// One address that the zone is said to be held at.
  struct ServerEntry: JSONObject, Sendable {
    let names: [String]
    let address: String
    let state: String
    /// Why it does not hold the zone, or did not answer.
    let reason: String?
    let serial: UInt32?
    /// The end of the signature of the SOA record.
    let signedUntil: String?
    let tcp: Bool?
    let edns: Bool?
    let recursion: Bool?
    /// Whether it has a key that a DS record names.
    let keys: Bool?
  }

  /// What the servers have at one name.
  struct ServerRecordEntry: JSONObject, Sendable {
    let name: String
    let type: String
    /// Null where fewer than two servers could be asked.
    let same: Bool?
    let values: [ServerValueEntry]
  }

  /// What some of the servers have; null where they could not be asked.
  struct ServerValueEntry: JSONObject, Sendable {
    let servers: [String]
    let records: [String]?
    let cname: String?
    /// The servers that the name is delegated to.
    let delegated: [String]?
  }
}

extension JSONReport.NameServersEntry {
  init(_ facts: NameServerFacts) {
    let zone = facts.zone
    func names(_ set: Set<DomainName>?) -> [String]? { set.map { $0.sorted().map(\.description) } }
    self.init(
      state: facts.state.identifier, zone: zone?.name.description,
      path: (zone?.path ?? []).map(\.description), delegated: names(zone?.delegated),
      own: names(zone?.own), servers: (zone?.servers ?? []).map(JSONReport.ServerEntry.init),
      records: (zone?.records ?? []).map(JSONReport.ServerRecordEntry.init),
      signed: zone?.signers.map { !$0.records.isEmpty })
  }
}

extension JSONReport.ServerEntry {
  fileprivate init(_ server: ZoneServer) {
    let serving = server.serving
    let matches: Bool? =
      switch serving?.keys {
      case .matched?: true
      case .unmatched?, .noKeys?: false
      case .unknown?, nil: nil
      }
    self.init(
      names: server.hosts.map(\.description), address: server.address.description,
      state: server.state.identifier, reason: server.state.reason, serial: serving?.start?.serial,
      signedUntil: serving?.signature.map { RecordData.SignatureTime(seconds: $0.expiration).description },
      tcp: serving?.overTCP, edns: serving.map { !$0.stumblesOverEDNS }, recursion: serving?.isOpenResolver,
      keys: matches)
  }
}

extension JSONReport.ServerRecordEntry {
  fileprivate init(_ comparison: ServerRecords) {
    let unknown = comparison.holdings.filter { !$0.holding.isKnown }.map(\.server.address.description)
    self.init(
      name: comparison.question.name.description, type: comparison.question.type.description,
      same: comparison.isSame,
      values: comparison.groups.map { JSONReport.ServerValueEntry($0.holding, $0.servers) }
        + (unknown.isEmpty
          ? [] : [JSONReport.ServerValueEntry(servers: unknown, records: nil, cname: nil, delegated: nil)]))
  }
}

extension JSONReport.ServerValueEntry {
  fileprivate init(_ holding: ServerRecords.Holding, _ servers: [ZoneServer]) {
    let addresses = servers.map(\.address.description)
    switch holding {
    case .records(let records):
      self.init(servers: addresses, records: records, cname: nil, delegated: nil)
    case .absent: self.init(servers: addresses, records: [], cname: nil, delegated: nil)
    case .alias(let target):
      self.init(servers: addresses, records: nil, cname: target.description, delegated: nil)
    case .delegated(let hosts):
      self.init(servers: addresses, records: nil, cname: nil, delegated: hosts.map(\.description))
    case .failed: self.init(servers: addresses, records: nil, cname: nil, delegated: nil)
    }
  }
}

extension NameServerFacts.State {
  /// As programs read it.
  fileprivate var identifier: String {
    switch self {
    case .intercepted: "intercepted"
    case .unreachable, .stuck, .obstructed: "unknown"
    case .denied: "denied"
    case .served: "found"
    }
  }
}

extension ZoneServer.State {
  /// As programs read it.
  fileprivate var identifier: String {
    switch self {
    case .serving: "serving"
    case .lame, .otherZone: "lame"
    case .silent: "silent"
    case .unusable: "unusable"
    case .notAsked: "not-asked"
    }
  }

  fileprivate var reason: String? {
    switch self {
    case .serving, .unusable, .notAsked: nil
    case .lame(let lameness): lameness.wording.english
    case .otherZone(let zone): zone.description
    case .silent(let failure): failure.wording.english
    }
  }
}

extension JSONReport.NameServersEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("delegated", delegated)
    json.add("own", own)
    json.add("path", path)
    json.add("records", records)
    json.add("servers", servers)
    json.add("signed", signed)
    json.add("state", state)
    json.add("zone", zone)
  }
}

extension JSONReport.ServerEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("address", address)
    json.add("edns", edns)
    json.add("keys", keys)
    json.add("names", names)
    json.add("reason", reason)
    json.add("recursion", recursion)
    json.add("serial", serial)
    json.add("signedUntil", signedUntil)
    json.add("state", state)
    json.add("tcp", tcp)
  }
}

extension JSONReport.ServerRecordEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("name", name)
    json.add("same", same)
    json.add("type", type)
    json.add("values", values)
  }
}

extension JSONReport.ServerValueEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("cname", cname)
    json.add("delegated", delegated)
    json.add("records", records)
    json.add("servers", servers)
  }
}
