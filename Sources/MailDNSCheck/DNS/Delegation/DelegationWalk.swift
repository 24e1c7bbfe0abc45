/// Walks down from the root to the zone that holds a name (RFC 1034 §5.3.3), by the replies that are there.
///
/// From referral to referral, never label by label: `co.jp` or `_domainkey` need be no zone. Names of servers that no glue
/// comes with are walked to in turn; how deep that goes, and how many steps all walks take together, is bounded.
final class DelegationWalk {
  let vantage: Vantage
  private let roots: RootServers
  private let start: ZoneCut
  private let known: KnownReplies
  private var steps = 0
  /// What was settled on the way, whatever it was looked up for.
  private var settled: [DomainName: HostLookUp] = [:]

  /// Names of servers that are looked up for the sake of each other.
  static let maximumDepth = 8
  /// Referrals that are followed for one domain.
  static let maximumSteps = 100
  /// Servers of one zone that are asked before it is given up, so many at a time.
  private static let maximumServers = 6
  private static let width = 2
  /// Names of servers of one zone that are looked up.
  static let maximumHosts = 20

  /// Nil where the root can't be asked.
  init?(from vantage: Vantage, by known: KnownReplies) {
    guard case .clear(let roots, let start) = vantage.state else { return nil }
    self.vantage = vantage
    self.roots = roots
    self.start = start
    self.known = known
  }

  /// What a walk is under way for.
  private struct Purpose {
    /// Zones whose servers are looked for, the first one first.
    var zones: [DomainName] = []
    var depth = 0

    func within(_ zone: DomainName) -> Purpose { Purpose(zones: zones + [zone], depth: depth + 1) }
  }

  /// Walks to the zone that holds `question`'s name, or to where nothing leads on.
  func walk(to question: Question) throws(MissingReplies) -> Delegation {
    try walk(to: question, for: Purpose())
  }

  private func walk(to question: Question, for purpose: Purpose) throws(MissingReplies) -> Delegation {
    var cut = start
    var parent: ZoneCut?
    var path = [cut.zone]
    while true {
      func delegation(_ reply: ServerReply?, _ refusals: [ServerReply] = [], _ obstacle: WalkObstacle? = nil)
        -> Delegation
      {
        Delegation(
          zone: cut.zone, parent: parent, cut: cut, path: path, reply: reply, obstacle: obstacle,
          refusals: refusals)
      }
      steps += 1
      guard steps <= Self.maximumSteps, purpose.depth <= Self.maximumDepth else {
        return delegation(nil, [], .tooLong)
      }
      let servers: [ServerAddress]
      switch try self.servers(of: cut, for: purpose) {
      case .success(let found): servers = found
      case .failure(let obstacle): return delegation(nil, [], obstacle)
      }
      switch try hear(question, from: servers, of: cut) {
      case .referral(let next):
        parent = cut
        cut = next
        path.append(next.zone)
      case .authority(let reply):
        guard let zone = reply.speakingZone, zone.isBelow(cut.zone) else { return delegation(reply) }
        // The server holds the zone below as well, and answers at once.
        return Delegation(zone: zone, parent: cut, cut: nil, path: path + [zone], reply: reply)
      case .nobody(let replies):
        return delegation(nil, replies)
      }
    }
  }

  private enum Hearing {
    case authority(ServerReply)
    case referral(ZoneCut)
    case nobody([ServerReply])
  }

  /// Asks the servers of `cut`, a few at a time, until one leads on.
  private func hear(
    _ question: Question, from servers: [ServerAddress], of cut: ZoneCut
  ) throws(MissingReplies) -> Hearing {
    // The root knows top-level domains: who asks for no more can use the reply for the next domain, too.
    let top = Question(question.name.suffix(1), .ns)
    if cut.zone.isRoot, top.name != question.name,
      case .referral(let next) = try hearExactly(top, from: servers, of: cut)
    {
      return .referral(next)
    }
    return try hearExactly(question, from: servers, of: cut)
  }

  private func hearExactly(
    _ question: Question, from servers: [ServerAddress], of cut: ZoneCut
  ) throws(MissingReplies) -> Hearing {
    var heard: [ServerReply] = []
    var rest = servers.prefix(Self.maximumServers)
    while !rest.isEmpty {
      let replies = try known.each(rest.prefix(Self.width)) { server throws(MissingReplies) in
        try known.plainWhereRefused(ServerQuery(server: server, question: question))
      }
      for reply in replies {
        switch ServerStatement(reply, of: cut.zone) {
        case .authority: return .authority(reply)
        case .referral(let next): return .referral(next)
        case .lame, .silent: heard.append(reply)
        }
      }
      rest = rest.dropFirst(Self.width)
    }
    return .nobody(heard)
  }

  /// Addresses at which the servers of `cut` can be asked, IPv4 first: those that came along, else those of the first name that
  /// has any.
  private func servers(
    of cut: ZoneCut, for purpose: Purpose
  ) throws(MissingReplies) -> Result<[ServerAddress], WalkObstacle> {
    let glue = cut.hosts.flatMap { cut.glue[$0] ?? [] }
    if let servers = reachable(glue) { return .success(servers) }
    if let index = purpose.zones.firstIndex(of: cut.zone) {
      return .failure(.cyclic(Array(purpose.zones[index...])))
    }
    var obstacle = glue.isEmpty ? WalkObstacle.withoutAddresses : .unreachableAddresses
    for host in cut.hosts.prefix(Self.maximumHosts) where !host.isAtOrBelow(cut.zone) {
      switch try lookUp(host, for: purpose.within(cut.zone)) {
      case .found(let addresses):
        if let servers = reachable(addresses) { return .success(servers) }
        if !addresses.isEmpty { obstacle = .unreachableAddresses }
      case .obstructed(let reason): obstacle = reason
      case .alias, .failed: break
      }
    }
    return .failure(obstacle)
  }

  /// Addresses of the servers of `cut`; empty where none of them can be asked.
  func servers(of cut: ZoneCut) throws(MissingReplies) -> [ServerAddress] {
    switch try servers(of: cut, for: Purpose()) {
    case .success(let servers): servers
    case .failure: []
    }
  }

  /// Where to ask a server that has `address`; nil where that is of no use from here.
  func server(at address: IPAddress) -> ServerAddress? {
    vantage.reaches(address) ? roots.server(address) : nil
  }

  private func reachable(_ addresses: [IPAddress]) -> [ServerAddress]? {
    let usable = addresses.filter(vantage.reaches)
    guard !usable.isEmpty else { return nil }
    return (usable.filter(\.isIPv4) + usable.filter { !$0.isIPv4 }).uniqued.map(roots.server)
  }

  /// The addresses of `host`, a server of `zone` which they are looked up for.
  func lookUp(_ host: DomainName, serving zone: DomainName) throws(MissingReplies) -> HostLookUp {
    try lookUp(host, for: Purpose(zones: [zone], depth: 1))
  }

  private func lookUp(_ host: DomainName, for purpose: Purpose) throws(MissingReplies) -> HostLookUp {
    if let known = settled[host] { return known }
    let delegation = try walk(to: Question(host, .a), for: purpose)
    guard let reply = delegation.reply else {
      if let obstacle = delegation.obstacle { return .obstructed(obstacle) }
      return .failed(delegation.failure ?? Failure(kind: .noServer))
    }
    let found: HostLookUp
    if let target = reply.alias {
      found = .alias(target)
    } else {
      let more = try known.reply(
        to: ServerQuery(server: reply.query.server, question: Question(host, .aaaa)))
      let addresses = (reply.records + more.records).compactMap(\.data.address).uniqued
      if addresses.isEmpty, let failure = more.failure {
        found = .failed(failure)
      } else {
        found = .found(addresses)
      }
    }
    settled[host] = found
    return found
  }
}

extension KnownReplies {
  /// The reply; where the server stumbles over EDNS, that to the same without (RFC 6891 §7).
  func plainWhereRefused(_ query: ServerQuery) throws(MissingReplies) -> ServerReply {
    let reply = try reply(to: query)
    guard query.form != .plain, reply.message?.rejectsEDNS == true else { return reply }
    var plain = query
    plain.form = .plain
    return try self.reply(to: plain)
  }
}
