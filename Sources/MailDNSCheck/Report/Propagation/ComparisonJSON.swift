import FoundationEssentials

/// What several resolvers have of a domain, as JSON (docs/compare-schema.json). Absent knowledge is `null`, never a missing key.
struct ComparisonJSON: JSONObject, Sendable {
  let schema = 1
  let domain: String
  let unicode: String
  let checkedAt: String
  let status: String
  let outlook: OutlookEntry
  let zoneServers: [Server]
  let resolvers: [Server]
  let records: [Record]

  struct OutlookEntry: JSONObject, Sendable {
    /// `agreed`, `by`, `open`.
    let state: String
    let by: String?
    let elsewhereBy: String?
    /// Why nothing can be said.
    let reason: String?
    /// Whether some could not tell of all records, or falsify, and so do not count.
    let partial: Bool
    let estimate: Bool
    let doubts: [Doubt]
  }

  struct Doubt: JSONObject, Sendable {
    let kind: String
    let server: String?
  }

  struct Server: JSONObject, Sendable {
    let server: String
    let name: String?
    let system: Bool
  }

  struct Record: JSONObject, Sendable {
    let name: String
    let type: String
    let zone: Zone
    let answers: [Reply]
  }

  struct Zone: JSONObject, Sendable {
    /// `has`, `contradicts`, `unknown`.
    let state: String
    let ttl: UInt32?
    /// What each of the zone's own servers has.
    let answers: [Held]
  }

  struct Held: JSONObject, Sendable {
    let server: String
    let set: Contents
    let ttl: UInt32?
  }

  struct Contents: JSONObject, Sendable {
    /// `records`, `alias`, `absent`.
    let kind: String
    let values: [String]
  }

  struct Reply: JSONObject, Sendable {
    let server: String
    /// `current`, `outdated`, `undecided`, `falsified`, `unknown`.
    let state: String
    let set: Contents?
    /// Seconds that were left when the answer came.
    let ttl: UInt32?
    let at: String
    /// When what is there goes, where it is to go.
    let until: String?
    let falsification: String?
    /// For people, in their language.
    let message: String?
  }
}

extension ComparisonJSON {
  init(_ comparison: DomainComparison, language: Language) {
    self.init(
      domain: comparison.domain.name.description, unicode: comparison.domain.unicode,
      checkedAt: comparison.time.ISO8601Format(), status: comparison.status.rawValue,
      outlook: OutlookEntry(comparison.outlook), zoneServers: comparison.servers.map(Server.init),
      resolvers: comparison.resolvers.map(Server.init),
      records: comparison.records.map { Record($0, language) })
  }
}

extension ComparisonJSON.OutlookEntry {
  fileprivate init(_ outlook: Outlook) {
    let doubts = outlook.doubts.map {
      ComparisonJSON.Doubt(kind: $0.identifier, server: $0.server?.description)
    }
    let (state, by, reason): (String, Date?, Outlook.Reason?) =
      switch outlook.kind {
      case .agreed: ("agreed", nil, nil)
      case .by(let end): ("by", end, nil)
      case .open(let reason): ("open", nil, reason)
      }
    self.init(
      state: state, by: by?.ISO8601Format(), elsewhereBy: outlook.elsewhere?.ISO8601Format(),
      reason: reason?.identifier, partial: outlook.isPartial, estimate: !doubts.isEmpty, doubts: doubts)
  }
}

extension Outlook.Doubt {
  fileprivate var server: ServerAddress? {
    switch self {
    case .manyCaches(let server), .stale(let server), .keepsLonger(let server): server.address
    case .zoneUnknown: nil
    }
  }
}

extension ComparisonJSON.Server {
  fileprivate init(_ server: ComparedServer) {
    self.init(
      server: server.address.description, name: server.name?.description ?? server.known?.name,
      system: server.isSystem)
  }
}

extension ComparisonJSON.Record {
  fileprivate init(_ record: ComparedRecord, _ language: Language) {
    let state =
      switch record.zone {
      case .has: "has"
      case .contradicts: "contradicts"
      case .unknown: "unknown"
      }
    let held = record.own.compactMap { sighting in
      sighting.set.map {
        ComparisonJSON.Held(
          server: sighting.server.address.description, set: ComparisonJSON.Contents($0),
          ttl: sighting.timeLeft)
      }
    }
    self.init(
      name: record.question.name.description, type: record.question.type.description,
      zone: ComparisonJSON.Zone(state: state, ttl: record.zone.timeToLive, answers: held),
      answers: record.entries.map { ComparisonJSON.Reply($0, language) })
  }
}

extension ComparisonJSON.Contents {
  fileprivate init(_ set: RecordSet) {
    let kind =
      switch set {
      case .records: "records"
      case .alias: "alias"
      case .absent: "absent"
      }
    self.init(kind: kind, values: set.texts)
  }
}

extension ComparisonJSON.Reply {
  fileprivate init(_ entry: ComparedRecord.Entry, _ language: Language) {
    var falsification: Falsification?
    var failure: Failure?
    let state: String
    switch entry.state {
    case .current: state = "current"
    case .outdated: state = "outdated"
    case .undecided: state = "undecided"
    case .falsified(let kind): (state, falsification) = ("falsified", kind)
    case .unknown(let reason): (state, failure) = ("unknown", reason)
    }
    let sighting = entry.sighting
    self.init(
      server: sighting.server.address.description, state: state,
      set: sighting.set.map(ComparisonJSON.Contents.init), ttl: sighting.timeLeft,
      at: sighting.time.ISO8601Format(), until: entry.state.end?.ISO8601Format(),
      falsification: falsification?.identifier,
      message: falsification?.wording[language] ?? failure?.wording[language])
  }
}

extension ComparisonJSON {
  func addMembers(to json: inout JSONWriter) {
    json.add("checkedAt", checkedAt)
    json.add("domain", domain)
    json.add("outlook", outlook)
    json.add("records", records)
    json.add("resolvers", resolvers)
    json.add("schema", schema)
    json.add("status", status)
    json.add("unicode", unicode)
    json.add("zoneServers", zoneServers)
  }
}

extension ComparisonJSON.OutlookEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("by", by)
    json.add("doubts", doubts)
    json.add("elsewhereBy", elsewhereBy)
    json.add("estimate", estimate)
    json.add("partial", partial)
    json.add("reason", reason)
    json.add("state", state)
  }
}

extension ComparisonJSON.Doubt {
  func addMembers(to json: inout JSONWriter) {
    json.add("kind", kind)
    json.add("server", server)
  }
}

extension ComparisonJSON.Server {
  func addMembers(to json: inout JSONWriter) {
    json.add("name", name)
    json.add("server", server)
    json.add("system", system)
  }
}

extension ComparisonJSON.Record {
  func addMembers(to json: inout JSONWriter) {
    json.add("answers", answers)
    json.add("name", name)
    json.add("type", type)
    json.add("zone", zone)
  }
}

extension ComparisonJSON.Zone {
  func addMembers(to json: inout JSONWriter) {
    json.add("answers", answers)
    json.add("state", state)
    json.add("ttl", ttl)
  }
}

extension ComparisonJSON.Held {
  func addMembers(to json: inout JSONWriter) {
    json.add("server", server)
    json.add("set", set)
    json.add("ttl", ttl)
  }
}

extension ComparisonJSON.Contents {
  func addMembers(to json: inout JSONWriter) {
    json.add("kind", kind)
    json.add("values", values)
  }
}

extension ComparisonJSON.Reply {
  func addMembers(to json: inout JSONWriter) {
    json.add("at", at)
    json.add("falsification", falsification)
    json.add("message", message)
    json.add("server", server)
    json.add("set", set)
    json.add("state", state)
    json.add("ttl", ttl)
    json.add("until", until)
  }
}
