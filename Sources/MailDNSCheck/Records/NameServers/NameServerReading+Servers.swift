extension NameServerReading {
  /// Asks at every address of `hosts`, each once, what there is of the zone.
  func examine(
    _ hosts: [ServedHost], of zone: DomainName, _ signers: ServerReply?, _ walk: DelegationWalk
  ) throws(MissingReplies) -> [ZoneServer] {
    var names: [IPAddress: [DomainName]] = [:]
    var addresses: [IPAddress] = []
    for host in hosts {
      for address in host.addresses {
        if names[address] == nil { addresses.append(address) }
        names[address, default: []].append(host.name)
      }
    }
    return try known.each(addresses.prefix(Self.maximumServers)) { address throws(MissingReplies) in
      ZoneServer(
        hosts: (names[address] ?? []).sorted(), address: address,
        state: try state(at: address, of: zone, signers, walk))
    }
  }

  private func state(
    at address: IPAddress, of zone: DomainName, _ signers: ServerReply?, _ walk: DelegationWalk
  ) throws(MissingReplies) -> ZoneServer.State {
    guard let server = walk.server(at: address) else { return address.isUnreachable ? .unusable : .notAsked }
    let question = Question(zone, .soa)
    let first = try known.reply(to: ServerQuery(server: server, question: question, form: .signed))
    var reply = first
    if first.message?.rejectsEDNS ?? (first.failure?.isSilence == true) {
      reply = try known.reply(to: ServerQuery(server: server, question: question, form: .plain))
    }
    switch ServerStatement(reply, of: zone) {
    case .silent(let failure): return .silent(first.failure ?? failure)
    case .lame(let lameness): return .lame(lameness)
    case .referral(let cut): return .lame(.upwardReferral(cut.zone))
    case .authority: break
    }
    if let speaker = reply.speakingZone, speaker != zone, reply.alias == nil { return .otherZone(speaker) }
    return .serving(try serving(server, reply, stumbles: reply.query != first.query, signers, walk))
  }

  /// What else a server says that holds the zone, as `reply` shows.
  private func serving(
    _ server: ServerAddress, _ reply: ServerReply, stumbles: Bool, _ signers: ServerReply?,
    _ walk: DelegationWalk
  ) throws(MissingReplies) -> ZoneServer.Serving {
    let zone = reply.query.question.name
    let form: ServerQuery.Form = stumbles ? .plain : .extended
    let names = ServerQuery(server: server, question: Question(zone, .ns), form: form)
    let tcp = ServerQuery(server: server, question: reply.query.question, form: form, transport: .tcp)
    let recursion = ServerQuery(server: server, question: Question(.root, .ns), form: .recursive)
    let keys = ServerQuery(server: server, question: Question(zone, .dnskey), form: form)
    let offers = reply.message?.head.offersRecursion == true
    // To whoever knows none of their algorithms the zone is not signed.
    let named = (signers?.records ?? []).compactMap { DelegationSigner($0.data) }.filter(\.isWidelyKnown)
    _ = try known.replies(
      to: [names] + (walk.vantage.usesTCP ? [tcp] : []) + (offers ? [recursion] : [])
        + (named.isEmpty ? [] : [keys]))
    var serving = ZoneServer.Serving()
    serving.alias = reply.alias
    serving.stumblesOverEDNS = stumbles
    for record in reply.message?.answers ?? [] where record.owner == zone {
      if case .soa(let start) = record.data { serving.start = start }
    }
    serving.signature = (reply.message?.answers ?? []).compactMap(RecordSignature.init)
      .filter { $0.owner == zone && $0.covered == .soa }
      .max { $0.secondsLeft(at: plan.now) < $1.secondsLeft(at: plan.now) }
    let apex = try known.reply(to: names)
    if ServerStatement(apex, of: zone).isAuthority {
      serving.hosts = apex.records.compactMap(\.data.nameServer).uniqued.sorted()
    }
    if walk.vantage.usesTCP {
      serving.tcpFailure = try known.reply(to: tcp).failure
      serving.overTCP = serving.tcpFailure.map { _ in false } ?? true
    }
    if offers {
      let reply = try known.reply(to: recursion)
      // A server of the root answers that out of its own zone.
      serving.isOpenResolver = reply.message?.head.isAuthoritative == false && !reply.records.isEmpty
    }
    if !named.isEmpty { serving.keys = ZoneServer.KeyMatch(try known.reply(to: keys), of: zone, named) }
    return serving
  }
}

extension ZoneServer.KeyMatch {
  fileprivate init(_ reply: ServerReply, of zone: DomainName, _ signers: [DelegationSigner]) {
    guard ServerStatement(reply, of: zone).isAuthority else {
      self = .unknown(
        reply.failure ?? reply.refusal ?? Failure(kind: .referral, server: reply.query.server))
      return
    }
    let keys = reply.records.compactMap { ZoneKey($0.data) }
    let isNamed = keys.contains { key in signers.contains(where: key.mayBe) }
    self = isNamed ? .matched : keys.isEmpty ? .noKeys : .unmatched
  }
}
