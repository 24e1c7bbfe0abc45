/// Reads what there is to know of a domain's name servers out of the replies that are there. A pure function of them: throws
/// what is missing, and is begun anew when that has come.
struct NameServerReading {
  let domain: DomainName
  let plan: NameServerPlan
  let known: KnownReplies

  /// Servers of a zone that are looked at; servers of the zone above that are asked.
  static let maximumServers = 20
  private static let maximumParents = 13

  func read() throws(MissingReplies) -> NameServerFacts {
    let vantage = try Vantage.gather(plan.roots, from: known)
    switch vantage.state {
    case .intercepted(let interception): return facts(.intercepted(interception))
    case .unreachable(let failure): return facts(.unreachable(failure))
    case .clear: break
    }
    guard let walk = DelegationWalk(from: vantage, by: known) else {
      return facts(.unreachable(Failure(kind: .noServer)))
    }
    let delegation = try walk.walk(to: Question(domain, .soa))
    if let message = delegation.reply?.message, message.responseCode == .noSuchName, message.answers.isEmpty {
      return facts(.denied(by: delegation.zone))
    }
    // Where the servers of a top-level domain say nothing, that is no fault of the domain's.
    if delegation.reply == nil, delegation.zone != domain, delegation.zone.labelCount < 2 {
      if let obstacle = delegation.obstacle {
        return facts(.obstructed(above: delegation.zone, obstacle))
      }
      return facts(.stuck(above: delegation.zone, delegation.failure ?? Failure(kind: .noServer)))
    }
    return facts(.served(try zone(delegation, walk)))
  }

  private func facts(_ state: NameServerFacts.State) -> NameServerFacts {
    NameServerFacts(domain: domain, moment: plan.now, state: state)
  }

  private func zone(
    _ delegation: Delegation, _ walk: DelegationWalk
  ) throws(MissingReplies) -> ServedZone {
    let name = delegation.zone
    let parents = try delegation.parent.map { cut throws(MissingReplies) in try walk.servers(of: cut) } ?? []
    let referrals = try referrals(to: name, from: delegation.parent?.zone, parents)
    let referred = referrals.map(\.cut) + [delegation.cut].compactMap(\.self)
    var glue: [DomainName: [IPAddress]] = [:]
    for (host, addresses) in referred.flatMap(\.glue) {
      glue[host] = ((glue[host] ?? []) + addresses).uniqued
    }
    let signers = try delegationSigners(of: name, parents)
    var hosts = try look(for: referred.flatMap(\.hosts).uniqued, of: name, glue, walk)
    var servers = try examine(hosts, of: name, signers, walk)
    // Where nobody refers to them, those that answer name the others.
    let answering = servers.filter { $0.serving != nil }.compactMap { walk.server(at: $0.address) }
    let reporters = answering.isEmpty ? [delegation.reply?.query.server].compactMap(\.self) : answering
    let added = try namesAtApex(of: name, reporters).filter { name in !hosts.contains { $0.name == name } }
    hosts += try look(for: added, of: name, glue, walk)
    hosts = try withOwnAddresses(hosts, of: name, reporters)
    servers = try examine(hosts, of: name, signers, walk)
    return ServedZone(
      name: name, path: delegation.path, obstacle: delegation.obstacle, referrals: referrals,
      hosts: hosts.sorted { $0.name < $1.name }, servers: servers,
      records: try records(of: name, servers, walk), signers: signers?.answer)
  }

  private func referrals(
    to zone: DomainName, from parent: DomainName?, _ servers: [ServerAddress]
  ) throws(MissingReplies) -> [ZoneReferral] {
    guard let parent else { return [] }
    let replies = try known.each(servers.prefix(Self.maximumParents)) { server throws(MissingReplies) in
      try known.plainWhereRefused(ServerQuery(server: server, question: Question(zone, .ns)))
    }
    return replies.compactMap { reply in
      guard case .referral(let cut) = ServerStatement(reply, of: parent), cut.zone == zone else { return nil }
      return ZoneReferral(server: reply.query.server, cut: cut)
    }
  }

  /// DS, which the zone above holds (RFC 4035 §3.1.4.1); nil where nobody there answers.
  private func delegationSigners(
    of zone: DomainName, _ parents: [ServerAddress]
  ) throws(MissingReplies) -> ServerReply? {
    var rest = parents.prefix(4)
    while let server = rest.popFirst() {
      let reply = try known.plainWhereRefused(
        ServerQuery(server: server, question: Question(zone, .ds)))
      // A server that holds the zone as well may answer for that one.
      guard ServerStatement(reply, of: zone).isAuthority, reply.speakingZone != zone || !reply.records.isEmpty
      else { continue }
      return reply
    }
    return nil
  }

  /// What the names lead to: by glue, or where that is missing and need not be there, by a walk of its own.
  private func look(
    for names: [DomainName], of zone: DomainName, _ glue: [DomainName: [IPAddress]], _ walk: DelegationWalk
  ) throws(MissingReplies) -> [ServedHost] {
    try known.each(names.prefix(DelegationWalk.maximumHosts)) { name throws(MissingReplies) in
      let given = glue[name] ?? []
      let needsGlue = name.isAtOrBelow(zone)
      let lookUp = given.isEmpty && !needsGlue ? try walk.lookUp(name, serving: zone) : nil
      return ServedHost(name: name, glue: given, needsGlue: needsGlue, lookUp: lookUp)
    }
  }

  /// NS at the zone's own name, of all `servers`.
  private func namesAtApex(
    of zone: DomainName, _ servers: [ServerAddress]
  ) throws(MissingReplies) -> [DomainName] {
    let replies = try known.each(servers) { server throws(MissingReplies) in
      try known.plainWhereRefused(ServerQuery(server: server, question: Question(zone, .ns)))
    }
    return replies.filter { ServerStatement($0, of: zone).isAuthority }
      .flatMap { $0.records.compactMap(\.data.nameServer) }.uniqued.sorted()
  }

  /// The same with what the zone itself says of names inside it.
  private func withOwnAddresses(
    _ hosts: [ServedHost], of zone: DomainName, _ reporters: [ServerAddress]
  ) throws(MissingReplies) -> [ServedHost] {
    guard let reporter = reporters.first else { return hosts }
    return try known.each(hosts) { host throws(MissingReplies) in
      guard host.needsGlue else { return host }
      let replies = try known.replies(
        to: [RecordType.a, .aaaa].map {
          ServerQuery(server: reporter, question: Question(host.name, $0))
        })
      var host = host
      // Below a further cut the server knows no more than the glue.
      guard replies.allSatisfy({ ServerStatement($0, of: zone).isAuthority }) else { return host }
      host.own =
        replies.lazy.compactMap(\.alias).first.map(HostLookUp.alias)
        ?? .found(replies.flatMap { $0.records.compactMap(\.data.address) })
      return host
    }
  }
}
