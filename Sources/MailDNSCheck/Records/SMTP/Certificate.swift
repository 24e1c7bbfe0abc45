import FoundationEssentials

/// What of a certificate matters here (RFC 5280 §4.1).
struct Certificate: Hashable, Sendable {
  /// The certificate itself.
  let whole: Image
  /// Its SubjectPublicKeyInfo.
  let publicKey: Image
  /// The dNSName entries of the subject's alternative names. A common name is no name of a host (RFC 9525 §2).
  let names: [CertificateName]
  /// Who has signed it: common name or organisation, as in the certificate; empty where it says neither.
  let issuer: [UInt8]
  let notBefore: Date
  let notAfter: Date

  /// The octets of a part, and their digests.
  typealias Image = CertificateDigests.Forms

  /// What TLSA records are held against.
  var digests: CertificateDigests { CertificateDigests(certificate: whole, publicKey: publicKey) }

  /// Whether it is a certificate for `host`.
  func isFor(_ host: DomainName) -> Bool { names.contains { $0.matches(host) } }

  /// Whole days until it expires; below 0 for one that has expired.
  func daysLeft(at moment: Date) -> Int {
    let days = (notAfter.timeIntervalSince(moment) / 86_400).rounded(.down)
    return Int(max(-Self.farthest, min(Self.farthest, days)))
  }

  /// Whether its dates allow `moment`.
  func isValid(at moment: Date) -> Bool { notBefore <= moment && moment <= notAfter }

  /// Days that any date lies within.
  private static let farthest = 10_000_000.0
}

/// A name of a host in a certificate: of one host, or with `*` for exactly one label (RFC 9525 §6.3).
struct CertificateName: Hashable, Sendable {
  /// As in the certificate.
  let text: [UInt8]
  /// Nil where it is no name of a host; the syntax is that of the `mx` of MTA-STS, which is made for it (RFC 8461 §4.1).
  private let pattern: MXPattern?

  init(_ text: [UInt8]) {
    self.text = text
    pattern = MXPattern(text[...])
  }

  func matches(_ host: DomainName) -> Bool { pattern?.matches(host) == true }
}

extension CertificateName: CustomStringConvertible {
  /// Safe to show.
  var description: String { VisibleText.shortened(text) }
}

/// Whether the system vouches for a certificate, names aside.
enum CertificateTrust: Hashable, Sendable {
  case trusted
  case expired
  case notYetValid
  case selfSigned
  /// Whoever has signed it is not known here: certificates in between are missing, or it is somebody's own authority.
  case unknownIssuer
  /// The system trusts nobody, so that nothing follows.
  case noTrustStore
  /// In the words of the TLS library.
  case other(String)

  /// From OpenSSL's number (x509_vfy.h).
  init(verification: Int, text: String) {
    switch verification {
    case 0: self = .trusted
    case 9: self = .notYetValid
    case 10: self = .expired
    case 18: self = .selfSigned
    case 2, 19, 20, 21: self = .unknownIssuer
    default: self = .other(text)
    }
  }
}

/// What a server shows of itself when a connection is secured.
struct TLSSession: Hashable, Sendable {
  /// As OpenSSL calls it: `TLSv1.3`.
  let version: String
  let certificate: Certificate
  /// The certificates behind it, as the server sent them.
  let chain: [Certificate]
  let trust: CertificateTrust

  /// Whether nobody should speak that version any more (RFC 8996).
  var isOutdated: Bool { ["SSLv3", "TLSv1", "TLSv1.1"].contains(version) }
}
