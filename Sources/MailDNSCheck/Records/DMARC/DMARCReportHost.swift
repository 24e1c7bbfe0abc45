/// A mail domain that is to get reports about another one, and whether it will: it takes mail, and it has agreed where it
/// has to (RFC 9990 §4).
struct DMARCReportHost: Sendable {
  let name: DomainName
  /// TXT at the name by which an outside host agrees; nil within the domain's own organization, where nobody asks.
  let consentAnswer: Answer?
  let mail: MXFacts
  /// MX hosts that are looked at: one that takes mail is enough.
  static let maximumExchanges = 10

  /// Why it is not known whether the host is one of the domain's own organization, which need not agree; nil where it is.
  var homeFailure: Failure?

  enum Consent: Hashable, Sendable {
    case notNeeded
    case granted
    case missing
    case unknown(Failure)
  }

  var consent: Consent {
    guard let answer = consentAnswer else { return .notNeeded }
    if let failure = answer.failure { return .unknown(failure) }
    if !answer.dmarcSelection.records.isEmpty { return .granted }
    return homeFailure.map(Consent.unknown) ?? .missing
  }

  /// Where the host that agrees wants the reports sent to instead (RFC 9990 §4 step 6); empty where it does not say.
  var override: [DMARCReportURI] {
    guard let records = consentAnswer?.dmarcSelection.records else { return [] }
    return records.lazy.map { $0.aggregateReports + $0.failureReports }
      .first { !$0.isEmpty } ?? []
  }

  /// Whether mail can be delivered there; nil where DNS could not tell.
  var takesMail: Bool? { mail.takesMail }
}

extension DMARCReportHost {
  /// Whether `host` takes reports about `policy`'s domain, and mail at all. `home` is the Organizational Domain, at
  /// or below which nobody has to agree.
  static func gather(
    _ host: DomainName, for policyDomain: DomainName, home: DomainName, from known: KnownAnswers
  ) throws(MissingAnswers) -> DMARCReportHost {
    guard !host.isAtOrBelow(home) else {
      return DMARCReportHost(
        name: host, consentAnswer: nil, mail: try MXFacts.gather(host, hosts: maximumExchanges, from: known))
    }
    let name = try? DMARCTreeWalk.authorizationName(policyDomain: policyDomain, host: host)
    let question = name.map { Question($0, .txt) }
    try known.require([question].compactMap(\.self) + MXFacts.questions(host))
    return DMARCReportHost(
      name: host,
      consentAnswer: try known.answer(to: question, below: host),
      mail: try MXFacts.gather(host, hosts: maximumExchanges, from: known))
  }
}
