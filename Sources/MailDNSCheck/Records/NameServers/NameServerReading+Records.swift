extension NameServerReading {
  /// MX hosts in the zone whose addresses are compared, and DKIM selectors.
  private static let maximumHosts = 10
  private static let maximumSelectors = 16

  /// The records that mail depends on, as each server that holds the zone has them.
  func records(
    of zone: DomainName, _ servers: [ZoneServer], _ walk: DelegationWalk
  ) throws(MissingReplies) -> [ServerRecords] {
    let holders = servers.compactMap { server -> Holder? in
      guard let serving = server.serving, let address = walk.server(at: server.address) else { return nil }
      return Holder(server: server, address: address, form: serving.stumblesOverEDNS ? .plain : .extended)
    }
    guard !holders.isEmpty else { return [] }
    let names = [Question(domain, .mx), Question(domain, .txt)]
    // Which keys there are, and which hosts, hangs on these.
    let first = try known.each(holders) { holder throws(MissingReplies) in
      try known.replies(to: names.map(holder.query))
    }
    let questions =
      names + [policy].compactMap(\.self) + keys(pointedToBy: first) + addresses(ofHostsIn: zone, first)
    let compared = try known.each(questions) { question throws(MissingReplies) in
      let holdings = try known.each(holders) { holder throws(MissingReplies) in
        let reply = try known.reply(to: holder.query(question))
        return (server: holder.server, holding: ServerRecords.Holding(reply, of: zone))
      }
      return ServerRecords(question: question, holdings: holdings)
    }
    return compared.filter { !$0.isEmpty || $0.question.type == .mx }
  }

  private struct Holder {
    let server: ZoneServer
    let address: ServerAddress
    let form: ServerQuery.Form

    func query(_ question: Question) -> ServerQuery {
      ServerQuery(server: address, question: question, form: form)
    }
  }

  private var policy: Question? {
    (try? DMARCTreeWalk.recordName(of: domain)).map { Question($0, .txt) }
  }

  /// The selectors that the plan knows, and those that MX and TXT of any server point to.
  private func keys(pointedToBy replies: [[ServerReply]]) -> [Question] {
    let likely = replies.flatMap { pair in plan.selectors.likely(pair[0].answer, pair[1].answer) }
    return (plan.selectors.first + likely).uniqued.prefix(Self.maximumSelectors).compactMap { selector in
      (try? selector.name(under: domain)).map { Question($0, .txt) }
    }
  }

  private func addresses(ofHostsIn zone: DomainName, _ replies: [[ServerReply]]) -> [Question] {
    let hosts = replies.flatMap { pair in
      pair[0].records.compactMap { record -> DomainName? in
        if case .mx(_, let host) = record.data, host.isAtOrBelow(zone) { host } else { nil }
      }
    }
    return hosts.uniqued.sorted().prefix(Self.maximumHosts).flatMap(HostAddresses.questions)
  }
}
