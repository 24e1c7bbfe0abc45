import FoundationEssentials

/// What there is to say of the hosts that take a domain's mail, after they were talked to.
struct SMTPRules {
  let probe: SMTPProbe
  /// What senders demand follows from it; nil where it is not known.
  let transport: TransportFacts?
  let now: Date

  var findings: [Finding] {
    let unknown = probe.failure.map { Finding.smtp.hostsUnknown(probe.domain, $0) }
    return [unknown].compactMap(\.self) + probe.hosts.flatMap(findings) + partialFindings
  }

  /// Days in which a certificate should have been renewed: authorities that give them for 90 days say 30.
  static let shortTime = 7

  private var partialFindings: [Finding] {
    let count = probe.skippedHosts + probe.hosts.map(\.skippedAddresses).reduce(0, +)
    return count > 0 ? [.smtp.partial(probe.domain, count)] : []
  }

  private func findings(_ host: SMTPProbe.Host) -> [Finding] {
    if let failure = host.failure {
      return [
        .smtp.unknown(
          host.host, SMTPGap(failure: .addressUnknown(failure), addresses: [], isShutIn: false))
      ]
    }
    return gapFindings(host) + encryptionFindings(host) + certificateFindings(host)
  }

  /// The first of what `find` finds in the sessions, and all addresses at which it finds something.
  private func first<Value>(
    in host: SMTPProbe.Host, _ find: (SMTPSession) -> Value?
  ) -> (value: Value, addresses: [String])? {
    let found = host.sessions.compactMap { session in find(session).map { ($0, session.address.description) }
    }
    return found.first.map { ($0.0, found.map(\.1)) }
  }

  private func gapFindings(_ host: SMTPProbe.Host) -> [Finding] {
    let failures = host.sessions.compactMap(\.failure).uniqued
    let unknown = failures.map { failure in
      let addresses = host.sessions.filter { $0.failure == failure }.map(\.address.description)
      return Finding.smtp.unknown(
        host.host, SMTPGap(failure: failure, addresses: addresses, isShutIn: probe.isShutIn))
    }
    let refused = first(in: host) { session in
      if case .refused(let reply, _) = session.outcome { reply } else { nil }
    }.map { reply, addresses in
      Finding.smtp.refused(
        host.host, (reply: reply, addresses: addresses),
        severity: ExchangeOnlineReply(reply)?.isOfTenant == true ? .info : nil)
    }
    return unknown + [refused].compactMap(\.self)
  }

  private func encryptionFindings(_ host: SMTPProbe.Host) -> [Finding] {
    let demand = demand(on: host.host)
    // What is missing at one address is no less so where a firewall stands before another.
    let missing = [false, true].compactMap { isMasked in
      first(in: host) { session -> Void? in
        if case .plain = session.outcome, session.isMasked == isMasked { () } else { nil }
      }.map {
        Finding.smtp.startTLSMissing(
          host.host, (demand: demand, isMasked: isMasked, addresses: $0.addresses),
          severity: isMasked ? .unknown : demand.severity)
      }
    }
    let failed = first(in: host) { session -> [UInt8]? in
      switch session.outcome {
      case .declined(_, let reply): reply.text
      case .disagreed(_, let words): Array(words.utf8)
      default: nil
      }
    }.map { words, addresses in
      Finding.smtp.startTLSFailed(
        host.host, (demand: demand, words: words, addresses: addresses), severity: demand.severity)
    }
    let injected = first(in: host) { session -> Void? in
      if case .injected = session.outcome { () } else { nil }
    }.map { Finding.smtp.injected(host.host, $0.addresses) }
    let outdated = first(in: host) { session in
      session.tls.flatMap { $0.isOutdated ? $0.version : nil }
    }.map { Finding.smtp.versionOutdated(host.host, (version: $0.value, addresses: $0.addresses)) }
    return missing + [failed, injected, outdated].compactMap(\.self)
  }

  private func certificateFindings(_ host: SMTPProbe.Host) -> [Finding] {
    let demand = demandOnCertificate(of: host.host)
    let sessions = host.sessions.compactMap(\.tls)
    let otherName = sessions.first { !$0.certificate.isFor(host.host) }.map { session in
      Finding.certificates.otherName(
        host.host, (demand: demand, names: session.certificate.names),
        severity: demand.severityOfCertificate)
    }
    let dated = sessions.map { ($0.certificate, $0.certificate.daysLeft(at: now)) }.min { $0.1 < $1.1 }
    let expiry = dated.flatMap { certificate, left -> Finding? in
      let day = CalendarDate(certificate.notAfter)
      if left < 0 {
        return .certificates.expired(
          host.host, (demand: demand, day: day), severity: demand.severityOfExpiry)
      }
      return left < Self.shortTime ? .certificates.expiring(host.host, (day: day, left: left)) : nil
    }
    let untrusted = sessions.first { $0.trust != .trusted && $0.trust != .expired }.map { session in
      Finding.certificates.untrusted(
        host.host, (demand: demand, trust: session.trust), severity: session.trust.severity(under: demand))
    }
    return [otherName, untrusted, expiry, keyFinding(host, sessions)].compactMap(\.self)
  }

  /// What those who go furthest demand: some know MTA-STS, some DANE.
  private func demand(on host: DomainName) -> TLSDemand {
    isProtectedByDANE(host) ? .publishedKey : demandOfPolicy(on: host)
  }

  /// The same of its certificate, about which those who know DANE have the TLSA records. Where it is not known what MTA-STS
  /// demands, others may look at it all the same.
  private func demandOnCertificate(of host: DomainName) -> TLSDemand {
    let demand = demandOfPolicy(on: host)
    return demand == .nothing && isProtectedByDANE(host) ? .publishedKey : demand
  }

  private func isProtectedByDANE(_ host: DomainName) -> Bool {
    guard let published = transport?.hosts.first(where: { $0.host == host }), case .usable = published.dane
    else { return false }
    return published.security.state == .secure
  }

  private func demandOfPolicy(on host: DomainName) -> TLSDemand {
    guard let transport else { return .unknown }
    if transport.record.failure != nil { return .unknown }
    if case .failed(let failure) = transport.policy, failure.isUnknown { return .unknown }
    if transport.recordSelection.record != nil, let policy = transport.policy.policy,
      policy.patterns.contains(where: { $0.matches(host) })
    {
      // That is certain, whatever TLSA records there may be.
      switch policy.mode {
      case .enforce: return .validCertificate
      case .testing: return .reports
      case .none: break
      }
    }
    if case .unknown? = transport.hosts.first(where: { $0.host == host })?.dane { return .unknown }
    return .nothing
  }

  private func keyFinding(_ host: SMTPProbe.Host, _ sessions: [TLSSession]) -> Finding? {
    guard let transport, let published = transport.hosts.first(where: { $0.host == host.host }),
      case .usable(let records) = published.dane,
      let unmatched = sessions.first(where: { transport.keysVouch(for: $0, of: host.host, at: now) != true })
    else { return nil }
    let isOfAuthority = TLSASet(records)?.namesAuthority(of: unmatched) == true
    return .certificates.keysUnmatched(
      host.host, (records: records, isOfAuthority: isOfAuthority),
      severity: published.security.state == .secure ? nil : .warning)
  }
}
