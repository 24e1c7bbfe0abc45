import FoundationEssentials

extension TransportFacts {
  /// Whether the TLSA records of `host` vouch for what it shows; nil where it has none that can be used.
  func keysVouch(for session: TLSSession, of host: DomainName, at moment: Date) -> Bool? {
    guard let published = hosts.first(where: { $0.host == host }), case .usable(let records) = published.dane
    else { return nil }
    let names = [host, published.addresses.aliases.last?.target, domain].compactMap(\.self)
    return TLSASet(records)?.vouches(for: session, as: names, at: moment)
  }
}

extension TLSASet {
  /// Whether a record names an authority of what a server shows, and none the host's own certificate or key.
  func namesAuthority(of session: TLSSession) -> Bool {
    match(([session.certificate] + session.chain).map(\.digests)).needsNameAndDates == true
  }

  /// Whether a record vouches for what a server shows (RFC 7672 §3.1). `names` are those that a certificate may be for where its
  /// authority is named; where the host's own is, neither names nor dates count.
  func vouches(for session: TLSSession, as names: [DomainName], at moment: Date) -> Bool {
    let chain = [session.certificate] + session.chain
    guard let needsNameAndDates = match(chain.map(\.digests)).needsNameAndDates else { return false }
    return !needsNameAndDates
      || names.contains(where: session.certificate.isFor) && chain.allSatisfy { $0.isValid(at: moment) }
  }
}
