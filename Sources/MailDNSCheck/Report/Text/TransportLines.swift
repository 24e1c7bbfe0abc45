import FoundationEssentials

/// What stands beside TLS in a text report: the records and the policy, and then each host.
struct TransportLines {
  let facts: TransportFacts
  /// When they were learnt.
  let moment: Date
  let language: Language

  var lines: [String] {
    let unmatched = Set(facts.unmatchedHosts)
    let hosts = facts.hosts.map { host($0, isAllowed: !unmatched.contains($0.host)) }
    return [policyRecord] + policy + [reportRecord, zone] + hosts
  }

  /// All of it in one line, where nothing is wrong.
  var brief: String {
    let mode = facts.policy.policy?.mode.rawValue
    let secured = facts.hosts.count { if case .usable = $0.dane { true } else { false } }
    return [
      labelled(.mtaSTS, mode ?? Wording.notPublished[language]),
      labelled(
        .tlsReporting, (facts.reportSelection.record == nil ? Wording.notPublished : .published)[language]),
      labelled(
        .dane, secured == 0 ? Wording.notPublished[language] : "\(secured)/\(facts.hosts.count)"),
      labelled(.dnssec, facts.security.state.briefWording[language]),
    ].joined(separator: Wording.listSeparator[language])
  }

  /// Patterns that are shown; a policy may have thousands.
  private static let maximumPatterns = 8

  private var policyRecord: String {
    labelled(.mtaSTS, text(facts.recordSelection, facts.record))
  }

  private var reportRecord: String {
    labelled(.tlsReporting, text(facts.reportSelection, facts.reports))
  }

  private func labelled(_ label: Wording, _ text: String) -> String { "\(label[language]): \(text)" }

  private func text<Record>(_ selection: TransportRecordSelection<Record>, _ answer: Answer) -> String {
    if answer.failure != nil { return Wording.notAsked[language] }
    if case .several(let count) = selection.outcome { return Wording.severalRecords(count)[language] }
    return selection.text.map { VisibleText($0).description } ?? Wording.noRecord[language]
  }

  private var policy: [String] {
    switch facts.policy {
    case .notAsked: []
    case .failed: [Wording.noPolicyFetched[language]]
    case .invalid: [Wording.invalidPolicy[language]]
    case .policy(let policy):
      [
        Wording.policy(policy.mode, TimeSpan(seconds: policy.maximumAge).wording)[language]
          + policy.patterns.prefix(Self.maximumPatterns).map { " \($0)" }.joined(separator: ",")
          + (policy.patterns.count > Self.maximumPatterns ? " …" : "")
      ]
    }
  }

  private var zone: String {
    let name = facts.security.zone.map { "\($0) " } ?? ""
    return labelled(.dnssec, name + state(facts.security, facts.signedSets))
  }

  /// With the day on which the first signature ends, where that matters.
  private func state(_ security: ZoneSecurity, _ sets: [SignedSet]) -> String {
    let state = security.state.wording[language]
    guard [.secure, .signed].contains(security.state),
      let next = sets.min(by: { $0.secondsLeft(at: moment) < $1.secondsLeft(at: moment) })
    else { return state }
    let day = String(next.end(from: moment).ISO8601Format().prefix(10))
    return state + Wording.listSeparator[language] + Wording.signedUntil(day)[language]
  }

  private func host(_ host: TransportHost, isAllowed: Bool) -> String {
    var parts: [String] = []
    if let policy = facts.policy.policy, policy.mode != .none {
      parts.append((isAllowed ? Wording.allowedByPolicy : .notAllowedByPolicy)[language])
    }
    parts.append(labelled(.dane, host.dane.wording[language]))
    parts.append(labelled(.dnssec, state(host.security, host.signedSets)))
    return "\(host.host)  " + parts.joined(separator: Wording.listSeparator[language])
  }
}

/// What stands beside BIMI in a text report.
struct BIMILines {
  let facts: BIMIFacts
  let language: Language

  /// All of it in one line: what it comes to first, and as much of the record as there is room for.
  var brief: String { lines.reversed().joined(separator: Wording.listSeparator[language]) }

  var lines: [String] {
    if facts.answer.failure != nil { return [Wording.notAsked[language]] }
    switch facts.selection.outcome {
    case .absent: return [Wording.noRecord[language]]
    case .several(let count): return [Wording.severalRecords(count)[language]]
    case .invalid(let text, _): return [VisibleText(text).description]
    case .record(let record):
      let dmarc =
        switch facts.precondition {
        case .met: Wording.dmarcSuffices
        case .unknown: Wording.dmarcUnknown
        case .noPolicy, .policyNone, .subdomainsNone, .percentage, .testing, .organization:
          Wording.dmarcTooWeak
        }
      return [VisibleText(record.text).description, dmarc[language]]
    }
  }
}
