import FoundationEssentials

extension JSONReport {
  /// What protects mail on the way: MTA-STS, TLS-RPT, DANE, DNSSEC.
  struct TransportEntry: JSONObject, Sendable {
    let mtaSTS: PolicyRecordEntry
    let tlsRPT: ReportRecordEntry
    let dnssec: ZoneEntry
    let hosts: [TransportHostEntry]
  }

  struct PolicyRecordEntry: JSONObject, Sendable {
    let status: AreaStatus
    let record: String?
    let id: String?
    let policy: PolicyEntry
  }

  /// `absent` where no record says that there is one.
  struct PolicyEntry: JSONObject, Sendable {
    let status: AreaStatus
    let mode: String?
    let maxAge: Int?
    let mx: [String]?
  }

  struct ReportRecordEntry: JSONObject, Sendable {
    let status: AreaStatus
    let record: String?
    let reportsTo: [String]
  }

  struct ZoneEntry: JSONObject, Sendable {
    let zone: String?
    let state: String
    /// What the state rests on; null where that is unknown.
    let evidence: String?
    /// When the first signature ends of those that were seen; null where none was.
    let signaturesEnd: String?
  }

  struct TransportHostEntry: JSONObject, Sendable {
    let host: String
    /// Whether the policy allows the host; null where there is none, or it asks for nothing.
    let allowed: Bool?
    let tlsa: AreaStatus
    let tlsaRecords: [String]
    /// Whether the certificate can be changed without a gap; null where no record can be used.
    let tlsaRollover: Bool?
    let dnssec: ZoneEntry
  }

  /// The BIMI record.
  struct LogoEntry: JSONObject, Sendable {
    let status: AreaStatus
    let name: String
    let record: String?
    let logo: String?
    let evidence: String?
    let declined: Bool?
    /// Whether the DMARC policy lets receivers show the logo.
    let dmarcSuffices: Bool?
  }
}

extension JSONReport.TransportEntry {
  init(_ facts: TransportFacts, at moment: Date) {
    let policy = facts.policy.policy
    let judges = policy.map { $0.mode != .none } ?? false
    let unmatched = Set(facts.unmatchedHosts)
    self.init(
      mtaSTS: JSONReport.PolicyRecordEntry(
        status: JSONReport.AreaStatus(facts.recordSelection, facts.record),
        record: facts.recordSelection.text.map { VisibleText($0).description },
        id: facts.recordSelection.record?.id, policy: JSONReport.PolicyEntry(facts.policy)),
      tlsRPT: JSONReport.ReportRecordEntry(
        status: JSONReport.AreaStatus(facts.reportSelection, facts.reports),
        record: facts.reportSelection.text.map { VisibleText($0).description },
        reportsTo: facts.reportSelection.record?.addresses ?? []),
      dnssec: JSONReport.ZoneEntry(facts.security, facts.signedSets, at: moment),
      hosts: facts.hosts.map { host in
        JSONReport.TransportHostEntry(
          host, allowed: judges ? !unmatched.contains(host.host) : nil, at: moment)
      })
  }
}

extension JSONReport.AreaStatus {
  fileprivate init<Record>(_ selection: TransportRecordSelection<Record>, _ answer: Answer) {
    switch selection.outcome {
    case _ where answer.failure != nil: self = .unknown
    case .record: self = .found
    case .absent: self = .absent
    case .notRecognized, .several, .invalid: self = .invalid
    }
  }
}

extension JSONReport.PolicyEntry {
  fileprivate init(_ outcome: MTASTSPolicyOutcome) {
    let status: JSONReport.AreaStatus =
      switch outcome {
      case .notAsked: .absent
      case .policy: .found
      case .invalid: .invalid
      case .failed(let failure): failure.isUnknown ? .unknown : .invalid
      }
    let policy = outcome.policy
    self.init(
      status: status, mode: policy?.mode.rawValue, maxAge: policy.map { Int($0.maximumAge) },
      mx: policy?.patterns.map(\.description))
  }
}

extension JSONReport.ZoneEntry {
  fileprivate init(_ security: ZoneSecurity, _ sets: [SignedSet], at moment: Date) {
    let left = sets.map { $0.secondsLeft(at: moment) }.min()
    self.init(
      zone: security.zone?.description, state: security.state.identifier,
      evidence: security.state.evidence,
      signaturesEnd: left.map { moment.addingTimeInterval(Double($0)).ISO8601Format() })
  }
}

extension JSONReport.TransportHostEntry {
  fileprivate init(_ host: TransportHost, allowed: Bool?, at moment: Date) {
    var rollover: Bool?
    let (status, records): (JSONReport.AreaStatus, [TLSARecord])
    switch host.dane {
    case .absent: (status, records) = (.absent, [])
    case .unknown, .bogus: (status, records) = (.unknown, [])
    case .insecure(let found), .unusable(let found): (status, records) = (.invalid, found)
    case .usable(let found):
      (status, records) = (.found, found)
      rollover = TLSASet(found)?.isReadyForRollover
    }
    self.init(
      host: host.host.description, allowed: allowed, tlsa: status,
      tlsaRecords: records.map { record in
        "\(record.usage) \(record.selector) \(record.matching) " + record.data.map(\.hexadecimal).joined()
      }, tlsaRollover: rollover,
      dnssec: JSONReport.ZoneEntry(host.security, host.signedSets, at: moment))
  }
}

extension ZoneSecurity.State {
  /// As programs read it.
  var identifier: String {
    switch self {
    case .secure: "secure"
    case .signed: "signed"
    case .insecure: "insecure"
    case .bogus: "bogus"
    case .unknown: "unknown"
    }
  }

  /// What it rests on, as programs read it; nil where nothing is known.
  fileprivate var evidence: String? {
    switch self {
    case .secure: "ad"
    case .signed: "ds"
    case .insecure: "no-ds"
    case .bogus(.refused): "cd"
    case .bogus(.noDelegatedKey): "dnskey"
    case .unknown: nil
    }
  }
}

extension JSONReport.LogoEntry {
  init(_ facts: BIMIFacts) {
    let status: JSONReport.AreaStatus
    var text: [UInt8]?
    switch facts.selection.outcome {
    case _ where facts.answer.failure != nil: status = .unknown
    case .absent: status = .absent
    case .several: status = .invalid
    case .invalid(let record, _): (status, text) = (.invalid, record)
    case .record(let record): (status, text) = (.found, record.text)
    }
    let suffices: Bool? =
      switch facts.precondition {
      case .met: true
      case .unknown: nil
      case .noPolicy, .policyNone, .subdomainsNone, .percentage, .testing, .organization: false
      }
    let record = facts.selection.record
    self.init(
      status: status, name: facts.answer.question.name.description,
      record: text.map { VisibleText($0).description }, logo: record?.logo, evidence: record?.evidence,
      declined: record?.isDeclination, dmarcSuffices: suffices)
  }
}

extension JSONReport.TransportEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("dnssec", dnssec)
    json.add("hosts", hosts)
    json.add("mtaSTS", mtaSTS)
    json.add("tlsRPT", tlsRPT)
  }
}

extension JSONReport.PolicyRecordEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("id", id)
    json.add("policy", policy)
    json.add("record", record)
    json.add("status", status)
  }
}

extension JSONReport.PolicyEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("maxAge", maxAge)
    json.add("mode", mode)
    json.add("mx", mx)
    json.add("status", status)
  }
}

extension JSONReport.ReportRecordEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("record", record)
    json.add("reportsTo", reportsTo)
    json.add("status", status)
  }
}

extension JSONReport.ZoneEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("evidence", evidence)
    json.add("signaturesEnd", signaturesEnd)
    json.add("state", state)
    json.add("zone", zone)
  }
}

extension JSONReport.TransportHostEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("allowed", allowed)
    json.add("dnssec", dnssec)
    json.add("host", host)
    json.add("tlsa", tlsa)
    json.add("tlsaRecords", tlsaRecords)
    json.add("tlsaRollover", tlsaRollover)
  }
}

extension JSONReport.LogoEntry {
  func addMembers(to json: inout JSONWriter) {
    json.add("declined", declined)
    json.add("dmarcSuffices", dmarcSuffices)
    json.add("evidence", evidence)
    json.add("logo", logo)
    json.add("name", name)
    json.add("record", record)
    json.add("status", status)
  }
}
