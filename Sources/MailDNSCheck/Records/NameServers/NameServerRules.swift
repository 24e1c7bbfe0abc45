/// What there is to say of a domain's name servers.
struct NameServerRules {
  let facts: NameServerFacts

  var findings: [Finding] {
    let domain = facts.domain
    switch facts.state {
    case .intercepted(let interception): return [.delegation.intercepted(domain, interception)]
    case .unreachable(let failure): return [.delegation.rootUnknown(domain, failure)]
    case .stuck(let zone, let failure):
      return [.delegation.zoneUnknown(domain, (zone: zone, failure: failure))]
    case .obstructed(let zone, let obstacle):
      return [.delegation.walkUnknown(domain, (zone: zone, obstacle: obstacle))]
    case .denied(let zone): return [.delegation.denied(domain, zone)]
    case .served(let zone):
      return zone.delegationFindings + zone.hostFindings + zone.serverFindings + zone.placeFindings
        + zone.securityFindings(at: facts.moment) + zone.recordFindings
    }
  }
}

extension ServedZone {
  fileprivate var delegationFindings: [Finding] {
    var findings: [Finding] = []
    // That a name has no glue is said of the name.
    if let obstacle, authorities.isEmpty { findings.append(.delegation.obstructed(name, obstacle)) }
    let sets = referrals.map { Set($0.cut.hosts) }
    if let all = delegated, let common = sets.dropFirst().reduce(sets.first, { $0?.intersection($1) }),
      common != all
    {
      findings.append(.delegation.parentsDiffer(name, all.subtracting(common).sorted()))
    }
    if let delegated, let own, delegated != own {
      let (above, inside) = (delegated.subtracting(own).sorted(), own.subtracting(delegated).sorted())
      findings.append(.delegation.setsDiffer(name, (above: above, own: inside)))
    }
    return findings
  }

  fileprivate var hostFindings: [Finding] {
    hosts.flatMap { host -> [Finding] in
      let isDelegated = delegated?.contains(host.name) == true
      if host.needsGlue {
        if host.glue.isEmpty, isDelegated { return [.nameServers.glueMissing(host.name)] }
        switch host.own {
        case .alias(let target)?: return [.nameServers.hostAlias(host.name, target)]
        // That the zone does not know the name at all is said of the sets.
        case .found(let own)?
        where !host.glue.isEmpty && Set(own) != Set(host.glue)
          && (!own.isEmpty || self.own?.contains(host.name) == true):
          return [.nameServers.glueDiffers(host.name, (glue: host.glue, own: own))]
        default: return []
        }
      }
      switch host.lookUp {
      case .found(let addresses)? where addresses.isEmpty: return [.nameServers.hostWithoutAddress(host.name)]
      case .alias(let target)?: return [.nameServers.hostAlias(host.name, target)]
      case .failed(let failure)?: return [.nameServers.hostUnknown(host.name, failure)]
      // Said of the whole where nobody is found.
      case .obstructed? where obstacle == nil: return [.nameServers.hostObstructed(host.name)]
      default: return []
      }
    }
  }

  fileprivate var serverFindings: [Finding] {
    let failures = servers.compactMap { if case .silent(let failure) = $0.state { failure } else { nil } }
    let isAnswered = servers.contains { server in
      switch server.state {
      case .serving, .lame, .otherZone: true
      case .silent, .unusable, .notAsked: false
      }
    }
    // Where nobody answers, it may be the way that is broken.
    if !isAnswered, let failure = failures.first { return [.nameServers.serversUnknown(name, failure)] }
    let severity: Severity? = authorities.isEmpty && failures.isEmpty ? .critical : nil
    return servers.flatMap { server -> [Finding] in
      let label = server.label
      switch server.state {
      case .serving(let serving): return findings(serving, label)
      case .lame(let lameness):
        return [.nameServers.lame(label, (zone: name, lameness: lameness), severity: severity)]
      case .otherZone(let zone):
        return [.nameServers.otherZone(label, (zone: name, speaker: zone), severity: severity)]
      case .silent(let failure): return [.nameServers.silent(label, (zone: name, failure: failure))]
      case .unusable: return [.nameServers.addressUnusable(label, name)]
      case .notAsked: return []
      }
    }
  }

  private func findings(_ serving: ZoneServer.Serving, _ label: String) -> [Finding] {
    var findings: [Finding] = []
    if serving.isOpenResolver { findings.append(.nameService.openResolver(label)) }
    if let failure = serving.tcpFailure, failure.isOfServer {
      findings.append(.nameService.tcpRefused(label, failure))
    }
    if serving.stumblesOverEDNS { findings.append(.nameService.ednsBroken(label)) }
    return findings
  }

  /// Where the servers are.
  fileprivate var placeFindings: [Finding] {
    guard !servers.isEmpty else { return [] }
    var findings: [Finding] = []
    let addresses = servers.map(\.address)
    let isComplete = hosts.allSatisfy { !$0.addresses.isEmpty }
    if isComplete, addresses.count == 1 || hosts.count == 1 {
      findings.append(.nameService.singleServer(name))
    } else if isComplete, let networks = addresses.singleNetworks {
      findings.append(.nameService.singleNetwork(name, networks))
    }
    if isComplete, addresses.allSatisfy(\.isIPv4) { findings.append(.nameService.withoutIPv6(name)) }
    return findings
  }

  fileprivate func securityFindings(at now: UInt32) -> [Finding] {
    let hasOthers = authorities.contains { server in
      server.serving?.signature.map { $0.secondsLeft(at: now) >= 0 } ?? false
    }
    let isTrusted =
      signers?.records.contains { DelegationSigner($0.data)?.isWidelyKnown == true } == true
    return authorities.flatMap { server -> [Finding] in
      var findings: [Finding] = []
      switch server.serving?.keys {
      case .unmatched?: findings.append(.nameService.keysUnmatched(server.label, (zone: name, hasKeys: true)))
      case .noKeys?: findings.append(.nameService.keysUnmatched(server.label, (zone: name, hasKeys: false)))
      case .unknown(let failure)?: findings.append(.nameService.keysUnknown(server.label, failure))
      case .matched?, nil: break
      }
      if let signature = server.serving?.signature, signature.secondsLeft(at: now) < 0 {
        findings.append(
          .nameService.signaturesEnded(
            server.label, (zone: name, end: signature.expiration, others: hasOthers),
            severity: isTrusted ? nil : .info))
      }
      return findings
    }
  }

  fileprivate var recordFindings: [Finding] {
    let aliases = authorities.compactMap { $0.serving?.alias }
    let alias = aliases.first.map { [Finding.serverRecords.apexAlias(name, $0)] } ?? []
    let unknown = records.flatMap { comparison in
      comparison.holdings.compactMap { item -> Finding? in
        guard case .failed(let failure) = item.holding else { return nil }
        let values = (type: comparison.question.type, server: item.server.label, failure: failure)
        return .serverRecords.unknown(comparison.question.name, values)
      }
    }
    return alias + differences + unknown + serials
  }

  private var differences: [Finding] {
    records.filter { $0.isSame == false }.map { comparison in
      let groups = comparison.groups.map { ($0.holding, $0.servers.map(\.label)) }
      return .serverRecords.differ(
        comparison.question.name, ServerDifference(type: comparison.question.type, groups: groups))
    }
  }

  /// A hint and no more: services that hold a zone together have numbers of their own.
  private var serials: [Finding] {
    var groups: [UInt32: [String]] = [:]
    for server in authorities {
      if let serial = server.serving?.start?.serial { groups[serial, default: []].append(server.label) }
    }
    guard groups.count > 1 else { return [] }
    let sorted = groups.sorted { $0.key > $1.key }
    return [.serverRecords.serialsDiffer(name, sorted.map { (serial: $0.key, servers: $0.value) })]
  }
}

extension Failure {
  /// Whether it is the server's, and not that of the run or of the machine.
  fileprivate var isOfServer: Bool {
    switch kind {
    case .deadline, .cancelled, .questionLimit, .tooMuch, .offline: false
    default: true
    }
  }
}

extension [IPAddress] {
  /// The networks that have all of them, one a family: /24 and /48, which one fault mostly takes away together. Nil where there
  /// are more, or where there is one address.
  fileprivate var singleNetworks: [IPNetwork]? {
    guard count > 1 else { return nil }
    var networks: [IPNetwork] = []
    for (length, isIPv4) in [(24, true), (48, false)] {
      let family = filter { $0.isIPv4 == isIPv4 }
      guard let first = family.first, let network = IPNetwork(first.masked(to: length), length: length) else {
        continue
      }
      guard family.allSatisfy(network.contains) else { return nil }
      networks.append(network)
    }
    return networks
  }
}

extension IPAddress {
  /// The address with only its first `length` bits.
  fileprivate func masked(to length: Int) -> IPAddress {
    switch self {
    case .v4(let address): .v4(IPv4Address(value: address.value & ~(UInt32.max >> UInt32(length))))
    case .v6(let address): .v6(IPv6Address(value: address.value & ~(UInt128.max >> UInt128(length))))
    }
  }
}
