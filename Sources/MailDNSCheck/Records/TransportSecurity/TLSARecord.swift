/// The data of a TLSA record (RFC 6698 §2.1): what a certificate on the way to the host must match.
struct TLSARecord: Hashable, Sendable {
  /// 0 PKIX-TA, 1 PKIX-EE, 2 DANE-TA, 3 DANE-EE (RFC 7218).
  let usage: UInt8
  /// 0 the whole certificate, 1 its public key.
  let selector: UInt8
  /// 0 as it is, 1 SHA-256, 2 SHA-512.
  let matching: UInt8
  let data: [UInt8]

  /// Nil where the octets are too few.
  init?(_ octets: [UInt8]) {
    guard octets.count > 3 else { return nil }
    (usage, selector, matching) = (octets[0], octets[1], octets[2])
    data = Array(octets[3...])
  }

  /// DANE-EE: the record means the host's own certificate.
  static let hostUsage: UInt8 = 3
  /// DANE-TA: it means an authority that vouches for the host.
  static let authorityUsage: UInt8 = 2

  /// Whether those who send mail can use it: on port 25 nobody else than the domain vouches for anybody, so that usages 0 and
  /// 1 mean nothing (RFC 7672 §3.1.3); digests have their length.
  var isUsable: Bool {
    guard [Self.authorityUsage, Self.hostUsage].contains(usage), selector <= 1 else { return false }
    return switch matching {
    case 0: true
    case 1: data.count == 32
    case 2: data.count == 64
    default: false
    }
  }

  /// Where the records of a mail host are. Throws where that is too long for a name, and so can't be there.
  static func name(of host: DomainName) throws(DomainNameError) -> DomainName {
    try host.prepending("_25._tcp")
  }
}

extension TLSARecord: CustomStringConvertible {
  /// `3 1 1 2bb1…`: safe to show.
  var description: String {
    let digest = data.prefix(8).map(\.hexadecimal).joined() + (data.count > 8 ? "…" : "")
    return "\(usage) \(selector) \(matching) \(digest)"
  }
}
