/// Where the policy of a domain comes from: the web, as senders have it, or a file.
protocol MTASTSPolicySource: Sendable {
  /// Whether there is a policy also where no record says so.
  var isGiven: Bool { get }

  /// The text of the policy of `domain`, whose policy host has these addresses.
  func text(of domain: DomainName, at addresses: HostAddresses?) async throws(MTASTSPolicyFailure) -> [UInt8]
}

/// A policy that somebody hands over, as it is or is to be published.
struct GivenMTASTSPolicy: MTASTSPolicySource {
  let octets: [UInt8]

  var isGiven: Bool { true }

  func text(of domain: DomainName, at addresses: HostAddresses?) async throws(MTASTSPolicyFailure) -> [UInt8]
  {
    octets
  }
}

/// Nobody asks for policies.
struct OfflineMTASTSPolicies: MTASTSPolicySource {
  var isGiven: Bool { false }

  func text(of domain: DomainName, at addresses: HostAddresses?) async throws(MTASTSPolicyFailure) -> [UInt8]
  {
    throw .offline
  }
}

/// Why there is no policy, or why that could not be told.
enum MTASTSPolicyFailure: Error, Hashable, Sendable {
  /// The policy host has no address.
  case noAddress
  /// The server leads on to another place, which senders must not follow (RFC 8461 §3.3).
  case redirect(status: Int)
  /// Any other status than 200.
  case status(Int)
  /// Anything but `text/plain`; nil where the server says nothing.
  case mediaType([UInt8]?)
  case tooLarge
  case certificate(CertificateFault)

  /// The addresses of the policy host could not be asked.
  case addressUnknown(Failure)
  /// The policy host has an address that only some site of its own can reach.
  case privateAddress(IPAddress)
  /// Nothing was to be fetched.
  case offline
  /// No library that speaks HTTPS.
  case noLibrary
  /// The system trusts nobody: there are no certificates of authorities.
  case noTrustStore
  /// Whoever signed the certificate is not known here: the server does not send the certificates in between, or a proxy has
  /// put its own in place.
  case unknownIssuer
  case timedOut
  /// No connection, or none that lasted; in the library's words.
  case connection(String)

  enum CertificateFault: Hashable, Sendable {
    case otherName
    case expired
    case notYetValid
    case selfSigned
  }

  /// Whether senders elsewhere may well get the policy.
  var isUnknown: Bool {
    switch self {
    case .noAddress, .redirect, .status, .mediaType, .tooLarge, .certificate: false
    case .addressUnknown, .privateAddress, .offline, .noLibrary, .noTrustStore, .unknownIssuer, .timedOut,
      .connection:
      true
    }
  }
}

/// What came of the policy of a domain.
enum MTASTSPolicyOutcome: Hashable, Sendable {
  /// No record says that there is one.
  case notAsked
  case policy(MTASTSPolicy)
  case invalid(MTASTSPolicyError)
  case failed(MTASTSPolicyFailure)

  var policy: MTASTSPolicy? { if case .policy(let policy) = self { policy } else { nil } }
}
