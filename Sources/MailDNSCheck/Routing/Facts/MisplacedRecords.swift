/// What lies at names that have the domain twice, `_dmarc.example.jp.example.jp`, because the final dot of the owner's name
/// is missing in the zone file. Looked at only where the name itself has nothing, one question each.
struct MisplacedRecords: Sendable {
  /// Nil where there was no need to ask.
  var policy: Answer?
  var key: Answer?

  /// What was meant for `_dmarc`, where no record applies to the domain.
  static func policy(missedBy dmarc: DMARCFacts, from known: KnownAnswers) throws(MissingAnswers) -> Answer? {
    guard dmarc.discovery.policyRecord == .known(nil), let own = dmarc.answers.first, own.isMissing else {
      return nil
    }
    return try doubled(own, dmarc.discovery.authorDomain).map(known.answer)
  }

  /// What was meant for `selector1._domainkey`, where nothing is at any selector.
  static func key(missedBy dkim: DKIMFacts, from known: KnownAnswers) throws(MissingAnswers) -> Answer? {
    let answer = dkim.selectors.first { $0.selector.text == DKIMSelectorPair.office365.first }?.answer
    guard dkim.published.isEmpty, let answer, answer.isMissing else { return nil }
    return try doubled(answer, dkim.domain).map(known.answer)
  }

  private static func doubled(_ answer: Answer, _ domain: DomainName) -> Question? {
    (try? domain.prepending(answer.question.name)).map { Question($0, answer.question.type) }
  }
}

extension Answer {
  fileprivate var isMissing: Bool { isAbsence && aliases.isEmpty }

  /// The record at the question's own name that `isMeant` is true of, a CNAME before any other; nil where there is none, or
  /// where it is no more than `random`, the answer at a name that nobody publishes.
  func ownRecord(beside random: Answer, where isMeant: (RecordData) -> Bool) -> RecordData? {
    if let alias = aliases.first {
      let data = RecordData.cname(alias.target)
      return alias.target != random.aliases.first?.target && isMeant(data) ? data : nil
    }
    return records.lazy.map(\.data).first { data in
      isMeant(data) && !random.records.contains { $0.data == data }
    }
  }
}
