/// How long caches may keep what is at a name today, records or their absence.
struct RecordLifetime: Hashable, Sendable {
  let question: Question
  /// Seconds.
  let seconds: UInt32
  /// Whether nobody who holds the zone has said so: a cache only shows what is left.
  let isAssumed: Bool

  /// Seconds that are taken for what is not known: few records live longer.
  static let assumption: UInt32 = 86_400
}

/// The TTLs of a domain's records as its zone has them.
struct RecordLifetimes: Sendable {
  private var seconds: [Question: UInt32] = [:]

  /// Takes what comes from a zone itself, a file or a server that holds it; of what a cache says nothing is taken.
  init(_ answers: [Answer]) { add(answers) }

  mutating func add(_ answers: [Answer]) {
    for answer in answers where answer.isFromZone {
      if let lifetime = answer.ownTimeToLive { seconds[answer.question] = lifetime }
    }
  }

  subscript(_ owner: DomainName, _ type: RecordType) -> RecordLifetime {
    // Where a CNAME is, every type of the name is kept as long as that.
    let question = Question(owner, type)
    let known = seconds[question] ?? (type == .cname ? seconds[Question(owner, .txt)] : nil)
    return RecordLifetime(
      question: question, seconds: known ?? RecordLifetime.assumption, isAssumed: known == nil)
  }

  func isKnown(_ question: Question) -> Bool { seconds[question] != nil }
}

extension Answer {
  /// Whether somebody who holds the zone has said it.
  fileprivate var isFromZone: Bool {
    switch origin.source {
    case .zoneFile: true
    case .server: origin.isAuthoritative
    case .nowhere: false
    }
  }
}
