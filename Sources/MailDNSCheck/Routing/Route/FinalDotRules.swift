/// What a missing final dot did to DKIM, DMARC and autodiscover: it stands in place of what would be said of a record that
/// leads nowhere or is not there, for the advice in that would be wrong.
extension DomainFacts {
  func dkimFindings(in catalogue: ProviderCatalogue) -> [Finding] {
    guard let dkim else { return [] }
    let found = dkim.findings(use) { catalogue.provider(ofDKIMTarget: $0) != nil }
    guard let dot = misplacedKey(dkim, in: catalogue) else { return found }
    let name = dkim.selectors.first { $0.selector.text == DKIMSelectorPair.office365.first }?.answer.question
      .name
    let isReplaced = { (finding: Finding) in
      DKIMFacts.isAbsence(finding)
        || finding.isOf(Finding.dkim.selectorMissing) && finding.subject == name?.description
    }
    return found.filter { !isReplaced($0) }
      + [.dkim.finalDotMissing(name ?? dkim.domain, dot, severity: use.severityOfAbsence)]
  }

  private func misplacedKey(_ dkim: DKIMFacts, in catalogue: ProviderCatalogue) -> MissingFinalDot? {
    guard let answer = misplaced.key else { return nil }
    let data = answer.ownRecord(beside: dkim.randomSibling) { data in
      switch data {
      // The other final dot of the line may be missing as well.
      case .cname(let target):
        catalogue.provider(ofDKIMTarget: target) != nil
          || dkim.domain.meantTarget(target, in: catalogue) != nil
      case .txt(let text): if case .key = DKIMKeyReading(text.joined) { true } else { false }
      default: false
      }
    }
    guard let data else { return nil }
    if case .cname(let target) = data, let meant = dkim.domain.meantTarget(target, in: catalogue) {
      return .inOwner(at: answer.question.name, .cname(meant))
    }
    return .inOwner(at: answer.question.name, data)
  }

  func dmarcFindings(in catalogue: ProviderCatalogue) -> [Finding] {
    guard let dmarc, let own = dmarc.answers.first else { return [] }
    let found = dmarc.findings(use, apex, policies)
    let name = own.question.name
    let target = own.missingFinalDot(below: domain.name) { meant in
      meant.isPolicyName || catalogue.provider(ofReportHost: meant) != nil
    }
    let owner = misplaced.policy.flatMap { answer -> MissingFinalDot? in
      answer.ownRecord(beside: dmarc.randomSubdomain) { data in
        switch data {
        case .cname(let target): target.isPolicyName
        case .txt(let text): DMARCRecord(text.joined) != nil
        default: false
        }
      }.map { .inOwner(at: answer.question.name, $0) }
    }
    guard let dot = target ?? owner else { return found }
    return found.filter { !$0.isOf(Finding.dmarc.missing) && !$0.isOf(Finding.dmarc.dangling) }
      + [.dmarc.finalDotMissing(name, dot, severity: use.severityOfAbsence)]
  }

  func autodiscoverFindings(in catalogue: ProviderCatalogue) -> [Finding] {
    guard let answer = tenant?.autodiscover, let target = tenant?.autodiscoverTarget,
      let meant = target.beforeOrigin(
        of: domain.name, where: { catalogue.provider(ofAutodiscover: $0) != nil })
    else { return [] }
    let name = answer.question.name
    return [.route.autodiscoverFinalDotMissing(name, .inTarget(target, of: name, meant: meant))]
  }
}

extension DomainName {
  /// The provider's name that the target of a DKIM CNAME of this domain's lacks but the final dot of.
  fileprivate func meantTarget(_ target: DomainName, in catalogue: ProviderCatalogue) -> DomainName? {
    target.beforeOrigin(of: self) { catalogue.provider(ofDKIMTarget: $0) != nil }
  }

  /// Whether it is where some domain's DMARC record may be: `_dmarc.example.jp`, `example-jp._dmarc.example.net`.
  fileprivate var isPolicyName: Bool {
    let labels = canonicalLabels
    return labels.firstIndex { $0.elementsEqual("_dmarc".utf8) }.map { labels.count - $0 > 2 } ?? false
  }
}
