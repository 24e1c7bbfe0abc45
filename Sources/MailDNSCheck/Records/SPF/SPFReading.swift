/// Takes a domain's SPF record from the answers, then all that it names, a level of the tree at a time.
struct SPFReading: Sendable {
  private let domain: DomainName
  private let obsoleteType: Question?
  private var publications: [DomainName: SPFPublication] = [:]
  private var lookups: [Question: Answer] = [:]
  private var isCutShort = false
  private var depth = 0
  private var terms = 0
  /// What the level that is to be read next asks for.
  private var pending: [Question]

  /// `inDepth` is for whoever looks at SPF alone: it also asks for what has no effect on the result.
  init(_ domain: DomainName, inDepth: Bool = false) {
    self.domain = domain
    obsoleteType = inDepth ? Question(domain, .spf) : nil
    pending = [Question(domain, .txt)]
  }

  /// Goes on where the last call stopped for want of answers.
  mutating func read(from known: KnownAnswers) throws(MissingAnswers) -> SPFFacts {
    // Of one level alone the answers themselves are missed below.
    if let obsoleteType { try known.require((depth == 0 ? pending : []) + [obsoleteType]) }
    while !pending.isEmpty, !isCutShort { descend(to: try known.answers(to: pending)) }
    var facts = SPFFacts(
      domain: domain, publications: publications, lookups: lookups, isCutShort: isCutShort)
    if let obsoleteType { facts.obsoleteType = try known.answer(to: obsoleteType) }
    return facts
  }

  /// Reads one level, and notes what the next one asks for.
  private mutating func descend(to answers: [Answer]) {
    var next: [Question] = []
    for answer in answers {
      if answer.question.type == .txt {
        let publication = SPFPublication(answer.question.name, answer)
        terms += publication.record?.terms.count ?? 0
        guard terms <= SPFFacts.maximumTerms else {
          isCutShort = true
          break
        }
        publications[answer.question.name] = publication
        for reference in publication.references { next += reference.questions }
      } else {
        lookups[answer.question] = answer
        // Beyond the limit a receiver gives up before it asks for any.
        guard answer.records.count <= SPFEvaluator.maximumExchanges else { continue }
        for host in answer.exchanges { next += HostAddresses.questions(host) }
      }
    }
    pending = next.filter { question in
      question.type == .txt ? publications[question.name] == nil : lookups[question] == nil
    }
    if pending.count > 1 {
      pending = pending.uniqued.sorted { ($0.name, $0.type.rawValue) < ($1.name, $1.type.rawValue) }
    }
    depth += 1
    if publications.count + lookups.count + pending.count > SPFFacts.maximumQuestions
      || depth >= SPFFacts.maximumDepth && !pending.isEmpty
    {
      isCutShort = true
    }
  }
}

extension SPFReference {
  /// What has to be asked to know where the reference leads, and whether its look-up comes back void.
  fileprivate var questions: [Question] {
    guard let name else { return [] }
    return switch kind {
    case .include, .redirect: [Question(name, .txt)]
    case .a: HostAddresses.questions(name)
    case .mx: [Question(name, .mx)]
    case .exists: [Question(name, .a)]
    case .ptr: []
    }
  }
}
