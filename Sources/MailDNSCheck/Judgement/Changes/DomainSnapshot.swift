/// What a report says of one domain, as far as another value of it is a change: sets of words without order, letter case, TTL,
/// addresses, cost. What the report does not speak of is not in it.
struct DomainSnapshot: Hashable, Sendable {
  var domain = ""
  /// When it was seen.
  var checkedAt: String?
  var status: Status?
  var observations: [ChangeSubject: Observation] = [:]
  var findings: Set<FindingMark> = []
  /// Areas of which DNS could not tell everything: whether a finding of theirs is new or gone can't be told, either.
  var uncertainAreas: Set<String> = []
  /// Areas that the report speaks of.
  var areas: Set<String> = []
  /// The record of SPF as it is published, by which is told whether the domain itself or what it includes has changed.
  var spfRecord: String?
  /// Selectors whose key is at a host that is not the domain's own.
  var hostedSelectors: Set<String> = []
  /// What could not be seen then, either, and had been seen before: a run with `--since` hands it on.
  var lastSeen: [ChangeSubject: LastSeen] = [:]

  struct LastSeen: Hashable, Sendable {
    let words: [String]
    let time: String?
  }

  /// What stands for a subject: what was seen of it, else what was seen last, and when.
  func standing(_ subject: ChangeSubject) -> (observation: Observation?, time: String?) {
    let seen = observations[subject]
    guard seen == .unknown, let last = lastSeen[subject] else { return (seen, checkedAt) }
    return (.known(last.words), last.time)
  }
}

/// What can change.
struct ChangeSubject: Hashable, Sendable {
  let kind: ChangeKind
  /// Of which selector, host or scope; empty where there is only one.
  var name = ""
}

/// In the order in which changes are told.
enum ChangeKind: String, CaseIterable, Sendable {
  case route, mx, spf
  case spfAll = "spf-all"
  case dmarc
  /// As receivers of RFC 7489 apply it.
  case dmarcLegacy = "dmarc-rfc7489"
  case dkim
  /// Where a selector leads to.
  case dkimName = "dkim-cname"
  case mtaSTS = "mta-sts"
  case mtaSTSID = "mta-sts-id"
  case tlsa, dnssec
  case nameServers = "ns"
  case finding

  /// The area of findings that it belongs to.
  var area: String {
    switch self {
    case .route: "route"
    case .mx: "mx"
    case .spf, .spfAll: "spf"
    case .dmarc, .dmarcLegacy: "dmarc"
    case .dkim, .dkimName: "dkim"
    case .mtaSTS, .mtaSTSID, .tlsa, .dnssec: "tls"
    case .nameServers: "ns"
    case .finding: ""
    }
  }
}

/// What was seen of a subject.
enum Observation: Hashable, Sendable {
  /// DNS could not tell.
  case unknown
  /// Sorted, each once; empty where nothing is published.
  case known([String])

  init(_ words: some Sequence<String>) { self = .known(Set(words).sorted()) }
}

/// A finding, as far as it is another one than another.
struct FindingMark: Hashable, Sendable {
  let id: String
  let severity: Severity
  let area: String
  let subject: String
  /// As the report has it, in its language; no part of what it is.
  let message: String

  static func == (left: FindingMark, right: FindingMark) -> Bool {
    left.id == right.id && left.severity == right.severity && left.subject == right.subject
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(severity)
    hasher.combine(subject)
  }
}
