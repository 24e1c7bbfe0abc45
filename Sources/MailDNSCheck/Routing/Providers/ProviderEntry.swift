/// A provider as a table or a file spells it: text that has not been checked.
struct ProviderEntry: Sendable {
  var id: String
  var name: Wording
  var kinds: CaseSet<Provider.Kind>
  /// Suffixes that hold for MX, SPF and DKIM targets alike.
  var hosts: [String] = []
  /// Suffixes below those that are nobody's.
  var except: [String] = []
  var mx: [String] = []
  /// MX hosts that only prove whose a domain is.
  var verificationMX: [String] = []
  var spf: [String] = []
  /// The SPF name to include; where none is given, the first of `spf` that has no placeholder.
  var include: String?
  var opaqueSPF: [String] = []
  /// Web servers that many customers share.
  var sharedHosts: [String] = []
  var dkimTargets: [String] = []
  var autodiscover: [String] = []
  var reports: [String] = []
  var networks: [String] = []
  /// Those that are used in turn as one text, parted by `>`.
  var selectors: [String] = []
  /// What the TXT records begin with by which its customers show that a domain is theirs.
  var verifications: [String] = []
  /// What the names of the fields begin with that its hosts put into messages.
  var headers: [String] = []
  var signingDomain: String?
  var source: String
  var certainty: Provider.Certainty
  /// The month of the latest look at the sources, `2026-11`.
  var date: String?
  /// Identifiers of the providers inside whose suffixes some of its own lie.
  var within: [String] = []
}

extension ProviderEntry {
  /// The selectors of an item of `selectors`, the first to be asked for first.
  static func selectors(inTurn text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ">"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
  }
}

extension Provider {
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
