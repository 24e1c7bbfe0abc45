/// Whose hosts the names and addresses in headers are: the catalogue's, and those that show in headers only.
struct MailHosts: Sendable {
  let catalogue: ProviderCatalogue
  /// What was found out before; nil where nothing is kept. A mailbox has the same few hosts over and over.
  private let memory: Guarded<Memory>?

  private struct Memory {
    var names = Owners<String>()
    var addresses = Owners<IPAddress>()
  }

  private struct Owners<Host: Hashable> {
    private var known: [Host: Provider.ID?] = [:]

    /// More are not kept, so that no mailbox fills the memory.
    private static var maximumCount: Int { 4096 }

    subscript(host: Host) -> Provider.ID?? { known[host] }

    mutating func keep(_ owner: Provider.ID?, of host: Host) {
      if known.count >= Self.maximumCount { known.removeAll(keepingCapacity: true) }
      known[host] = .some(owner)
    }
  }

  init(catalogue: ProviderCatalogue, isRemembering: Bool = false) {
    self.catalogue = catalogue
    memory = isRemembering ? Guarded(Memory()) : nil
  }

  /// Microsoft's hosts behind and beside the MX hosts, as `Received` fields name them (seen 2021 to 2026).
  private static let microsoft = [
    "protection.outlook.com", "prod.outlook.com", "outlook.office365.com", "prod.exchangelabs.com",
    "protection.office365.us", "office365.us", "partner.outlook.cn", "prod.protection.outlook.com",
    "mgd.msft.net",
  ].compactMap { DomainName($0) }

  /// From where Exchange Online sends (Microsoft's list of addresses, "Exchange Online Protection"): mail that comes to a
  /// tenant from there is another tenant's.
  private static let microsoftSenders = [
    "40.92.0.0/15", "40.107.0.0/16", "52.100.0.0/14", "104.47.0.0/17", "2a01:111:f400::/48",
    "2a01:111:f403::/48",
  ].compactMap { IPNetwork($0) }

  /// Between Microsoft's own servers.
  private static let microsoftInside = ["2603:1000::/24", "255.255.255.255/32"].compactMap { IPNetwork($0) }

  private static let privateNetworks = [
    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "100.64.0.0/10",
    "::1/128",
    "fe80::/10", "fc00::/7",
  ].compactMap { IPNetwork($0) }

  /// The provider whose host `name` is; nil for what is no name or nobody's that is known.
  func provider(of name: String) -> Provider.ID? {
    guard name.utf8.count <= 255 else { return nil }
    guard let memory else { return found(name) }
    if let known = memory.withLock({ $0.names[name] }) { return known }
    let found = found(name)
    memory.withLock { $0.names.keep(found, of: name) }
    return found
  }

  private func found(_ name: String) -> Provider.ID? {
    guard let name = DomainName(name), name.labelCount > 1 else { return nil }
    if Self.microsoft.contains(where: { name.isAtOrBelow($0) }) { return .office365 }
    return (catalogue.provider(ofMX: name) ?? catalogue.provider(ofSPF: name))?.id
  }

  /// The provider in whose networks `address` lies.
  func provider(of address: IPAddress) -> Provider.ID? {
    guard let memory else { return found(address) }
    if let known = memory.withLock({ $0.addresses[address] }) { return known }
    let found = found(address)
    memory.withLock { $0.addresses.keep(found, of: address) }
    return found
  }

  private func found(_ address: IPAddress) -> Provider.ID? {
    if let provider = catalogue.provider(ofAddress: address) { return provider.id }
    return Self.microsoftSenders.contains { $0.contains(address) } ? .office365 : nil
  }

  /// Whether all of the provider's addresses are known, so that another one is not the provider's.
  func hasKnownNetworks(_ id: Provider.ID) -> Bool {
    id == .office365 || catalogue[id]?.networks.isEmpty == false
  }

  /// Whether `address` shows that a message did not leave the house: private ones, and Microsoft's between its servers.
  func isInside(_ address: IPAddress, of provider: Provider.ID?) -> Bool {
    if Self.isPrivate(address) { return true }
    return provider == .office365 && Self.microsoftInside.contains { $0.contains(address) }
  }

  /// Whether no host of the Internet has `address`.
  static func isPrivate(_ address: IPAddress) -> Bool {
    privateNetworks.contains { $0.contains(address) }
  }

  func isInboundGateway(_ id: Provider.ID) -> Bool {
    catalogue[id]?.kinds.contains(.inboundGateway) == true
  }

  func isGateway(_ id: Provider.ID) -> Bool { catalogue[id]?.isGateway == true }
}
