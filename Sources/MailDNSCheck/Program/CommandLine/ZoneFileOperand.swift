/// What `--zone-file` names: `FILE`, a folder, `-`, or `ORIGIN=FILE`.
struct ZoneFileOperand: Equatable, Sendable {
  /// The origin that the user stated.
  var origin: DomainName?
  /// Path of a file or a folder; `-` is standard input.
  let path: String

  init(origin: DomainName? = nil, path: String) {
    self.origin = origin
    self.path = path
  }

  /// What stands in front of the first `=` is an origin where it is a domain name; a path that looks like it can be written
  /// with `./` in front.
  init(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, let origin = Self.origin(String(parts[0])) else {
      self.init(path: text)
      return
    }
    self.init(origin: origin, path: String(parts[1]))
  }

  private static func origin(_ text: String) -> DomainName? {
    let isPlain = text.utf8.allSatisfy {
      $0.isLetterDigitHyphen || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "_")
    }
    if isPlain { return DomainName(text) }
    guard !text.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return (try? MailDomain(pasted: text))?.name
  }
}

extension QueryOptions {
  /// Of the files and folders that are not standard input.
  var zoneFilePaths: [String] { zoneFiles.map(\.path).filter { $0 != "-" } }

  /// Whether a zone file comes from standard input.
  var readsStandardInput: Bool { zoneFiles.contains { $0.path == "-" } }
}
