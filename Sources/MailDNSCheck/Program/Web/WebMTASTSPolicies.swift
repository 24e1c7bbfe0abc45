import Glibc

/// Policies as senders fetch them: by HTTPS from the policy host, without redirects, and with a certificate for its name
/// (RFC 8461 §3.3).
struct WebMTASTSPolicies: MTASTSPolicySource {
  /// Nil where there is none.
  let library: (any HTTPSLibrary)?
  /// When the run must be over.
  let deadline: Instant?
  /// Whether hosts with addresses that only a site of their own can reach are asked too.
  let allowsPrivate: Bool
  /// Certificates of authorities to trust in place of the system's.
  let authorities: String?
  let threads: WorkerThreads
  var port = 443

  var isGiven: Bool { false }

  /// From the first packet to the last octet.
  static let patience = Duration.seconds(10)

  /// Fetches under way at a time.
  static let maximumThreads = 8

  func text(of domain: DomainName, at addresses: HostAddresses?) async throws(MTASTSPolicyFailure) -> [UInt8]
  {
    // What is no host name has no place in an address of the web.
    guard let host = try? MTASTSRecord.policyHost(of: domain),
      host.labels.allSatisfy({ $0.allSatisfy { $0.isLetterDigitHyphen || $0 == UInt8(ascii: "_") } })
    else { throw .noAddress }
    guard let addresses else { throw .addressUnknown(Failure(kind: .noServer)) }
    if let failure = addresses.failure { throw .addressUnknown(failure) }
    let reachable = addresses.all.filter { allowsPrivate || !$0.isUnreachable }
    guard !reachable.isEmpty else {
      throw addresses.all.first.map(MTASTSPolicyFailure.privateAddress) ?? .noAddress
    }
    guard let library else { throw .noLibrary }
    guard TrustStore(named: authorities, otherwise: library.authorities).isFilled else { throw .noTrustStore }
    let outcome = await withTaskExecutorPreference(threads) {
      transfer(host, reachable, library)
    }
    return try outcome.get().policy
  }

  /// Blocks.
  private func transfer(
    _ host: DomainName, _ addresses: [IPAddress], _ library: any HTTPSLibrary
  ) -> Result<HTTPSResponse, MTASTSPolicyFailure> {
    let rest = deadline.map { min(Self.patience, Instant.now.duration(to: $0)) } ?? Self.patience
    guard rest > .zero else { return .failure(.timedOut) }
    // A server that hangs up while it is written to must not end the program. The thread does nothing else.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    do throws(MTASTSPolicyFailure) {
      return .success(
        try library.response(
          to: HTTPSRequest(
            host: host.description, port: port, path: "/.well-known/mta-sts.txt",
            addresses: Array(addresses.prefix(Self.maximumAddresses)), timeout: rest,
            maximumSize: MTASTSPolicy.maximumSize, userAgent: "maildnscheck/\(Version.current)",
            authorities: authorities)))
    } catch {
      return .failure(error)
    }
  }

  /// Addresses of a host that are tried.
  private static let maximumAddresses = 8
}

extension WebMTASTSPolicies {
  /// With the libraries of the system: libcurl, which knows most of proxies, and OpenSSL where it is not there.
  init(deadline: Instant?, allowsPrivate: Bool) throws(Errno) {
    let library: (any HTTPSLibrary)? = LibCurl.shared ?? OpenSSL.shared.map { HTTPSClient(library: $0) }
    self.init(
      library: library, deadline: deadline, allowsPrivate: allowsPrivate, authorities: TrustStore.namedFile,
      threads: try WorkerThreads(limit: Self.maximumThreads))
  }
}
