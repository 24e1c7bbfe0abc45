/// The exit status of the program, those of monitoring plugins.
enum ExitStatus: Int32, CaseIterable, Sendable {
  case ok = 0
  case warning = 1
  case critical = 2
  /// DNS could not tell, or the command line is wrong.
  case unknown = 3
  /// The command line, or a file that it names, can't be used; monitoring systems know no such state.
  case unusable = 4

  /// The states of monitoring plugins.
  static let allCases: [ExitStatus] = [.ok, .warning, .critical, .unknown]

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
    case .unusable: 4
    }
  }
}
