/// What there is to say of a domain's BIMI record.
extension BIMIFacts {
  var findings: [Finding] {
    let name = answer.question.name
    if let failure = answer.failure { return [.bimi.unknown(name, failure)] }
    switch selection.outcome {
    case .absent: return [.bimi.missing(name)]
    case .several(let count): return [.bimi.several(name, count)]
    case .invalid(let text, let error): return [.bimi.invalid(name, (text: text, error: error))]
    case .record(let record):
      if record.isDeclination { return [.bimi.declined(name)] }
      return policyFindings + (record.evidence == nil ? [.bimi.evidenceMissing(name)] : [])
    }
  }

  private var policyFindings: [Finding] {
    switch precondition {
    case .met: []
    case .unknown: [.bimi.policyUnknown(domain)]
    case .noPolicy, .policyNone, .subdomainsNone, .percentage, .testing, .organization:
      [.bimi.policyWeak(domain, precondition)]
    }
  }
}
