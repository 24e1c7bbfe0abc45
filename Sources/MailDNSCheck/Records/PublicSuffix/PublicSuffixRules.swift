/// The rules of a public suffix list file, as publicsuffix.org describes its format.
struct PublicSuffixRules: Sendable {
  private var suffixes: Set<DomainName> = []
  /// Names every child of which is a public suffix: `*.ck`.
  private var wildcards: Set<DomainName> = []
  /// Names that are none although a wildcard says so: `!www.ck`.
  private var exceptions: Set<DomainName> = []
  /// Whether rules in other letters than ASCII had to be left out, for lack of IDNA.
  private var lacksInternationalRules = false

  /// Octets of the largest file that is read; the real one has a quarter of a million.
  static let maximumFileSize = 4 << 20

  /// Reads the text of a list. A line that is no rule is left out; nil where there is no rule at all.
  init?(_ text: some Collection<UInt8>, idna: LibIDN2? = .shared) {
    for line in text.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      let rule = line.prefix { $0 > 0x20 }
      if !rule.isEmpty, !rule.starts(with: "//".utf8) { add(String(decoding: rule, as: UTF8.self), idna) }
    }
    if suffixes.isEmpty { return nil }
  }

  private mutating func add(_ rule: String, _ idna: LibIDN2?) {
    var name = rule.drop { $0 == "!" }
    let isWildcard = name.hasPrefix("*.")
    if isWildcard { name = name.dropFirst(2) }
    var ascii = String(name)
    if !name.utf8.allSatisfy({ $0 < 0x80 }) {
      guard let converted = try? idna?.aLabels(of: ascii) else {
        lacksInternationalRules = true
        return
      }
      ascii = converted
    }
    guard let domain = DomainName(ascii), !domain.isRoot else { return }
    if rule.hasPrefix("!") {
      exceptions.insert(domain)
    } else if isWildcard {
      wildcards.insert(domain)
    } else {
      suffixes.insert(domain)
    }
  }

  func organization(of domain: DomainName) -> DMARCLegacyOrganization {
    if lacksInternationalRules, domain.labels.contains(where: { $0.startsIgnoringCase(with: "xn--") }) {
      return .undetermined
    }
    return DMARCLegacyOrganization(of: domain, publicSuffixLabels: suffixLength(of: domain))
  }

  /// Labels of the public suffix: an exception wins over everything, else the longest rule; without one it is the last
  /// label.
  private func suffixLength(of domain: DomainName) -> Int {
    let names = (1...max(1, domain.labelCount)).reversed().map(domain.suffix)
    if let exception = names.first(where: exceptions.contains) { return exception.labelCount - 1 }
    let match = names.first { name in
      suffixes.contains(name) || name.parent.map(wildcards.contains) == true
    }
    return match?.labelCount ?? 1
  }
}
