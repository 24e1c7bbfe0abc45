import Glibc

/// OpenSSL 3 of the system, loaded when it is first needed. Only what is exported is used: much of its interface is macros.
struct OpenSSL: Sendable {
  /// What the library hands out: contexts, connections, certificates.
  typealias Handle = UnsafeMutableRawPointer
  typealias Text = UnsafePointer<CChar>
  typealias Octets = UnsafePointer<UInt8>

  // Named as in ssl.h, x509.h and x509v3.h, whose signatures these are, unchanged since version 3.0.
  let TLS_client_method: @convention(c) @Sendable () -> Handle?
  let SSL_CTX_new: @convention(c) @Sendable (Handle) -> Handle?
  let SSL_CTX_free: @convention(c) @Sendable (Handle) -> Void
  let SSL_CTX_ctrl: @convention(c) @Sendable (Handle, CInt, CLong, UnsafeMutableRawPointer?) -> CLong
  let SSL_CTX_set_cipher_list: @convention(c) @Sendable (Handle, Text) -> CInt
  let SSL_CTX_set_default_verify_paths: @convention(c) @Sendable (Handle) -> CInt
  let SSL_CTX_load_verify_file: @convention(c) @Sendable (Handle, Text) -> CInt
  let SSL_CTX_set_verify: @convention(c) @Sendable (Handle, CInt, UnsafeRawPointer?) -> Void
  let SSL_CTX_get0_param: @convention(c) @Sendable (Handle) -> Handle?
  let X509_VERIFY_PARAM_set_auth_level: @convention(c) @Sendable (Handle, CInt) -> Void
  let SSL_new: @convention(c) @Sendable (Handle) -> Handle?
  let SSL_free: @convention(c) @Sendable (Handle) -> Void
  let SSL_ctrl: @convention(c) @Sendable (Handle, CInt, CLong, UnsafeMutableRawPointer?) -> CLong
  let SSL_set1_host: @convention(c) @Sendable (Handle, Text) -> CInt
  let SSL_set_fd: @convention(c) @Sendable (Handle, CInt) -> CInt
  let SSL_connect: @convention(c) @Sendable (Handle) -> CInt
  let SSL_read: @convention(c) @Sendable (Handle, UnsafeMutableRawPointer, CInt) -> CInt
  let SSL_write: @convention(c) @Sendable (Handle, UnsafeRawPointer, CInt) -> CInt
  let SSL_shutdown: @convention(c) @Sendable (Handle) -> CInt
  let SSL_get_error: @convention(c) @Sendable (Handle, CInt) -> CInt
  let SSL_get_version: @convention(c) @Sendable (Handle) -> Text?
  let SSL_get_verify_result: @convention(c) @Sendable (Handle) -> CLong
  let SSL_get1_peer_certificate: @convention(c) @Sendable (Handle) -> Handle?
  let SSL_get_peer_cert_chain: @convention(c) @Sendable (Handle) -> Handle?

  let ERR_clear_error: @convention(c) @Sendable () -> Void
  let ERR_get_error: @convention(c) @Sendable () -> CUnsignedLong
  let ERR_reason_error_string: @convention(c) @Sendable (CUnsignedLong) -> Text?
  let X509_verify_cert_error_string: @convention(c) @Sendable (CLong) -> Text?
  let X509_get_default_cert_file: @convention(c) @Sendable () -> Text?
  let X509_get_default_cert_dir: @convention(c) @Sendable () -> Text?
  let X509_free: @convention(c) @Sendable (Handle) -> Void
  let X509_get_issuer_name: @convention(c) @Sendable (Handle) -> Handle?
  let X509_NAME_get_text_by_NID:
    @convention(c) @Sendable (Handle, CInt, UnsafeMutablePointer<UInt8>?, CInt) -> CInt
  let X509_get0_notBefore: @convention(c) @Sendable (Handle) -> Handle?
  let X509_get0_notAfter: @convention(c) @Sendable (Handle) -> Handle?
  let ASN1_TIME_to_tm: @convention(c) @Sendable (Handle, UnsafeMutablePointer<tm>) -> CInt
  let X509_get_X509_PUBKEY: @convention(c) @Sendable (Handle) -> Handle?
  let i2d_X509: @convention(c) @Sendable (Handle, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> CInt
  let i2d_X509_PUBKEY:
    @convention(c) @Sendable (Handle, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?) -> CInt
  let X509_get_ext_d2i:
    @convention(c) @Sendable (Handle, CInt, UnsafeMutablePointer<CInt>?, UnsafeMutablePointer<CInt>?) ->
      Handle?
  let GENERAL_NAMES_free: @convention(c) @Sendable (Handle) -> Void
  let GENERAL_NAME_get0_value: @convention(c) @Sendable (Handle, UnsafeMutablePointer<CInt>) -> Handle?
  let ASN1_STRING_get0_data: @convention(c) @Sendable (Handle) -> Octets?
  let ASN1_STRING_length: @convention(c) @Sendable (Handle) -> CInt
  let OPENSSL_sk_num: @convention(c) @Sendable (Handle) -> CInt
  let OPENSSL_sk_value: @convention(c) @Sendable (Handle, CInt) -> Handle?
  let EVP_sha256: @convention(c) @Sendable () -> UnsafeRawPointer?
  let EVP_sha512: @convention(c) @Sendable () -> UnsafeRawPointer?
  let EVP_Digest:
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
      TLS_client_method = try functions["TLS_client_method"]
      SSL_CTX_new = try functions["SSL_CTX_new"]
      SSL_CTX_free = try functions["SSL_CTX_free"]
      SSL_CTX_ctrl = try functions["SSL_CTX_ctrl"]
      SSL_CTX_set_cipher_list = try functions["SSL_CTX_set_cipher_list"]
      SSL_CTX_set_default_verify_paths = try functions["SSL_CTX_set_default_verify_paths"]
      SSL_CTX_load_verify_file = try functions["SSL_CTX_load_verify_file"]
      SSL_CTX_set_verify = try functions["SSL_CTX_set_verify"]
      SSL_CTX_get0_param = try functions["SSL_CTX_get0_param"]
      X509_VERIFY_PARAM_set_auth_level = try functions["X509_VERIFY_PARAM_set_auth_level"]
      SSL_new = try functions["SSL_new"]
      SSL_free = try functions["SSL_free"]
      SSL_ctrl = try functions["SSL_ctrl"]
      SSL_set1_host = try functions["SSL_set1_host"]
      SSL_set_fd = try functions["SSL_set_fd"]
      SSL_connect = try functions["SSL_connect"]
      SSL_read = try functions["SSL_read"]
      SSL_write = try functions["SSL_write"]
      SSL_shutdown = try functions["SSL_shutdown"]
      SSL_get_error = try functions["SSL_get_error"]
      SSL_get_version = try functions["SSL_get_version"]
      SSL_get_verify_result = try functions["SSL_get_verify_result"]
      SSL_get1_peer_certificate = try functions["SSL_get1_peer_certificate"]
      SSL_get_peer_cert_chain = try functions["SSL_get_peer_cert_chain"]
      ERR_clear_error = try functions["ERR_clear_error"]
      ERR_get_error = try functions["ERR_get_error"]
      ERR_reason_error_string = try functions["ERR_reason_error_string"]
      X509_verify_cert_error_string = try functions["X509_verify_cert_error_string"]
      X509_get_default_cert_file = try functions["X509_get_default_cert_file"]
      X509_get_default_cert_dir = try functions["X509_get_default_cert_dir"]
      X509_free = try functions["X509_free"]
      X509_get_issuer_name = try functions["X509_get_issuer_name"]
      X509_NAME_get_text_by_NID = try functions["X509_NAME_get_text_by_NID"]
      X509_get0_notBefore = try functions["X509_get0_notBefore"]
      X509_get0_notAfter = try functions["X509_get0_notAfter"]
      ASN1_TIME_to_tm = try functions["ASN1_TIME_to_tm"]
      X509_get_X509_PUBKEY = try functions["X509_get_X509_PUBKEY"]
      i2d_X509 = try functions["i2d_X509"]
      i2d_X509_PUBKEY = try functions["i2d_X509_PUBKEY"]
      X509_get_ext_d2i = try functions["X509_get_ext_d2i"]
      GENERAL_NAMES_free = try functions["GENERAL_NAMES_free"]
      GENERAL_NAME_get0_value = try functions["GENERAL_NAME_get0_value"]
      ASN1_STRING_get0_data = try functions["ASN1_STRING_get0_data"]
      ASN1_STRING_length = try functions["ASN1_STRING_length"]
      OPENSSL_sk_num = try functions["OPENSSL_sk_num"]
      OPENSSL_sk_value = try functions["OPENSSL_sk_value"]
      EVP_sha256 = try functions["EVP_sha256"]
      EVP_sha512 = try functions["EVP_sha512"]
      EVP_Digest = try functions["EVP_Digest"]
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
      path("SSL_CERT_FILE", X509_get_default_cert_file()), path("SSL_CERT_DIR", X509_get_default_cert_dir())
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
