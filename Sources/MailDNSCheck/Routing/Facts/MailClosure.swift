/// How far a domain that has nothing to do with mail says so, so that nobody can use its name: a null MX (RFC 7505), an SPF
/// record that lets nobody send (RFC 7208 §10.1.2), `p=reject` (RFC 9989), and a revoked key at every DKIM selector
/// (RFC 6376 §3.6.1).
struct MailClosure: Hashable, Sendable {
  /// In the order of their weight.
  let missing: [Part]
  /// What DNS could not tell.
  let unknown: [Part]

  enum Part: String, CaseIterable, Hashable, Sendable {
    case spf
    case dmarc
    case mx
    case dkim
  }

  var isComplete: Bool { missing.isEmpty && unknown.isEmpty }
}

extension MailClosure {
  /// Nil for a domain that takes or sends mail, or may do so. One whose SPF lets nobody send and that has no MX counts as
  /// meant to be closed even though mail would find its address.
  init?(_ facts: DomainFacts) {
    let use = facts.use
    guard !use.sends, let spf = facts.spf, facts.dmarc != nil, let dkim = facts.dkim else { return nil }
    let ownSPF = spf.own?.record
    let isImplicit = if case .implicit = facts.mx.status { true } else { false }
    guard use.takes == false || isImplicit && ownSPF != nil else { return nil }
    let states: [(Part, Bool?)] = [
      (.spf, spf.own?.isThere),
      (.dmarc, facts.policy?.rejects ?? nil),
      (.mx, facts.mx.isNull), (.dkim, dkim.wildcardKeyIsRevoked),
    ]
    missing = states.filter { $0.1 == false }.map(\.0)
    unknown = states.filter { $0.1 == nil }.map(\.0)
  }
}

extension SPFPublication {
  /// Nil where DNS could not tell, and where there is something that has to be mended first.
  fileprivate var isThere: Bool? {
    switch content {
    case .record: true
    case .absent(let nearMisses): nearMisses.isEmpty ? false : nil
    case .unknown, .several, .syntaxErrors: nil
    }
  }
}

extension DMARCAppliedPolicy {
  /// Whether mail that fails DMARC is rejected; nil where DNS could not tell.
  fileprivate var rejects: Bool? {
    switch self {
    case .applies(_, let effective, _): effective == .reject
    case .nothing: false
    case .unknown: nil
    }
  }
}

extension MXFacts {
  fileprivate var isNull: Bool? {
    switch status {
    case .nullMX: true
    case .found, .implicit, .absent, .noSuchDomain: false
    case .unknown: nil
    }
  }
}

extension DomainFacts {
  /// Whether a domain without mail is properly closed.
  var closureFindings: [Finding] {
    guard let closure = MailClosure(self) else { return [] }
    if closure.isComplete { return [.domain.closed(domain.name)] }
    guard !closure.missing.isEmpty else { return [] }
    let hasPolicy = dmarc?.own.map { !$0.records.isEmpty } ?? false
    return [.domain.notClosed(domain.name, (missing: closure.missing, replaced: hasPolicy ? [.dmarc] : []))]
  }
}
