/// What gets a document by HTTPS, as it is: without following redirects, and with a certificate for the name of the host.
protocol HTTPSLibrary: Sendable {
  /// Where it looks for the certificates of authorities if nobody says: a file, and a folder. Nil for what it does not have,
  /// and for both where it can't tell.
  var authorities: (file: String?, folder: String?) { get }

  /// Blocks until there is an answer, or its time is up.
  func response(to request: HTTPSRequest) throws(MTASTSPolicyFailure) -> HTTPSResponse
}

struct HTTPSRequest: Sendable {
  /// Letters, digits, hyphens, underscores and dots.
  let host: String
  let port: Int
  /// From the slash on.
  let path: String
  /// What the name stands for, so that nobody asks for it again; at least one.
  let addresses: [IPAddress]
  /// From the first packet to the last octet.
  let timeout: Duration
  /// Octets of the body.
  let maximumSize: Int
  let userAgent: String
  /// A file of certificates of authorities to trust in place of the system's.
  let authorities: String?

  /// `mta-sts.example.jp`, with the port where it is not the usual one.
  var authority: String { port == 443 ? host : "\(host):\(port)" }
}

struct HTTPSResponse: Hashable, Sendable {
  let status: Int
  /// As sent; nil where the server says nothing.
  let mediaType: [UInt8]?
  /// Empty, maybe, where the status is not 200.
  let body: [UInt8]

  /// The text of a policy, where this is one for senders (RFC 8461 §3.3).
  var policy: [UInt8] {
    get throws(MTASTSPolicyFailure) {
      if (300..<400).contains(status) { throw .redirect(status: status) }
      guard status == 200 else { throw .status(status) }
      let type = mediaType?.prefix { $0 != UInt8(ascii: ";") }.trimmingWhitespace
      guard type?.equalsIgnoringCase("text/plain") == true else { throw .mediaType(mediaType) }
      return body
    }
  }
}

extension MTASTSPolicyFailure {
  /// From OpenSSL's number (x509_vfy.h). 0 is a certificate that is right but for its name, where that is compared apart.
  init(refusedBy verification: Int) {
    switch verification {
    case 0, 62: self = .certificate(.otherName)
    case 10: self = .certificate(.expired)
    case 9: self = .certificate(.notYetValid)
    case 18: self = .certificate(.selfSigned)
    default: self = .unknownIssuer
    }
  }
}
