/// Whose is what: the marks by which DNS shows providers, as they are looked up.
///
/// Who claims a mark first has it; so those of the uppermost file are claimed first.
struct ProviderMarks: Sendable {
  private var hosts = Array(repeating: HostTable(), count: Use.allCases.count)
  private var networks = NetworkTable<Int>()
  /// What verification texts begin with, in lower case, and whose they are; by their first octet.
  private var verifications: [[(start: [UInt8], provider: Int)]] = []
  /// What the names of header fields begin with, in lower case, and whose hosts put them there.
  private var headers: [(start: String, provider: Int)] = []
  /// The one provider whose customers publish a selector; nil where several have it in common.
  private var selectorOwners: [String: Int?] = [:]
  /// Selectors of several labels, below one of which their provider may have a zone of its own.
  private(set) var deepSelectors: [(selector: DKIMSelector, provider: Int)] = []
  /// By the selector that is asked for first, those that are used in turn with it.
  private var selectorsInTurn: [String: [DKIMSelector]] = [:]
  /// Providers that have networks, in order.
  private(set) var networkOwners: [Int] = []

  typealias Use = ProviderCatalogue.Use

  init(capacity: Int = 0) {
    guard capacity > 0 else { return }
    for use in [Use.mx, .spf, .dkimTarget] { hosts[use.rawValue] = HostTable(capacity: capacity) }
  }

  subscript(use: Use) -> HostTable { hosts[use.rawValue] }

  // Claiming

  /// Returns the use for which another provider has the pattern already, and that provider.
  mutating func claim(_ pattern: HostPattern, _ field: ProviderField, by provider: Int) -> (Use, Int)? {
    let value = field == .except ? HostTable.nobody : provider
    var clash: (Use, Int)?
    for use in field.uses {
      if let other = hosts[use.rawValue].insert(value, for: pattern), other != value {
        clash = clash ?? (use, other)
      }
    }
    return clash
  }

  /// All that lines of a table say, each for a provider. What is nobody's comes last: another provider may have it.
  mutating func claim(_ rows: some Sequence<(row: Int, provider: Int)>, of table: ProviderTable) {
    var exceptions: [(item: ProviderTable.Cell, provider: Int)] = []
    for (row, provider) in rows {
      table.forEachItem(of: row) { field, item in
        if field == .except { exceptions.append((item, provider)) } else { claim(item, field, by: provider) }
      }
    }
    for (item, provider) in exceptions { claim(item, .except, by: provider) }
  }

  private mutating func claim(_ item: ProviderTable.Cell, _ field: ProviderField, by provider: Int) {
    switch field {
    case .networks:
      if let network = IPNetwork(String(decoding: item, as: UTF8.self)) { _ = claim(network, by: provider) }
    case .selectors:
      let names = ProviderEntry.selectors(inTurn: String(decoding: item, as: UTF8.self))
      claim(selectors: names.compactMap { DKIMSelector($0) }, by: provider)
    case .verifications: claim(verification: item, by: provider)
    case .headers: claim(header: String(decoding: item, as: UTF8.self), by: provider)
    case .within: break
    default:
      guard !item.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "*") }) else {
        if let pattern = try? HostPattern(parsing: String(decoding: item, as: UTF8.self)) {
          _ = claim(pattern, field, by: provider)
        }
        return
      }
      let value = field == .except ? HostTable.nobody : provider
      for use in field.uses { hosts[use.rawValue].insert(value, forPlain: item) }
    }
  }

  /// Returns the other provider that has the network already.
  mutating func claim(_ network: IPNetwork, by provider: Int) -> Int? {
    let other = networks.insert(provider, for: network)
    if networkOwners.last != provider { networkOwners.append(provider) }
    return other == provider ? nil : other
  }

  /// Selectors that are used in turn, the first to be asked for first.
  mutating func claim(selectors group: [DKIMSelector], by provider: Int) {
    for selector in group {
      let text = selector.foldedText
      if selectorOwners[text] != .some(.some(provider)) {
        selectorOwners[text] = selectorOwners.keys.contains(text) ? Optional(nil) : provider
      }
      if selector.text.contains(".") { deepSelectors.append((selector, provider)) }
    }
    if let first = group.first, group.count > 1 {
      selectorsInTurn[first.foldedText, default: []] += group.dropFirst()
    }
  }

  mutating func claim(header start: String, by provider: Int) {
    headers.append((start.asciiLowercased, provider))
  }

  mutating func claim(verification text: some Sequence<UInt8>, by provider: Int) {
    let start = text.map(\.asciiLowercased)
    guard let first = start.first else { return }
    if verifications.isEmpty { verifications = Array(repeating: [], count: 256) }
    verifications[Int(first)].append((start, provider))
  }

  // Looking up

  func provider(ofVerification text: [UInt8]) -> Int? {
    guard let first = text.first, !verifications.isEmpty else { return nil }
    return verifications[Int(first.asciiLowercased)].first { text.begins(with: $0.start) }?.provider
  }

  /// `name` in lower case.
  func provider(ofHeader name: String) -> Int? { headers.first { name.hasPrefix($0.start) }?.provider }

  func owner(of name: DomainName, as use: Use) -> Int? { hosts[use.rawValue][name] }

  func owner(of selector: DKIMSelector) -> Int? { selectorOwners[selector.foldedText].flatMap(\.self) }

  /// Those that are used in turn with a selector that is asked for first.
  func selectors(inTurnWith first: DKIMSelector) -> [DKIMSelector] { selectorsInTurn[first.foldedText] ?? [] }

  subscript(address: IPAddress) -> Int? { networks[address] }

  func owner(of network: IPNetwork) -> Int? { networks.value(for: network) }
}

extension ProviderCatalogue {
  /// What a suffix is looked up for.
  enum Use: Int, CaseIterable, Hashable, Sendable {
    case mx, verificationMX, spf, opaqueSPF, sharedHost, dkimTarget, autodiscover, report
  }
}

extension [UInt8] {
  /// Whether the octets begin with `start`, which is in lower case, but for the case of letters.
  fileprivate func begins(with start: [UInt8]) -> Bool {
    count >= start.count && zip(self, start).allSatisfy { $0.asciiLowercased == $1 }
  }
}
