/// Reads a report in JSON (docs/schema.json), of this version or an older one: keys that are missing say nothing, and those that
/// are not wanted are passed over.
struct SnapshotReader {
  private var snapshot = DomainSnapshot()
  /// Whether the domain stands in the report at all: where there is no such key, it is no report.
  private var hasDomain = false

  typealias Fault = JSONScanner.Fault

  /// The report that begins at `index`; nil where it is on no domain. Throws where it is no report.
  static func snapshot(
    of octets: UnsafeRawBufferPointer, at index: Int = 0
  ) throws(Fault) -> DomainSnapshot? {
    var scanner = JSONScanner(octets, at: index)
    var reader = SnapshotReader()
    try scanner.object { scanner, name throws(Fault) in try reader.read(name, &scanner) }
    guard reader.hasDomain else { throw scanner.fault(.missingName) }
    return reader.snapshot.domain.isEmpty ? nil : reader.snapshot.settled
  }

  private mutating func read(_ name: String, _ scanner: inout JSONScanner) throws(Fault) {
    switch name {
    case "domain":
      hasDomain = true
      snapshot.domain = (try scanner.text() ?? "").comparableName
    case "checkedAt": snapshot.checkedAt = try scanner.text()
    case "status": snapshot.status = try scanner.text().flatMap(Status.init(rawValue:))
    case "route": try route(&scanner)
    case "mx": try mx(&scanner)
    case "spf": try spf(&scanner)
    case "dkim": try dkim(&scanner)
    case "dmarc": try dmarc(&scanner)
    case "tls": try tls(&scanner)
    case "bimi", "hosts":
      // Findings say what is the matter there.
      if try scanner.object({ scanner, _ throws(Fault) in try scanner.skip() }) {
        snapshot.areas.insert(name)
      }
    case "ns": try nameServers(&scanner)
    case "changes": try lastSeen(&scanner)
    case "findings":
      try scanner.array { scanner throws(Fault) in try finding(&scanner) }
    default: try scanner.skip()
    }
  }

  private mutating func note(_ kind: ChangeKind, of name: String = "", _ observation: Observation) {
    snapshot.observations[ChangeSubject(kind: kind, name: name)] = observation
  }

  private mutating func route(_ scanner: inout JSONScanner) throws(Fault) {
    var id: String?
    let isThere = try scanner.object { scanner, name throws(Fault) in
      if name == "id" { id = try scanner.text() } else { try scanner.skip() }
    }
    guard isThere else { return }
    snapshot.areas.formUnion(["route", "domain"])
    if let id { note(.route, id == RouteID.unknown.rawValue ? .unknown : .known([id])) }
  }

  private mutating func mx(_ scanner: inout JSONScanner) throws(Fault) {
    var status: String?
    var hosts: [String] = []
    var isNull = false
    let isThere = try scanner.object { scanner, name throws(Fault) in
      switch name {
      case "status": status = try scanner.text()
      case "nullMX": isNull = try scanner.flag() ?? false
      case "hosts":
        try scanner.array { scanner throws(Fault) in
          var preference = 0
          var host = ""
          try scanner.object { scanner, name throws(Fault) in
            switch name {
            case "preference": preference = try scanner.integer() ?? 0
            case "host": host = (try scanner.text() ?? "").comparableName
            default: try scanner.skip()
            }
          }
          hosts.append("\(preference) \(host.isEmpty ? "." : host)")
        }
      default: try scanner.skip()
      }
    }
    guard isThere, let status else { return }
    snapshot.areas.insert("mx")
    if isNull, hosts.isEmpty { hosts = ["0 ."] }
    note(.mx, status == "unknown" ? .unknown : Observation(hosts))
  }

  private mutating func spf(_ scanner: inout JSONScanner) throws(Fault) {
    var status: String?
    var all: String?
    var ranges: [String]?
    var isForAll = false
    var isUncertain = false
    let isThere = try scanner.object { scanner, name throws(Fault) in
      switch name {
      case "status": status = try scanner.text()
      case "record": snapshot.spfRecord = try scanner.text()
      case "all": all = try scanner.text()
      case "tree": isUncertain = try Self.hasUnknownNode(&scanner)
      case "authorizes":
        try scanner.object { scanner, name throws(Fault) in
          switch name {
          case "ranges": ranges = try scanner.texts()
          case "all": isForAll = try scanner.flag() ?? false
          default: try scanner.skip()
          }
        }
      default: try scanner.skip()
      }
    }
    guard isThere, let status else { return }
    snapshot.areas.insert("spf")
    guard status != "unknown", !isUncertain else {
      note(.spf, .unknown)
      note(.spfAll, all.map { .known([$0]) } ?? .unknown)
      return
    }
    note(.spfAll, Observation([all].compactMap(\.self)))
    // Of older versions, which did not say what a record comes to, only that there is one is known.
    guard let ranges else {
      if status != "found" { note(.spf, Observation(status == "invalid" ? ["permerror"] : [])) }
      return
    }
    let marks = (status == "invalid" ? ["permerror"] : []) + (isForAll ? ["*"] : [])
    note(.spf, Observation(ranges.map(\.asciiLowercased) + marks))
  }

  /// Whether something below could not be asked. A tree may be deeper than anything that is taken apart here, so that its octets
  /// are looked at: quotation marks within texts are escaped, and a name can be told by them.
  private static func hasUnknownNode(_ scanner: inout JSONScanner) throws(Fault) -> Bool {
    let tree = try scanner.rawValue()
    var rest = JSONScanner(tree)
    while rest.goBehind("state") {
      guard rest.next() == UInt8(ascii: ":") else { continue }
      rest.advance()
      if rest.next() == UInt8(ascii: "\""), try rest.string() == "unknown" { return true }
    }
    return false
  }

  /// What a run with `--since` could not see, and knew from before.
  private mutating func lastSeen(_ scanner: inout JSONScanner) throws(Fault) {
    try scanner.object { scanner, name throws(Fault) in
      guard name == "unseen" else { return try scanner.skip() }
      try scanner.array { scanner throws(Fault) in
        var (kind, subject, since): (ChangeKind?, String, String?) = (nil, "", nil)
        var words: [String] = []
        try scanner.object { scanner, name throws(Fault) in
          switch name {
          case "kind": kind = try scanner.text().flatMap(ChangeKind.init(rawValue:))
          case "name": subject = try scanner.text() ?? ""
          case "last": words = try scanner.texts()
          case "since": since = try scanner.text()
          default: try scanner.skip()
          }
        }
        guard let kind else { return }
        snapshot.lastSeen[ChangeSubject(kind: kind, name: subject)] = .init(
          words: Set(words).sorted(), time: since)
      }
    }
  }

  private mutating func finding(_ scanner: inout JSONScanner) throws(Fault) {
    var texts: [String: String] = [:]
    try scanner.object { scanner, name throws(Fault) in
      switch name {
      case "id", "severity", "area", "subject", "message": texts[name] = try scanner.text()
      default: try scanner.skip()
      }
    }
    guard let id = texts["id"], let severity = texts["severity"].flatMap(Severity.init(rawValue:)) else {
      return
    }
    let area = texts["area"] ?? ""
    guard severity != .unknown else {
      snapshot.uncertainAreas.insert(area)
      return
    }
    snapshot.findings.insert(
      FindingMark(
        id: id, severity: severity, area: area, subject: (texts["subject"] ?? "").asciiLowercased,
        message: texts["message"] ?? id))
  }
}

extension SnapshotReader {
  /// The servers that a zone is delegated to; serial numbers, addresses and who answers are findings, or nothing.
  private mutating func nameServers(_ scanner: inout JSONScanner) throws(Fault) {
    var state: String?
    var hosts: [String] = []
    let isThere = try scanner.object { scanner, name throws(Fault) in
      switch name {
      case "state": state = try scanner.text()
      // Null, where nobody said, comes as none.
      case "delegated": hosts = try scanner.texts().map(\.comparableName)
      default: try scanner.skip()
      }
    }
    guard isThere, let state else { return }
    snapshot.areas.insert("ns")
    note(.nameServers, state == "denied" || !hosts.isEmpty ? Observation(hosts) : .unknown)
  }

  private mutating func dmarc(_ scanner: inout JSONScanner) throws(Fault) {
    var status: String?
    var policy: String?
    var effective: String?
    var scopes: [(name: String, policy: String?, legacy: Observation?)] = []
    let isThere = try scanner.object { scanner, name throws(Fault) in
      switch name {
      case "status": status = try scanner.text()
      case "policy": policy = try scanner.text()
      case "effectivePolicy": effective = try scanner.text()
      case "policies":
        try scanner.array { scanner throws(Fault) in scopes.append(try Self.scope(&scanner)) }
      default: try scanner.skip()
      }
    }
    guard isThere, let status else { return }
    snapshot.areas.insert("dmarc")
    if scopes.isEmpty { scopes = [("domain", effective ?? policy, nil)] }
    for scope in scopes where Self.scopes.contains(scope.name) {
      let isAbsent = status == "absent" || status == "invalid"
      note(.dmarc, of: scope.name, scope.policy.map { .known([$0]) } ?? (isAbsent ? .known([]) : .unknown))
      if let legacy = scope.legacy { note(.dmarcLegacy, of: scope.name, legacy) }
    }
  }

  private static let scopes: Set<String> = ["domain", "subdomains", "nonexistentSubdomains"]

  private static func scope(
    _ scanner: inout JSONScanner
  ) throws(Fault) -> (name: String, policy: String?, legacy: Observation?) {
    var scope = ""
    var policy: String?
    var legacy: Observation?
    try scanner.object { scanner, name throws(Fault) in
      switch name {
      case "appliesTo": scope = try scanner.text() ?? ""
      case "effectivePolicy": policy = try scanner.text()
      case "legacy":
        var (status, policy, percentage): (String?, String?, Int?) = (nil, nil, nil)
        try scanner.object { scanner, name throws(Fault) in
          switch name {
          case "status": status = try scanner.text()
          case "policy": policy = try scanner.text()
          case "percentage": percentage = try scanner.integer()
          default: try scanner.skip()
          }
        }
        switch (status, policy) {
        case ("absent", _): legacy = .known([])
        case (_, let policy?):
          legacy = .known([policy + ((percentage ?? 100) < 100 ? " pct=\(percentage ?? 100)" : "")])
        default: legacy = .unknown
        }
      default: try scanner.skip()
      }
    }
    return (scope, policy, legacy)
  }

  private mutating func tls(_ scanner: inout JSONScanner) throws(Fault) {
    let isThere = try scanner.object { scanner, name throws(Fault) in
      switch name {
      case "mtaSTS": try mtaSTS(&scanner)
      case "dnssec":
        let state = try Self.zoneState(&scanner)
        if let state { note(.dnssec, state) }
      case "hosts":
        try scanner.array { scanner throws(Fault) in
          var (host, status, records): (String, String?, [String]) = ("", nil, [])
          try scanner.object { scanner, name throws(Fault) in
            switch name {
            case "host": host = (try scanner.text() ?? "").comparableName
            case "tlsa": status = try scanner.text()
            case "tlsaRecords": records = try scanner.texts().map(\.asciiLowercased)
            default: try scanner.skip()
            }
          }
          if let status { note(.tlsa, of: host, status == "unknown" ? .unknown : Observation(records)) }
        }
      default: try scanner.skip()
      }
    }
    if isThere { snapshot.areas.insert("tls") }
  }

  /// Whether a resolver has validated it depends on who is asked: signed is signed.
  private static func zoneState(_ scanner: inout JSONScanner) throws(Fault) -> Observation? {
    var state: String?
    try scanner.object { scanner, name throws(Fault) in
      if name == "state" { state = try scanner.text() } else { try scanner.skip() }
    }
    return switch state {
    case "secure", "signed": .known(["signed"])
    case "insecure": .known([])
    case nil: nil
    default: .unknown
    }
  }

  private mutating func mtaSTS(_ scanner: inout JSONScanner) throws(Fault) {
    var (status, id): (String?, String?) = (nil, nil)
    var policyStatus: String?
    var policy: [String] = []
    try scanner.object { scanner, name throws(Fault) in
      switch name {
      case "status": status = try scanner.text()
      case "id": id = try scanner.text()
      case "policy":
        try scanner.object { scanner, name throws(Fault) in
          switch name {
          case "status": policyStatus = try scanner.text()
          case "mode": if let mode = try scanner.text() { policy.append("mode: \(mode)") }
          case "maxAge": if let age = try scanner.integer() { policy.append("max_age: \(age)") }
          case "mx": policy += try scanner.texts().map { "mx: " + $0.asciiLowercased }
          default: try scanner.skip()
          }
        }
      default: try scanner.skip()
      }
    }
    guard let status else { return }
    note(.mtaSTSID, status == "unknown" ? .unknown : Observation([id].compactMap(\.self)))
    if let policyStatus {
      // One that can't be fetched or read has not been seen; a finding says so.
      let isUnseen =
        status == "unknown" || policyStatus == "unknown" || policyStatus == "invalid" && policy.isEmpty
      note(.mtaSTS, isUnseen ? .unknown : Observation(policy))
    }
  }
}

extension SnapshotReader {
  private mutating func dkim(_ scanner: inout JSONScanner) throws(Fault) {
    var asked: [String] = []
    var keys: [PublishedKey] = []
    let isThere = try scanner.object { scanner, name throws(Fault) in
      switch name {
      case "asked": asked = try scanner.texts()
      case "keys":
        try scanner.array { scanner throws(Fault) in keys.append(try PublishedKey(&scanner)) }
      default: try scanner.skip()
      }
    }
    guard isThere else { return }
    snapshot.areas.insert("dkim")
    // What was asked for and is not among the keys is not there.
    for selector in asked {
      note(.dkim, of: selector.asciiLowercased, .known([]))
      note(.dkimName, of: selector.asciiLowercased, .known([]))
    }
    for key in keys where !key.selector.isEmpty {
      note(.dkim, of: key.selector, key.observation)
      note(
        .dkimName, of: key.selector,
        key.status == "unknown" ? .unknown : Observation([key.alias].compactMap(\.self)))
      // Whose the host is can be told once the domain is known, which may stand behind.
      if key.alias != nil { snapshot.hostedSelectors.insert(key.selector) }
    }
  }
}

extension DomainSnapshot {
  /// With what can be told once all has been read: a CNAME within the domain leads to a key of its own.
  fileprivate var settled: DomainSnapshot {
    var settled = self
    settled.hostedSelectors = hostedSelectors.filter { selector in
      guard case .known(let names)? = observations[ChangeSubject(kind: .dkimName, name: selector)] else {
        return false
      }
      return names.allSatisfy { $0 != domain && !$0.hasSuffix("." + domain) }
    }
    return settled
  }
}

extension String {
  /// A domain name as it is compared.
  var comparableName: String {
    let name = asciiLowercased
    return name.count > 1 && name.hasSuffix(".") ? String(name.dropLast()) : name
  }
}
