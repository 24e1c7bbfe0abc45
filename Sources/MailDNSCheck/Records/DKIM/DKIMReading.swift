/// Takes the DKIM keys of one domain from the answers, selector by selector.
struct DKIMReading: Sendable {
  private typealias Asked = (selector: DKIMSelector, question: Question)

  private let domain: DomainName
  private let plan: DKIMFacts.Plan
  private let namespace: Question
  private let randomSelector: Question
  private let randomSibling: Question
  private let first: [Asked]
  /// All that is asked in any case.
  private let firstQuestions: [Question]
  /// What is asked below a name that is denied, and what where there may be anything; nil until it is known which.
  private var hints: [Asked]?
  private var others: [Asked]?
  /// What is used in turn with selectors at which there is something.
  private var seconds: [Asked]?

  /// Nil where the domain is too long to have any selector.
  init?(_ domain: DomainName, _ plan: DKIMFacts.Plan) {
    guard let name = try? DKIMSelector.namespace(of: domain),
      let selector = try? name.prepending(label: RandomLabel.ofRun.utf8),
      let sibling = try? domain.prepending(label: RandomLabel.ofRun.utf8)
    else { return nil }
    self.domain = domain
    self.plan = plan
    namespace = Question(name, .txt)
    randomSelector = Question(selector, .txt)
    randomSibling = Question(sibling, .txt)
    first = Self.asked(plan.first, domain)
    firstQuestions =
      [namespace, randomSelector, randomSibling, Question(domain, .mx), Question(domain, .txt)]
      + first.map(\.question)
  }

  mutating func read(from known: KnownAnswers) throws(MissingAnswers) -> DKIMFacts {
    try known.require(firstQuestions)
    let namespace = try known.answer(to: namespace)
    let randomSelector = try known.answer(to: randomSelector)
    var answers = try answers(to: first, known)
    let (mxAnswer, textAnswer) = (
      try known.answer(to: Question(domain, .mx)), try known.answer(to: Question(domain, .txt))
    )
    func likely() -> [DKIMSelector] { plan.likely(mxAnswer, textAnswer) }
    func isWorthwhile() -> Bool {
      Self.isWorthwhile(toGoOnAfter: namespace, randomSelector, answers)
    }
    if namespace.deniesName, !isWorthwhile() {
      if hints == nil { hints = asked(likely() + plan.whereDenied, besides: answers) }
      answers += try self.answers(to: hints ?? [], known)
    }
    if isWorthwhile() {
      if others == nil {
        // What was asked for where the name is denied does not count.
        let room = plan.others.count { other in !first.contains { $0.selector == other } }
        others = Array(asked(likely() + plan.others, besides: answers).prefix(room))
      }
      answers += try self.answers(to: others ?? [], known)
    }
    if seconds == nil {
      let present = answers.filter { _, answer in
        (!answer.isAbsence || !answer.aliases.isEmpty) && answer.failure == nil
          && !answer.isMadeForAny(like: randomSelector)
      }
      seconds = asked(present.flatMap { plan.inTurn($0.0) }, besides: answers)
    }
    answers += try self.answers(to: seconds ?? [], known)
    let zones = Self.possibleDelegations(below: namespace, answers)
    let delegations = try known.answers(
      to: zones.prefix(DKIMFacts.maximumDelegations).map { Question($0, .ns) })
    return DKIMFacts(
      domain: domain, namespace: namespace, randomSelector: randomSelector,
      randomSibling: try known.answer(to: randomSibling),
      selectors: answers.map { DKIMSelectorAnswer($0.0, $0.1, randomSelector: randomSelector) },
      wildcardKey: DKIMSelectorAnswer(wildcard: randomSelector), named: plan.named,
      delegations: delegations.filter { !$0.records.isEmpty }, possibleDelegations: zones.count)
  }

  /// `candidates` without those that have been asked for, each once.
  private func asked(_ candidates: [DKIMSelector], besides answers: [(DKIMSelector, Answer)]) -> [Asked] {
    var selectors: [DKIMSelector] = []
    // So few that looking through them is quicker than hashing.
    for selector in candidates
    where !selectors.contains(selector) && !answers.contains(where: { $0.0 == selector }) {
      selectors.append(selector)
    }
    return Self.asked(selectors, domain)
  }

  /// A selector that makes the name too long has nothing published at it.
  private static func asked(_ selectors: [DKIMSelector], _ domain: DomainName) -> [Asked] {
    selectors.compactMap { selector in
      (try? selector.name(under: domain)).map { (selector, Question($0, .txt)) }
    }
  }

  private func answers(
    to asked: [Asked], _ known: KnownAnswers
  ) throws(MissingAnswers) -> [(DKIMSelector, Answer)] {
    Array(zip(asked.map(\.selector), try known.answers(to: asked.map(\.question))))
  }

  /// Names below `_domainkey` that may be zones of their own: those that a denial names, and those that a selector of
  /// several labels may lie in.
  private static func possibleDelegations(
    below namespace: Answer, _ answers: [(DKIMSelector, Answer)]
  ) -> [DomainName] {
    let above = namespace.question.name
    let labelCount = above.labelCount
    var zones: [DomainName] = []
    func add(_ zone: DomainName?) {
      if let zone, !zones.contains(zone) { zones.append(zone) }
    }
    func look(at answer: Answer) {
      switch answer.outcome {
      case .noData(let denial), .noSuchName(let denial):
        if let zone = denial.zone, zone.isAtOrBelow(above) { add(zone) }
      case .found, .failed:
        let name = answer.question.name
        guard answer.aliases.isEmpty, name.labelCount > labelCount + 1 else { return }
        add(name.parent)
        add(name)
      }
    }
    look(at: namespace)
    for (_, answer) in answers { look(at: answer) }
    return zones
  }

  /// Whether other selectors may be there: not below a name that does not exist, unless the name server contradicts
  /// itself (what is denied is asked for at the likeliest selectors all the same); and where nothing at all was answered, more questions would only take more time.
  private static func isWorthwhile(
    toGoOnAfter namespace: Answer, _ randomSelector: Answer, _ answers: [(DKIMSelector, Answer)]
  ) -> Bool {
    func isAnyBelow(_ isFit: (Answer) -> Bool) -> Bool {
      isFit(randomSelector) || answers.contains { isFit($0.1) }
    }
    if namespace.deniesName { return isAnyBelow { !$0.isAbsence || !$0.aliases.isEmpty } }
    return namespace.failure == nil || isAnyBelow { $0.failure == nil }
  }
}
