/// The providers that the program knows, found by what DNS shows of them.
///
/// Of several suffixes that match a name the one with the most labels wins.
///
/// A class, though a value in all but name: it is large, and handed to every rule.
final class ProviderCatalogue: Sendable {
  private let slots: [ProviderSlot]
  /// What the slots with a number of a line are made of.
  private let table: ProviderTable
  private let marks: ProviderMarks
  private let indexByID: [String: Int]
  /// Whether providers of the table may have lost marks to others.
  private let isOverlaid: Bool
  /// DKIM selectors to ask for where nothing is known: the common ones, most likely first, then those of providers that the
  /// user added. What is used in turn with another one of them is not among them.
  let selectors: [DKIMSelector]
  private let lazyUsualSelectors = OnceReference<UsualSelectors>()

  /// A catalogue that knows nobody.
  static let empty = ProviderCatalogue(table: ProviderTable(""))

  /// The providers of a table that says nothing twice.
  convenience init(table: ProviderTable) {
    var marks = ProviderMarks(capacity: table.rowCount * 2)
    var indexByID: [String: Int] = [:]
    indexByID.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount { indexByID[table.id(of: row)] = row }
    marks.claim((0..<table.rowCount).lazy.map { ($0, $0) }, of: table)
    self.init(
      slots: (0..<table.rowCount).map { ProviderSlot(.row($0)) }, table: table, marks: marks,
      indexByID: indexByID, isOverlaid: false, added: [])
  }

  init(
    slots: [ProviderSlot], table: ProviderTable, marks: ProviderMarks, indexByID: [String: Int],
    isOverlaid: Bool, added selectors: [DKIMSelector]
  ) {
    self.slots = slots
    self.table = table
    self.marks = marks
    self.indexByID = indexByID
    self.isOverlaid = isOverlaid
    self.selectors = (Self.commonSelectors.compactMap { DKIMSelector($0) } + selectors)
      .withoutRepeated { $0.foldedText }
  }

  /// Throws where two providers share an identifier, or for the same use a suffix or a network.
  convenience init(_ providers: [Provider]) throws(ProviderCatalogueError) {
    var marks = ProviderMarks()
    var indexByID: [String: Int] = [:]
    for (index, provider) in providers.enumerated() {
      guard indexByID.updateValue(index, forKey: provider.id.text) == nil else {
        throw .duplicateID(provider.id)
      }
      for (field, patterns) in provider.patterns {
        for pattern in patterns {
          if let (use, other) = marks.claim(pattern, field, by: index) {
            throw .duplicateHost(pattern, use, providers[other].id, provider.id)
          }
        }
      }
      for network in provider.networks {
        if let other = marks.claim(network, by: index) {
          throw .duplicateNetwork(network, providers[other].id, provider.id)
        }
      }
      for group in provider.selectorGroups { marks.claim(selectors: group, by: index) }
      for text in provider.verifications { marks.claim(verification: text.utf8, by: index) }
      for text in provider.headerMarks { marks.claim(header: text, by: index) }
    }
    for (index, provider) in providers.enumerated() {
      for pattern in provider.exceptions { _ = marks.claim(pattern, .except, by: index) }
    }
    self.init(
      slots: providers.map { ProviderSlot(.provider($0)) }, table: ProviderTable(""), marks: marks,
      indexByID: indexByID, isOverlaid: false, added: providers.flatMap(\.selectorGroups).compactMap(\.first))
  }

  private func provider(at index: Int) -> Provider? {
    slots[index].provider { row in
      guard let entry = table.entry(row) else { return nil }
      guard isOverlaid else { return try? Provider(entry) }
      return try? Provider(entry) { pattern, use in
        marks[use].value(for: pattern) == index
      } _: { network in
        marks.owner(of: network) == index
      }
    }
  }
}

extension ProviderCatalogue {
  /// Every provider, in order. Makes them all: for what is read by people, not for a check.
  var providers: [Provider] { slots.indices.compactMap(provider(at:)) }

  subscript(id: Provider.ID) -> Provider? { indexByID[id.text].flatMap(provider(at:)) }

  /// The identifiers of all providers, in order.
  var ids: [String] { indexByID.sorted { $0.value < $1.value }.map(\.key) }

  /// The provider whose MX host `host` is.
  func provider(ofMX host: DomainName) -> Provider? { provider(of: host, as: .mx) }

  /// The provider that publishes the SPF name `name`; also where its content is opaque.
  func provider(ofSPF name: DomainName) -> Provider? { provider(of: name, as: .spf) }

  /// Whether the SPF at `name` hides by design whom it authorises.
  func isOpaque(spf name: DomainName) -> Bool { marks.owner(of: name, as: .opaqueSPF) != nil }

  /// Whether `name` is a web server that many customers of its provider share.
  func isShared(host name: DomainName) -> Bool { marks.owner(of: name, as: .sharedHost) != nil }

  /// Whether `host` only proves, to some provider, whose the domain is.
  func isVerification(mx host: DomainName) -> Bool { marks.owner(of: host, as: .verificationMX) != nil }

  /// The provider into whose zone the CNAME of a DKIM selector leads.
  func provider(ofDKIMTarget name: DomainName) -> Provider? { provider(of: name, as: .dkimTarget) }

  /// The provider into whose zone the CNAME of `autodiscover.<domain>` leads.
  func provider(ofAutodiscover name: DomainName) -> Provider? { provider(of: name, as: .autodiscover) }

  /// The provider that collects DMARC reports at `host`.
  func provider(ofReportHost host: DomainName) -> Provider? { provider(of: host, as: .report) }

  func provider(of name: DomainName, as use: Use) -> Provider? {
    marks.owner(of: name, as: use).flatMap(provider(at:))
  }

  /// The same, with the suffix that says so.
  func match(_ name: DomainName, as use: Use) -> (provider: Provider, suffix: String)? {
    marks[use].match(name).flatMap { value, pattern in provider(at: value).map { ($0, pattern) } }
  }

  /// The provider for whom the TXT record `text` shows whose the domain is.
  func provider(ofVerification text: [UInt8]) -> Provider? {
    marks.provider(ofVerification: text).flatMap(provider(at:))
  }

  /// The provider whose hosts put fields called `name`, in lower case, into messages.
  func provider(ofHeader name: String) -> Provider? {
    marks.provider(ofHeader: name).flatMap(provider(at:))
  }

  /// The one provider whose customers publish `selector`.
  func owner(of selector: DKIMSelector) -> Provider? { marks.owner(of: selector).flatMap(provider(at:)) }

  /// The provider one of whose selectors of several labels is at or below `name`, and above it the names of `domainKeys`.
  func provider(ofZone name: DomainName, below domainKeys: DomainName) -> Provider? {
    let found = marks.deepSelectors.first { selector, _ in
      guard let key = try? domainKeys.prepending(selector.text) else { return false }
      return key.isAtOrBelow(name)
    }
    return (found?.provider).flatMap(provider(at:))
  }

  /// The selectors as every check asks for them.
  var usualSelectors: UsualSelectors {
    lazyUsualSelectors.load() ?? lazyUsualSelectors.storeIfNil(UsualSelectors(self))
  }

  /// The selectors that are used in turn with `selector`, where that is the first to be asked for.
  func selectors(inTurnWith selector: DKIMSelector) -> [DKIMSelector] {
    marks.selectors(inTurnWith: selector)
  }

  /// The selectors at which the provider signs for `domain`, as far as they are known.
  func selectors(of id: Provider.ID, at domain: DomainName) -> [DKIMSelector] {
    let own = id == .office365 ? MicrosoftTenant.selectors(ofInitialDomain: domain) : []
    return (self[id]?.dkimSelectors ?? []) + own
  }

  /// The provider in whose network `address` lies; the longest prefix wins.
  func provider(ofAddress address: IPAddress) -> Provider? { marks[address].flatMap(provider(at:)) }

  /// The provider whose senders `network`, as SPF names it, lets through: it lies in one of the provider's networks, or takes
  /// in one of them whole and not much of the Internet beside.
  func provider(ofNetwork network: IPNetwork) -> Provider? {
    if let provider = provider(ofAddress: network.address) { return provider }
    // Nothing lies within a single address.
    let lengths = if case .v4 = network.address { 24..<32 } else { 48..<128 }
    guard lengths.contains(network.length) else { return nil }
    return marks.networkOwners.lazy.compactMap(provider(at:)).first { provider in
      provider.networks.contains { $0.length > network.length && network.contains($0.address) }
    }
  }

  /// The providers of which networks are known.
  var networkOwners: [Provider] { marks.networkOwners.compactMap(provider(at:)) }
}

extension Provider {
  /// The name to include so that SPF authorises the product; `<…>` stands for what only the provider can tell.
  var spfIncludeOrPlaceholder: String { spfInclude ?? "<SPF host of \(id)>" }

  /// What it is known by, by the field that says so; those for SPF as `spf`, those for several uses as each of them.
  fileprivate var patterns: [(ProviderField, [HostPattern])] {
    [
      (.mx, mxSuffixes), (.verificationMX, verificationMXSuffixes), (.spf, spfSuffixes),
      (.opaqueSPF, opaqueSPFSuffixes), (.sharedHosts, sharedHostSuffixes), (.dkimTargets, dkimTargetSuffixes),
      (.autodiscover, autodiscoverTargets), (.reports, reportSuffixes),
    ]
  }
}

/// Why providers do not make a catalogue.
enum ProviderCatalogueError: Error, Equatable {
  case duplicateID(Provider.ID)
  /// The earlier and the later provider that claim the suffix.
  case duplicateHost(HostPattern, ProviderCatalogue.Use, Provider.ID, Provider.ID)
  case duplicateNetwork(IPNetwork, Provider.ID, Provider.ID)
}
