/// The providers that the program knows, found by what DNS shows of them.
///
/// Of several suffixes that match a name the one with the most labels wins.
struct ProviderCatalogue: Sendable {
  let providers: [Provider]
  private let mx: HostTable<Int>
  private let spf: HostTable<Int>
  private let opaqueSPF: HostTable<Int>
  private let dkimTargets: HostTable<Int>
  private let autodiscover: HostTable<Int>
  private let reports: HostTable<Int>
  private let networks: NetworkTable<Int>
  private let indexByID: [Provider.ID: Int]
  /// What verification texts begin with, in lower case, and whose they are; by their first octet.
  private let verifications: [UInt8: [(start: [UInt8], provider: Int)]]
  /// What the names of header fields begin with, and whose hosts put them there.
  private let headerMarks: [(start: String, provider: Int)]
  /// The one provider whose customers publish a selector; nil where several have it in common.
  private let selectorOwners: [DKIMSelector: Int?]
  /// DKIM selectors to ask for where nothing is known: the common ones, most likely first, then those of `providers`
  /// that are not among them.
  let selectors: [DKIMSelector]

  /// A catalogue that knows nobody.
  static let empty = ProviderCatalogue()

  private init() {
    providers = []
    (mx, spf, opaqueSPF) = (HostTable(), HostTable(), HostTable())
    (dkimTargets, autodiscover, reports) = (HostTable(), HostTable(), HostTable())
    networks = NetworkTable()
    indexByID = [:]
    verifications = [:]
    headerMarks = []
    selectorOwners = [:]
    selectors = Self.commonSelectors.compactMap { DKIMSelector($0) }
  }

  /// Throws where two providers share an identifier, or for the same use a suffix or a network.
  init(_ providers: [Provider]) throws(ProviderCatalogueError) {
    func table(
      _ use: Use, _ patterns: KeyPath<Provider, [HostPattern]>
    ) throws(ProviderCatalogueError) -> HostTable<Int> {
      var table = HostTable<Int>()
      for (index, provider) in providers.enumerated() {
        for pattern in provider[keyPath: patterns] {
          if let other = table.insert(index, for: pattern), other != index {
            throw .duplicateHost(pattern, use, providers[other].id, provider.id)
          }
        }
      }
      return table
    }
    var indexByID: [Provider.ID: Int] = [:]
    var networks = NetworkTable<Int>()
    for (index, provider) in providers.enumerated() {
      guard indexByID.updateValue(index, forKey: provider.id) == nil else { throw .duplicateID(provider.id) }
      for network in provider.networks {
        if let other = networks.insert(index, for: network), other != index {
          throw .duplicateNetwork(network, providers[other].id, provider.id)
        }
      }
    }
    self.providers = providers
    self.indexByID = indexByID
    self.networks = networks
    var verifications: [UInt8: [(start: [UInt8], provider: Int)]] = [:]
    for (index, provider) in providers.enumerated() {
      for text in provider.verifications {
        let start = text.utf8.map(\.asciiLowercased)
        if let first = start.first { verifications[first, default: []].append((start, index)) }
      }
    }
    self.verifications = verifications
    headerMarks = providers.enumerated().flatMap { index, provider in
      provider.headerMarks.map { ($0, index) }
    }
    mx = try table(.mx, \.mxSuffixes)
    spf = try table(.spf, \.allSPFSuffixes)
    opaqueSPF = try table(.spf, \.opaqueSPFSuffixes)
    dkimTargets = try table(.dkimTarget, \.dkimTargetSuffixes)
    autodiscover = try table(.autodiscover, \.autodiscoverTargets)
    reports = try table(.report, \.reportSuffixes)
    var owners: [DKIMSelector: Int?] = [:]
    for (index, provider) in providers.enumerated() {
      for selector in provider.dkimSelectors.uniqued {
        owners[selector] = owners.keys.contains(selector) ? Optional(nil) : index
      }
    }
    selectorOwners = owners
    selectors =
      (Self.commonSelectors.compactMap { DKIMSelector($0) } + providers.flatMap(\.dkimSelectors)).uniqued
  }

  /// What a suffix is looked up for.
  enum Use: String, CaseIterable, Hashable, Sendable {
    case mx, spf, dkimTarget, autodiscover, report
  }
}

extension ProviderCatalogue {
  subscript(id: Provider.ID) -> Provider? { indexByID[id].map { providers[$0] } }

  /// The provider whose MX host `host` is.
  func provider(ofMX host: DomainName) -> Provider? { mx[host].map { providers[$0] } }

  /// The provider that publishes the SPF name `name`; also where its content is opaque.
  func provider(ofSPF name: DomainName) -> Provider? { spf[name].map { providers[$0] } }

  /// Whether the SPF at `name` hides by design whom it authorises.
  func isOpaque(spf name: DomainName) -> Bool { opaqueSPF[name] != nil }

  /// The provider into whose zone the CNAME of a DKIM selector leads.
  func provider(ofDKIMTarget name: DomainName) -> Provider? { dkimTargets[name].map { providers[$0] } }

  /// The provider into whose zone the CNAME of `autodiscover.<domain>` leads.
  func provider(ofAutodiscover name: DomainName) -> Provider? { autodiscover[name].map { providers[$0] } }

  /// The provider for whom the TXT record `text` shows whose the domain is.
  func provider(ofVerification text: [UInt8]) -> Provider? {
    guard let first = text.first, let candidates = verifications[first.asciiLowercased] else { return nil }
    return candidates.first { text.begins(with: $0.start) }.map { providers[$0.provider] }
  }

  /// The provider whose hosts put fields called `name`, in lower case, into messages.
  func provider(ofHeader name: String) -> Provider? {
    headerMarks.first { name.hasPrefix($0.start) }.map { providers[$0.provider] }
  }

  /// The one provider whose customers publish `selector`.
  func owner(of selector: DKIMSelector) -> Provider? {
    selectorOwners[selector].flatMap(\.self).map { providers[$0] }
  }

  /// The selectors at which the provider signs for `domain`, as far as they are known.
  func selectors(of id: Provider.ID, at domain: DomainName) -> Set<DKIMSelector> {
    let own = id == .office365 ? MicrosoftTenant.selectors(ofInitialDomain: domain) : []
    return Set((self[id]?.dkimSelectors ?? []) + own)
  }

  /// The provider in whose network `address` lies; the longest prefix wins.
  func provider(ofAddress address: IPAddress) -> Provider? { networks[address].map { providers[$0] } }

  /// The provider that collects DMARC reports at `host`.
  func provider(ofReportHost host: DomainName) -> Provider? { reports[host].map { providers[$0] } }
}

extension Provider {
  /// The name to include so that SPF authorises the product; `<…>` stands for what only the provider can tell.
  var spfIncludeOrPlaceholder: String {
    // Which host below the suffix it is differs from customer to customer.
    id == .securemx ? "<host>.securemx.jp" : spfInclude ?? "<SPF host of \(id)>"
  }

  fileprivate var allSPFSuffixes: [HostPattern] { spfSuffixes + opaqueSPFSuffixes }
}

extension [UInt8] {
  /// Whether the octets begin with `start`, which is in lower case, but for the case of letters.
  fileprivate func begins(with start: [UInt8]) -> Bool {
    count >= start.count && zip(self, start).allSatisfy { $0.asciiLowercased == $1 }
  }
}

/// Why providers do not make a catalogue.
enum ProviderCatalogueError: Error, Equatable {
  case duplicateID(Provider.ID)
  /// The earlier and the later provider that claim the suffix.
  case duplicateHost(HostPattern, ProviderCatalogue.Use, Provider.ID, Provider.ID)
  case duplicateNetwork(IPNetwork, Provider.ID, Provider.ID)
}
