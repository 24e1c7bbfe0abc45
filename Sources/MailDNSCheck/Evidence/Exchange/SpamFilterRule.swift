/// A rule in force that takes mail past the spam filter (SCL -1), and how it knows whose mail that is.
struct SpamFilterRule: Hashable, Sendable {
  let rule: TransportRule
  let proof: Proof

  enum Proof: Hashable, Sendable {
    /// The last hop before the service is the gateway.
    case gateway
    case header
    /// Addresses that are not the gateway's.
    case foreignAddresses([String])
    /// Whoever claims a sender, or anybody.
    case none
    /// The export does not say.
    case unknown
  }

  /// Nil for a rule that does no such thing, or is not in force.
  init?(_ rule: TransportRule, gateways: GatewayAddresses) {
    // Mail from inside the organisation has been authenticated; nobody outside can claim to be there.
    guard rule.spamLevel == -1, rule.isInForce != false, rule.sentFrom != .inOrganization else { return nil }
    self.rule = rule
    switch rule.senderRanges {
    case .items(let items)? where !items.isEmpty:
      let foreign = items.filter { !gateways.contains(range: $0) }
      proof = foreign.isEmpty ? .gateway : .foreignAddresses(foreign)
    case .items?: proof = rule.asksForHeader ? .header : .none
    case .lost?, nil: proof = rule.asksForHeader ? .header : .unknown
    }
  }
}

extension GatewayAddresses {
  /// Whether all of a network, an address or a range (`192.0.2.1-192.0.2.9`) are the gateway's.
  fileprivate func contains(range text: String) -> Bool {
    if let network = IPNetwork.network(orAddress: text) { return contains(network) }
    let ends = text.split(separator: "-").map { IPAddress(String($0)) }
    guard ends.count == 2, let low = ends[0], let high = ends[1] else { return false }
    guard case .v4(let first) = low, case .v4(let last) = high, first.value <= last.value else {
      return false
    }
    // The ends of a range within one block are enough: blocks have no holes.
    return contains(low) && contains(high) && last.value - first.value < 1 << 16
  }
}
