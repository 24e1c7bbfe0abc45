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
