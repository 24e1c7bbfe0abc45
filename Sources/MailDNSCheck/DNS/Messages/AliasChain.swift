/// What a response says about a question once its CNAME records are followed (RFC 1034 §3.6.2).
enum AliasChain {
  /// A chain longer than this, over all responses of one question, is a failure.
  static let maximumLength = 16

  /// What one response settles.
  enum Step {
    case settled([Answer.Alias], Answer.Outcome)
    /// The chain leads to a name that this response says nothing about: it has to be asked for.
    case unfinished([Answer.Alias])
  }

  /// Reads `message` as the answer to `question`. The server's failures have been dealt with before.
  static func follow(_ question: borrowing Question, in message: borrowing Message) -> Step {
    var aliases: [Answer.Alias] = []
    var name = question.name
    // Most responses deny.
    while !message.answers.isEmpty {
      let records = belonging(to: name, question.type, in: message.answers)
      if !records.isEmpty { return .settled(aliases, .found(records)) }
      guard let alias = message.answers.lazy.compactMap({ $0.alias(of: name) }).first else { break }
      guard aliases.count < maximumLength else {
        return .settled(aliases, .failed(Failure(kind: .aliasChain)))
      }
      aliases.append(alias)
      name = alias.target
    }
    let withholding = message.extendedErrors.filter(\.withholds)
    guard withholding.isEmpty else {
      return .settled(aliases, .failed(Failure(kind: .withheld, extendedErrors: withholding)))
    }
    let denial = denial(of: name, in: message)
    if message.responseCode == .noSuchName { return .settled(aliases, .noSuchName(denial)) }
    if denial.zone != nil { return .settled(aliases, .noData(denial)) }
    if !aliases.isEmpty { return .unfinished(aliases) }
    guard message.answers.isEmpty else {
      return .settled([], .failed(Failure(kind: .malformed(.unrelatedRecords))))
    }
    if message.namesServers, !message.head.isAuthoritative, !message.head.offersRecursion {
      return .settled([], .failed(Failure(kind: .referral)))
    }
    return .settled([], .noData(denial))
  }

  /// Those of `answers` that `name` has of that type; nearly always all.
  private static func belonging(
    to name: DomainName, _ type: RecordType, in answers: [ResourceRecord]
  ) -> [ResourceRecord] {
    func belongs(_ record: ResourceRecord) -> Bool { record.owner == name && record.matches(type) }
    return answers.allSatisfy(belongs) ? answers : answers.filter(belongs)
  }

  /// The SOA record of a negative answer (RFC 2308 §2, §5); one of a zone that does not hold the name denies nothing.
  private static func denial(of name: DomainName, in message: borrowing Message) -> Answer.Denial {
    for denial in message.denials {
      if let zone = denial.zone, name.isAtOrBelow(zone) { return denial }
    }
    return Answer.Denial()
  }
}

extension ResourceRecord {
  fileprivate func matches(_ type: RecordType) -> Bool { self.type == type || type == .any }

  fileprivate func alias(of name: DomainName) -> Answer.Alias? {
    guard owner == name, case .cname(let target) = data else { return nil }
    return Answer.Alias(owner: owner, target: target, timeToLive: timeToLive)
  }
}
