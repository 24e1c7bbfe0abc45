/// A host that takes the domain's mail, and what DNS says of the certificate it has to show (DANE, RFC 7672).
struct TransportHost: Sendable {
  let host: DomainName
  let addresses: HostAddresses
  /// TLSA at `_25._tcp.<host>`, or below the name that the host is an alias of where there is something.
  let keys: Answer
  let security: ZoneSecurity

  enum DANE: Hashable, Sendable {
    case absent
    /// Senders that look for it put the mail off (RFC 7672 §2.1).
    case unknown(Failure)
    /// Records that nobody looks at, since their zone is not signed.
    case insecure([TLSARecord])
    /// Records, and none that means anything on port 25: senders use TLS, and can't tell with whom (RFC 7672 §2.2).
    case unusable([TLSARecord])
    case usable([TLSARecord])
  }

  var dane: DANE {
    if let failure = keys.failure { return .unknown(failure) }
    if keys.isAbsence { return .absent }
    let records = keys.records.compactMap { record -> TLSARecord? in
      guard case .other(.tlsa, let octets) = record.data else { return nil }
      return TLSARecord(octets)
    }
    if security.state == .insecure, !keys.origin.isAuthenticated { return .insecure(records) }
    let usable = records.filter(\.isUsable)
    return usable.isEmpty ? .unusable(records) : .usable(usable)
  }

  static func gather(
    _ host: DomainName, _ addresses: HostAddresses, from known: KnownAnswers
  ) throws(MissingAnswers) -> TransportHost {
    // The end of the alias first (RFC 7672 §2.2.2).
    let names = [addresses.aliases.last?.target, host].compactMap(\.self)
    let answers = try known.each(names) { name throws(MissingAnswers) in
      try known.answer(to: (try? TLSARecord.name(of: name)).map { Question($0, .tlsa) }, below: name)
    }
    let keys = answers.first { !$0.isAbsence } ?? answers[answers.count - 1]
    return TransportHost(
      host: host, addresses: addresses, keys: keys,
      security: try ZoneSecurity.gather(of: host, in: [addresses.v4, addresses.v6, keys], from: known))
  }
}

extension MXFacts {
  /// The hosts that mail for the domain goes to, by preference, each once: also the domain itself where it has no MX.
  var mailHosts: [(host: DomainName, addresses: HostAddresses)] {
    switch status {
    case .implicit: return [(domain, addresses)]
    case .found:
      let routed = exchanges.filter { !$0.isVerification && !$0.host.isRoot && $0.addressLiteral == nil }
      var seen: Set<DomainName> = []
      return routed.filter { seen.insert($0.host).inserted }.map { ($0.host, $0.addresses) }
    case .nullMX, .absent, .noSuchDomain, .unknown: return []
    }
  }
}
