/// Where a domain's MX records send its mail (RFC 5321 §5.1).
struct MXFacts: Sendable {
  let domain: DomainName
  let answer: Answer
  /// By preference, then by name. Empty where there are none.
  let exchanges: [MailExchange]
  /// The domain's own addresses, which stand in for MX records that are not there.
  let addresses: HostAddresses

  enum Status: Sendable {
    case found
    /// Exactly one MX record, preference 0, target `.`: the domain takes no mail (RFC 7505 §3).
    case nullMX
    /// No MX, but an address: mail goes there (RFC 5321 §5.1).
    case implicit
    /// Neither MX nor address.
    case absent
    case noSuchDomain
    case unknown(Failure)
  }

  /// How many MX hosts are looked at; the rest of a longer list is not asked for.
  static let maximumHosts = 50

  /// Whether there are more hosts than were looked at.
  var isCutShort: Bool { answer.records.count > exchanges.count }

  var status: Status {
    switch answer.outcome {
    case .found: return isNull ? .nullMX : .found
    case .noData:
      if !addresses.isEmpty { return .implicit }
      return addresses.failure.map(Status.unknown) ?? .absent
    case .noSuchName where answer.deniesName: return .noSuchDomain
    case .noSuchName: return .absent
    case .failed(let failure): return .unknown(failure)
    }
  }

  private var isNull: Bool {
    answer.records.count == 1 && exchanges.first?.host.isRoot == true && exchanges.first?.preference == 0
  }

  /// Whether mail can be delivered to the domain; nil where DNS could not tell.
  var takesMail: Bool? {
    switch status {
    case .found:
      if exchanges.contains(where: { $0.addresses.failure == nil && !$0.isUnreachable }) { return true }
      return !isCutShort && exchanges.allSatisfy(\.isUnreachable) ? false : nil
    case .implicit: return true
    case .nullMX, .absent, .noSuchDomain: return false
    case .unknown: return nil
    }
  }

  /// Why DNS could not tell whether mail can be delivered; nil where it could.
  var mailFailure: Failure? {
    takesMail == nil
      ? answer.failure ?? addresses.failure ?? exchanges.lazy.compactMap(\.addresses.failure).first : nil
  }

  /// Takes the records, and then the addresses of the first `maximum` hosts. Of some hosts `isVerification` says that they
  /// only prove whose the domain is.
  static func gather(
    _ domain: DomainName, hosts maximum: Int = maximumHosts,
    proving isVerification: (DomainName) -> Bool = { _ in false }, from known: KnownAnswers
  ) throws(MissingAnswers) -> MXFacts {
    let answers = try known.answers(to: questions(domain))
    let answer = answers[0]
    var records = answer.records.compactMap { record -> (UInt16, DomainName)? in
      guard case .mx(let preference, let exchange) = record.data else { return nil }
      return (preference, exchange)
    }
    if records.count > 1 { records.sort(by: <) }
    let exchanges = try known.each(records.prefix(maximum)) {
      preference, host throws(MissingAnswers) in
      MailExchange(
        preference: preference, host: host, addresses: try HostAddresses.gather(host, from: known),
        isVerification: isVerification(host))
    }
    return MXFacts(
      domain: domain, answer: answer, exchanges: exchanges,
      addresses: .of(domain, answers[1], answers[2]))
  }

  /// What is asked about `domain` whatever the answers.
  static func questions(_ domain: DomainName) -> [Question] {
    [Question(domain, .mx), Question(domain, .a), Question(domain, .aaaa)]
  }
}
