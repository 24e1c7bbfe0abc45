/// Records of a domain that authenticate its mail and that caches keep for less than an hour: Exchange Online then
/// fails now and then to have them in time, and says `temperror` (docs/receivers.md).
enum ShortTimesToLive {
  /// Seconds that Microsoft asks for at least.
  static let minimum: UInt32 = 3600

  struct Entry: Hashable, Sendable {
    let name: DomainName
    /// Seconds.
    let timeToLive: UInt32
  }
}

extension DomainFacts {
  /// The SPF, DKIM and DMARC records, and CNAMEs on the way to them, that are the owner's to change and too short-lived, in
  /// the order of their names.
  ///
  /// Only answers from a zone itself count: a cache counts down, and what is left tells nothing of what is published.
  var shortTimesToLive: [ShortTimesToLive.Entry] {
    var shortest: [DomainName: UInt32] = [:]
    func note(_ name: DomainName, _ timeToLive: UInt32) {
      guard timeToLive < ShortTimesToLive.minimum, isOwners(name) else { return }
      shortest[name] = min(timeToLive, shortest[name] ?? timeToLive)
    }
    for answer in authenticationAnswers {
      for alias in answer.aliases { note(alias.owner, alias.timeToLive) }
      for record in answer.records { note(record.owner, record.timeToLive) }
    }
    return shortest.map { ShortTimesToLive.Entry(name: $0.key, timeToLive: $0.value) }
      .sorted { $0.name < $1.name }
  }

  /// Those that a zone itself gave.
  private var authenticationAnswers: [Answer] {
    var answers: [Answer] = []
    func note(_ answer: Answer) {
      if answer.origin.isAuthoritative { answers.append(answer) }
    }
    if let publications = spf?.facts.publications.values {
      for publication in publications where publication.record != nil { note(publication.answer) }
    }
    for selector in dkim?.published ?? [] { note(selector.answer) }
    if let policy = dmarc?.discovery.policyRecord.value, policy != nil, let answer = dmarc?.decisiveAnswer {
      note(answer)
    }
    return answers
  }

  private func isOwners(_ name: DomainName) -> Bool {
    if name.isAtOrBelow(domain.name) { return true }
    guard case .domain(let home) = organization else { return false }
    return name.isAtOrBelow(home)
  }
}
