/// What the plugin measures. The raw value is the label of the performance data, and in `--warn-…` and `--crit-…` the
/// name of the option.
enum PluginFigure: String, CaseIterable, Sendable {
  /// Seconds of the whole run.
  case time
  case queries
  case spfLookups = "spf-lookups"
  case spfVoids = "spf-voids"
  /// Days until the first of the mail hosts' certificates expires; below 0 for one that has.
  case certificateDays = "certificate-days"
  /// Days until the first signature of the domain's mail records ends (DNSSEC); below 0 for one that has.
  case signatureDays = "signature-days"
  /// The smallest RSA key of DKIM, revoked keys left out.
  case rsaBits = "rsa-bits"
  case criticals
  case warnings
  case unknowns
  case infos

  var unit: PerformanceDatum.Unit { self == .time ? .seconds : .none }

  /// Whether the value counts the days that are left of something.
  var isOfDays: Bool { self == .certificateDays || self == .signatureDays }

  /// The least that it can be; nil where it may fall below 0.
  var minimum: Int? { isOfDays ? nil : 0 }

  /// Of several values the one that stands for all of them: the smallest key, the fewest days, and the largest of all else.
  func representative(of values: [Double]) -> Double? {
    self == .rsaBits || isOfDays ? values.min() : values.max()
  }
}

/// The ranges that alert.
struct PluginThresholds: Hashable, Sendable {
  enum Level: String, CaseIterable, Sendable {
    case warning = "warn"
    case critical = "crit"
  }

  private var ranges: [PluginFigure: [Level: ThresholdRange]] = [:]

  subscript(figure: PluginFigure, level: Level) -> ThresholdRange? {
    get { ranges[figure]?[level] }
    set { ranges[figure, default: [:]][level] = newValue }
  }

  /// The levels that have a range, warning first.
  func levels(of figure: PluginFigure) -> [Level] {
    Level.allCases.filter { self[figure, $0] != nil }
  }

  /// What `value` comes to, and the range that says so; critical is looked at first.
  func alert(_ figure: PluginFigure, _ value: Double) -> (state: ExitStatus, range: ThresholdRange)? {
    if let range = self[figure, .critical], range.alerts(value) { return (.critical, range) }
    if let range = self[figure, .warning], range.alerts(value) { return (.warning, range) }
    return nil
  }
}

/// The figures of a run.
struct PluginFigures: Sendable {
  let reports: [DomainReport]
  let duration: Duration

  /// A value that is held against the thresholds, and the report that it is of; nil where it is the run's.
  typealias Value = (number: Double, report: Int?)

  /// Of some figures every domain has values of its own. Empty where there is none.
  func values(of figure: PluginFigure) -> [Value] {
    switch figure {
    case .time: [(duration.seconds, nil)]
    case .queries: sum(\.work.questionCount)
    case .spfLookups: each { [$0.countedSPF?.lookups].compactMap(\.self) }
    case .spfVoids: each { [$0.countedSPF?.voidLookups.worse].compactMap(\.self) }
    case .rsaBits: each(\.rsaBits)
    case .certificateDays: each(\.certificateDays)
    case .signatureDays: each(\.signatureDays)
    case .criticals: count(.critical)
    case .warnings: count(.warning)
    case .unknowns: count(.unknown)
    case .infos: count(.info)
    }
  }

  /// The value that stands for all of them.
  func value(of figure: PluginFigure) -> Double? {
    figure.representative(of: values(of: figure).map(\.number))
  }

  /// `value` as the performance data have it.
  static func text(of figure: PluginFigure, _ value: Double) -> String {
    figure == .time ? Duration.seconds(value).secondsText : String(Int(value))
  }

  private func each(_ numbers: (DomainReport) -> [Int]) -> [Value] {
    reports.enumerated().flatMap { index, report in numbers(report).map { (Double($0), index) } }
  }

  private func sum(_ count: (DomainReport) -> Int) -> [Value] {
    reports.isEmpty ? [] : [(Double(reports.map(count).reduce(0, +)), nil)]
  }

  private func count(_ severity: Severity) -> [Value] {
    sum { report in report.findings.count { $0.severity == severity } }
  }
}

extension DomainReport {
  /// Of each certificate that a mail host has shown.
  fileprivate var certificateDays: [Int] {
    facts.probe?.sessions.compactMap { $0.tls?.certificate.daysLeft(at: work.checkedAt) } ?? []
  }

  /// Whole days; empty where no signature was seen, or none matters.
  fileprivate var signatureDays: [Int] {
    let left = facts.transport?.firstToExpire(at: work.checkedAt)?.secondsLeft(at: work.checkedAt)
    return left.map { [Int((Double($0) / 86_400).rounded(.down))] } ?? []
  }
}
