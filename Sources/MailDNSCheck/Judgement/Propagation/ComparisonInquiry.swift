import FoundationEssentials

/// Asks several resolvers, and the zone's own servers, for the mail records of a domain.
struct ComparisonInquiry: Sendable {
  /// A server, and what asks it and no other.
  struct Source: Sendable {
    let server: ComparedServer
    let resolver: any Resolver
  }

  /// In the order in which they are shown; at least one.
  let resolvers: [Source]
  /// Makes a resolver that asks that server and no other, with little patience.
  let authority: @Sendable (ServerAddress) -> any Resolver
  /// Of the zone's own servers.
  var port = ServerAddress.defaultPort
  /// Named by the user: asked for everywhere.
  var selectors: [DKIMSelector] = []
  /// Those that are asked of one of the zone's own servers first: a resolver would keep for a while that there is nothing.
  var candidates: [DKIMSelector] = []
  /// The time of day.
  var now: @Sendable () -> Date = { .now }

  /// Servers of a zone that are asked at most.
  static let maximumServers = 8
  /// Of the domain's own MX hosts, so many are looked at.
  static let maximumHosts = 10
  /// Ends of aliases that are looked at.
  static let maximumTargets = 12
  /// Selectors besides those that were named.
  static let maximumSelectors = 12

  /// What is known of a domain before the first round.
  struct Survey: Sendable {
    let domain: MailDomain
    let servers: [Source]
    let selectors: [DKIMSelector]
  }

  /// Finds the zone's own servers, and the selectors at which they have something.
  func survey(_ domain: MailDomain) async -> Survey {
    let servers = await servers(of: domain.name)
    return Survey(
      domain: domain, servers: servers,
      selectors: (selectors + (await present(at: domain.name, servers))).uniqued)
  }

  /// One round: all questions to all of them, at once.
  func look(_ survey: Survey) async -> DomainComparison {
    let domain = survey.domain.name
    var base = Self.questions(domain, survey.selectors)
    let sources = survey.servers + resolvers
    var sightings = await ask(base, sources)
    let zone = Set(survey.servers.map(\.server))
    let targets = Self.targets(of: sightings.filter { zone.contains($0.server) }.map(\.answer), besides: base)
    if !targets.isEmpty { sightings += await ask(targets, sources) }
    base += targets
    let exchanges = sightings.filter { $0.answer.question.type == .mx }
    // Hosts that the zone no longer names have no part in what is new.
    let held = exchanges.filter { zone.contains($0.server) && $0.answer.isOfZone }
    let hosts = Self.hosts(of: domain, in: (held.isEmpty ? exchanges : held).map(\.answer))
    let addresses = hosts.flatMap(HostAddresses.questions)
    if !addresses.isEmpty { sightings += await ask(addresses, sources, after: sightings) }
    let own = sightings.filter { zone.contains($0.server) }
    let seen = sightings.filter { !zone.contains($0.server) }
    let questions = (base + addresses).filter {
      $0.type == .mx || Self.isWorthTelling($0, own: own, seen: seen)
    }
    return DomainComparison(
      survey.domain, at: now(), servers: survey.servers.map(\.server), resolvers: resolvers.map(\.server),
      questions: questions, own: own, sightings: seen)
  }

  /// NS belongs to it: a resolver that still has the old ones gets the old records anew.
  private static func questions(_ domain: DomainName, _ selectors: [DKIMSelector]) -> [Question] {
    let policy = (try? domain.prepending(label: "_dmarc".utf8)).map { Question($0, .txt) }
    return [Question(domain, .mx), Question(domain, .txt)] + [policy].compactMap(\.self)
      + selectors.compactMap { selector in
        (try? selector.name(under: domain)).map { Question($0, .txt) }
      } + [Question(domain, .ns)]
  }

  /// What is asked at the ends of aliases that the zone's own servers hold as well: a change may be there.
  private static func targets(of answers: [Answer], besides asked: [Question]) -> [Question] {
    let targets = answers.compactMap { answer -> Question? in
      guard answer.isOfZone, !answer.records.isEmpty, let target = answer.aliases.last?.target else {
        return nil
      }
      return Question(target, answer.question.type)
    }
    return Array(targets.uniqued.filter { !asked.contains($0) }.prefix(maximumTargets))
  }

  /// Whether anybody has something there, or one could not tell who told other things.
  private static func isWorthTelling(_ question: Question, own: [Sighting], seen: [Sighting]) -> Bool {
    let told = Set(seen.filter { $0.set != nil }.map(\.server))
    let here = seen.filter { $0.answer.question == question }
    let isOpen = here.contains { $0.set == nil && (told.isEmpty || told.contains($0.server)) }
    return isOpen
      || (own + here).contains { sighting in
        sighting.answer.question == question && sighting.set != nil && sighting.set != .absent
      }
  }

  /// The domain's own MX hosts, by whomever; where nobody has an MX record, the domain itself (RFC 5321 §5.1).
  private static func hosts(of domain: DomainName, in exchanges: [Answer]) -> [DomainName] {
    let hosts = exchanges.flatMap(\.records).compactMap { record in
      if case .mx(_, let host) = record.data { host } else { nil }
    }
    if hosts.isEmpty { return exchanges.allSatisfy { $0.recordSet == .absent } ? [domain] : [] }
    return Array(Set(hosts.filter { $0.isAtOrBelow(domain) }).sorted().prefix(maximumHosts))
  }

  /// - Parameter earlier: What was seen in the same round: who has said nothing to any of it is not waited for again.
  private func ask(
    _ questions: [Question], _ sources: [Source], after earlier: [Sighting] = []
  ) async -> [Sighting] {
    let silences = Self.silences(in: earlier)
    let answered = await withTaskGroup(of: (Int, [Answer]).self) { group in
      for (index, source) in sources.enumerated() {
        if let silence = silences[source.server] {
          group.addTask { (index, questions.map { silence.repeated(for: $0) }) }
        } else {
          group.addTask { (index, await source.resolver.answers(to: questions)) }
        }
      }
      var answered: [(Int, [Answer])] = []
      for await answers in group { answered.append(answers) }
      return answered
    }
    let (day, instant) = (now(), Instant.now)
    return answered.sorted { $0.0 < $1.0 }.flatMap { index, answers in
      answers.map { answer in
        let came = answer.origin.started + answer.origin.duration
        return Sighting(
          server: sources[index].server, answer: answer,
          time: day.addingTimeInterval(-came.duration(to: instant).seconds))
      }
    }
  }

  /// An answer of each server from which no question brought anything in time.
  private static func silences(in sightings: [Sighting]) -> [ComparedServer: Answer] {
    Dictionary(grouping: sightings, by: \.server).compactMapValues { seen in
      seen.allSatisfy { $0.answer.isSilence } ? seen.first?.answer : nil
    }
  }

  /// The servers that any of the resolvers knows the zone by.
  private func servers(of domain: DomainName) async -> [Source] {
    let first = await ask([Question(domain, .ns)], resolvers)
    var answers = first.map(\.answer)
    // The domain may be in a zone that begins above it.
    let zones = answers.compactMap { answer -> DomainName? in
      guard case .noData(let denial) = answer.outcome, let zone = denial.zone, domain.isBelow(zone),
        !zone.isRoot
      else { return nil }
      return zone
    }
    if let zone = zones.first {
      answers = await ask([Question(zone, .ns)], resolvers, after: first).map(\.answer)
    }
    let names = answers.flatMap(\.records).compactMap { record in
      if case .ns(let host) = record.data { host } else { nil }
    }
    let hosts = Set(names).sorted().prefix(Self.maximumServers)
    let found = await ask(hosts.flatMap(HostAddresses.questions), resolvers, after: first)
      .map(\.answer)
    // IPv4 first: not every network has the other. Of each host one address will do.
    var servers: [Source] = []
    for host in hosts {
      let addresses = [RecordType.a, .aaaa].flatMap { type in
        found.filter { $0.question == Question(host, type) }.flatMap(\.records)
      }.compactMap(\.data.address)
      guard let address = addresses.first else { continue }
      let server = ServerAddress(address: address, port: port)
      guard !servers.contains(where: { $0.server.address == server }) else { continue }
      servers.append(
        Source(server: ComparedServer(address: server, name: host), resolver: authority(server)))
    }
    return servers
  }

  /// The selectors at which the first of the zone's servers that answers has something; none where none does.
  private func present(at domain: DomainName, _ servers: [Source]) async -> [DKIMSelector] {
    let questions = candidates.compactMap { selector in
      (try? selector.name(under: domain)).map { (selector, Question($0, .txt)) }
    }
    guard let first = questions.first else { return [] }
    for source in servers {
      guard await source.resolver.answer(to: first.1).isOfZone else { continue }
      let answers = await source.resolver.answers(to: questions.map(\.1))
      let present = zip(questions, answers).filter { $0.1.holdsKey }.map(\.0.0)
      return Array(present.prefix(Self.maximumSelectors))
    }
    return []
  }
}

extension Answer {
  /// Whether there is something that is meant as a DKIM key, or leads to one.
  fileprivate var holdsKey: Bool {
    !aliases.isEmpty || DKIMKeySelection(texts).outcome != .absent
  }

  /// Whether nothing came, as often as it was asked.
  fileprivate var isSilence: Bool { if case .timedOut? = failure?.kind { true } else { false } }

  /// The same for another question that need not be asked.
  fileprivate func repeated(for question: Question) -> Answer {
    Answer(question: question, aliases: [], outcome: outcome, origin: origin)
  }
}
