import FoundationEssentials

/// The mail records of a domain as the zone's own servers and several resolvers have them.
struct DomainComparison: Sendable {
  let domain: MailDomain
  /// When the last answer had come.
  let time: Date
  /// The zone's own servers that were asked.
  let servers: [ComparedServer]
  let resolvers: [ComparedServer]
  /// MX, and those that anybody has, in the order in which they were asked for.
  let records: [ComparedRecord]
  let outlook: Outlook

  /// `sightings` are all answers of one round.
  init(
    _ domain: MailDomain, at time: Date, servers: [ComparedServer], resolvers: [ComparedServer],
    questions: [Question], own: [Sighting], sightings: [Sighting]
  ) {
    self.domain = domain
    self.time = time
    self.servers = servers
    self.resolvers = resolvers
    let own = Dictionary(grouping: own, by: \.answer.question)
    let seen = Dictionary(grouping: sightings, by: \.answer.question)
    func addresses(of name: DomainName) -> Set<IPv4Address> {
      let question = Question(name, .a)
      let answers = (own[question] ?? []) + (seen[question] ?? [])
      return Set(
        answers.flatMap { $0.answer.records }.compactMap { record in
          if case .a(let address) = record.data { address } else { nil }
        })
    }
    let all = questions.map { question in
      ComparedRecord(
        question, own: own[question] ?? [], resolvers: seen[question] ?? [],
        addresses: question.type == .aaaa ? addresses(of: question.name) : [])
    }
    records = all
    outlook = Outlook(all, at: time)
  }

  /// Ok where all resolvers have what the zone has; a warning where one has something else, or the zone contradicts itself;
  /// unknown where that could not be told.
  var status: Status {
    switch outlook.kind {
    case .agreed: .ok
    case .by, .open(.contradiction), .open(.unbounded): .warning
    case .open(.zoneUnknown), .open(.unheard), .open(.nobody), .open(.noSuchName): .unknown
    }
  }

  /// Resolvers that told nothing at all, each with the first reason.
  var silent: [(server: ComparedServer, failure: Failure)] {
    let entries = records.flatMap(\.entries)
    return resolvers.compactMap { server in
      let own = entries.filter { $0.sighting.server == server }
      let failures = own.compactMap { entry in
        if case .unknown(let failure) = entry.state { failure } else { nil }
      }
      guard failures.count == own.count, let first = failures.first else { return nil }
      return (server, first)
    }
  }

  /// When the last of all that caches have now is past its time; nil where nothing is known of that.
  var lastEnd: Date? { records.flatMap(\.entries).compactMap(\.sighting.end).max() }

  /// Whether nothing more is to be waited for: all that count have what the zone has. Where nobody speaks for the zone, all have
  /// the same, and `seen`, the end of all that caches had when the watch began, is over: then it is what the zone has had since.
  func isSettled(seen: Date?) -> Bool {
    switch outlook.kind {
    case .agreed: true
    case .open(.unheard):
      !records.flatMap(\.entries).contains { if case .unknown = $0.state { true } else { false } }
    case .open(.zoneUnknown): seen.map { time > $0 } ?? false
    case .by, .open(.contradiction), .open(.unbounded), .open(.nobody), .open(.noSuchName): false
    }
  }

  /// When the next of the times that are waited for is up; nil where there is none.
  var nextEnd: Date? { records.flatMap(\.waiting).compactMap(\.state.end).min() }
}
