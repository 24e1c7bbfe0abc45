/// A provider as a table or a file spells it: text that has not been checked.
struct ProviderEntry: Sendable {
  var id: String
  var name: Wording
  var kinds: Set<Provider.Kind>
  /// Suffixes that hold for MX, SPF and DKIM targets alike.
  var hosts: [String] = []
  var mx: [String] = []
  var spf: [String] = []
  /// The SPF name to include; where none is given, the first of `spf` that has no placeholder.
  var include: String?
  var opaqueSPF: [String] = []
  var dkimTargets: [String] = []
  var autodiscover: [String] = []
  var reports: [String] = []
  var networks: [String] = []
  var selectors: [String] = []
  /// What the TXT records begin with by which its customers show that a domain is theirs.
  var verifications: [String] = []
  var signingDomain: String?
  var source: String
  var certainty: Provider.Certainty
}

extension Provider {
  /// The provider that `entry` spells.
  convenience init(_ entry: ProviderEntry) throws(ProviderEntryError) {
    guard let id = ID(entry.id) else { throw .badIdentifier(entry.id) }
    guard !entry.kinds.isEmpty else { throw .noKind(id) }
    func patterns(_ texts: [String]) throws(ProviderEntryError) -> [HostPattern] {
      var patterns: [HostPattern] = []
      for text in texts {
        do { patterns.append(try HostPattern(parsing: text)) } catch { throw .badHost(id, text, error) }
      }
      return patterns
    }
    var networks: [IPNetwork] = []
    for text in entry.networks {
      guard let network = IPNetwork(text) else { throw .badNetwork(id, text) }
      networks.append(network)
    }
    var selectors: [DKIMSelector] = []
    for text in entry.selectors {
      guard Self.isSelector(text), let selector = DKIMSelector(text) else { throw .badSelector(id, text) }
      selectors.append(selector)
    }
    self.init(
      id: id, name: entry.name, kinds: entry.kinds,
      mxSuffixes: try patterns(entry.hosts + entry.mx),
      spfSuffixes: try patterns(entry.hosts + entry.spf),
      spfInclude: entry.include ?? entry.spf.first { !$0.contains("<") && !$0.contains("*") },
      opaqueSPFSuffixes: try patterns(entry.opaqueSPF),
      dkimTargetSuffixes: try patterns(entry.hosts + entry.dkimTargets),
      autodiscoverTargets: try patterns(entry.autodiscover),
      reportSuffixes: try patterns(entry.reports),
      networks: networks, dkimSelectors: selectors, verifications: entry.verifications,
      signingDomain: entry.signingDomain,
      source: entry.source, certainty: entry.certainty)
  }

  /// Whether `text` is a DKIM selector: labels of letters, digits and inner hyphens (RFC 6376 §3.1).
  static func isSelector(_ text: String) -> Bool {
    guard let name = DomainName(text), !name.isRoot, text.utf8.last != UInt8(ascii: ".") else { return false }
    let hyphen = UInt8(ascii: "-")
    return name.labels.allSatisfy {
      $0.allSatisfy(\.isLetterDigitHyphen) && $0.first != hyphen && $0.last != hyphen
    }
  }
}

/// What is wrong with a `ProviderEntry`, and in which provider.
enum ProviderEntryError: Error, Equatable {
  case badIdentifier(String)
  case noKind(Provider.ID)
  case badHost(Provider.ID, String, HostPatternError)
  case badNetwork(Provider.ID, String)
  case badSelector(Provider.ID, String)
}
