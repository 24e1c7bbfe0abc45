/// The lines below the first one: with `-v` what counts, with `-vv` what is worth knowing and what to do, with `-vvv` every
/// question.
struct PluginDetails {
  private let report: PluginReport
  private let language: Language
  private let verbosity: Int

  init(_ report: PluginReport, _ language: Language, verbosity: Int) {
    self.report = report
    self.language = language
    self.verbosity = verbosity
  }

  /// Without newlines.
  var lines: [String] {
    guard verbosity > 0 else { return [] }
    let alerts = report.alerts.map { "\($0.state.word) \(report.text(of: $0))" }
    let refused = report.refused.map { "\(ExitStatus.unknown.word) \($0.wording[language])" }
    // In the long output, too, a bar would begin performance data.
    let domains = zip(report.judgements, report.judgedStates).flatMap { lines($0, $1) }
    return (alerts + refused + domains).map(PluginText.line)
  }

  /// `state` is what the domain comes to, its figures included.
  private func lines(_ judgement: PluginJudgement, _ state: ExitStatus) -> [String] {
    let domain = judgement.report
    let route = domain.verdict.map { Wording.verdict($0.id, $0.confidence)[language] } ?? ""
    var lines = ["\(domain.domain.name): \(state.word)\(Wording.listSeparator[language])\(route)"]
    if let changes = domain.changes, !changes.isNew {
      lines += changes.told.changes.filter { $0.weight != .info || verbosity > 1 }.map {
        "  CHANGED \(PlainSigns.replacing(in: $0.wording[language]))"
      }
      if let unseen = changes.unseenWording { lines.append("  " + unseen[language]) }
    }
    for finding in domain.findings where finding.severity != .info || verbosity > 1 {
      let severity = finding.severity.rawValue.uppercased()
      lines.append("  \(severity) \(finding.id): \(finding.message[language])")
      if verbosity > 1, let (text, records) = finding.fix?[language].textAndLines {
        lines += ["    -> " + text] + records.map { "       " + $0 }
      }
    }
    guard verbosity > 2 else { return lines }
    return lines
      + domain.work.answers.map {
        "  " + QuestionLine(answer: $0, since: domain.work.started, language: language).text
      }
  }
}
