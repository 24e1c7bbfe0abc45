import FoundationEssentials

extension TLSASet {
  /// Whether a record vouches for what a server shows (RFC 7672 §3.1). `names` are those that a certificate may be for where its
  /// authority is named; where the host's own is, neither names nor dates count.
  func vouches(for session: TLSSession, as names: [DomainName], at moment: Date) -> Bool {
    let chain = [session.certificate] + session.chain
    guard let needsNameAndDates = match(chain.map(\.digests)).needsNameAndDates else { return false }
    return !needsNameAndDates
      || names.contains(where: session.certificate.isFor) && chain.allSatisfy { $0.isValid(at: moment) }
  }
}
