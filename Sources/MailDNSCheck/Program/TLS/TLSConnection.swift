import Glibc

/// Why a connection could not be secured, or did not last.
enum TLSFault: Error, Hashable, Sendable {
  case timedOut
  case system(Errno)
  /// The other side hung up without a word.
  case closed
  /// The two sides do not come together, in the library's words.
  case disagreement(String)
  /// The certificate was refused: OpenSSL's number (x509_vfy.h), and its words.
  case certificate(Int, String)
  /// The authorities to trust could not be read.
  case noTrustStore
  case noMemory
}

/// A TCP connection secured by OpenSSL, used by the one thread that makes it.
final class TLSConnection {
  private let library: OpenSSL
  private let connection: TCPConnection
  private let handle: OpenSSL.Handle
  /// Whether there is anybody to vouch for certificates.
  private let isTrusting: Bool

  /// What is asked of the other side.
  enum Demand {
    /// A certificate that the system vouches for, for this very name, and TLS 1.2 or newer: as a web client has it.
    case validCertificate
    /// Nothing: whatever there is is to be seen, as senders of mail do that take what they get (RFC 7435).
    case nothing
  }

  /// Secures `connection` with the host of that name. `authorities` is a file of certificates to trust in place of the
  /// system's.
  init(
    over connection: TCPConnection, with host: String, demanding demand: Demand, authorities: String?,
    by library: OpenSSL, until deadline: Instant
  ) throws(TLSFault) {
    self.library = library
    self.connection = connection
    guard let context = library.tlsClientMethod().flatMap(library.sslCTXNew) else { throw .noMemory }
    // The connection keeps what it needs of it.
    defer { library.sslCTXFree(context) }
    isTrusting = Self.trust(authorities, context, library)
    try Self.configure(context, demand, isTrusting: isTrusting, library)
    guard let handle = library.sslNew(context) else { throw .noMemory }
    self.handle = handle
    host.withCString { name in
      _ = library.sslCtrl(handle, Self.setServerName, 0, UnsafeMutableRawPointer(mutating: name))
      if case .validCertificate = demand { _ = library.sslSet1Host(handle, name) }
    }
    guard library.sslSetFd(handle, connection.descriptor) == 1 else { throw .noMemory }
    _ = try perform(until: deadline) { library.sslConnect(handle) }
  }

  deinit { library.sslFree(handle) }

  /// Has the context trust those authorities. Says whether there are any.
  private static func trust(
    _ authorities: String?, _ context: OpenSSL.Handle, _ library: OpenSSL
  ) -> Bool {
    let isFilled = TrustStore(named: authorities, otherwise: library.authorities).isFilled
    let status =
      authorities.map { library.sslCTXLoadVerifyFile(context, $0) }
      ?? library.sslCTXSetDefaultVerifyPaths(context)
    return isFilled && status == 1
  }

  private static func configure(
    _ context: OpenSSL.Handle, _ demand: Demand, isTrusting: Bool, _ library: OpenSSL
  ) throws(TLSFault) {
    switch demand {
    case .validCertificate:
      guard isTrusting else { throw .noTrustStore }
      _ = library.sslCTXCtrl(context, setMinimumVersion, usualVersion, nil)
      library.sslCTXSetVerify(context, verifiesPeer, nil)
    case .nothing:
      // A server that speaks nothing newer is to be seen as what it is; certificates are held to the usual strength.
      _ = library.sslCTXCtrl(context, setMinimumVersion, oldestVersion, nil)
      _ = library.sslCTXSetCipherList(context, "DEFAULT:@SECLEVEL=0")
      if let parameters = library.sslCTXGet0Param(context) {
        library.x509VERIFYPARAMSetAuthLevel(parameters, 1)
      }
      library.sslCTXSetVerify(context, verifiesNobody, nil)
    }
  }

  /// What the other side shows of itself; nil where it has no certificate, or one that can't be read.
  var session: TLSSession? {
    guard let certificate = library.sslGet1PeerCertificate(handle) else { return nil }
    defer { library.x509Free(certificate) }
    guard let own = library.certificate(certificate) else { return nil }
    let chain = library.sslGetPeerCertChain(handle).map { stack in
      library.elements(of: stack, atMost: Self.maximumChain).compactMap(library.certificate)
    }
    let result = Int(library.sslGetVerifyResult(handle))
    // Where nobody is trusted, nothing follows from that a certificate is not.
    let trust =
      isTrusting
      ? CertificateTrust(verification: result, text: library.words(ofVerification: result)) : .noTrustStore
    return TLSSession(
      version: library.sslGetVersion(handle).map { String(cString: $0) } ?? "", certificate: own,
      chain: Array((chain ?? []).drop { $0 == own }), trust: trust)
  }

  /// What has come; waits for the first octet. Empty at the end.
  func read(until deadline: Instant) throws(TLSFault) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    let (library, handle) = (library, handle)
    let count = try perform(until: deadline) {
      buffer.withUnsafeMutableBytes { area in
        area.baseAddress.map { library.sslRead(handle, $0, CInt(area.count)) } ?? 0
      }
    }
    return Array(buffer.prefix(Int(count)))
  }

  func write(_ octets: [UInt8], until deadline: Instant) throws(TLSFault) {
    guard !octets.isEmpty else { return }
    let (library, handle) = (library, handle)
    _ = try perform(until: deadline) {
      octets.withUnsafeBytes { area in
        area.baseAddress.map { library.sslWrite(handle, $0, CInt(area.count)) } ?? 0
      }
    }
  }

  /// Says that nothing more will come.
  func close() { _ = withoutSignal { library.sslShutdown(handle) } }

  /// Calls `step` until it has come to something: more than 0, or 0 where the other side has said that nothing more comes.
  private func perform(
    until deadline: Instant, _ step: () -> CInt
  ) throws(TLSFault) -> CInt {
    while true {
      library.errClearError()
      let (result, failure) = withoutSignal(step)
      if result > 0 { return result }
      switch library.sslGetError(handle, result) {
      case Self.wantsRead: try wait(for: POLLIN, until: deadline)
      case Self.wantsWrite: try wait(for: POLLOUT, until: deadline)
      case Self.hasEnded: return 0
      case Self.systemError: throw failure == 0 ? .closed : .system(Errno(code: failure))
      default: throw fault
      }
    }
  }

  /// Runs `step`, and says what errno was then. The library writes with write(): a server that hangs up meanwhile must not end
  /// the program by SIGPIPE, and other signals and threads are no matter of ours.
  private func withoutSignal(_ step: () -> CInt) -> (result: CInt, failure: Int32) {
    var pipe = sigset_t()
    sigemptyset(&pipe)
    sigaddset(&pipe, SIGPIPE)
    var before = sigset_t()
    pthread_sigmask(SIG_BLOCK, &pipe, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    errno = 0
    let result = step()
    let failure = errno
    if failure == EPIPE {
      var patience = timespec()
      while sigtimedwait(&pipe, nil, &patience) == -1, errno == EINTR {}
    }
    return (result, failure)
  }

  private func wait(for event: Int32, until deadline: Instant) throws(TLSFault) {
    do throws(ConnectionFault) {
      try connection.wait(for: event, until: deadline)
    } catch {
      switch error {
      case .timedOut: throw .timedOut
      case .system(let code): throw .system(code)
      }
    }
  }

  /// What the library has noted last.
  private var fault: TLSFault {
    let code = library.errGetError()
    let reason = code & Self.reasonMask
    if reason == Self.unexpectedEnd { return .closed }
    if reason == Self.certificateRefused {
      let result = Int(library.sslGetVerifyResult(handle))
      return .certificate(result, library.words(ofVerification: result))
    }
    return .disagreement(library.errReasonErrorString(code).map { String(cString: $0) } ?? "")
  }

  /// Certificates of a chain that are looked at.
  private static let maximumChain = 16
  /// Octets that are read at once.
  private static let chunk = 16_384

  // Numbers of ssl.h, tls1.h and sslerr.h, which are macros there.
  private static let setServerName: CInt = 55
  private static let setMinimumVersion: CInt = 123
  private static let oldestVersion: CLong = 0x0301
  private static let usualVersion: CLong = 0x0303
  private static let verifiesNobody: CInt = 0
  private static let verifiesPeer: CInt = 1
  private static let wantsRead: CInt = 2
  private static let wantsWrite: CInt = 3
  private static let systemError: CInt = 5
  private static let hasEnded: CInt = 6
  private static let reasonMask: CUnsignedLong = 0x7F_FFFF
  private static let certificateRefused: CUnsignedLong = 134
  private static let unexpectedEnd: CUnsignedLong = 294
}
