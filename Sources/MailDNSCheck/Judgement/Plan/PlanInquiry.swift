/// Asks what a plan goes by besides the check: TTLs of the name servers that hold the zone, since a cache shows only what is
/// left of them, and what senders go by when they use TLS.
struct PlanInquiry: Sendable {
  let resolver: any Resolver
  /// Makes a resolver that asks those servers and no others; nil where nobody may be asked.
  var authority: (@Sendable ([ServerAddress]) -> (any Resolver)?)?

  /// Servers of a zone that are asked at most.
  static let maximumServers = 6

  func evidence(for report: DomainReport) async -> PlanEvidence {
    var evidence = PlanEvidence(lifetimes: RecordLifetimes(report.work.answers))
    let domain = report.domain.name
    let policy = (try? MTASTSRecord.name(of: domain)).map { Question($0, .txt) }
    let hosts = report.facts.mx.exchanges.map(\.host).filter { $0.isAtOrBelow(domain) && !$0.isRoot }
    let keys = hosts.prefix(Self.maximumServers).compactMap { host in
      (try? TLSARecord.name(of: host)).map { Question($0, .tlsa) }
    }
    let answers = await resolver.answers(to: [policy].compactMap(\.self) + keys)
    evidence.transportPolicy = answers.first { $0.question == policy }
    evidence.transportKeys = answers.filter { $0.question.type == .tlsa }
    evidence.lifetimes.add(answers)
    // Not all of it was asked in the check; a zone file knows.
    let asked = questions(domain, policy, report)
    evidence.lifetimes.add(await resolver.answers(to: asked.filter { !evidence.lifetimes.isKnown($0) }))
    let open = asked.filter { !evidence.lifetimes.isKnown($0) }
    if !open.isEmpty { evidence.lifetimes.add(await ask(open, at: domain)) }
    return evidence
  }

  /// What a plan may change.
  private func questions(_ domain: DomainName, _ policy: Question?, _ report: DomainReport) -> [Question] {
    let selectors = DKIMSelectorPair.office365.names + DKIMSelectorPair.secureMX.names
    let keys = selectors.compactMap { selector in
      (try? DKIMSelector(parsing: selector).name(under: domain)).map { Question($0, .txt) }
    }
    let autodiscover = (report.facts.tenant?.autodiscover?.question).map { [$0] } ?? []
    return
      ([Question(domain, .mx), Question(domain, .txt)] + keys + autodiscover + [policy].compactMap(\.self))
      .uniqued
  }

  /// The answers of the servers that hold the zone of `domain`; none where they can't be found.
  private func ask(_ questions: [Question], at domain: DomainName) async -> [Answer] {
    guard let authority else { return [] }
    let servers = await self.servers(of: domain)
    guard !servers.isEmpty, let resolver = authority(servers) else { return [] }
    return await resolver.answers(to: questions)
  }

  private func servers(of domain: DomainName) async -> [ServerAddress] {
    var names = await resolver.answer(to: Question(domain, .ns))
    // The domain may be in a zone that begins above it.
    if case .noData(let denial) = names.outcome, let zone = denial.zone, domain.isBelow(zone), !zone.isRoot {
      names = await resolver.answer(to: Question(zone, .ns))
    }
    let hosts = names.records.compactMap { record in
      if case .ns(let host) = record.data { host } else { nil }
    }.sorted().prefix(Self.maximumServers)
    let found = await resolver.answers(to: hosts.flatMap(HostAddresses.questions))
    // IPv4 first: not every network has the other.
    let addresses = [RecordType.a, .aaaa].flatMap { type in
      found.filter { $0.question.type == type }.flatMap(\.records)
    }.compactMap(\.data.address)
    return addresses.uniqued.prefix(Self.maximumServers).map {
      ServerAddress(address: $0, port: ServerAddress.defaultPort)
    }
  }
}
