/// The least severe findings that make the exit status.
enum FailureThreshold: String, CaseIterable, Sendable {
  case warning
  case critical
  case never
}

extension FailureThreshold {
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
