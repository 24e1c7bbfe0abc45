/// The messages of a trace, counted as they come: which came in, by whom, and which of them around the gateway.
struct TraceTally: Sendable {
  private(set) var rows = 0
  private(set) var inbound = 0
  private(set) var throughGateway = 0
  private(set) var bypassed = 0
  /// Of those that came around, the ones that were delivered.
  private(set) var bypassedAndDelivered = 0
  /// Inbound messages by whose host delivered them; nil for hosts that the catalogue does not know.
  private(set) var deliverers: [Provider.ID?: Int] = [:]
  private(set) var bypassAddresses: [IPAddress: Int] = [:]
  private(set) var bypassSenders: [String: Int] = [:]
  /// The first of those that came around.
  private(set) var bypasses: [TraceMessage] = []
  /// Whether a trace lacks the address that messages came from: then nothing of the above is known.
  private(set) var lacksAddresses = false

  private let addresses: GatewayAddresses
  /// The tenant's domains in lower case; nil where they are not known.
  private let domains: Set<String>?

  static let maximumBypasses = 100_000
  private static let maximumNames = 10_000

  init(gateways: GatewayAddresses, domains: Set<String>?) {
    addresses = gateways
    self.domains = domains
  }

  mutating func add(_ message: TraceMessage) {
    rows += 1
    guard let from = message.from, isInbound(message, from) else { return }
    inbound += 1
    let provider = addresses.anyProvider(at: from)
    deliverers[provider?.id, default: 0] += 1
    if provider?.isGateway == true {
      throughGateway += 1
      return
    }
    bypassed += 1
    if message.isDelivered { bypassedAndDelivered += 1 }
    Self.count(from, in: &bypassAddresses)
    if let sender = message.sender { Self.count(sender.asciiLowercased, in: &bypassSenders) }
    if bypasses.count < Self.maximumBypasses { bypasses.append(message) }
  }

  mutating func noteMissingAddresses() { lacksAddresses = true }

  private static func count<Key: Hashable>(_ key: Key, in counts: inout [Key: Int]) {
    if counts.count < maximumNames || counts[key] != nil { counts[key, default: 0] += 1 }
  }

  /// From outside to one of the tenant's own: by its domains where they are known, else by its having stayed. What a
  /// mailbox server of Microsoft's handed over comes from inside.
  private func isInbound(_ message: TraceMessage, _ from: IPAddress) -> Bool {
    guard !from.isOfMailboxServers, !from.isLocal else { return false }
    if let isIncoming = message.isIncoming { return isIncoming }
    guard let domains else { return message.to == nil }
    return (message.recipient ?? "").split(separator: ";").contains { recipient in
      let domain = recipient.split(separator: "@").last.map(String.init) ?? ""
      return domains.contains(domain.asciiLowercased) || domains.contains(domain.canonicalDomain)
    }
  }
}

extension IPAddress {
  /// Where mailboxes of Exchange Online are: mail that their users send shows such an address.
  fileprivate var isOfMailboxServers: Bool { mailboxServers?.contains(self) ?? false }

  /// Addresses that the Internet does not know (RFC 1918, RFC 1122 §3.2.1.3, RFC 4193, RFC 4291).
  fileprivate var isLocal: Bool { localNetworks.contains { $0.contains(self) } }
}

private let mailboxServers = IPNetwork("2603:1000::/24")
private let localNetworks = [
  "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "169.254.0.0/16", "::1/128", "fc00::/7",
  "fe80::/10",
].compactMap { IPNetwork($0) }
