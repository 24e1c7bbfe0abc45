import FoundationEssentials

extension TLSARecord {
  /// Whether the record vouches for what a server shows (RFC 7672 §3.1). `names` are those that a certificate may be for where
  /// its authority is named; usages that mean nothing on port 25 match nothing.
  func matches(_ session: TLSSession, for names: [DomainName], at moment: Date) -> Bool {
    guard isUsable else { return false }
    // DANE-EE: this very certificate or key. Neither its names nor its dates count (§3.1.1).
    if usage == 3 { return matches(session.certificate) }
    // DANE-TA: an authority that the server sends along, never its own certificate; names and dates count (§3.1.2).
    return session.chain.contains(where: matches) && names.contains(where: session.certificate.isFor)
      && ([session.certificate] + session.chain).allSatisfy { $0.isValid(at: moment) }
  }

  private func matches(_ certificate: Certificate) -> Bool {
    let image = selector == 0 ? certificate.whole : certificate.publicKey
    return switch matching {
    case 0: data == image.octets
    case 1: data == image.sha256
    case 2: data == image.sha512
    default: false
    }
  }
}
