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
    for answer in authenticationAnswers where answer.origin.isAuthoritative {
      let aliases = answer.aliases.map { ($0.owner, $0.timeToLive) }
      let records = answer.records.map { ($0.owner, $0.timeToLive) }
      for (name, timeToLive) in aliases + records
      where timeToLive < ShortTimesToLive.minimum && isOwners(name) {
        shortest[name] = min(timeToLive, shortest[name] ?? timeToLive)
      }
    }
    return shortest.map { ShortTimesToLive.Entry(name: $0.key, timeToLive: $0.value) }
      .sorted { $0.name < $1.name }
  }

  private var authenticationAnswers: [Answer] {
    let senders = spf?.facts.publications.values.filter { $0.record != nil }.map(\.answer) ?? []
    let keys = dkim?.published.map(\.answer) ?? []
    let policy = dmarc?.discovery.policyRecord.value.flatMap { $0 == nil ? nil : dmarc?.decisiveAnswer }
    return senders + keys + [policy].compactMap(\.self)
  }

  private func isOwners(_ name: DomainName) -> Bool {
    if name.isAtOrBelow(domain.name) { return true }
    guard case .domain(let home) = organization else { return false }
    return name.isAtOrBelow(home)
  }
}
