/// A file that adds providers to the catalogue, or says otherwise of those that are there: JSON with comments.
struct ProviderFile: Sendable {
  /// As the user gave it.
  let name: String
  let items: [Item]

  /// What the file says of one provider; what it does not say is nil.
  struct Item: Sendable {
    let place: FilePlace
    let id: Provider.ID
    var name: Wording?
    var kinds: CaseSet<Provider.Kind>?
    var lists: [ProviderField: [String]] = [:]
    var include: String?
    var signingDomain: String?
    var source: String?
    var certainty: Provider.Certainty?
    var date: String?
  }

  /// In octets, and one more so that a larger file shows as such.
  static let maximumSize = LocatedJSON.maximumSize + 1

  /// `octets` is the content of the file called `name`.
  init(name: String, octets: [UInt8]) throws(SettingsError) {
    self.name = name
    do throws(SettingsFault) {
      let root = try LocatedJSON(settings: octets).object(keys: ["providers"])
      var reader = ProviderFileReader()
      for element in try root.required("providers").list(at: "providers") { try reader.read(element) }
      items = reader.items
    } catch {
      throw SettingsError(file: name, fault: error)
    }
  }
}

/// A list of texts that a provider's entry can have; the raw value is its key in a file.
enum ProviderField: String, CaseIterable, Hashable, Sendable {
  case hosts, except, mx, verificationMX, spf, opaqueSPF, sharedHosts, dkimTargets, autodiscover, reports
  case networks, selectors, verifications, headers, within

  var path: WritableKeyPath<ProviderEntry, [String]> {
    switch self {
    case .hosts: \.hosts
    case .except: \.except
    case .mx: \.mx
    case .verificationMX: \.verificationMX
    case .spf: \.spf
    case .opaqueSPF: \.opaqueSPF
    case .sharedHosts: \.sharedHosts
    case .dkimTargets: \.dkimTargets
    case .autodiscover: \.autodiscover
    case .reports: \.reports
    case .networks: \.networks
    case .selectors: \.selectors
    case .verifications: \.verifications
    case .headers: \.headers
    case .within: \.within
    }
  }

  /// What its texts are looked up for; of one use, each text belongs to one provider, or with `except` to none.
  var uses: [ProviderCatalogue.Use] {
    switch self {
    case .hosts, .except: [.mx, .spf, .dkimTarget]
    case .mx: [.mx]
    case .verificationMX: [.verificationMX]
    case .spf: [.spf]
    case .opaqueSPF: [.spf, .opaqueSPF]
    case .sharedHosts: [.spf, .sharedHost]
    case .dkimTargets: [.dkimTarget]
    case .autodiscover: [.autodiscover]
    case .reports: [.report]
    default: []
    }
  }
}
