/// Takes the DKIM keys of one domain from the answers, selector by selector.
struct DKIMReading: Sendable {
  private typealias Asked = (key: DKIMSelector, question: Question)
  private typealias Answered = (key: DKIMSelector, answer: Answer)

  private let domain: DomainName
  private let plan: DKIMFacts.Plan
  private let namespace: Question
  private let randomSelector: Question
  private let randomSibling: Question
  private let apexMX: Question
  private let apexText: Question
  /// How many selectors come first.
  private let firstCount: Int
  private var stage = Stage.first
  /// The selectors of the stage, which are waited for.
  private var asked: [Asked]
  /// What has come of the stages before.
  private var answers: [Answered] = []
  private var zones: [DomainName] = []

  /// What is asked one after the other.
  private enum Stage {
    case first
    /// Below a name that is denied.
    case hints
    /// Where there may be anything.
    case others
    /// What is used in turn with selectors at which there is something.
    case seconds
    /// Zones that selectors may lie in.
    case delegations
  }

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
    apexMX = Question(domain, .mx)
    apexText = Question(domain, .txt)
    asked = Self.asked(plan.first, domain)
    firstCount = asked.count
  }

  mutating func read(from known: KnownAnswers) throws(MissingAnswers) -> DKIMFacts {
    if stage == .first {
      try known.require(
        [namespace, randomSelector, randomSibling, apexMX, apexText] + asked.map(\.question))
    }
    let namespace = try known.answer(to: namespace)
    let randomSelector = try known.answer(to: randomSelector)
    let (mx, text) = (try known.answer(to: apexMX), try known.answer(to: apexText))
    while stage != .delegations {
      answers += try known.answers(to: asked)
      advance(namespace, randomSelector, mx, text)
    }
    let delegations = try known.answers(
      to: zones.prefix(DKIMFacts.maximumDelegations).map { Question($0, .ns) })
    var selectors: [DKIMSelectorAnswer] = []
    selectors.reserveCapacity(answers.count)
    for (selector, answer) in answers {
      selectors.append(DKIMSelectorAnswer(selector, answer, randomSelector: randomSelector))
    }
    return DKIMFacts(
      domain: domain, namespace: namespace, randomSelector: randomSelector,
      randomSibling: try known.answer(to: randomSibling), selectors: selectors,
      wildcardKey: DKIMSelectorAnswer(wildcard: randomSelector), named: plan.named,
      delegations: delegations.filter { !$0.records.isEmpty }, possibleDelegations: zones.count,
      isComplete: plan.isComplete)
  }

  /// Goes on to what is to be asked next, now that all before it is there.
  private mutating func advance(
    _ namespace: Answer, _ randomSelector: Answer, _ mx: Answer, _ text: Answer
  ) {
    func isWorthwhile() -> Bool {
      Self.isWorthwhile(toGoOnAfter: namespace, randomSelector, answers)
    }
    switch stage {
    case .first:
      let isDenied = namespace.deniesName && !isWorthwhile()
      asked = isDenied ? Self.asked(new(plan.likely(mx, text) + plan.whereDenied), domain) : []
      stage = .hints
    case .hints:
      asked = isWorthwhile() ? others(plan.likely(mx, text)) : []
      stage = .others
    case .others:
      let present = answers.filter { _, answer in
        (!answer.isAbsence || !answer.aliases.isEmpty) && answer.failure == nil
          && !answer.isMadeForAny(like: randomSelector)
      }
      asked = Self.asked(new(present.flatMap { plan.inTurn($0.key) }), domain)
      stage = .seconds
    case .seconds, .delegations:
      zones = Self.possibleDelegations(below: namespace, answers)
      stage = .delegations
    }
  }

  /// As many as the plan has: those that are `likely` take the places of the last of them.
  private func others(_ likely: [DKIMSelector]) -> [Asked] {
    let likely = new(likely)
    // The plan's are there once each and not among the first, so that only these few have to be looked through.
    let besides = likely + answers[firstCount...].map(\.key)
    let selectors = likely + plan.others.filter { !besides.contains($0) }
    return Array(Self.asked(selectors, domain).prefix(plan.others.count))
  }

  /// `candidates` without those that have been asked for, each once.
  private func new(_ candidates: [DKIMSelector]) -> [DKIMSelector] {
    candidates.filter { candidate in !answers.contains { $0.key == candidate } }.uniqued
  }

  /// A selector that makes the name too long has nothing published at it.
  private static func asked(_ selectors: [DKIMSelector], _ domain: DomainName) -> [Asked] {
    selectors.compactMap { selector in
      (try? selector.name(under: domain)).map { (selector, Question($0, .txt)) }
    }
  }

  /// Names below `_domainkey` that may be zones of their own: those that a denial names, and those that a selector of
  /// several labels may lie in.
  private static func possibleDelegations(
    below namespace: Answer, _ answers: [Answered]
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
    toGoOnAfter namespace: Answer, _ randomSelector: Answer, _ answers: [Answered]
  ) -> Bool {
    func isAnyBelow(_ isFit: (Answer) -> Bool) -> Bool {
      isFit(randomSelector) || answers.contains { isFit($0.1) }
    }
    if namespace.deniesName { return isAnyBelow { !$0.isAbsence || !$0.aliases.isEmpty } }
    return namespace.failure == nil || isAnyBelow { $0.failure == nil }
  }
}
