import Glibc

/// Policies as senders fetch them: by HTTPS from the policy host, without redirects, and with a certificate for its name
/// (RFC 8461 §3.3).
struct WebMTASTSPolicies: MTASTSPolicySource {
  let library: LibCurl?
  /// When the run must be over.
  let deadline: ContinuousClock.Instant?
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
    guard TrustStore(library: library, file: authorities).isFilled else { throw .noTrustStore }
    let outcome = await withTaskExecutorPreference(threads) { () -> LibCurl.Outcome? in
      transfer(host, reachable, library)
    }
    guard let outcome else { throw .timedOut }
    return try outcome.policy
  }

  /// Nil where there is no time left. Blocks.
  private func transfer(_ host: DomainName, _ addresses: [IPAddress], _ library: LibCurl) -> LibCurl.Outcome?
  {
    let rest = deadline.map { min(Self.patience, ContinuousClock.now.duration(to: $0)) } ?? Self.patience
    guard rest > .zero else { return nil }
    // A server that hangs up while it is written to must not end the program. The thread does nothing else.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    let name = host.description
    let list = addresses.prefix(8).map { address in
      switch address {
      case .v4: "\(address)"
      case .v6: "[\(address)]"
      }
    }
    return library.transfer(
      LibCurl.Request(
        url: "https://\(name)\(port == 443 ? "" : ":\(port)")/.well-known/mta-sts.txt",
        resolution: "\(name):\(port):" + list.joined(separator: ","), timeout: rest,
        maximumSize: MTASTSPolicy.maximumSize, userAgent: "maildnscheck/\(Version.current)",
        authorities: authorities))
  }
}

extension WebMTASTSPolicies {
  /// With the libraries of the system. A file of authorities can be named as for curl: CURL_CA_BUNDLE, SSL_CERT_FILE.
  init(deadline: ContinuousClock.Instant?, allowsPrivate: Bool) throws(Errno) {
    let named = getenv("CURL_CA_BUNDLE") ?? getenv("SSL_CERT_FILE")
    self.init(
      library: .shared, deadline: deadline, allowsPrivate: allowsPrivate,
      authorities: named.map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 },
      threads: try WorkerThreads(limit: Self.maximumThreads))
  }
}

/// Whether there is anybody to trust: where there is not, every certificate looks as if it were bad.
struct TrustStore {
  let library: LibCurl
  /// In place of the system's.
  let file: String?

  var isFilled: Bool {
    let known = file.map { ($0, nil) } ?? library.authorities
    // A library that is too old to tell speaks of it itself, if it is one that can.
    guard known.0 != nil || known.1 != nil else { return true }
    return known.0.map(Self.isFilledFile) == true || known.1.map(Self.isFilledFolder) == true
  }

  private static func isFilledFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  private static func isFilledFolder(_ path: String) -> Bool {
    guard let folder = opendir(path) else { return false }
    defer { closedir(folder) }
    // Beside "." and "..".
    var count = 0
    while count < 3, readdir(folder) != nil { count += 1 }
    return count > 2
  }
}

extension LibCurl.Outcome {
  /// The text of a policy, where this is one for senders.
  fileprivate var policy: [UInt8] {
    get throws(MTASTSPolicyFailure) {
      if isCutShort { throw .tooLarge }
      if result != 0 { throw failure }
      if (300..<400).contains(status) { throw .redirect(status: status) }
      guard status == 200 else { throw .status(status) }
      let type = mediaType?.prefix { $0 != UInt8(ascii: ";") }.trimmingWhitespace
      guard type?.equalsIgnoringCase("text/plain") == true else { throw .mediaType(mediaType) }
      return body
    }
  }

  private var failure: MTASTSPolicyFailure {
    switch result {
    case 28: .timedOut
    case 60: certificateFailure
    case 77: .noTrustStore
    default: .connection(text)
    }
  }

  /// OpenSSL's numbers (x509_vfy.h), and the bits of GnuTLS (gnutls_certificate_status_t), which are all larger but for one.
  private var certificateFailure: MTASTSPolicyFailure {
    switch verification {
    case 0, 1, 62: .certificate(.otherName)
    case 10: .certificate(.expired)
    case 9: .certificate(.notYetValid)
    case 18: .certificate(.selfSigned)
    case 128... where verification & 1 << 10 != 0: .certificate(.expired)
    case 128... where verification & 1 << 9 != 0: .certificate(.notYetValid)
    case 128... where verification & 1 << 14 != 0: .certificate(.otherName)
    default: .unknownIssuer
    }
  }
}
