import Glibc

/// OpenSSL 3 of the system, loaded when it is first needed. Only what is exported is used: much of its interface is macros.
struct OpenSSL: Sendable {
  /// What the library hands out: contexts, connections, certificates.
  typealias Handle = UnsafeMutableRawPointer
  typealias Text = UnsafePointer<CChar>
  typealias Octets = UnsafePointer<UInt8>

  // Functions of ssl.h, x509.h and x509v3.h, named as there but for the signs between words; the signatures are unchanged
  // since version 3.0.
  let tlsClientMethod: @convention(c) @Sendable () -> Handle?
  let sslCTXNew: @convention(c) @Sendable (Handle) -> Handle?
  let sslCTXFree: @convention(c) @Sendable (Handle) -> Void
  let sslCTXCtrl: @convention(c) @Sendable (Handle, CInt, CLong, UnsafeMutableRawPointer?) -> CLong
  let sslCTXSetCipherList: @convention(c) @Sendable (Handle, Text) -> CInt
  let sslCTXSetDefaultVerifyPaths: @convention(c) @Sendable (Handle) -> CInt
  let sslCTXLoadVerifyFile: @convention(c) @Sendable (Handle, Text) -> CInt
  let sslCTXSetVerify: @convention(c) @Sendable (Handle, CInt, UnsafeRawPointer?) -> Void
  let sslCTXGet0Param: @convention(c) @Sendable (Handle) -> Handle?
  let x509VERIFYPARAMSetAuthLevel: @convention(c) @Sendable (Handle, CInt) -> Void
  let sslNew: @convention(c) @Sendable (Handle) -> Handle?
  let sslFree: @convention(c) @Sendable (Handle) -> Void
  let sslCtrl: @convention(c) @Sendable (Handle, CInt, CLong, UnsafeMutableRawPointer?) -> CLong
  let sslSet1Host: @convention(c) @Sendable (Handle, Text) -> CInt
  let sslSetFd: @convention(c) @Sendable (Handle, CInt) -> CInt
  let sslConnect: @convention(c) @Sendable (Handle) -> CInt
  let sslRead: @convention(c) @Sendable (Handle, UnsafeMutableRawPointer, CInt) -> CInt
  let sslWrite: @convention(c) @Sendable (Handle, UnsafeRawPointer, CInt) -> CInt
  let sslShutdown: @convention(c) @Sendable (Handle) -> CInt
  let sslGetError: @convention(c) @Sendable (Handle, CInt) -> CInt
  let sslGetVersion: @convention(c) @Sendable (Handle) -> Text?
  let sslGetVerifyResult: @convention(c) @Sendable (Handle) -> CLong
  let sslGet1PeerCertificate: @convention(c) @Sendable (Handle) -> Handle?
  let sslGetPeerCertChain: @convention(c) @Sendable (Handle) -> Handle?

  let errClearError: @convention(c) @Sendable () -> Void
  let errGetError: @convention(c) @Sendable () -> CUnsignedLong
  let errReasonErrorString: @convention(c) @Sendable (CUnsignedLong) -> Text?
  let x509VerifyCertErrorString: @convention(c) @Sendable (CLong) -> Text?
  let x509GetDefaultCertFile: @convention(c) @Sendable () -> Text?
  let x509GetDefaultCertDir: @convention(c) @Sendable () -> Text?
  let x509Free: @convention(c) @Sendable (Handle) -> Void
  let x509GetIssuerName: @convention(c) @Sendable (Handle) -> Handle?
  let x509NAMEGetTextByNID:
    @convention(c) @Sendable (Handle, CInt, UnsafeMutablePointer<UInt8>?, CInt) -> CInt
  let x509Get0NotBefore: @convention(c) @Sendable (Handle) -> Handle?
  let x509Get0NotAfter: @convention(c) @Sendable (Handle) -> Handle?
  let asn1TIMEToTm: @convention(c) @Sendable (Handle, UnsafeMutablePointer<tm>) -> CInt
  let x509GetX509PUBKEY: @convention(c) @Sendable (Handle) -> Handle?
  let i2dX509: @convention(c) @Sendable (Handle, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> CInt
  let i2dX509PUBKEY:
    @convention(c) @Sendable (Handle, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> CInt
  let x509GetExtD2i:
    @convention(c) @Sendable (Handle, CInt, UnsafeMutablePointer<CInt>?, UnsafeMutablePointer<CInt>?) ->
      Handle?
  let generalNAMESFree: @convention(c) @Sendable (Handle) -> Void
  let generalNAMEGet0Value: @convention(c) @Sendable (Handle, UnsafeMutablePointer<CInt>) -> Handle?
  let asn1STRINGGet0Data: @convention(c) @Sendable (Handle) -> Octets?
  let asn1STRINGLength: @convention(c) @Sendable (Handle) -> CInt
  let opensslSkNum: @convention(c) @Sendable (Handle) -> CInt
  let opensslSkValue: @convention(c) @Sendable (Handle, CInt) -> Handle?
  let evpSha256: @convention(c) @Sendable () -> UnsafeRawPointer?
  let evpSha512: @convention(c) @Sendable () -> UnsafeRawPointer?
  let evpDigest:
    @convention(c) @Sendable (
      UnsafeRawPointer, Int, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<CUnsignedInt>,
      UnsafeRawPointer, UnsafeRawPointer?
    ) -> CInt

  /// The library of this system; nil where there is none.
  static let shared = OpenSSL()

  /// Nil where a library can't be loaded, or lacks one of the functions.
  init?(tls: String = "libssl.so.3", crypto: String = "libcrypto.so.3") {
    guard let crypto = dlopen(crypto, RTLD_NOW), let tls = dlopen(tls, RTLD_NOW) else { return nil }
    do throws(MissingFunction) {
      let functions = LoadedFunctions(libraries: [tls, crypto])
      tlsClientMethod = try functions["TLS_client_method"]
      sslCTXNew = try functions["SSL_CTX_new"]
      sslCTXFree = try functions["SSL_CTX_free"]
      sslCTXCtrl = try functions["SSL_CTX_ctrl"]
      sslCTXSetCipherList = try functions["SSL_CTX_set_cipher_list"]
      sslCTXSetDefaultVerifyPaths = try functions["SSL_CTX_set_default_verify_paths"]
      sslCTXLoadVerifyFile = try functions["SSL_CTX_load_verify_file"]
      sslCTXSetVerify = try functions["SSL_CTX_set_verify"]
      sslCTXGet0Param = try functions["SSL_CTX_get0_param"]
      x509VERIFYPARAMSetAuthLevel = try functions["X509_VERIFY_PARAM_set_auth_level"]
      sslNew = try functions["SSL_new"]
      sslFree = try functions["SSL_free"]
      sslCtrl = try functions["SSL_ctrl"]
      sslSet1Host = try functions["SSL_set1_host"]
      sslSetFd = try functions["SSL_set_fd"]
      sslConnect = try functions["SSL_connect"]
      sslRead = try functions["SSL_read"]
      sslWrite = try functions["SSL_write"]
      sslShutdown = try functions["SSL_shutdown"]
      sslGetError = try functions["SSL_get_error"]
      sslGetVersion = try functions["SSL_get_version"]
      sslGetVerifyResult = try functions["SSL_get_verify_result"]
      sslGet1PeerCertificate = try functions["SSL_get1_peer_certificate"]
      sslGetPeerCertChain = try functions["SSL_get_peer_cert_chain"]
      errClearError = try functions["ERR_clear_error"]
      errGetError = try functions["ERR_get_error"]
      errReasonErrorString = try functions["ERR_reason_error_string"]
      x509VerifyCertErrorString = try functions["X509_verify_cert_error_string"]
      x509GetDefaultCertFile = try functions["X509_get_default_cert_file"]
      x509GetDefaultCertDir = try functions["X509_get_default_cert_dir"]
      x509Free = try functions["X509_free"]
      x509GetIssuerName = try functions["X509_get_issuer_name"]
      x509NAMEGetTextByNID = try functions["X509_NAME_get_text_by_NID"]
      x509Get0NotBefore = try functions["X509_get0_notBefore"]
      x509Get0NotAfter = try functions["X509_get0_notAfter"]
      asn1TIMEToTm = try functions["ASN1_TIME_to_tm"]
      x509GetX509PUBKEY = try functions["X509_get_X509_PUBKEY"]
      i2dX509 = try functions["i2d_X509"]
      i2dX509PUBKEY = try functions["i2d_X509_PUBKEY"]
      x509GetExtD2i = try functions["X509_get_ext_d2i"]
      generalNAMESFree = try functions["GENERAL_NAMES_free"]
      generalNAMEGet0Value = try functions["GENERAL_NAME_get0_value"]
      asn1STRINGGet0Data = try functions["ASN1_STRING_get0_data"]
      asn1STRINGLength = try functions["ASN1_STRING_length"]
      opensslSkNum = try functions["OPENSSL_sk_num"]
      opensslSkValue = try functions["OPENSSL_sk_value"]
      evpSha256 = try functions["EVP_sha256"]
      evpSha512 = try functions["EVP_sha512"]
      evpDigest = try functions["EVP_Digest"]
    } catch {
      return nil
    }
  }

  /// Where the library looks for certificates of authorities if nobody says: a file, and a folder.
  var authorities: (file: String?, folder: String?) {
    func path(_ variable: String, _ text: Text?) -> String? {
      (getenv(variable).map { String(cString: $0) }).flatMap { $0.isEmpty ? nil : $0 }
        ?? text.map { String(cString: $0) }
    }
    return (
      path("SSL_CERT_FILE", x509GetDefaultCertFile()), path("SSL_CERT_DIR", x509GetDefaultCertDir())
    )
  }
}

/// A function that a library does not have.
private struct MissingFunction: Error {}

/// The functions of libraries by their names.
private struct LoadedFunctions {
  let libraries: [UnsafeMutableRawPointer]

  /// `Function` must be of the convention of C.
  subscript<Function>(name: String) -> Function {
    get throws(MissingFunction) {
      for library in libraries {
        if let address = dlsym(library, name) { return unsafeBitCast(address, to: Function.self) }
      }
      throw MissingFunction()
    }
  }
}
