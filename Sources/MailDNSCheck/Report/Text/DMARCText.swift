/// How a domain's DMARC policy was found: the names of the tree walk in order, the Organizational Domain, and what receivers
/// are asked to do with whose mail.
struct DMARCText {
  let facts: DMARCFacts
  let policies: [DMARCPolicyInForce]
  let language: Language

  /// The names asked, in order, with what was there.
  var walk: [String] {
    let width = facts.answers.map { $0.question.name.description.displayWidth }.max() ?? 0
    let steps = facts.answers.enumerated().map { index, answer in
      let state = isReached(index) ? state(of: answer) : Wording.walkEnded
      return answer.question.name.description.padded(to: width) + "  " + state[language]
    }
    return steps + [organization]
  }

  /// A walk ends at a record with `psd`; what lies above was asked at the same time, and does not count.
  private func isReached(_ index: Int) -> Bool { index < facts.discovery.steps.count }

  private func state(of answer: Answer) -> Wording {
    guard case .answered(let selection) = answer.walkResult else { return .notAsked }
    switch selection.outcome {
    case .record(let record): return .walkRecord(record.publicSuffix)
    case .several(let records): return .walkSeveral(records.count)
    case .absent: return .noRecord
    }
  }

  private var organization: String {
    let current: Wording =
      facts.discovery.organizationalDomain.value.map { Wording(verbatim: $0.description) } ?? .notAsked
    let legacy: Wording =
      switch facts.organization {
      case .domain(let name): Wording(verbatim: name.description)
      case .publicSuffix: .isPublicSuffix
      case .undetermined: .noPublicSuffixList
      }
    return Wording.organizationalDomain(current, legacy: legacy)[language]
  }

  /// For each scope whose mail it is, what happens to it, by which tag of which record, and what happens where RFC 7489 is
  /// still followed.
  var policyLines: [String] {
    policies.map { entry in
      let scope = entry.scope.wording(of: facts.discovery.authorDomain.description)
      return Wording.policyInForce(scope, entry)[language]
    }
  }
}
