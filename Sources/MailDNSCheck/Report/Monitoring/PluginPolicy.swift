/// What makes which state.
struct PluginPolicy: Equatable, Sendable {
  var thresholds = PluginThresholds()
  /// Figures of what is only looked at where somebody asks for it: those that are told, with a value or without.
  var extraFigures: Set<PluginFigure> = []
  var timeLimit = TimeLimit.standard
  /// What it comes to where DNS says that it failed, or would not.
  var onUnknown = ExitStatus.unknown
  var failureThreshold = FailureThreshold.warning

  /// What it comes to that the time was up. Whether questions end first or the run itself is a matter of chance: where
  /// nothing counts, neither does.
  var stateAtLimit: ExitStatus { failureThreshold.counts(.unknown) ? timeLimit.state : .ok }
}

/// A domain held against the policy.
struct PluginJudgement: Sendable {
  let report: DomainReport
  /// The findings that make the state, with what each comes to, worst first.
  let counted: [(finding: Finding, state: ExitStatus)]
  /// Those of them that a server's silence is the cause of.
  let silent: [Finding]

  var state: ExitStatus { counted.map(\.state).max() ?? .ok }

  init(_ report: DomainReport, _ policy: PluginPolicy) {
    self.report = report
    let failures = report.work.answers.compactMap(\.failure)
    let isSilence = !failures.isEmpty && failures.allSatisfy(\.kind.isSilence)
    var silent: [Finding] = []
    var counted: [(finding: Finding, state: ExitStatus)] = []
    for finding in report.findings {
      switch finding.severity {
      case .info: continue
      case .unknown
      where policy.failureThreshold.counts(.unknown) && (finding.failure?.kind.isSilence ?? isSilence):
        silent.append(finding)
        counted.append((finding, policy.stateAtLimit))
      case let severity where policy.failureThreshold.counts(severity):
        counted.append((finding, severity == .unknown ? policy.onUnknown : ExitStatus(severity)))
      default: continue
      }
    }
    self.silent = silent
    self.counted = counted.enumerated().sorted { left, right in
      let (a, b) = (left.element.state, right.element.state)
      return a == b ? left.offset < right.offset : a > b
    }.map(\.element)
  }
}

extension ExitStatus {
  fileprivate init(_ severity: Severity) {
    switch severity {
    case .info: self = .ok
    case .unknown: self = .unknown
    case .warning: self = .warning
    case .critical: self = .critical
    }
  }
}

extension Failure.Kind {
  /// Whether nothing was said in time, rather than that something failed.
  var isSilence: Bool {
    switch self {
    case .timedOut, .deadline: true
    case .truncated(let kind): kind.isSilence
    default: false
    }
  }
}
