/// The report that an administrator reads top down: the way that mail takes, the areas, what to do about what.
struct TextReport {
  let report: DomainReport
  let catalogue: ProviderCatalogue
  let language: Language
  let ink: Ink
  let width: Int
  /// -1 one line, 0 as usual, 1 with the evidence, 2 with every question.
  let verbosity: Int

  static let indent = 2

  var text: String {
    guard verbosity >= 0 else { return line + "\n" }
    var page = Page(width: width, isASCII: ink.isASCII)
    addTitle(to: &page)
    addChanges(to: &page)
    addVerdict(to: &page)
    page.blank()
    let sections = AreaSection.all(of: self)
    for section in sections { section.add(to: &page, ink) }
    addRequirements(to: &page)
    FindingLines(findings: report.findings, language: language, ink: ink).add(to: &page)
    if verbosity >= 1 || report.areas == [.spf] { addSPF(to: &page) }
    if verbosity >= 1 || report.areas == [.dkim] { addDKIM(to: &page) }
    if verbosity >= 1 || report.areas == [.dmarc] { addDMARC(to: &page) }
    if verbosity >= 1 { addEvidence(to: &page) }
    if verbosity >= 2 { addQuestions(to: &page) }
    addFooter(sections, to: &page)
    return page.text
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// Everything in one line, for lists.
  private var line: String {
    let route = report.verdict.map { " \($0.id.rawValue)" } ?? ""
    let status = ink(report.status.wording[language], report.status.tone)
    return "\(title):\(route) \(status)" + (reasons.isEmpty ? "" : ": " + reasons) + changed
  }

  /// What has changed since an earlier run, by name.
  private var changed: String {
    let names = (report.changes?.counted ?? []).map(\.subject.wording).uniqued
    guard !names.isEmpty else { return "" }
    let list = names.map { $0[language] }.joined(separator: Wording.listSeparator[language])
    return Wording(" (changed: \(list))", "(変化: \(list))")[language]
  }

  /// What makes the status, in a few words each.
  private var reasons: String {
    let titles = report.findings.filter { $0.severity > .info }.map { $0.kind.title[language] }
    return titles.uniqued.joined(separator: Wording("; ", "、")[language])
  }

  private var title: String {
    let name = report.domain.name.description
    return report.domain.unicode == name ? name : "\(report.domain.unicode) (\(name))"
  }

  private func addTitle(to page: inout Page) {
    let status = report.status.wording[language]
    let label = ink(title, .bold) + ": " + ink(status, .bold, report.status.tone)
    page.add("", label: label, labelWidth: label.count)
  }

  private func addChanges(to page: inout Page) {
    guard let changes = report.changes else { return }
    page.blank()
    page.add(changes.title[language], indent: Self.indent, ink: { ink($0, .bold) })
    ChangeLines(changes: changes, language: language, ink: ink).add(to: &page)
  }

  private func addVerdict(to page: inout Page) {
    guard let verdict = report.verdict else { return }
    page.blank()
    page.add(
      RouteFlow(verdict: verdict, facts: report.facts, catalogue: catalogue).wording[language],
      indent: Self.indent, ink: { ink($0, .bold) })
    page.blank()
    page.add(Wording.verdict(verdict.id, verdict.confidence)[language], indent: Self.indent)
    if let wording = verdict.adminCentreWording(expecting: report.expected) {
      page.add(wording[language], indent: Self.indent)
    }
    if !verdict.outbound.isEmpty {
      let names = verdict.outbound.map { HostProvider.provider($0).wording(in: catalogue)[language] }
      page.add(
        Wording.outbound(names.joined(separator: Wording.listSeparator[language]))[language],
        indent: Self.indent)
    }
    let kinds = verdict.evidence.map(\.kind).uniqued
    if !kinds.isEmpty, verbosity == 0 { page.add(Wording.evidence(kinds)[language], indent: Self.indent) }
  }

  /// Nobody requires anything of a domain without mail.
  private func addRequirements(to page: inout Page) {
    guard report.facts.use.isActive, let requirements = SenderRequirements(report) else { return }
    SenderRequirementLines(requirements: requirements, language: language).add(to: &page, ink)
  }

  private func addSPF(to page: inout Page) {
    guard let spf = report.facts.spf, spf.own?.record != nil else { return }
    page.blank()
    page.add(Wording.spfTree[language], indent: Self.indent, ink: { ink($0, .bold) })
    for line in SPFTreeText(tree: spf, language: language).lines { page.add(line, indent: Self.indent * 2) }
    page.blank()
    page.add(Wording.authorizedAddresses[language], indent: Self.indent, ink: { ink($0, .bold) })
    for line in AuthorizationLines(spf.authorization, language: language, isFull: verbosity >= 1).lines {
      page.add(line, indent: Self.indent * 2)
    }
  }

  /// The selectors that the user named, in full; with more said, all that are there, and all that were asked.
  private func addDKIM(to page: inout Page) {
    guard let dkim = report.facts.dkim, report.facts.apex.existence != .doesNotExist else { return }
    let isFull = report.areas == [.dkim] && verbosity >= 1
    let shown = dkim.selectors.filter { selector in
      dkim.named.contains(selector.selector)
        || isFull && selector.status != .absent && !selector.isFromWildcard
    }
    for selector in shown + (isFull ? [dkim.wildcardKey].compactMap(\.self) : []) {
      page.blank()
      let title = Wording.selectorTitle(selector.selector.text)[language]
      page.add(title, indent: Self.indent, ink: { ink($0, .bold) })
      let text = DKIMKeyText(selector: selector, language: language)
      addHanging(text.chain, to: &page)
      for record in text.texts { page.addVerbatim(spaces(Self.indent * 2) + record) }
      for line in text.lines { addHanging(line, to: &page) }
      if verbosity >= 1 {
        ReadingLines(selector.receiverReadings, reference: selector.referenceReading, language: language)
          .add(to: &page, indent: Self.indent * 2, ink)
      }
    }
    page.blank()
    page.add(Wording.selectorsAskedFor[language], indent: Self.indent, ink: { ink($0, .bold) })
    page.add(dkim.selectors.map(\.selector.text).joined(separator: " "), indent: Self.indent * 2)
    if let note = dkim.limits { page.add(note[language], indent: Self.indent * 2) }
  }

  private func addDMARC(to page: inout Page) {
    guard let dmarc = report.facts.dmarc,
      report.areas == [.dmarc] || report.facts.apex.existence != .doesNotExist
    else { return }
    let text = DMARCText(facts: dmarc, policies: report.facts.policies, language: language)
    for (title, lines) in [(Wording.dmarcWalk, text.walk), (.dmarcPolicies, text.policyLines)] {
      page.blank()
      page.add(title[language], indent: Self.indent, ink: { ink($0, .bold) })
      for line in lines { addHanging(line, to: &page) }
    }
    if verbosity >= 1, let reference = dmarc.referenceReading(report.facts.policies) {
      ReadingLines(dmarc.receiverReadings, reference: reference, language: language)
        .add(to: &page, indent: Self.indent, ink)
    }
  }

  private func addEvidence(to page: inout Page) {
    guard let evidence = report.verdict?.evidence, !evidence.isEmpty else { return }
    page.blank()
    page.add(Wording.evidence[language], indent: Self.indent, ink: { ink($0, .bold) })
    for item in evidence {
      let provider = item.provider.wording(in: catalogue)[language]
      addHanging("\(item.kind.rawValue): \(item.name) → \(item.value) (\(provider))", to: &page)
    }
  }

  private func addQuestions(to page: inout Page) {
    page.blank()
    page.add(Wording.questions[language], indent: Self.indent, ink: { ink($0, .bold) })
    for answer in report.work.answers {
      addHanging(QuestionLine(answer: answer, since: report.work.started, language: language).text, to: &page)
    }
  }

  /// A line of a list; what does not fit goes on further in.
  private func addHanging(_ text: String, to page: inout Page) {
    page.add(text, indent: Self.indent * 3, outdent: Self.indent)
  }

  private func addFooter(_ sections: [AreaSection], to page: inout Page) {
    page.blank()
    let times = sections.compactMap { section in
      section.timeToLive.map { seconds -> String in
        let time = "\(section.title) \(TimeSpan(seconds: seconds).approximate[language])"
        return section.isAbsent ? time + Wording.notThere[language] : time
      }
    }
    if !times.isEmpty {
      page.add(
        Wording.visibleWithin(times.joined(separator: Wording.listSeparator[language]))[language],
        indent: Self.indent,
        ink: { ink($0, .faint) })
    }
    let cost = Wording.cost(questions: report.work.questionCount, seconds: report.work.duration.secondsText)
    page.add(cost[language], indent: Self.indent, ink: { ink($0, .faint) })
  }
}
