/// The exit status of the program: those of monitoring plugins, and one more.
enum ExitStatus: Int32, Sendable {
  case ok = 0
  case warning = 1
  case critical = 2
  /// DNS could not tell; in the plugin also what is `unusable` elsewhere.
  case unknown = 3
  /// The command line, or a file that it names, can't be used. Not in the plugin.
  case unusable = 4

  init(_ status: Status) {
    switch status {
    case .ok: self = .ok
    case .unknown: self = .unknown
    case .warning: self = .warning
    case .critical: self = .critical
    }
  }
}

/// Those of monitoring plugins alone.
extension ExitStatus: CaseIterable {
  static let allCases: [ExitStatus] = [.ok, .warning, .critical, .unknown]
}

extension ExitStatus: Comparable {
  /// OK < UNKNOWN < unusable < WARNING < CRITICAL.
  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .ok: 0
    case .unknown: 1
    case .unusable: 2
    case .warning: 3
    case .critical: 4
    }
  }
}
