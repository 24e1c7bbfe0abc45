/// What an SPF record does wrong, or leaves open (RFC 7208).
extension SPFTree {
  func findings(_ use: MailUse, _ advice: SPFAdvice) -> [Finding] {
    guard let own else { return [] }
    switch own.content {
    case .unknown(let failure):
      return [.spf.unknown(own.name, failure)]
    case .absent(let nearMisses):
      guard !nearMisses.isEmpty else {
        return [.spf.missing(own.name, advice.record, severity: use.severityOfAbsence)]
      }
      return nearMisses.map { .spf.notRecognized(own.name, (nearMiss: $0, suggestion: advice.record)) }
    case .record, .several, .syntaxErrors:
      return errorFindings(advice) + failureFindings + allFindings(own) + modifierFindings(own)
        + styleFindings
    }
  }

  private func errorFindings(_ advice: SPFAdvice) -> [Finding] {
    var findings: [Finding] = errors.map { error in
      switch error {
      case .syntax(let name, let errors, let text): .spf.syntax(name, (error: errors.first, text: text))
      case .several(let name, let count): .spf.several(name, count)
      case .missingTarget(let owner, let reference):
        .spf.targetMissing(reference.subject, (kind: reference.kind, owner: owner))
      case .loop(let owner, let target): .spf.loop(owner, target)
      case .tooManyLookups(let count):
        .spf.tooManyLookups(
          facts.domain,
          (count: count, relief: SPFRelief(self, keeping: advice.essential).terms.map(\.text)))
      case .tooManyExchanges(let owner, let name, let count):
        .spf.tooManyExchanges(owner, (count: count, name: name))
      case .tooManyVoidLookups(let count): .spf.tooManyVoidLookups(facts.domain, count)
      }
    }
    if facts.isCutShort { findings.append(.spf.tooLarge(facts.domain)) }
    return findings
  }

  private var failureFindings: [Finding] {
    let lookups = facts.lookups.values.filter { $0.failure != nil }
      .sorted {
        ($0.question.name, $0.question.type.rawValue) < ($1.question.name, $1.question.type.rawValue)
      }
    return failures.map { .spf.unknown($0.name, $0.failure) }
      + lookups.compactMap { answer in answer.failure.map { .spf.unknown(answer.question.name, $0) } }
  }

  private func allFindings(_ own: SPFPublication) -> [Finding] {
    guard own.record != nil else { return [] }
    if all != .pass, authorization.isForEverybody {
      return [.spf.passesAll(own.name)]
    }
    switch all {
    case .pass: return [.spf.passesAll(own.name)]
    case .neutral: return [.spf.neutralAll(own.name)]
    case .softfail: return [.spf.softfailAll(own.name)]
    case .fail: return []
    // Where a redirect leads to nothing that could be read, its end is not known, and the failure is reported already.
    case nil: return own.record?.effectiveRedirect == nil ? [.spf.noAll(own.name)] : []
    }
  }

  private func modifierFindings(_ own: SPFPublication) -> [Finding] {
    own.record?.unknownModifiers.map { .spf.unknownModifier(own.name, $0.name) } ?? []
  }
}

extension SPFReference {
  /// The target as a finding names it.
  fileprivate var subject: String {
    switch target {
    case .name(let name): name.description
    case .macros(let tail): tail.map { "….\($0)" } ?? kind.rawValue
    case .unusable(let spec): VisibleText(spec.macroString.literalOctets ?? []).description
    }
  }
}
