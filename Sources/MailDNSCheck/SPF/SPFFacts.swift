/// Everything that a domain's SPF record leads to: the records of all names included, and whether the other names
/// that it looks up are there (RFC 7208 §4.6.4).
struct SPFFacts: Sendable {
  let domain: DomainName
  /// The domain's own publication and those of every include and redirect, each name once.
  let publications: [DomainName: SPFPublication]
  /// What `a`, `mx` and `exists` terms look up.
  let lookups: [Question: Answer]
  /// What is at the domain under type 99, which nobody asks for any more (§3.1); nil where that was not looked at.
  var obsoleteType: Answer?
  /// Whether there was more than one of the limits below allows.
  let isCutShort: Bool

  /// Far beyond what a receiver would ask, which gives up after ten terms.
  static let maximumQuestions = 400
  /// Records that lead to each other, one behind the other: each takes as long as an answer does.
  static let maximumDepth = 30
  /// Terms of all records together.
  static let maximumTerms = 20_000

  /// Asks for the domain's record, then for all that it names, a level of the tree at a time.
  ///
  /// `inDepth` is for whoever looks at SPF alone: it also asks for what has no effect on the result.
  static func gather(_ domain: DomainName, inDepth: Bool = false, from resolver: any Resolver) async
    -> SPFFacts
  {
    async let obsoleteType = inDepth ? await resolver.answer(to: Question(domain, .spf)) : nil
    var publications: [DomainName: SPFPublication] = [:]
    var lookups: [Question: Answer] = [:]
    var isCutShort = false
    var depth = 0
    var terms = 0
    var pending = [Question(domain, .txt)]
    while !pending.isEmpty, !isCutShort {
      let answers = await resolver.answers(to: pending)
      var references: [SPFReference] = []
      var hosts: [DomainName] = []
      for answer in answers {
        let name = answer.question.name
        if answer.question.type == .txt {
          let publication = SPFPublication(name, answer)
          terms += publication.record?.terms.count ?? 0
          if terms > maximumTerms {
            isCutShort = true
            break
          }
          publications[name] = publication
          references += publication.references
        } else {
          lookups[answer.question] = answer
          // Beyond the limit a receiver gives up before it asks for any.
          if answer.records.count <= SPFEvaluator.maximumExchanges { hosts += answer.exchanges }
        }
      }
      var next = Set<Question>()
      let addresses = hosts.flatMap { [Question($0, .a), Question($0, .aaaa)] }
      for question in references.flatMap(\.questions) + addresses {
        let isKnown = question.type == .txt ? publications[question.name] != nil : lookups[question] != nil
        if !isKnown { next.insert(question) }
      }
      pending = Array(next).sorted { ($0.name, $0.type.rawValue) < ($1.name, $1.type.rawValue) }
      depth += 1
      if publications.count + lookups.count + pending.count > maximumQuestions
        || depth >= maximumDepth && !pending.isEmpty
      {
        isCutShort = true
      }
    }
    return await SPFFacts(
      domain: domain, publications: publications, lookups: lookups, obsoleteType: obsoleteType,
      isCutShort: isCutShort)
  }
}

extension SPFReference {
  /// What has to be asked to know where the reference leads, and whether its look-up comes back void.
  fileprivate var questions: [Question] {
    guard let name else { return [] }
    return switch kind {
    case .include, .redirect: [Question(name, .txt)]
    case .a: [Question(name, .a), Question(name, .aaaa)]
    case .mx: [Question(name, .mx)]
    case .exists: [Question(name, .a)]
    case .ptr: []
    }
  }
}
