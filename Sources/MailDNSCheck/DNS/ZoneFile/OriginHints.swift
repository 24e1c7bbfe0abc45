/// What a zone file's origin can be taken from where the file does not say it.
struct OriginHints: Sendable {
  /// What the user said: `--zone-file ORIGIN=FILE`.
  var stated: DomainName?
  /// The domain in the file's name.
  var inFileName: DomainName?
  /// The one domain that is checked.
  var checked: DomainName?
}

/// An origin that the file itself does not say.
struct AssumedOrigin: Hashable, Sendable {
  enum Basis: Hashable, Sendable {
    case fileName
    /// The owner of the SOA record, which has its final dot.
    case startOfAuthority
    case checkedDomain
  }

  let name: DomainName
  let basis: Basis
}

extension OriginHints {
  /// The domain in a file's name: `example.co.jp.zone`, `db.example.co.jp`, `example.co.jp.txt`, `example.co.jp`,
  /// `日本語.jp.zone`. Nil where there is none.
  static func domain(inFileName path: String) -> DomainName? {
    guard let name = path.split(separator: "/").last?.asciiLowercased else { return nil }
    var labels = name.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count > 2, let first = labels.first, prefixes.contains(String(first)) { labels.removeFirst() }
    while labels.count > 2, let last = labels.last, suffixes.contains(String(last)) { labels.removeLast() }
    guard labels.count >= 2, let top = labels.last, !top.isEmpty,
      !suffixes.contains(String(top)),
      top.utf8.allSatisfy({ $0.isLetter || $0 >= 0x80 }) && top.utf8.count > 1 || top.hasPrefix("xn--"),
      labels.allSatisfy({ label in
        !label.isEmpty
          && label.utf8.allSatisfy { $0.isLetterDigitHyphen || $0 == UInt8(ascii: "_") || $0 >= 0x80 }
      })
    else { return nil }
    return ALabels.text(of: labels.joined(separator: ".")).flatMap { DomainName($0) }
  }

  private static let prefixes: Set<String> = ["db", "zone", "pri", "master", "primary", "named"]
  private static let suffixes: Set<String> = [
    "zone", "txt", "db", "dns", "hosts", "signed", "axfr", "bak", "orig", "old", "new", "conf", "rev", "fwd",
    "bind",
    "data", "dump", "log", "yaml", "yml", "json", "csv", "jnl", "jbk", "raw", "text", "inc",
  ]
}
