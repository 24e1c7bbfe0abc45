/// Who talks to hosts that take mail.
protocol SMTPProber: Sendable {
  /// One conversation with `host` at `address`.
  func session(with host: DomainName, at address: IPAddress) async -> SMTPSession
}

/// What the hosts that take a domain's mail said.
struct SMTPProbe: Sendable {
  let domain: DomainName
  /// In the order of `MXFacts.mailHosts`, as many as are looked at.
  let hosts: [Host]
  /// Hosts beyond those.
  let skippedHosts: Int

  struct Host: Sendable {
    let host: DomainName
    /// One for each address that was looked at.
    let sessions: [SMTPSession]
    /// Addresses beyond those.
    let skippedAddresses: Int
    /// Why the addresses of the host are not known; nil where they are.
    let failure: Failure?
  }

  /// Hosts of a domain that are talked to: a domain with more of them has them alike.
  static let maximumHosts = 10
  /// Addresses of a host that are talked to, of each family.
  static let maximumAddresses = 2

  /// Talks to all of them at once, and to each address once.
  static func gather(_ mx: MXFacts, by prober: any SMTPProber) async -> SMTPProbe {
    let all = mx.mailHosts
    let hosts = await withTaskGroup(of: (Int, Host).self) { group in
      for (index, item) in all.prefix(maximumHosts).enumerated() {
        group.addTask { (index, await Host(item.host, item.addresses, prober)) }
      }
      return await group.reduce(into: [(Int, Host)]()) { $0.append($1) }
    }
    return SMTPProbe(
      domain: mx.domain, hosts: hosts.sorted { $0.0 < $1.0 }.map(\.1),
      skippedHosts: max(0, all.count - maximumHosts))
  }
}

extension SMTPProbe.Host {
  fileprivate init(_ host: DomainName, _ addresses: HostAddresses, _ prober: any SMTPProber) async {
    let all = addresses.all.uniqued
    let looked = AddressFamily.allCases.flatMap { family in
      all.filter { $0.family == family }.prefix(SMTPProbe.maximumAddresses)
    }
    let sessions = await withTaskGroup(of: (Int, SMTPSession).self) { group in
      for (index, address) in looked.enumerated() {
        group.addTask { (index, await prober.session(with: host, at: address)) }
      }
      return await group.reduce(into: [(Int, SMTPSession)]()) { $0.append($1) }
    }
    self.init(
      host: host, sessions: sessions.sorted { $0.0 < $1.0 }.map(\.1),
      skippedAddresses: all.count - looked.count, failure: addresses.failure)
  }
}

extension SMTPProbe {
  var sessions: [SMTPSession] { hosts.flatMap(\.sessions) }

  /// Whether no address at all could be reached on port 25, as from a network that lets nobody out to it (OP25B).
  var isShutIn: Bool {
    let tried = sessions.filter { $0.failure != .privateAddress }
    return !tried.isEmpty && tried.allSatisfy { $0.failure?.isUnreached == true }
  }
}
