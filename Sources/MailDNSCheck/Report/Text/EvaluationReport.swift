import FoundationEssentials

/// What check_host() says of one sender, for people and programs.
struct EvaluationReport: Sendable {
  let identity: SPFIdentity
  let evaluation: SPFEvaluation
  /// What the programs that were measured make of the same sender.
  var readings: [ReceiverReading<SPFResult>] = []
  let work: DomainReport.Work
  /// The domain given, as people write it; nil where none was.
  var unicode: String?

  var status: Status {
    switch evaluation.result {
    case .pass: .ok
    case .softfail, .neutral, .none: .warning
    case .fail, .permerror: .critical
    case .temperror: .unknown
    }
  }

  func text(language: Language, ink: Ink, width: Int, verbosity: Int) -> String {
    let result = evaluation.result.rawValue
    let sender = VisibleText(identity.localPart + [UInt8(ascii: "@")] + identity.senderDomain).description
    guard verbosity >= 0 else { return "\(sender): \(ink(result, status.tone))\n" }
    var page = Page(width: width, isASCII: ink.isASCII)
    page.add("", label: "\(ink(sender, .bold)): \(ink(result, .bold, status.tone))", labelWidth: 0)
    let helo = identity.helo.isEmpty ? nil : VisibleText(identity.helo).description
    page.add(Wording.sender(identity.address, helo: helo)[language], indent: 2)
    page.blank()
    page.add(reason[language], indent: 2)
    if let explanation = evaluation.explanation {
      page.add(Wording.explanation(VisibleText(explanation).description)[language], indent: 2)
    }
    if evaluation.lacksHELO { page.add(Wording.lacksHELO[language], indent: 2) }
    page.add(Wording.lookups(evaluation.lookups, voids: evaluation.voidLookups)[language], indent: 2)
    if verbosity >= 1 {
      addSteps(to: &page, language, ink)
      ReadingLines(readings, reference: evaluation.result, language: language).add(to: &page, indent: 2, ink)
    }
    if verbosity >= 2 {
      page.blank()
      page.add(Wording.questions[language], indent: 2, ink: { ink($0, .bold) })
      for answer in work.answers {
        page.add(
          QuestionLine(answer: answer, since: work.started, language: language).text, indent: 6, outdent: 2)
      }
    }
    return page.text
  }

  /// The term that decided and the way there, or what stood in the way.
  private var reason: Wording {
    if let error = evaluation.error { return error.wording }
    guard let decision = evaluation.decision else { return .noTermMatched }
    return .decided(
      by: VisibleText(decision.term).description,
      path: decision.path.map(\.description).joined(separator: " → "))
  }

  private func addSteps(to page: inout Page, _ language: Language, _ ink: Ink) {
    page.blank()
    page.add(Wording.terms[language], indent: 2, ink: { ink($0, .bold) })
    for step in evaluation.steps {
      let indent = 4 + 2 * step.depth
      let text = "\(step.domain): \(VisibleText(step.term)) – \(step.outcome.wording[language])"
      page.add(text, indent: indent + 2, outdent: 2)
    }
  }
}
