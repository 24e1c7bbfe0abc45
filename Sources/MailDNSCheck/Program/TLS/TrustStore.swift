import Glibc

/// Certificates of authorities: whether there is anybody to trust. Where there is not, every certificate looks as if it were
/// bad.
struct TrustStore {
  /// Paths; nil where there is none.
  let file: String?
  let folder: String?

  /// `named` is a file that stands in place of those of the library.
  init(named: String?, otherwise known: (file: String?, folder: String?)) {
    (file, folder) = named.map { ($0, nil) } ?? known
  }

  var isFilled: Bool {
    // A library that is too old to tell speaks of it itself, if it is one that can.
    guard file != nil || folder != nil else { return true }
    return file.map(Self.isFilledFile) == true || folder.map(Self.isFilledFolder) == true
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

  /// The file that the user names as for curl: CURL_CA_BUNDLE, SSL_CERT_FILE.
  static var namedFile: String? {
    let named = getenv("CURL_CA_BUNDLE") ?? getenv("SSL_CERT_FILE")
    return named.map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
