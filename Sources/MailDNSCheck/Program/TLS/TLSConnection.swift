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
    by library: OpenSSL, until deadline: ContinuousClock.Instant
  ) throws(TLSFault) {
    self.library = library
    self.connection = connection
    guard let context = library.TLS_client_method().flatMap(library.SSL_CTX_new) else { throw .noMemory }
    // The connection keeps what it needs of it.
    defer { library.SSL_CTX_free(context) }
    try Self.configure(context, demand, authorities, library)
    guard let handle = library.SSL_new(context) else { throw .noMemory }
    self.handle = handle
    host.withCString { name in
      _ = library.SSL_ctrl(handle, Self.setServerName, 0, UnsafeMutableRawPointer(mutating: name))
      if case .validCertificate = demand { _ = library.SSL_set1_host(handle, name) }
    }
    guard library.SSL_set_fd(handle, connection.descriptor) == 1 else { throw .noMemory }
    _ = try perform(until: deadline) { library.SSL_connect(handle) }
  }

  deinit { library.SSL_free(handle) }

  private static func configure(
    _ context: OpenSSL.Handle, _ demand: Demand, _ authorities: String?, _ library: OpenSSL
  ) throws(TLSFault) {
    let status =
      authorities.map { library.SSL_CTX_load_verify_file(context, $0) }
      ?? library.SSL_CTX_set_default_verify_paths(context)
    guard status == 1 else { throw .noTrustStore }
    switch demand {
    case .validCertificate:
      _ = library.SSL_CTX_ctrl(context, setMinimumVersion, version1_2, nil)
      library.SSL_CTX_set_verify(context, verifiesPeer, nil)
    case .nothing:
      // A server that speaks nothing newer is to be seen as what it is; certificates are held to the usual strength.
      _ = library.SSL_CTX_ctrl(context, setMinimumVersion, version1_0, nil)
      _ = library.SSL_CTX_set_cipher_list(context, "DEFAULT:@SECLEVEL=0")
      if let parameters = library.SSL_CTX_get0_param(context) {
        library.X509_VERIFY_PARAM_set_auth_level(parameters, 1)
      }
      library.SSL_CTX_set_verify(context, verifiesNobody, nil)
    }
  }

  /// What the other side shows of itself; nil where it has no certificate, or one that can't be read.
  var session: TLSSession? {
    guard let certificate = library.SSL_get1_peer_certificate(handle) else { return nil }
    defer { library.X509_free(certificate) }
    guard let own = library.certificate(certificate) else { return nil }
    let chain = library.SSL_get_peer_cert_chain(handle).map { stack in
      library.elements(of: stack, atMost: Self.maximumChain).compactMap(library.certificate)
    }
    let result = Int(library.SSL_get_verify_result(handle))
    return TLSSession(
      version: library.SSL_get_version(handle).map { String(cString: $0) } ?? "", certificate: own,
      chain: Array((chain ?? []).drop { $0 == own }),
      trust: CertificateTrust(verification: result, text: library.words(ofVerification: result)))
  }

  /// What has come; waits for the first octet. Empty at the end.
  func read(until deadline: ContinuousClock.Instant) throws(TLSFault) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    let (library, handle) = (library, handle)
    let count = try perform(until: deadline) {
      buffer.withUnsafeMutableBytes { area in
        area.baseAddress.map { library.SSL_read(handle, $0, CInt(area.count)) } ?? 0
      }
    }
    return Array(buffer.prefix(Int(count)))
  }

  func write(_ octets: [UInt8], until deadline: ContinuousClock.Instant) throws(TLSFault) {
    guard !octets.isEmpty else { return }
    let (library, handle) = (library, handle)
    _ = try perform(until: deadline) {
      octets.withUnsafeBytes { area in
        area.baseAddress.map { library.SSL_write(handle, $0, CInt(area.count)) } ?? 0
      }
    }
  }

  /// Says that nothing more will come.
  func close() { _ = library.SSL_shutdown(handle) }

  /// Calls `step` until it has come to something: more than 0, or 0 where the other side has said that nothing more comes.
  private func perform(
    until deadline: ContinuousClock.Instant, _ step: () -> CInt
  ) throws(TLSFault) -> CInt {
    while true {
      library.ERR_clear_error()
      errno = 0
      let result = step()
      if result > 0 { return result }
      let failure = errno
      switch library.SSL_get_error(handle, result) {
      case Self.wantsRead: try wait(for: POLLIN, until: deadline)
      case Self.wantsWrite: try wait(for: POLLOUT, until: deadline)
      case Self.hasEnded: return 0
      case Self.systemError: throw failure == 0 ? .closed : .system(Errno(code: failure))
      default: throw fault
      }
    }
  }

  private func wait(for event: Int32, until deadline: ContinuousClock.Instant) throws(TLSFault) {
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
    let code = library.ERR_get_error()
    let reason = code & Self.reasonMask
    if reason == Self.unexpectedEnd { return .closed }
    if reason == Self.certificateRefused {
      let result = Int(library.SSL_get_verify_result(handle))
      return .certificate(result, library.words(ofVerification: result))
    }
    return .disagreement(library.ERR_reason_error_string(code).map { String(cString: $0) } ?? "")
  }

  /// Certificates of a chain that are looked at.
  private static let maximumChain = 16
  /// Octets that are read at once.
  private static let chunk = 16_384

  // Numbers of ssl.h, tls1.h and sslerr.h, which are macros there.
  private static let setServerName: CInt = 55
  private static let setMinimumVersion: CInt = 123
  private static let version1_0: CLong = 0x0301
  private static let version1_2: CLong = 0x0303
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
