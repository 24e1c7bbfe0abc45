/// What a run of the plugin prints, and its state.
struct PluginReport: Sendable {
  /// What has been finished, in the order given.
  let judgements: [PluginJudgement]
  /// Domains that are none.
  let refused: [MailDomainError]
  /// How many domains had not been finished when the time was up.
  let unfinished: Int
  let duration: Duration
  let policy: PluginPolicy
  let language: Language
  private let figures: PluginFigures

  init(
    _ reports: [DomainReport], refused: [MailDomainError] = [], unfinished: Int = 0, duration: Duration,
    policy: PluginPolicy, language: Language = .english
  ) {
    judgements = reports.map { PluginJudgement($0, policy) }
    self.refused = refused
    self.unfinished = unfinished
    self.duration = duration
    self.policy = policy
    self.language = language
    figures = PluginFigures(reports: reports, duration: duration)
  }

  var state: ExitStatus {
    (domainStates + alerts.map(\.state)).max() ?? .unknown
  }

  /// A figure outside what is allowed.
  struct Alert: Sendable {
    let figure: PluginFigure
    let value: Double
    /// The domain whose value it is, by its place among those judged; nil where it is the run's.
    let domain: Int?
    let state: ExitStatus
    let range: ThresholdRange
  }

  /// The worst of each figure, of each domain.
  var alerts: [Alert] {
    PluginFigure.allCases.flatMap { figure -> [Alert] in
      let all = figures.values(of: figure).compactMap { value in
        policy.thresholds.alert(figure, value.number).map {
          Alert(
            figure: figure, value: value.number, domain: value.report, state: $0.state, range: $0.range)
        }
      }
      return all.map(\.domain).uniqued.compactMap { domain in all.filter { $0.domain == domain }.worst }
    }
  }

  /// What the performance data show of a figure: a value that alerts, the worst of them, before all others.
  private func shownValue(of figure: PluginFigure) -> Double? {
    alerts.filter { $0.figure == figure }.worst?.value ?? figures.value(of: figure)
  }

  private var domainCount: Int { judgements.count + refused.count + unfinished }

  /// One for each domain that was named.
  private var domainStates: [ExitStatus] {
    judgedStates + refused.map { _ in .unknown }
      + Array(repeating: policy.stateAtLimit, count: unfinished)
  }
}

extension PluginReport {
  /// What each finished domain comes to, its figures included.
  var judgedStates: [ExitStatus] {
    let alerts = alerts
    return judgements.enumerated().map { index, judgement in
      alerts.filter { $0.domain == index }.map(\.state).reduce(judgement.state, max)
    }
  }

  /// The words of an alert; where there are several domains, with the name of the one that it is about.
  func text(of alert: Alert) -> String {
    let text = alert.wording[language]
    guard domainCount > 1, let domain = alert.domain else { return text }
    return "\(judgements[domain].shortName): \(text)"
  }

  /// The output, each line closed by a newline. `verbosity` is how often `-v` was given.
  func text(verbosity: Int) -> String {
    let lines = [firstLine] + PluginDetails(self, language, verbosity: verbosity).lines
    return lines.map { $0 + "\n" }.joined()
  }

  /// `MAILDNS STATUS - text | perfdata`.
  var firstLine: String {
    let perfdata = performanceData.map(\.description).joined(separator: " ")
    return Self.head(state) { summary.fitted(to: $0) } + " | " + perfdata
  }

  /// The line of a run that could not begin.
  static func problem(_ wording: Wording, _ language: Language) -> String {
    head(.unknown) { PluginText.squeezed(PluginText.line(wording[language]), to: $0) } + "\n"
  }

  private static func head(_ state: ExitStatus, _ text: (Int) -> String) -> String {
    let lead = "MAILDNS \(state.word) - "
    return lead + text(PluginText.headWidth - lead.count)
  }

  var performanceData: [PerformanceDatum] {
    let told = PluginFigure.allCases.filter { !$0.isOfDays || policy.extraFigures.contains($0) }
    let data = told.map { figure in
      PerformanceDatum(
        label: figure.rawValue,
        value: shownValue(of: figure).map { PluginFigures.text(of: figure, $0) }, unit: figure.unit,
        warning: policy.thresholds[figure, .warning], critical: policy.thresholds[figure, .critical],
        minimum: figure.minimum)
    }
    guard domainCount > 1 else { return data }
    let states = domainStates
    return data
      + ExitStatus.allCases.map { state in
        PerformanceDatum(
          label: "domains-\(state.word.asciiLowercased)", value: String(states.count { $0 == state }),
          minimum: 0)
      }
  }

  /// What is the matter, worst first; where nothing is, the route.
  private var summary: PluginSummary {
    var items: [(state: ExitStatus, texts: [String])] = alerts.map { ($0.state, [text(of: $0)]) }
    if unfinished > 0 {
      items.append((policy.stateAtLimit, [Wording.timeLimitReached(policy.timeLimit)[language]]))
    }
    items += refused.map { (.unknown, [$0.wording[language]]) }
    if domainCount > 1 {
      for judgement in judgements {
        let troubles = judgement.troubles(policy, language).map(\.1)
        guard let first = troubles.first else { continue }
        items.append((judgement.state, ["\(judgement.shortName): \(first)"] + troubles.dropFirst()))
      }
      let states = domainStates
      let counts = ExitStatus.allCases.sorted(by: >).compactMap { state -> (ExitStatus, Int)? in
        let count = states.count { $0 == state }
        return count > 0 ? (state, count) : nil
      }
      let lead = Wording.pluginDomains(domainCount, counts)[language]
      let changes = judgements.compactMap { judgement -> [String]? in
        let texts = judgement.changes(language)
        return texts.first.map { ["\(judgement.shortName): \($0)"] + texts.dropFirst() }
      }
      var sum = RunComparison()
      for changes in judgements.compactMap(\.report.changes) { sum.count(changes) }
      let sudden = sum.isSudden ? [[Wording.pluginSudden(sum.changed, of: sum.compared)[language]]] : []
      let groups = sudden + changes + Self.worstFirst(items)
      return PluginSummary(
        groups.isEmpty ? lead : lead + Wording.pluginDomainsEnd[language], groups, between: "; ")
    }
    guard let judgement = judgements.first else { return PluginSummary("", Self.worstFirst(items)) }
    items += judgement.troubles(policy, language).map { ($0.0, [$0.1]) }
    let lead = judgement.shortName + ": "
    let rest = items.isEmpty ? [[judgement.praise[language]]] : Self.worstFirst(items)
    let changes = judgement.changes(language)
    return PluginSummary(lead, changes.isEmpty ? rest : [changes] + rest)
  }

  /// Otherwise in the order given.
  private static func worstFirst(_ items: [(state: ExitStatus, texts: [String])]) -> [[String]] {
    ExitStatus.allCases.sorted(by: >).flatMap { state in items.filter { $0.state == state }.map(\.texts) }
  }
}

extension [PluginReport.Alert] {
  /// Of alerts on one figure the gravest; of several as grave, the one whose value stands for theirs.
  fileprivate var worst: PluginReport.Alert? {
    let state = map(\.state).max()
    let gravest = filter { $0.state == state }
    let value = gravest.first?.figure.representative(of: gravest.map(\.value))
    return gravest.first { $0.value == value }
  }
}

extension PluginJudgement {
  /// The name, for the first line: of a long one the end, which tells more.
  fileprivate var shortName: String {
    let limit = 40
    let name = report.domain.name.description
    return name.count <= limit ? name : "..." + name.suffix(limit - 3)
  }

  /// What counts, in a few words each.
  fileprivate func troubles(_ policy: PluginPolicy, _ language: Language) -> [(ExitStatus, String)] {
    var seen: Set<String> = []
    return counted.compactMap { finding, state in
      var text = finding.kind.title[language]
      if silent.contains(finding) {
        let kinds = silent.compactMap(\.failure?.kind)
        text = (kinds.contains(.deadline) ? Wording.noAnswerWithin(policy.timeLimit) : .noAnswer)[language]
      } else if let failure = finding.failure {
        text = failure.wording[language]
      }
      return seen.insert(text).inserted ? (state, text) : nil
    }
  }

  /// What has changed since an earlier run, before all else: whoever set that wants to know.
  fileprivate func changes(_ language: Language) -> [String] {
    (report.changes?.counted ?? []).enumerated().map { index, change in
      let text = PlainSigns.replacing(in: change.wording[language])
      return index == 0 ? Wording("changed: \(text)", "変化: \(text)")[language] : text
    }
  }

  fileprivate var praise: Wording {
    let uncounted = report.findings.count { $0.severity != .info } - counted.count
    return .pluginPraise(report.verdict?.id ?? .unknown, uncounted: uncounted)
  }
}
