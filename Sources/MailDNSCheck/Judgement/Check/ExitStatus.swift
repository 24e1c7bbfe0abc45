/// The exit status of the program, those of monitoring plugins.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case ok = 0
  case warning = 1
  case critical = 2
  /// DNS could not tell, or the command line is wrong.
  case unknown = 3

  init(_ status: Status) {
    switch status {
    case .ok: self = .ok
    case .unknown: self = .unknown
    case .warning: self = .warning
    case .critical: self = .critical
    }
  }
}

extension ExitStatus: Comparable {
  /// OK < UNKNOWN < WARNING < CRITICAL.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .ok: 0
    case .unknown: 1
    case .warning: 2
    case .critical: 3
    }
  }
}

extension CheckRequest.FailureThreshold {
  /// What `findings` come to once those that do not count are taken out; only `never` takes out the unknown.
  func exitStatus(_ findings: [Finding]) -> ExitStatus {
    ExitStatus(Status(findings.filter { counts($0.severity) }))
  }

  /// What a domain of that status comes to, whose findings are not known any more.
  func exitStatus(_ status: Status) -> ExitStatus {
    switch self {
    case .never: .ok
    case .critical: status == .warning ? .ok : ExitStatus(status)
    case .warning: ExitStatus(status)
    }
  }

  /// Whether a finding of that severity makes the exit status; of those that can.
  func counts(_ severity: Severity) -> Bool {
    switch self {
    case .never: false
    case .critical: severity != .warning
    case .warning: true
    }
  }
}
