/// What an SPF record does wrong, or leaves open (RFC 7208).
extension SPFTree {
  /// `advice` is made only where some finding gives it.
  func findings(_ use: MailUse, _ advice: @autoclosure () -> SPFAdvice) -> [Finding] {
    guard let own else { return [] }
    switch own.content {
    case .unknown(let failure):
      return [.spf.unknown(own.name, failure)]
    case .absent(let nearMisses):
      guard !nearMisses.isEmpty else {
        return [.spf.missing(own.name, advice().record, severity: use.severityOfAbsence)]
      }
      return nearMisses.map { miss in
        .spf.notRecognized(
          own.name,
          (
            // Of several nobody can tell which one is to stay.
            nearMiss: miss, repaired: nearMisses.count == 1 ? SPFRepair.record(miss) : nil,
            suggestion: advice().record
          ))
      }
    case .record, .several, .syntaxErrors:
      return errorFindings(advice) + failureFindings + allFindings(own) + modifierFindings(own)
        + styleFindings
    }
  }

  private func errorFindings(_ advice: () -> SPFAdvice) -> [Finding] {
    var findings: [Finding] = errors.map { error in
      switch error {
      case .syntax(let name, let errors, let text): .spf.syntax(name, (error: errors.first, text: text))
      case .several(let name, let count): .spf.several(name, count)
      case .missingTarget(let owner, let reference):
        .spf.targetMissing(
          reference.subject,
          (
            kind: reference.kind, owner: owner,
            separated: separatingAll(at: owner, from: reference)
          ))
      case .loop(let owner, let target): .spf.loop(owner, target)
      case .tooManyLookups(let count):
        .spf.tooManyLookups(
          facts.domain, (count: count, relief: SPFRelief(self, keeping: advice().essential)))
      case .tooManyExchanges(let owner, let name, let count):
        .spf.tooManyExchanges(owner, (count: count, name: name))
      case .tooManyVoidLookups(let voids): voidFinding(voids)
      }
    }
    if voidLookups.beyondLimit.count == 1, let family = voidLookups.beyondLimit.first {
      let count = voidLookups[family] ?? 0
      findings.append(
        .spf.tooManyVoidLookups(
          facts.domain,
          (
            count: count, family: family, terms: voidTexts(family),
            edits: edits(mending: voidTerms.filter { $0.families.contains(family) })
          ),
          severity: isMeant(family) ? .critical : .warning))
    }
    if facts.isCutShort { findings.append(.spf.tooLarge(facts.domain)) }
    return findings
  }

  /// Of a record that is in error for everybody: the terms that lead to nothing for senders of either family, where they
  /// alone are too many.
  private func voidFinding(_ voids: SPFVoidLookups) -> Finding {
    let dead = voidTexts(nil, everybody: true)
    let isEnough = dead.count > Self.voidLookupLimit
    let count = (isEnough ? [voids.ipv4, voids.ipv6].compactMap(\.self).min() : voids.worse) ?? 0
    return .spf.tooManyVoidLookups(
      facts.domain,
      (
        count: count, family: nil, terms: isEnough ? dead : voidTexts(nil), edits: edits(mending: voidTerms)
      ))
  }

  /// The terms whose look-ups come back empty for senders of `family`, or of either one.
  private func voidTexts(_ family: AddressFamily?, everybody: Bool = false) -> [String] {
    voidTerms.filter { term in
      everybody ? term.families == AddressFamily.allCases : family.map(term.families.contains) ?? true
    }.map { shown($0.text, of: $0.owner) }
  }

  /// The records without these terms, or with the addresses there are of the hosts that they name; of those that are the
  /// owner's to change.
  func edits(mending terms: [SPFVoidTerm]) -> [RecordEdit] {
    var rewriting = SPFRewriting(self)
    for term in terms where term.owner.isAtOrBelow(facts.domain) {
      rewriting.replace(term.term, of: term.owner, by: networks(of: term.term, at: term.owner).map(\.term))
    }
    return rewriting.edits ?? []
  }

  /// What the record at `owner` is without the glue of its last term, where that is the one that makes `reference`.
  private func separatingAll(at owner: DomainName, from reference: SPFReference) -> RecordEdit? {
    guard let publication = facts.publications[owner], let record = publication.record,
      let last = record.terms.last, SPFReference(last, at: owner) == reference,
      let text = SPFRepair.separatingAll(record)
    else { return nil }
    return .text(text, at: publication.answer.canonicalName, removing: .text(record.text))
  }

  /// Whether the record is meant to let addresses of that family pass, reached or not.
  private func isMeant(_ family: AddressFamily) -> Bool {
    if networks.contains(where: { $0.address.family == family }) { return true }
    return passing.references.contains { reference in
      guard let name = reference.name else { return true }
      let hosts: [DomainName] =
        switch reference.kind {
        case .a: [name]
        case .mx: facts.lookups[Question(name, .mx)]?.exchanges ?? []
        case .include, .redirect, .ptr, .exists: []
        }
      return hosts.contains { facts.lookups[Question($0, family.recordType)]?.records.isEmpty == false }
    }
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
    case nil:
      guard let record = own.record, record.effectiveRedirect == nil else { return [] }
      return [
        .spf.noAll(own.name, SPFRepair.separatingAll(record).map { (text: record.text, separated: $0) })
      ]
    }
  }

  private func modifierFindings(_ own: SPFPublication) -> [Finding] {
    own.record?.unknownModifiers.filter { !$0.asksForReports }.map { .spf.unknownModifier(own.name, $0.name) }
      ?? []
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
