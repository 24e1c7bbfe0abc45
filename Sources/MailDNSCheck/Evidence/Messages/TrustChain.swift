/// Who vouches for whom: the field on top was stamped by the system that delivered the message; each one below counts if
/// the host above took the message from a host of the one that claims to have stamped it.
///
/// An address is the receiver's own observation, a HELO is what the sender says: where a provider's networks are known,
/// names alone prove nothing.
struct TrustChain {
  let hosts: MailHosts

  /// `hops`, newest first, each marked.
  func believing(_ hops: [MailHop]) -> [MailHop] {
    var hops = hops
    for index in hops.indices {
      if index > 0, !isLinked(hops[index - 1], hops[index]) { break }
      hops[index].isBelieved = true
    }
    return hops
  }

  /// Whether `upper` took the message from whoever stamped `lower`.
  private func isLinked(_ upper: MailHop, _ lower: MailHop) -> Bool {
    // The same field twice says nothing new.
    if upper.received == lower.received { return true }
    // A step within a host (`qmail invoked by uid`, `Postfix, from userid`) leads on to the same house.
    if upper.isWithinHost { return lower.host == nil || upper.host == nil || upper.host == lower.host }
    let source = source(of: upper)
    if let address = upper.received.address, hosts.isInside(address, of: upper.provider) {
      return lower.host == nil || lower.host == upper.host
    }
    // A field that names nobody is a stranger's, who can write any more of them below it.
    guard let owner = lower.provider else { return isOfOneHouse(upper, lower) }
    return source == owner
  }

  /// Whether two hosts of nobody known belong together: the receiver has looked up the name of the other one, and both lie
  /// in one domain.
  private func isOfOneHouse(_ upper: MailHop, _ lower: MailHop) -> Bool {
    guard upper.provider == nil, let reverse = upper.received.reverseName.flatMap({ DomainName($0) }),
      let own = upper.received.by.flatMap({ DomainName($0) }),
      let by = lower.received.by.flatMap({ DomainName($0) })
    else { return false }
    return [reverse, by].allSatisfy { name in
      name == own || name.labelCount > 2 && name.parent == own.parent
    }
  }

  /// Whose host handed the message to `hop`; nil for a stranger's, and where the field has no address: then its name is a
  /// HELO, whatever it says.
  func source(of hop: MailHop) -> Provider.ID? {
    let received = hop.received
    guard let address = received.address else { return nil }
    if let provider = hosts.provider(of: address) { return provider }
    if hosts.isInside(address, of: hop.provider) { return hop.provider }
    // The receiver has looked the name up; of providers whose networks are known, all but those are strangers.
    let named = (received.reverseName ?? received.from).flatMap { hosts.provider(of: $0) }
    if let named, named == .office365, received.reverseName != nil { return named }
    return named.flatMap { hosts.hasKnownNetworks($0) ? nil : $0 }
  }
}
