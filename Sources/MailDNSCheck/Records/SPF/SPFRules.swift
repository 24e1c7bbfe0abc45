/// What an SPF record does wrong, or leaves open (RFC 7208).
extension SPFTree {
  func findings(_ use: MailUse, _ advice: SPFAdvice) -> [Finding] {
    guard let own else { return [] }
    switch own.content {
    case .unknown(let failure):
      return [Finding(.spfUnknown(failure), own.name)]
    case .absent(let nearMisses):
      guard !nearMisses.isEmpty else {
        return [Finding(.spfMissing(suggestion: advice.record), own.name, severity: use.severityOfAbsence)]
      }
      return nearMisses.map { Finding(.spfNotRecognized($0, suggestion: advice.record), own.name) }
    case .record, .several, .syntaxErrors:
      return errorFindings(advice) + failureFindings + allFindings(own) + modifierFindings(own)
        + styleFindings
    }
  }

  private func errorFindings(_ advice: SPFAdvice) -> [Finding] {
    var findings = errors.map { error in
      switch error {
      case .syntax(let name, let errors, let text): Finding(.spfSyntax(errors.first, text: text), name)
      case .several(let name, let count): Finding(.spfSeveral(count: count), name)
      case .missingTarget(let owner, let reference):
        Finding(.spfTargetMissing(reference.kind, owner: owner), reference.subject)
      case .loop(let owner, let target): Finding(.spfLoop(to: target), owner)
      case .tooManyLookups(let count):
        Finding(
          .spfTooManyLookups(count, relief: SPFRelief(self, keeping: advice.essential).terms.map(\.text)),
          facts.domain)
      case .tooManyExchanges(let owner, let name, let count):
        Finding(.spfTooManyExchanges(count, at: name), owner)
      case .tooManyVoidLookups(let count): Finding(.spfTooManyVoidLookups(count), facts.domain)
      }
    }
    if facts.isCutShort { findings.append(Finding(.spfTooLarge, facts.domain)) }
    return findings
  }

  private var failureFindings: [Finding] {
    let lookups = facts.lookups.values.filter { $0.failure != nil }
      .sorted {
        ($0.question.name, $0.question.type.rawValue) < ($1.question.name, $1.question.type.rawValue)
      }
    return failures.map { Finding(.spfUnknown($0.failure), $0.name) }
      + lookups.compactMap { answer in answer.failure.map { Finding(.spfUnknown($0), answer.question.name) } }
  }

  private func allFindings(_ own: SPFPublication) -> [Finding] {
    guard own.record != nil else { return [] }
    if all != .pass, authorization.isForEverybody {
      return [Finding(.spfPassesAll, own.name)]
    }
    switch all {
    case .pass: return [Finding(.spfPassesAll, own.name)]
    case .neutral: return [Finding(.spfNeutralAll, own.name)]
    case .softfail: return [Finding(.spfSoftfailAll, own.name)]
    case .fail: return []
    // Where a redirect leads to nothing that could be read, its end is not known, and the failure is reported already.
    case nil: return own.record?.effectiveRedirect == nil ? [Finding(.spfNoAll, own.name)] : []
    }
  }

  private func modifierFindings(_ own: SPFPublication) -> [Finding] {
    own.record?.unknownModifiers.map { Finding(.spfUnknownModifier($0.name), own.name) } ?? []
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
